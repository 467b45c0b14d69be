import type { RulePack } from '../../../src-shared/model/rule-pack.ts';
import type { Connection } from '../db/index.ts';
import { foundAmong, type RecordSource } from '../records/index.ts';

/** Rule packs as other rooms point at them: by id, whatever version is in use. */
export const packRecords = (packs: (connection: Connection) => readonly RulePack[]): RecordSource => ({
  kind: 'rulePack',
  entity: 'rulePacks',
  titles: (connection, ids) =>
    new Map(packs(connection).flatMap(({ manifest: { id, title } }) => (ids.includes(id) ? [[id, title] as const] : []))),
  find: foundAmong((connection) =>
    packs(connection).map(({ manifest: { id, title, version, jurisdiction } }) => ({
      ...{ id, title, detail: version },
      words: `${id} ${title} ${jurisdiction}`,
    })),
  ),
  // Packs are switched on and off by their title, and looked through on the watch.
  alsoWritten: (id) => ({ where: "entity = 'ruleWatch' AND record = @pack", values: { pack: id } }),
});
