import { IconLock, IconLockOpen, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Hold } from '../../../src-shared/contract/retention.ts';
import { formatDay } from '../../../src-shared/text/dates.ts';
import { FormDialog, QueryView, useHostCommand, useHostQuery } from '../../host/index.ts';
import {
  Button,
  EmptyState,
  HistoryPlaces,
  Page,
  PageHeader,
  recordHref,
  SimpleTable,
  StatusBadge,
  TextArea,
  useText,
} from '../../ui/index.ts';
import { PlaceHoldDialog } from './PlaceHoldDialog.tsx';
import classes from './trail.module.css';
import { WidenHoldDialog } from './WidenHoldDialog.tsx';

/** Matters for which records must stay, those in force first, and what went when its time was over. */
export function HoldsScreen() {
  const t = useText();
  const holds = useHostQuery('retention.holds', {});
  const disposals = useHostQuery('retention.disposals', {});
  const [placing, setPlacing] = useState(false);
  const [lifting, setLifting] = useState<Hold | null>(null);
  const [widening, setWidening] = useState<Hold | null>(null);
  const place = (kind: 'primary' | 'default') => (
    <Button kind={kind} icon={IconLock} onClick={() => setPlacing(true)}>
      {t('retention.placeHold')}
    </Button>
  );
  return (
    <Page
      header={
        <PageHeader
          title={t('retention.holds')}
          actions={
            <>
              <HistoryPlaces here="holds" />
              {place('primary')}
            </>
          }
        />
      }
    >
      <QueryView query={holds}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState title={t('retention.noHolds')} actions={place('default')}>
              {t('retention.noHoldsText')}
            </EmptyState>
          ) : (
            <div className={classes['padded']}>
              {rows.map((hold) => (
                <HoldCard key={hold.id} hold={hold} onLift={() => setLifting(hold)} onWiden={() => setWidening(hold)} />
              ))}
            </div>
          )
        }
      </QueryView>
      {(disposals.data ?? []).length === 0 ? null : (
        <div className={classes['padded']}>
          <h2>{t('retention.disposals')}</h2>
          <SimpleTable
            label={t('retention.disposals')}
            place="inline"
            groups={[{ id: 'all', rows: disposals.data ?? [] }]}
            rowKey={({ id }) => id}
            columns={[
              { id: 'title', header: t('history.column.record'), minWidth: 200, cell: ({ title }) => title },
              { id: 'items', header: t('evidence.tab'), minWidth: 200, cell: ({ items }) => items.map(({ name }) => name).join(', ') },
              { id: 'reason', header: t('retention.reason'), minWidth: 200, cell: ({ reason }) => reason },
              {
                id: 'when',
                header: t('history.column.at'),
                width: 200,
                fold: { under: 'title', order: 1 },
                cell: ({ at, by }) =>
                  t('retention.removedBy', { name: by || t('inventory.someone'), day: formatDay(at.slice(0, 10), t.locale) }),
              },
            ]}
          />
        </div>
      )}
      {placing ? <PlaceHoldDialog onClose={() => setPlacing(false)} /> : null}
      {widening === null ? null : <WidenHoldDialog hold={widening} onClose={() => setWidening(null)} />}
      {lifting === null ? null : <LiftDialog hold={lifting} onClose={() => setLifting(null)} />}
    </Page>
  );
}

interface HoldCardProps {
  readonly hold: Hold;
  readonly onLift: () => void;
  readonly onWiden: () => void;
}

function HoldCard({ hold, onLift, onWiden }: HoldCardProps) {
  const t = useText();
  const day = (at: string) => formatDay(at.slice(0, 10), t.locale);
  return (
    <section className={classes['hold']} aria-label={hold.matter}>
      <div className={classes['line']}>
        <h3>{hold.matter}</h3>
        {hold.lifted === null ? (
          <StatusBadge tone="review">{t('retention.inForce')}</StatusBadge>
        ) : (
          <StatusBadge tone="unassessed">{t('retention.lifted')}</StatusBadge>
        )}
      </div>
      <p className="small muted">
        {[
          t(`retention.holdFor.${hold.cause}`),
          hold.reference,
          t('retention.placedBy', { name: hold.placedBy || t('inventory.someone'), day: day(hold.placedAt) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {hold.note === '' ? null : <p className={`${classes['statement']} small`}>{hold.note}</p>}
      <p className="small">
        {hold.everything ? t('retention.holdsEverything') : t('retention.holdsRecords', { count: hold.count })}{' '}
        {hold.records.slice(0, 12).map(({ record, title }, place) => (
          <span key={`${record.kind} ${record.id}`}>
            {place === 0 ? '' : ', '}
            {title === null ? t('history.gone', { id: record.id }) : <a href={`#${recordHref(record)}`}>{title}</a>}
          </span>
        ))}
        {hold.count > 12 ? ` ${t('retention.andMore', { count: hold.count - 12 })}` : ''}
      </p>
      {hold.lifted === null ? (
        <div className={classes['row']}>
          {hold.everything ? null : (
            <Button icon={IconPlus} size="small" hasPopup="dialog" onClick={onWiden}>
              {t('retention.widen')}
            </Button>
          )}
          <Button icon={IconLockOpen} size="small" hasPopup="dialog" onClick={onLift}>
            {t('retention.lift')}
          </Button>
        </div>
      ) : (
        <p className="small muted">
          {t('retention.liftedBy', {
            name: hold.lifted.by || t('inventory.someone'),
            day: day(hold.lifted.at),
            reason: hold.lifted.reason,
          })}
        </p>
      )}
    </section>
  );
}

function LiftDialog({ hold, onClose }: { readonly hold: Hold; readonly onClose: () => void }) {
  const t = useText();
  const lift = useHostCommand('retention.liftHold');
  const [reason, setReason] = useState('');
  const submit = async () => {
    const reply = await lift.run({ id: hold.id, revision: hold.revision, reason });
    if (reply.ok) onClose();
  };
  return (
    <FormDialog
      title={t('retention.liftTitle', { matter: hold.matter })}
      onClose={onClose}
      submitLabel={t('retention.lift')}
      onSubmit={() => void submit()}
      final
      busy={lift.pending}
      missing={reason.trim() === '' ? t('retention.reasonMissing') : undefined}
      error={lift.error}
    >
      <p>{t('retention.liftText')}</p>
      <TextArea label={t('retention.reason')} hint={t('retention.liftHint')} value={reason} onChange={setReason} maxLength={2000} />
    </FormDialog>
  );
}
