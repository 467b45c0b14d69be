import { isDeepStrictEqual } from 'node:util';
import type { AddressFacts } from '../../../../src-shared/model/network.ts';
import { type OpenWorkspace, prepared } from '../../db/index.ts';
import { addressesAfter, keepFacts } from './dictionaries.ts';
import type { Pause } from './keys.ts';
import { writeStep } from './turns.ts';

/** Who knows where addresses are. */
export interface AddressSource {
  /** In the same order, at once; some microseconds each. */
  locate(addresses: readonly string[]): readonly AddressFacts[];
  /** Gets the data ready without holding the thread up; at once where they are. */
  warm(): Promise<void>;
  /** Changes whenever any answer may have changed. */
  readonly basis: string;
}

/** Addresses looked up in one go. */
const addressesASlice = 250;

/**
 * Brings what is known of every address of the logs up to date when databases, lists, exits or allowed networks changed since it was last done;
 * answers how many facts changed. A break in the middle is made good by the next call. Pauses as it goes.
 */
export async function relocateAddresses(workspace: OpenWorkspace, networks: () => AddressSource, pause: Pause): Promise<number> {
  const { basis } = networks();
  const current = prepared<[], { address_basis: string }>(workspace.db, 'SELECT address_basis FROM log_state WHERE one = 1').get();
  if (current?.address_basis === basis || workspace.readOnly !== null) return 0;
  let changed = 0;
  for (let after = 0; ; ) {
    const slice = addressesAfter(workspace.db, after, addressesASlice);
    const last = slice.at(-1);
    if (last === undefined) break;
    await networks().warm();
    const found = networks().locate(slice.map(({ address }) => address));
    const moved = slice.flatMap(({ id, facts }, place) => {
      const now = found[place];
      return now === undefined || (facts !== null && isDeepStrictEqual({ ...facts }, { ...now, address: facts.address }))
        ? []
        : [{ id, facts: now }];
    });
    if (moved.length > 0) {
      await writeStep(workspace, () => {
        for (const { id, facts } of moved) keepFacts(workspace.db, id, facts);
      });
    }
    changed += moved.length;
    after = last.id;
    await pause();
  }
  await workspace.idle();
  // Lists that changed meanwhile are seen by the next call, since their basis is another.
  workspace.writeUntracked(() => prepared(workspace.db, 'UPDATE log_state SET address_basis = ? WHERE one = 1').run(basis));
  return changed;
}
