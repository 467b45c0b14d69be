import type { PackReview, Watch } from '../../../../src-shared/contract/cases.ts';
import { formatDay } from '../../../../src-shared/text/dates.ts';
import { useHostCommand } from '../../../host/index.ts';
import { Button, NumberField, SimpleTable, StatusText, useText } from '../../../ui/index.ts';
import classes from '../cases.module.css';
import type { LookAt } from './WatchScreen.tsx';

interface PacksTableProps {
  readonly watch: Watch;
  readonly onLook: (at: LookAt) => void;
}

/** The packs in use with the day each was last looked through, and how often that is to be. */
export function PacksTable({ watch, onLook }: PacksTableProps) {
  const t = useText();
  const setDays = useHostCommand('cases.setReviewDays');
  return (
    <div className={classes['padded']}>
      <div className={classes['short']}>
        <NumberField
          label={t('watch.reviewDays')}
          value={watch.reviewEveryDays}
          onCommit={(days) => {
            if (days !== null) void setDays.run({ days });
          }}
          min={7}
          max={730}
          integer
          unit={t('watch.days')}
        />
      </div>
      <SimpleTable<PackReview>
        label={t('watch.view.packs')}
        place="inline"
        rowKey={({ pack }) => pack}
        groups={[{ id: 'all', rows: watch.packs }]}
        columns={[
          {
            id: 'pack',
            header: t('watch.column.pack'),
            minWidth: 240,
            cell: ({ title, version }) => (
              <span className={classes['twoLines']}>
                <span className="medium">{title}</span>
                <small>
                  {t('watch.column.version')} {version}
                </small>
              </span>
            ),
          },
          { id: 'checked', header: t('watch.column.checked'), width: 150, cell: ({ lastChecked }) => formatDay(lastChecked, t.locale) },
          {
            id: 'reviewed',
            header: t('watch.column.reviewed'),
            width: 200,
            fold: { under: 'pack', order: 1 },
            cell: ({ standing: { looks } }) => {
              const [last] = looks;
              return last === undefined ? (
                <span className="muted">{t('watch.never')}</span>
              ) : (
                <span className={classes['twoLines']}>
                  <span>{t('watch.lastLook', { on: formatDay(last.checkedOn, t.locale), by: last.by })}</span>
                  <small>{t(`watch.outcome.${last.outcome}`)}</small>
                </span>
              );
            },
          },
          {
            id: 'due',
            header: t('watch.column.next'),
            width: 150,
            cell: ({ dueOn, overdue }) => <StatusText tone={overdue ? 'review' : 'clear'}>{formatDay(dueOn, t.locale)}</StatusText>,
          },
          {
            id: 'look',
            header: '',
            width: 180,
            cell: ({ pack, title }) => (
              <Button size="small" onClick={() => onLook({ subject: { kind: 'pack', pack, id: pack }, title, look: '' })}>
                {t('watch.recordPack')}
                <span className="visually-hidden">: {title}</span>
              </Button>
            ),
          },
        ]}
      />
    </div>
  );
}
