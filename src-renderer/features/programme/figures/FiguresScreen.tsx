import { IconPencil, IconPlus, IconPrinter, IconTrash } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { CostLine, CostSum, EventSum, FigureEvent, OwnFigures } from '../../../../src-shared/contract/figures.ts';
import { formatDay } from '../../../../src-shared/text/dates.ts';
import { type Command, useScreenCommands } from '../../../app/commands.tsx';
import { errorSentence, QueryView, useHostCommand, useHostQuery } from '../../../host/index.ts';
import {
  Button,
  EmptyState,
  IconButton,
  Note,
  Page,
  PageHeader,
  Panel,
  ProgrammePlaces,
  type SimpleColumn,
  SimpleTable,
  useText,
  useToast,
} from '../../../ui/index.ts';
import classes from '../programme.module.css';
import { Beside } from './Beside.tsx';
import { CostDialog } from './CostDialog.tsx';
import { EventDialog } from './EventDialog.tsx';
import { moneyText } from './words.ts';

type Open =
  | { readonly what: 'cost'; readonly line: CostLine | null }
  | { readonly what: 'event'; readonly line: FigureEvent | null }
  | null;

/** The company's own figures: what complying takes, what came of it, and beside it what the rules allow at most and how long cases take. */
export function FiguresScreen() {
  const t = useText();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const figures = useHostQuery('figures.get', {});
  const [chosen, setOpen] = useState<Open>(null);
  const start = params.get('start');
  const open: Open = chosen ?? (start === 'cost' || start === 'event' ? { what: start, line: null } : null);
  const close = () => {
    setOpen(null);
    if (start !== null) setParams({}, { replace: true });
  };
  const commands = useMemo(
    (): readonly Command[] => [
      { id: 'figures.cost', titleKey: 'figures.cost.add', shortcut: 'N', run: () => setOpen({ what: 'cost', line: null }) },
      { id: 'figures.event', titleKey: 'figures.event.add', shortcut: 'R', run: () => setOpen({ what: 'event', line: null }) },
    ],
    [],
  );
  useScreenCommands(commands);
  const addCost = (
    <Button kind="primary" icon={IconPlus} shortcut="N" onClick={() => setOpen({ what: 'cost', line: null })}>
      {t('figures.cost.add')}
    </Button>
  );
  const addEvent = (
    <Button icon={IconPlus} shortcut="R" onClick={() => setOpen({ what: 'event', line: null })}>
      {t('figures.event.add')}
    </Button>
  );
  return (
    <Page
      padded
      header={
        <PageHeader
          title={t('programme.title')}
          subtitle={
            figures.data === undefined
              ? undefined
              : t('figures.subtitle', { costs: figures.data.costs.length, events: figures.data.events.length })
          }
          actions={
            <>
              <Button icon={IconPrinter} onClick={() => void navigate('/reports/own-figures')}>
                {t('figures.report')}
              </Button>
              {addEvent}
              {addCost}
            </>
          }
        >
          <ProgrammePlaces here="figures" />
        </PageHeader>
      }
    >
      <QueryView query={figures}>
        {(data) => (
          <div className={classes['stack']}>
            {data.costs.length + data.events.length === 0 ? (
              <EmptyState title={t('figures.empty')} actions={addCost}>
                {t('figures.emptyText')}
              </EmptyState>
            ) : (
              <>
                <Note tone="quiet">{t('figures.own')}</Note>
                <Costs figures={data} onOpen={(line) => setOpen({ what: 'cost', line })} />
                <Events figures={data} onOpen={(line) => setOpen({ what: 'event', line })} />
              </>
            )}
            <Beside />
            {open?.what === 'cost' ? <CostDialog cost={open.line} currency={data.currency} onClose={close} /> : null}
            {open?.what === 'event' ? <EventDialog event={open.line} currency={data.currency} onClose={close} /> : null}
          </div>
        )}
      </QueryView>
    </Page>
  );
}

interface LinesProps<Line> {
  readonly figures: OwnFigures;
  readonly onOpen: (line: Line) => void;
}

function Costs({ figures: { costs, costSums }, onOpen }: LinesProps<CostLine>) {
  const t = useText();
  const toast = useToast();
  const remove = useHostCommand('figures.removeCost');
  const undo = useHostCommand('journal.undo');
  const drop = async ({ id, revision, what }: CostLine) => {
    const reply = await remove.run({ id, revision });
    if (reply.ok) toast({ message: t('figures.cost.removed', { title: what }), onUndo: () => void undo.run({}) });
  };
  const hours = (value: number | null) =>
    value === null || value === 0 ? <span className="muted">–</span> : value.toLocaleString(t.locale);
  const sums: readonly SimpleColumn<CostSum>[] = [
    {
      id: 'activity',
      header: t('figures.cost.activity'),
      minWidth: 200,
      cell: ({ activity }) =>
        activity === null ? <b className="medium">{t('figures.activity.all')}</b> : t(`figures.activity.${activity}`),
    },
    {
      id: 'hours',
      header: t('figures.cost.hours'),
      width: 120,
      align: 'end',
      cell: (row) => <span className="figures">{hours(row.hours)}</span>,
    },
    {
      id: 'amount',
      header: t('figures.cost.amount'),
      width: 260,
      align: 'end',
      cell: ({ amounts }) => <span className="figures">{moneyText(amounts, t.locale)}</span>,
    },
  ];
  const lines: readonly SimpleColumn<CostLine>[] = [
    { id: 'what', header: t('figures.cost.what'), minWidth: 200, cell: (row) => row.what },
    { id: 'activity', header: t('figures.cost.activity'), width: 130, cell: (row) => t(`figures.activity.${row.activity}`) },
    {
      id: 'hours',
      header: t('figures.cost.hours'),
      width: 100,
      align: 'end',
      cell: (row) => <span className="figures">{hours(row.hours)}</span>,
    },
    {
      id: 'amount',
      header: t('figures.cost.amount'),
      width: 170,
      align: 'end',
      cell: (row) => (
        <span className="figures">{row.amount === null ? '–' : moneyText([{ currency: row.currency, amount: row.amount }], t.locale)}</span>
      ),
    },
    {
      id: 'source',
      header: t('figures.cost.source'),
      width: 190,
      fold: { under: 'what', order: 0 },
      cell: (row) => <span className="muted">{row.source}</span>,
    },
    {
      id: 'do',
      header: '',
      width: 76,
      cell: (row) => (
        <span className="row" style={{ gap: 0 }}>
          <IconButton icon={IconPencil} label={`${t('programme.edit')}: ${row.what}`} onClick={() => onOpen(row)} />
          <IconButton icon={IconTrash} label={`${t('programme.remove')}: ${row.what}`} onClick={() => void drop(row)} />
        </span>
      ),
    },
  ];
  const years = [...new Set(costs.map(({ year }) => year))];
  return (
    <>
      <Panel title={t('figures.costs')}>
        {costs.length === 0 ? (
          <p className="muted">{t('figures.costs.none')}</p>
        ) : (
          <SimpleTable
            label={t('figures.costs')}
            columns={sums}
            groups={years.map((year) => ({ id: String(year), title: String(year), rows: costSums.filter((sum) => sum.year === year) }))}
            rowKey={({ year, activity }) => `${year} ${activity ?? 'all'}`}
            place="panel"
          />
        )}
      </Panel>
      {remove.error === null ? null : <p role="alert">{errorSentence(t, remove.error)}</p>}
      {costs.length === 0 ? null : (
        <Panel title={t('report.table.costLines')}>
          <SimpleTable
            label={t('report.table.costLines')}
            columns={lines}
            groups={years.map((year) => ({ id: String(year), title: String(year), rows: costs.filter((line) => line.year === year) }))}
            rowKey={(row) => row.id}
            place="panel"
          />
        </Panel>
      )}
    </>
  );
}

function Events({ figures: { events, eventSums }, onOpen }: LinesProps<FigureEvent>) {
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
      cell: (row) => (
        <span className="row" style={{ gap: 0 }}>
          <IconButton icon={IconPencil} label={`${t('programme.edit')}: ${row.title}`} onClick={() => onOpen(row)} />
          <IconButton icon={IconTrash} label={`${t('programme.remove')}: ${row.title}`} onClick={() => void drop(row)} />
        </span>
      ),
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
