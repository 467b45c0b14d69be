import type { RulePack } from '../../../src-shared/model/rule-pack.ts';
import { type Connection, prepared } from '../db/index.ts';
import { foldForSearch } from '../inventory/index.ts';
import { allFrom, daysFrom, foundAmong, foundIn, type RecordSource, titlesFrom } from '../records/index.ts';

const number = "'I-' || substr('000' || number, -max(4, length(number)))";

/** Incidents, as other rooms point at them and as they are found: by number, title and owner. */
export const incidentRecords: RecordSource = {
  kind: 'incident',
  entity: 'incidents',
  titles: titlesFrom('incidents', `${number} || ' ' || title`),
  find: foundIn({
    ...{ from: 'incidents', id: 'id', title: `${number} || ' ' || title`, detail: 'owner' },
    ...{ words: `lower(${number} || ' ' || title || ' ' || owner)`, fold: foldForSearch },
  }),
};

/** Incidents whose time of keeping is watched. */
export const keptIncidents = allFrom(`SELECT id, ${number} || ' ' || title AS title FROM incidents`);
export const incidentDays = daysFrom('closed', 'SELECT id, closed_on AS day FROM incidents WHERE closed_on IS NOT NULL');

const modelsNamed = foundIn({
  ...{ from: 'assets', id: 'id', title: 'name', detail: 'owner_name', words: 'lower(name)' },
  ...{ kept: "kind = 'model' AND archived_at IS NULL", fold: (text) => text.toLowerCase() },
});

/** The gates of a model: the record is the model. What is done at a gate is written down with the model. */
export const gateRecords: RecordSource = {
  kind: 'gate',
  entity: 'gates',
  titles: titlesFrom('assets', 'name', "kind = 'model'"),
  find: (connection, text, limit) => {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    const asked = words.filter((word) => !'gates'.startsWith(word));
    // The name alone finds the model: it is not found twice.
    return asked.length === words.length || asked.length === 0 ? [] : modelsNamed(connection, asked.join(' '), limit);
  },
  alsoWritten: (id) => ({
    where: "entity = 'assets' AND record = @model AND method IN ('cases.passGate', 'cases.nameDestination', 'cases.dropDestination')",
    values: { model: id },
  }),
};

interface WatchItem {
  readonly id: string;
  readonly title: string;
  readonly detail: string;
  readonly words: string;
}

/** The id of an item within its pack. */
const ownId = (id: string): string => id.slice(id.indexOf(':') + 1);

/** Items on the watch, the company's own and those of the packs, by the id the watch shows them under. */
export function watchRecords(packs: (connection: Connection) => readonly RulePack[]): RecordSource {
  const items = (connection: Connection): readonly WatchItem[] => [
    ...prepared<[], { id: string; title: string; why: string; owner: string }>(
      connection.db,
      'SELECT id, title, why, owner FROM watch_items ORDER BY closed, title COLLATE NOCASE',
    )
      .all()
      .map(({ id, title, why, owner }) => ({ id, title, detail: owner, words: `${title} ${why} ${owner}` })),
    ...packs(connection).flatMap(({ manifest, watch }) =>
      (watch?.checks ?? []).map(({ id, title, why }) => ({
        ...{ id: `${manifest.id}:${id}`, title, detail: manifest.title },
        words: `${title} ${why}`,
      })),
    ),
  ];
  return {
    kind: 'ruleWatch',
    entity: 'ruleWatch',
    // The history knows an item of a pack by its own id, other rooms by pack and id.
    titles: (connection, ids) =>
      new Map(
        items(connection).flatMap(({ id, title }) => [id, ownId(id)].flatMap((one) => (ids.includes(one) ? [[one, title] as const] : []))),
      ),
    find: foundAmong(items),
    // A look at an item of a pack is written down under the item's own id.
    alsoWritten: (id) => ({ where: "entity = 'ruleWatch' AND record = @item", values: { item: ownId(id) } }),
  };
}
