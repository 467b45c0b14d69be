import type { AssetRow } from '../../../../src-shared/contract/inventory.ts';
import { Avatar, Day, type ProductText, ProgressBar, Quantity, RangeBar, StandingStatus, type TableColumn } from '../../../ui/index.ts';
import type { RoomId } from '../rooms.ts';
import { choiceWord, classificationWords } from '../words.ts';
import classes from './list.module.css';

/** Lines people know: 10²⁵ of the EU AI Act and of guides, 10²⁶ of 4E091. Drawn, never used to decide. */
const computeLimits = [{ value: 1e25, dashed: true }, { value: 1e26 }];

const nameColumn = (t: ProductText, width: number): TableColumn<AssetRow> => ({
  id: 'name',
  header: t('inventory.column.name'),
  width,
  sortable: true,
  hideable: false,
  cell: (row) => (
    <span className={classes['name']}>
      <b>{row.name}</b> <span className="muted">{row.versionLabel}</span>
    </span>
  ),
  text: (row) => `${row.name} ${row.versionLabel}`.trim(),
});

const standingColumn = (t: ProductText, width: number): TableColumn<AssetRow> => ({
  id: 'standing',
  header: t('inventory.column.us'),
  width,
  whole: true,
  sortable: true,
  cell: (row) => (
    <span className={classes['standing']}>
      <StandingStatus standing={row.standing} label={classificationWords(t, row)} />
      {row.stale ? <span className="caption muted">{t('inventory.stale')}</span> : null}
    </span>
  ),
  text: (row) => classificationWords(t, row),
});

const tailColumns = (t: ProductText): TableColumn<AssetRow>[] => [
  {
    id: 'completeness',
    header: t('inventory.column.facts'),
    width: 84,
    align: 'end',
    sortable: true,
    cell: (row) => (
      <span className={classes['share']}>
        <ProgressBar
          value={Math.round(row.completeness * 100)}
          max={100}
          label={t('inventory.column.facts')}
          quiet={row.completeness >= 1}
        />
        <span className="figures">{Math.round(row.completeness * 100)}</span>
      </span>
    ),
    text: (row) => String(Math.round(row.completeness * 100)),
  },
  {
    id: 'ownerName',
    header: t('inventory.column.owner'),
    width: 60,
    sortable: true,
    cell: (row) => (row.ownerName === '' ? <span className="muted">–</span> : <Avatar name={row.ownerName} />),
    text: (row) => row.ownerName,
  },
  {
    id: 'openQuestions',
    header: t('inventory.column.questions'),
    width: 92,
    align: 'end',
    sortable: true,
    hiddenAtFirst: true,
    cell: (row) => <span className="figures">{row.openQuestions}</span>,
    text: (row) => String(row.openQuestions),
  },
  {
    id: 'stage',
    header: t('inventory.column.stage'),
    width: 132,
    sortable: true,
    hiddenAtFirst: true,
    cell: (row) => t(`stage.${row.stage}`),
    text: (row) => t(`stage.${row.stage}`),
  },
  {
    id: 'siteName',
    header: t('inventory.column.site'),
    width: 150,
    sortable: true,
    hiddenAtFirst: true,
    cell: (row) => row.siteName,
    text: (row) => row.siteName,
  },
  {
    id: 'updatedAt',
    header: t('inventory.column.updated'),
    width: 104,
    whole: true,
    sortable: true,
    hiddenAtFirst: true,
    cell: (row) => <Day value={row.updatedAt} />,
    text: (row) => row.updatedAt.slice(0, 10),
  },
];

/** How a model was come by; what sort of chip, computer or software anything else is. */
const role = (t: ProductText, header: string, width: number): TableColumn<AssetRow> => ({
  id: 'role',
  header,
  width,
  sortable: true,
  cell: (row) => (row.role === '' ? <span className="muted">{t('common.unknownWord')}</span> : choiceWord(t, row.role)),
  text: (row) => (row.role === '' ? '' : choiceWord(t, row.role)),
});

const kind = (t: ProductText, width: number): TableColumn<AssetRow> => ({
  id: 'kind',
  header: t('inventory.column.kind'),
  width,
  sortable: true,
  cell: (row) => t(`assetKind.${row.kind}`),
  text: (row) => t(`assetKind.${row.kind}`),
});

const figure = (id: 'tpp' | 'performanceDensity', header: string, width: number): TableColumn<AssetRow> => ({
  id,
  header,
  width,
  align: 'end',
  sortable: true,
  cell: (row) => (row.kind === 'chip' ? <Quantity value={row[id]} digits={4} /> : <span className="muted">–</span>),
  text: (row) => (row[id] === null ? '' : String(row[id])),
});

/** Columns of a room's list, in the order they first appear. */
export function columnsOf(room: RoomId, t: ProductText): readonly TableColumn<AssetRow>[] {
  const name = nameColumn(t, room === 'systems' ? 200 : 220);
  const standing = standingColumn(t, room === 'systems' ? 164 : 190);
  const tail = tailColumns(t);
  switch (room) {
    case 'models':
      return [
        name,
        role(t, t('inventory.column.origin'), 112),
        {
          id: 'compute',
          header: t('inventory.column.compute'),
          width: 196,
          whole: true,
          sortable: true,
          cell: (row) => <RangeBar range={row.compute} limits={computeLimits} />,
          text: (row) => (row.compute === null ? '' : String(row.compute.likely)),
        },
        {
          id: 'weights',
          header: t('inventory.column.weights'),
          width: 94,
          sortable: true,
          cell: (row) => t(`inventory.weights.${row.weights}`),
          text: (row) => t(`inventory.weights.${row.weights}`),
        },
        standing,
        ...tail,
      ];
    case 'systems':
      return [
        name,
        kind(t, 82),
        role(t, t('inventory.column.type'), 98),
        figure('tpp', t('inventory.column.tpp'), 78),
        figure('performanceDensity', t('inventory.column.density'), 100),
        {
          id: 'dataCentre',
          header: t('inventory.column.dataCentre'),
          width: 88,
          cell: (row) => t(`inventory.dataCentre.${row.dataCentre}`),
          text: (row) => t(`inventory.dataCentre.${row.dataCentre}`),
        },
        standing,
        ...tail,
      ];
    case 'software':
      return [
        name,
        kind(t, 110),
        role(t, t('inventory.column.type'), 150),
        {
          id: 'purpose',
          header: t('inventory.column.purpose'),
          width: 260,
          cell: (row) => <span className={classes['purpose']}>{row.purpose}</span>,
          text: (row) => row.purpose,
        },
        standing,
        ...tail,
      ];
  }
}
