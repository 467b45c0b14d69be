import { type OpenWorkspace, prepared } from '../../db/index.ts';
import { readBlock } from './blocks.ts';
import { createEventArrays } from './columns.ts';
import type { Pause } from './keys.ts';

const tables = {
  account: 'log_accounts',
  address: 'log_addresses',
  resource: 'log_resources',
  action: 'log_actions',
  loggedCountry: 'log_countries',
} as const;

/** Drops accounts, addresses and the like that no event names any more: after an import was taken away its names must not stay. */
import { writeStep } from './turns.ts';
export async function dropUnusedTexts(workspace: OpenWorkspace, pause: Pause): Promise<void> {
  const used = { account: marks(), address: marks(), resource: marks(), action: marks(), loggedCountry: marks() };
  const blocks = workspace.db
    .prepare<[], { id: number; import: number; lastId: number; events: number; firstAt: number; lastAt: number }>(
      'SELECT id, import, last_id AS lastId, events, first_at AS firstAt, last_at AS lastAt FROM log_events ORDER BY id',
    )
    .all();
  const events = createEventArrays(blocks.reduce((most, block) => Math.max(most, block.events), 0));
  for (const block of blocks) {
    if (readBlock(workspace.db, block, events))
      for (const name of Object.keys(tables) as (keyof typeof tables)[]) used[name].add(events[name], block.events);
    await pause();
  }
  for (const [name, table] of Object.entries(tables) as [keyof typeof tables, string][]) {
    const ids = workspace.db.prepare<[], number>(`SELECT id FROM ${table}`).pluck().all();
    const unused = ids.filter((id) => !used[name].has(id));
    for (let at = 0; at < unused.length; at += 500) {
      await writeStep(workspace, () => {
        const remove = prepared<[number]>(workspace.db, `DELETE FROM ${table} WHERE id = ?`);
        for (const id of unused.slice(at, at + 500)) remove.run(id);
      });
      await pause();
    }
  }
}

/** A set of small numbers. */
function marks() {
  let seen = new Uint8Array(1024);
  return {
    add(numbers: ArrayLike<number>, length: number) {
      for (let place = 0; place < length; place += 1) {
        const number = numbers[place] ?? 0;
        if (number >= seen.length) {
          const more = new Uint8Array(Math.max(number + 1, seen.length * 2));
          more.set(seen);
          seen = more;
        }
        seen[number] = 1;
      }
    },
    has: (number: number): boolean => seen[number] === 1,
  };
}
