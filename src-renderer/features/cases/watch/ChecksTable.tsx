import { useMemo } from 'react';
import type { WatchCheckView } from '../../../../src-shared/contract/cases.ts';
import { formatDay } from '../../../../src-shared/text/dates.ts';
import { EmptyState, type ProductText, type SimpleColumn, SimpleTable, useText } from '../../../ui/index.ts';
import classes from '../cases.module.css';
import { LookWord } from '../words.tsx';

interface ChecksTableProps {
  readonly checks: readonly WatchCheckView[];
  readonly active: string | null;
  readonly onPress: (check: WatchCheckView) => void;
}

const groups = ['due', 'differs', 'settled', 'closed'] as const;

/** Items that have to be confirmed, those that wait first. */
export function ChecksTable({ checks, active, onPress }: ChecksTableProps) {
  const t = useText();
  const columns = useMemo(() => columnsOf(t), [t]);
  const groupOf = (check: WatchCheckView) => (check.closed ? 'closed' : check.standing.state);
  if (checks.length === 0) return <EmptyState title={t('watch.noChecks')}>{t('watch.noChecksText')}</EmptyState>;
  return (
    <SimpleTable<WatchCheckView>
      label={t('watch.view.checks')}
      columns={columns}
      rowKey={({ id }) => id}
      sticky
      active={active}
      onPress={onPress}
      groups={groups.flatMap((id) => {
        const rows = checks.filter((check) => groupOf(check) === id);
        return rows.length === 0 ? [] : [{ id, title: t(`watch.group.${id}`), rows }];
      })}
    />
  );
}

function columnsOf(t: ProductText): readonly SimpleColumn<WatchCheckView>[] {
  return [
    {
      id: 'item',
      header: t('watch.column.item'),
      minWidth: 260,
      cell: (check) => (
        <span className={classes['twoLines']}>
          <span className="medium">{check.title}</span>
          <small>
            {check.packTitle === '' ? [t('watch.own'), check.owner].filter((part) => part !== '').join(' · ') : check.packTitle}
          </small>
        </span>
      ),
    },
    { id: 'state', header: t('watch.column.state'), width: 132, cell: (check) => <LookWord check={check} /> },
    {
      id: 'since',
      header: t('watch.column.since'),
      width: 130,
      fold: { under: 'state', order: 2 },
      cell: ({ since, dueOn, standing }) => {
        const day = standing.dueSince ?? since ?? dueOn;
        return day === null ? <span className="muted">–</span> : formatDay(day, t.locale);
      },
    },
    {
      id: 'confidence',
      header: t('watch.confidence'),
      width: 168,
      fold: { under: 'item', order: 3 },
      cell: ({ source, confidence }) => (source === null ? <span className="muted">–</span> : t(`confidence.${confidence}`)),
    },
    {
      id: 'last',
      header: t('watch.column.last'),
      width: 200,
      fold: { under: 'item', order: 1 },
      cell: ({ standing: { looks } }) => {
        const [last] = looks;
        return last === undefined ? (
          <span className="muted">{t('watch.never')}</span>
        ) : (
          t('watch.lastLook', { on: formatDay(last.checkedOn, t.locale), by: last.by })
        );
      },
    },
  ];
}
