import type { TransferRow } from '../../../src-shared/contract/transfers.ts';
import { countryName } from '../../../src-shared/text/countries.ts';
import { formatDay } from '../../../src-shared/text/dates.ts';
import { rowWords } from '../../../src-shared/text/transfers.ts';
import { EmptyState, LinkButton, SimpleTable, useText } from '../../ui/index.ts';
import { useHostQuery } from '../hooks.ts';
import { QueryView } from '../QueryView.tsx';
import { TransferStateWord } from './StateWord.tsx';

/** Transfers that an asset or a party is part of, the latest day first. Stands on the record's own page. */
export function TransfersOf({ record }: { readonly record: { readonly kind: 'asset' | 'party'; readonly id: string } }) {
  const t = useText();
  const of = useHostQuery('transfers.of', { record });
  return (
    <QueryView query={of} rows={4}>
      {({ rows }) =>
        rows.length === 0 ? (
          <EmptyState
            inline
            title={t('transfers.of.none')}
            actions={<LinkButton href="#/transfers?add=transfer">{t('transfers.new')}</LinkButton>}
          >
            {t('transfers.of.noneText')}
          </EmptyState>
        ) : (
          <SimpleTable<TransferRow>
            label={t('transfers.of.title')}
            place="inline"
            rowKey={({ id }) => id}
            groups={[{ id: 'all', rows }]}
            columns={[
              {
                id: 'number',
                header: t('transfers.column.number'),
                width: 90,
                cell: ({ id, number }) => (
                  <a className="code" href={`#/transfers/${id}`}>
                    {number}
                  </a>
                ),
              },
              {
                id: 'day',
                header: t('transfers.column.day'),
                width: 120,
                cell: ({ goneOn, plannedOn }) => {
                  const day = goneOn ?? plannedOn;
                  return day === null ? t('transfers.noDay') : formatDay(day, t.locale);
                },
              },
              {
                id: 'what',
                header: t(record.kind === 'asset' ? 'transfers.column.whom' : 'transfers.column.what'),
                minWidth: 160,
                cell: ({ items, parties }) => (record.kind === 'asset' ? parties : items),
              },
              {
                id: 'where',
                header: t('transfers.column.where'),
                width: 130,
                fold: { under: 'what', order: 1 },
                cell: ({ destination }) => (destination === null ? '' : countryName(t.locale, destination)),
              },
              {
                id: 'state',
                header: t('transfers.column.state'),
                width: 190,
                cell: (row) => <TransferStateWord row={row} />,
              },
              {
                id: 'why',
                header: t('transfers.column.why'),
                minWidth: 200,
                fold: { under: 'state', order: 2 },
                cell: (row) => <span className="muted">{row.uncleared ? '' : rowWords(t, row)}</span>,
              },
            ]}
          />
        )
      }
    </QueryView>
  );
}
