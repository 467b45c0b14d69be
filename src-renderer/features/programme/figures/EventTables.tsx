import type { EventSum, FigureEvent, OwnFigures } from '../../../../src-shared/contract/figures.ts';
import { formatDay } from '../../../../src-shared/text/dates.ts';
import { errorSentence, useHostCommand } from '../../../host/index.ts';
import { Panel, type SimpleColumn, SimpleTable, useText, useToast } from '../../../ui/index.ts';
import classes from '../programme.module.css';
import { ChangeButtons } from './ChangeButtons.tsx';
import { moneyText } from './words.ts';

interface EventTablesProps {
  readonly figures: Pick<OwnFigures, 'events' | 'eventSums'>;
  readonly onOpen: (line: FigureEvent) => void;
}

/** What came of it: sums by kind, then each event. */
export function EventTables({ figures: { events, eventSums }, onOpen }: EventTablesProps) {
  const t = useText();
  const toast = useToast();
  const remove = useHostCommand('figures.removeEvent');
  const undo = useHostCommand('journal.undo');
  const drop = async ({ id, revision, title }: FigureEvent) => {
    const reply = await remove.run({ id, revision });
    if (reply.ok) toast({ message: t('figures.event.removed', { title }), onUndo: () => void undo.run({}) });
  };
  const sums: readonly SimpleColumn<EventSum>[] = [
    { id: 'kind', header: t('figures.event.kind'), minWidth: 240, cell: ({ kind }) => t(`figures.event.${kind}`) },
    { id: 'count', header: t('figures.count'), width: 110, align: 'end', cell: ({ count }) => <span className="figures">{count}</span> },
    {
      id: 'amount',
      header: t('figures.event.amount'),
      width: 220,
      align: 'end',
      cell: ({ amounts }) => <span className="figures">{amounts.length === 0 ? '–' : moneyText(amounts, t.locale)}</span>,
    },
    {
      id: 'days',
      header: t('figures.median'),
      width: 200,
      align: 'end',
      cell: ({ medianDays, timed }) => (medianDays === null ? '–' : t('figures.timed', { median: medianDays, timed })),
    },
  ];
  const lines: readonly SimpleColumn<FigureEvent>[] = [
    { id: 'on', header: t('figures.event.on'), width: 120, cell: (row) => formatDay(row.on, t.locale) },
    {
      id: 'title',
      header: t('figures.event.title'),
      minWidth: 240,
      cell: (row) => (
        <span className={classes['cellStack']}>
          <span>{row.title}</span>
          {row.because === '' ? null : <span className="caption muted">{row.because}</span>}
        </span>
      ),
    },
    {
      id: 'kind',
      header: t('figures.event.kind'),
      width: 230,
      fold: { under: 'title', order: 1 },
      cell: (row) => t(`figures.event.${row.kind}`),
    },
    {
      id: 'amount',
      header: t('figures.event.amount'),
      width: 150,
      align: 'end',
      cell: (row) => (
        <span className="figures">{row.amount === null ? '–' : moneyText([{ currency: row.currency, amount: row.amount }], t.locale)}</span>
      ),
    },
    {
      id: 'days',
      header: t('programme.settings.days'),
      width: 90,
      align: 'end',
      cell: (row) => <span className="figures">{row.days === null ? '–' : row.days.toLocaleString(t.locale)}</span>,
    },
    {
      id: 'source',
      header: t('figures.cost.source'),
      width: 150,
      fold: { under: 'title', order: 0 },
      cell: (row) => <span className="muted">{row.source}</span>,
    },
    {
      id: 'do',
      header: '',
      width: 76,
      cell: (row) => <ChangeButtons what={row.title} onEdit={() => onOpen(row)} onRemove={() => void drop(row)} />,
    },
  ];
  return (
    <>
      <Panel title={t('figures.events')}>
        {events.length === 0 ? (
          <p className="muted">{t('figures.events.none')}</p>
        ) : (
          <SimpleTable
            label={t('figures.events')}
            columns={sums}
            groups={[{ id: 'all', rows: eventSums }]}
            rowKey={({ kind }) => kind}
            place="panel"
          />
        )}
      </Panel>
      {remove.error === null ? null : <p role="alert">{errorSentence(t, remove.error)}</p>}
      {events.length === 0 ? null : (
        <Panel title={t('report.table.eventLines')}>
          <SimpleTable
            label={t('report.table.eventLines')}
            columns={lines}
            groups={[{ id: 'all', rows: events }]}
            rowKey={(row) => row.id}
            place="panel"
            rowHeight={56}
          />
        </Panel>
      )}
    </>
  );
}
