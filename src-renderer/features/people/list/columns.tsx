import type { PersonRow } from '../../../../src-shared/contract/people.ts';
import { Day, type ProductText, type TableColumn } from '../../../ui/index.ts';
import { employmentWord, PositionWord, TieStateWord, tieStateText } from '../words.tsx';

const plain = (
  id: 'team' | 'role' | 'site' | 'externalId',
  header: string,
  width: number,
  hiddenAtFirst = false,
): TableColumn<PersonRow> => ({
  id,
  header,
  width,
  sortable: true,
  hiddenAtFirst,
  cell: (row) => <span className="ellipsis">{row[id]}</span>,
  text: (row) => row[id],
});

/** Columns of the list of people. None of them holds a nationality. */
export function peopleColumns(t: ProductText, today: string): ReadonlyArray<TableColumn<PersonRow>> {
  return [
    {
      id: 'name',
      header: t('people.column.name'),
      width: 160,
      sortable: true,
      hideable: false,
      cell: (row) => <b className="medium ellipsis">{row.name}</b>,
      text: (row) => row.name,
    },
    plain('externalId', t('people.column.externalId'), 96, true),
    plain('team', t('people.column.team'), 110),
    plain('role', t('people.column.role'), 168),
    plain('site', t('people.column.site'), 120, true),
    {
      id: 'employment',
      header: t('people.column.employment'),
      width: 140,
      givesWay: 1,
      sortable: true,
      cell: (row) =>
        row.employment === null ? <span className="muted">{employmentWord(t, null)}</span> : employmentWord(t, row.employment),
      text: (row) => employmentWord(t, row.employment),
    },
    {
      id: 'position',
      header: t('people.column.position'),
      width: 170,
      whole: true,
      cell: (row) => <PositionWord position={row.position} />,
      text: (row) => (row.position === null ? '' : t(`people.position.${row.position}`)),
    },
    {
      id: 'findings',
      header: t('people.column.findings'),
      width: 68,
      align: 'end',
      cell: (row) => (row.findings === null ? <span className="muted">–</span> : <span className="figures">{row.findings}</span>),
      text: (row) => (row.findings === null ? '' : String(row.findings)),
    },
    {
      id: 'accounts',
      header: t('people.column.accounts'),
      width: 84,
      align: 'end',
      sortable: true,
      hiddenAtFirst: true,
      cell: (row) => <span className="figures">{row.accounts}</span>,
      text: (row) => String(row.accounts),
    },
    {
      id: 'citizenship',
      header: t('people.column.citizenship'),
      width: 164,
      whole: true,
      sortable: true,
      cell: (row) => <TieStateWord state={row.citizenship} sourced={row.sourced} />,
      text: (row) => tieStateText(t, row),
    },
    {
      id: 'startOn',
      header: t('people.column.startOn'),
      width: 104,
      whole: true,
      sortable: true,
      hiddenAtFirst: true,
      cell: (row) => <Day value={row.startOn} />,
      text: (row) => row.startOn ?? '',
    },
    {
      id: 'lastDay',
      header: t('people.column.lastDay'),
      width: 102,
      whole: true,
      sortable: true,
      cell: (row) => (
        <span className={row.lastDay !== null && row.lastDay < today ? 'medium' : ''}>
          <Day value={row.lastDay} />
        </span>
      ),
      text: (row) => row.lastDay ?? '',
    },
  ];
}
