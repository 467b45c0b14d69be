import type { TransferRow } from '../../../src-shared/contract/transfers.ts';
import { countryName } from '../../../src-shared/text/countries.ts';
import { formatDay } from '../../../src-shared/text/dates.ts';
import { rowWords } from '../../../src-shared/text/transfers.ts';
import { TransferStateWord } from '../../host/index.ts';
import type { ProductText, TableColumn } from '../../ui/index.ts';

/** Columns of the queue. */
export function transferColumns(t: ProductText): ReadonlyArray<TableColumn<TransferRow>> {
  const day = ({ plannedOn, goneOn }: TransferRow) =>
    (goneOn ?? plannedOn) === null ? t('transfers.noDay') : formatDay(goneOn ?? plannedOn ?? '', t.locale);
  const place = ({ destination }: TransferRow) => (destination === null ? '' : countryName(t.locale, destination));
  return [
    {
      id: 'day',
      header: t('transfers.column.day'),
      width: 124,
      whole: true,
      cell: (row) =>
        row.late ? (
          <span className="figures">
            <b className="medium">{day(row)}</b> <span className="visually-hidden">{t('transfers.late')}</span>
          </span>
        ) : (
          <span className="figures">{day(row)}</span>
        ),
      text: (row) => (row.late ? `${day(row)}, ${t('transfers.late')}` : day(row)),
    },
    {
      id: 'number',
      header: t('transfers.column.number'),
      width: 74,
      whole: true,
      hideable: false,
      cell: ({ number }) => <span className="code">{number}</span>,
      text: ({ number }) => number,
    },
    {
      id: 'what',
      header: t('transfers.column.what'),
      width: 220,
      cell: ({ items }) => <b className="medium ellipsis">{items === '' ? '–' : items}</b>,
      text: ({ items }) => items,
    },
    {
      id: 'whom',
      header: t('transfers.column.whom'),
      width: 200,
      cell: ({ parties }) => <span className="ellipsis">{parties === '' ? '–' : parties}</span>,
      text: ({ parties }) => parties,
    },
    {
      id: 'where',
      header: t('transfers.column.where'),
      width: 168,
      givesWay: 1,
      cell: (row) => <span className="ellipsis">{place(row)}</span>,
      text: place,
    },
    {
      id: 'state',
      header: t('transfers.column.state'),
      width: 170,
      whole: true,
      cell: (row) => <TransferStateWord row={row} />,
      text: (row) => t(row.uncleared ? 'transfers.uncleared' : `transfers.state.${row.state}`),
    },
    {
      id: 'why',
      header: t('transfers.column.why'),
      width: 300,
      cell: (row) => <span className="muted ellipsis">{row.uncleared ? '' : rowWords(t, row)}</span>,
      text: (row) => rowWords(t, row),
    },
    {
      id: 'kind',
      header: t('transfers.column.kind'),
      width: 140,
      hiddenAtFirst: true,
      cell: ({ kind }) => t(`transfers.kind.${kind}`),
      text: ({ kind }) => t(`transfers.kind.${kind}`),
    },
    {
      id: 'reference',
      header: t('transfers.column.reference'),
      width: 110,
      hiddenAtFirst: true,
      cell: ({ reference }) => <span className="code ellipsis">{reference}</span>,
      text: ({ reference }) => reference,
    },
    {
      id: 'owner',
      header: t('transfers.column.owner'),
      width: 140,
      hiddenAtFirst: true,
      cell: ({ owner }) => <span className="ellipsis">{owner}</span>,
      text: ({ owner }) => owner,
    },
  ];
}
