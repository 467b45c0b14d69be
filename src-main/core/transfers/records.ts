import { foldForSearch } from '../inventory/index.ts';
import { allFrom, daysFrom, foundIn, type RecordSource, titlesFrom } from '../records/index.ts';

const number = "'T-' || substr('000' || number, -max(4, length(number)))";
/** What a transfer is called, over its table: number and order number, or the first thing that goes. */
export const titleSql = `trim(${number} || ' ' || CASE WHEN reference = '' THEN coalesce((SELECT i.name FROM transfer_items i WHERE i.transfer_id = transfers.id ORDER BY i.place LIMIT 1), '') ELSE reference END)`;

/** Transfers, as other rooms point at them and as they are found: by number, order number, and what goes to whom. */
export const transferRecords: RecordSource = {
  kind: 'transfer',
  entity: 'transfers',
  titles: titlesFrom('transfers', titleSql),
  find: foundIn({
    ...{ from: 'transfers', id: 'id', title: titleSql, detail: "coalesce(planned_on, '')" },
    words: `lower(${number} || ' ' || reference || ' ' || coalesce((SELECT group_concat(name, ' ') FROM transfer_items WHERE transfer_id = transfers.id), '')
      || ' ' || coalesce((SELECT group_concat(name, ' ') FROM transfer_parties WHERE transfer_id = transfers.id), ''))`,
    fold: foldForSearch,
  }),
};

/** Transfers whose time of keeping is watched: those that went. */
export const keptTransfers = allFrom(`SELECT id, ${titleSql} AS title FROM transfers WHERE ended = 'gone'`);
export const transferDays = daysFrom('export', "SELECT id, gone_on AS day FROM transfers WHERE ended = 'gone' AND gone_on IS NOT NULL");
