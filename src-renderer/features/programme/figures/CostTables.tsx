import type { CostLine, CostSum, OwnFigures } from '../../../../src-shared/contract/figures.ts';
import { errorSentence, useHostCommand } from '../../../host/index.ts';
import { Panel, type SimpleColumn, SimpleTable, useText, useToast } from '../../../ui/index.ts';
import { ChangeButtons } from './ChangeButtons.tsx';
import { moneyText } from './words.ts';

interface CostTablesProps {
  readonly figures: Pick<OwnFigures, 'costs' | 'costSums'>;
  readonly onOpen: (line: CostLine) => void;
}

/** What complying takes: sums by year and activity, then each entry. */
export function CostTables({ figures: { costs, costSums }, onOpen }: CostTablesProps) {
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
      cell: (row) => <ChangeButtons what={row.what} onEdit={() => onOpen(row)} onRemove={() => void drop(row)} />,
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
