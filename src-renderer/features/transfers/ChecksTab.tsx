import type { TransferDetail } from '../../../src-shared/contract/transfers.ts';
import type { TransferCheck } from '../../../src-shared/model/transfer.ts';
import { formatDay } from '../../../src-shared/text/dates.ts';
import { checkWords, lapseWords } from '../../../src-shared/text/transfers.ts';
import { errorSentence, useHostCommand, useHostQuery } from '../../host/index.ts';
import { Button, Note, recordHref, SimpleTable, StatusText, useGoOn, useText, useToast } from '../../ui/index.ts';
import { Decisions } from './Decisions.tsx';
import classes from './transfers.module.css';
import { checkTones } from './words.ts';

const states = ['holds', 'unknown', 'clear'] as const;

/** What holds it, what is open and what is clear, each with its reason and where to go; above it what somebody decided. */
export function ChecksTab({ transfer, onEdit }: { readonly transfer: TransferDetail; readonly onEdit: () => void }) {
  const t = useText();
  const { row, checks } = transfer;
  const isOpen = row.state !== 'gone' && row.state !== 'refused' && row.state !== 'cancelled';
  return (
    <>
      {row.uncleared ? <Uncleared transfer={transfer} /> : null}
      {row.heldBecause === '' ? null : <Held transfer={transfer} />}
      {row.state === 'lapsed' || (row.lapsed.length > 0 && isOpen) ? (
        <Note tone="review">
          <b>{t('transfers.lapsed.title')}.</b> {t('transfers.lapsed.text')}
          <ul className={classes['cleanList']}>
            {row.lapsed.map((reason) => (
              <li key={`${reason.what} ${reason.name}`}>{lapseWords(t, reason)}</li>
            ))}
          </ul>
        </Note>
      ) : null}
      <p className={classes['verdict']}>{isOpen ? <Verdict transfer={transfer} /> : t('transfers.checks.ended')}</p>
      {isOpen ? (
        <SimpleTable<TransferCheck>
          label={t('transfers.checks')}
          place="inline"
          rowKey={({ key }) => key}
          groups={states.flatMap((state) => {
            const rows = checks.filter((check) => check.state === state);
            return rows.length === 0 ? [] : [{ id: state, title: t(`transfers.checkState.${state}`), aside: rows.length, rows }];
          })}
          columns={[
            {
              id: 'check',
              header: t('transfers.checks'),
              width: 240,
              cell: ({ id, recordName }) => (
                <span className={classes['twoLines']}>
                  <b className="medium">{t(`transfers.check.${id}`)}</b>
                  {recordName === '' ? null : <small>{recordName}</small>}
                </span>
              ),
            },
            {
              id: 'state',
              header: t('transfers.column.state'),
              width: 110,
              fold: { under: 'check', order: 2 },
              cell: ({ state }) => <StatusText tone={checkTones[state]}>{t(`transfers.checkState.${state}`)}</StatusText>,
            },
            { id: 'why', header: t('transfers.column.why'), minWidth: 240, cell: (check) => checkWords(t, check) },
            {
              id: 'todo',
              header: t('transfers.todo'),
              width: 170,
              fold: { under: 'why', order: 1 },
              cell: (check) => <Todo check={check} onEdit={onEdit} />,
            },
          ]}
        />
      ) : null}
      <Decisions transfer={transfer} />
    </>
  );
}

function Verdict({ transfer: { row } }: { readonly transfer: TransferDetail }) {
  const t = useText();
  if (row.holds > 0)
    return [
      t('transfers.checks.held', { count: row.holds }),
      ...(row.unknowns > 0 ? [t('transfers.checks.open', { count: row.unknowns })] : []),
    ].join(', ');
  const open = row.unknowns > 0 ? `${t('transfers.checks.open', { count: row.unknowns })}. ` : '';
  return `${open}${t('transfers.checks.clear')}`;
}

/** Where the check is settled: the record it names, or the transfer itself. */
function Todo({ check, onEdit }: { readonly check: TransferCheck; readonly onEdit: () => void }) {
  const t = useText();
  const { id, state, record, recordName } = check;
  const about = recordName === '' ? null : <span className="visually-hidden">: {recordName}</span>;
  if (state === 'clear') return null;
  if (record === null)
    return (
      <Button kind="link" onClick={onEdit}>
        {t(`transfers.todo.${id}`)}
      </Button>
    );
  const tab = { screening: '?tab=screening', ownership: '?tab=ownership', signs: '?tab=flags', vetting: '?tab=checks' }[id as string] ?? '';
  return (
    <a href={`#${recordHref(record)}${record.kind === 'party' ? tab : ''}`}>
      {t(`transfers.todo.${id}`)}
      {about}
    </a>
  );
}

function Held({ transfer: { row } }: { readonly transfer: TransferDetail }) {
  const t = useText();
  const today = useHostQuery('settings.get', {}).data?.today ?? '';
  const until = row.heldUntil === null ? 'none' : formatDay(row.heldUntil, t.locale);
  return (
    <Note tone="restricted">
      {t('transfers.heldBy', { until, reason: row.heldBecause })}
      {row.heldUntil !== null && row.heldUntil < today ? ` ${t('transfers.heldPast')}` : ''}
    </Note>
  );
}

/** It went without a clearance: an incident can be recorded with what is known here. */
function Uncleared({ transfer }: { readonly transfer: TransferDetail }) {
  const t = useText();
  const toast = useToast();
  const goOn = useGoOn();
  const record = useHostCommand('cases.recordIncident');
  const settings = useHostQuery('settings.get', {}).data;
  const { row, columns, decisions } = transfer;
  const submit = async () => {
    if (settings === undefined) return;
    const by = settings.workspace?.person.name || t('inventory.someone');
    const reply = await record.run({
      by,
      columns: {
        title: t('transfers.uncleared.incidentTitle', { number: row.number }),
        kind: 'unlicensedExport',
        discoveredOn: settings.today,
        whatHappened: decisions.find(({ afterTheFact }) => afterTheFact)?.reason ?? '',
        owner: by,
        links: [
          { kind: 'transfer' as const, id: row.id },
          ...columns.items.flatMap(({ assetId }) => (assetId === null ? [] : [{ kind: 'asset' as const, id: assetId }])),
          ...columns.parties.flatMap(({ partyId }) => (partyId === null ? [] : [{ kind: 'party' as const, id: partyId }])),
        ].slice(0, 40),
      },
    });
    if (reply.ok) goOn(recordHref({ kind: 'incident', id: reply.value.row.id }));
    else toast({ message: errorSentence(t, reply.error) });
  };
  return (
    <Note tone="restricted">
      <b>{t('transfers.uncleared.title')}.</b> {t('transfers.uncleared.text')}{' '}
      <Button size="small" busy={record.pending} onClick={() => void submit()}>
        {t('transfers.uncleared.incident')}
      </Button>
    </Note>
  );
}
