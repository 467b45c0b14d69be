import { foundAmong, type RecordSource } from '../records/index.ts';
import { knownList, knownLists, trainingList } from './catalogue.ts';
import { currentVersions } from './store/versions.ts';
import { listTitle } from './views.ts';

/** Lists that parties are screened against, as other rooms point at them, by their codes: those known, held or not, and the company's own. */
export const listRecords: RecordSource = {
  kind: 'list',
  entity: 'lists',
  titles(connection, ids) {
    const held = currentVersions(connection);
    return new Map(ids.filter((id) => held.has(id) || id === trainingList || knownList(id) !== undefined).map((id) => [id, listTitle(id)]));
  },
  find: foundAmong((connection) =>
    [...new Set([...currentVersions(connection).keys(), ...knownLists.map(({ code }) => code), trainingList])].map((id) => {
      const publisher = knownList(id)?.publisher ?? '';
      return { id, title: listTitle(id), detail: publisher, words: `${id} ${listTitle(id)} ${publisher}` };
    }),
  ),
  // One file may bring versions of several lists: the entry names them all.
  alsoWritten: (id) => ({
    where:
      "substr(method, 1, 6) = 'lists.' AND (json_extract(params, '$.list') = @list OR instr(', ' || json_extract(params, '$.lists') || ',', ', ' || @list || ',') > 0)",
    values: { list: id },
  }),
};
