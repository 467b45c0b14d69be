import { IconPlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { RiskRowView } from '../../../../src-shared/contract/programme.ts';
import { countryName } from '../../../../src-shared/text/countries.ts';
import { errorSentence, useHostCommand } from '../../../host/index.ts';
import {
  Button,
  DataTable,
  EmptyState,
  isSelected,
  nothingSelected,
  type ProductText,
  type Selection,
  type Sort,
  selectedCount,
  type TableColumn,
  useTableLayout,
  useText,
  useToast,
} from '../../../ui/index.ts';
import classes from '../programme.module.css';
import { BandWord, endUseWords, MoveWord, misuseWords } from '../words.tsx';

interface RiskTableProps {
  readonly riskId: string;
  readonly rows: readonly RiskRowView[];
  readonly draft: boolean;
  readonly active: string | null;
  readonly onActive: (id: string | null) => void;
  readonly onAdd: () => void;
}

const left = (row: RiskRowView) => row.scoreAfter ?? row.score;

function columnsOf(t: ProductText): readonly TableColumn<RiskRowView>[] {
  const model = (row: RiskRowView) => (row.subject.assetId === null ? t('programme.risk.everyModel') : row.assetName);
  const text = (of: (row: RiskRowView) => string) => ({ cell: of, text: of });
  return [
    { id: 'model', header: t('programme.risk.model'), width: 150, whole: true, sortable: true, hideable: false, ...text(model) },
    { id: 'misuse', header: t('programme.risk.misuse'), width: 200, sortable: true, ...text((row) => misuseWords(t, row.subject.misuse)) },
    {
      id: 'country',
      header: t('programme.risk.country'),
      width: 140,
      givesWay: 6,
      sortable: true,
      ...text((row) => countryName(t.locale, row.subject.country)),
    },
    {
      id: 'left',
      header: t('programme.risk.left'),
      width: 120,
      whole: true,
      sortable: true,
      cell: (row) => <BandWord band={row.band} score={left(row)} />,
      text: (row) => (row.band === null ? t('programme.risk.unrated') : `${t(`programme.risk.band.${row.band}`)} ${left(row)}`),
    },
    {
      id: 'last',
      header: t('programme.risk.lastTime'),
      width: 120,
      whole: true,
      givesWay: 4,
      cell: (row) => <MoveWord row={row} />,
      text: (row) => (row.move === null ? '' : t(`programme.risk.move.${row.move}`, { last: row.last ?? '' })),
    },
    {
      id: 'score',
      header: t('programme.risk.without'),
      width: 84,
      align: 'end',
      givesWay: 2,
      sortable: true,
      cell: (row) => <span className="figures">{row.score ?? '–'}</span>,
      text: (row) => String(row.score ?? ''),
    },
    {
      id: 'endUse',
      header: t('programme.risk.endUse'),
      width: 150,
      givesWay: 1,
      sortable: true,
      ...text((row) => endUseWords(t, row.subject.endUse)),
    },
    {
      id: 'treatment',
      header: t('programme.risk.treatment'),
      width: 130,
      givesWay: 5,
      sortable: true,
      ...text((row) => (row.treatment === null ? '' : t(`programme.risk.treatment.${row.treatment}`))),
    },
    { id: 'owner', header: t('programme.risk.owner'), width: 140, givesWay: 3, sortable: true, ...text((row) => row.owner) },
    {
      id: 'due',
      header: t('programme.risk.due'),
      width: 110,
      whole: true,
      hiddenAtFirst: true,
      sortable: true,
      ...text((row) => row.due ?? ''),
    },
  ];
}

/** The lines, sortable, with what is left of each; the one at hand is rated beside the table. */
export function RiskTable({ riskId, rows, draft, active, onActive, onAdd }: RiskTableProps) {
  const t = useText();
  const toast = useToast();
  const columns = useMemo(() => columnsOf(t), [t]);
  const layout = useTableLayout('programme.risks', columns);
  const remove = useHostCommand('programme.removeRiskRows');
  const undo = useHostCommand('journal.undo');
  const [selection, setSelection] = useState<Selection>(nothingSelected);
  const [sort, setSort] = useState<Sort>({ column: 'left', direction: 'descending' });
  const sorted = useMemo(() => {
    const column = columns.find(({ id }) => id === sort.column);
    const value = (row: RiskRowView): string | number =>
      sort.column === 'score' ? (row.score ?? 0) : sort.column === 'left' ? (left(row) ?? 0) : (column?.text(row).toLowerCase() ?? '');
    const way = sort.direction === 'ascending' ? 1 : -1;
    return [...rows].sort((a, b) => (value(a) < value(b) ? -way : value(a) > value(b) ? way : 0));
  }, [rows, sort, columns]);
  const count = selectedCount(selection, sorted.length);
  const drop = async () => {
    const ids = sorted.filter((row) => isSelected(selection, row.id)).map(({ id }) => id);
    const reply = await remove.run({ riskId, ids: ids.slice(0, 400) });
    if (!reply.ok) return;
    setSelection(nothingSelected);
    toast({ message: t('programme.risk.removed', { count: ids.length }), onUndo: () => void undo.run({}) });
  };
  return (
    <>
      {count > 0 && draft ? (
        <div className={classes['headed']} style={{ padding: '8px var(--gutter)' }}>
          <span className="figures">{t('programme.risk.selected', { count })}</span>
          <span className="row">
            {remove.error === null ? null : <span>{errorSentence(t, remove.error)}</span>}
            <Button size="small" busy={remove.pending} onClick={() => void drop()}>
              {t('programme.remove')}
            </Button>
          </span>
        </div>
      ) : null}
      <DataTable<RiskRowView>
        label={t('programme.risk.rows')}
        layout={layout}
        rowCount={sorted.length}
        getRow={(index) => sorted[index]}
        rowKey={(row) => row.id}
        sort={sort}
        onSort={setSort}
        {...(draft ? { selection, onSelectionChange: setSelection } : {})}
        active={active}
        onActiveChange={(row) => onActive(row.id)}
        onOpen={(row) => onActive(row.id)}
        legend={t('programme.risk.scale')}
        empty={
          <EmptyState
            title={t('programme.risk.noRows')}
            actions={
              draft ? (
                <Button kind="primary" icon={IconPlus} onClick={onAdd}>
                  {t('programme.risk.add')}
                </Button>
              ) : undefined
            }
          >
            {t('programme.risk.noRowsText')}
          </EmptyState>
        }
      />
    </>
  );
}
