import type { Reach } from '../../../src-shared/contract/people.ts';
import { plainText } from '../importers/index.ts';

/** An asset with a control entry, and who should reach it; null where nobody said. */
export interface ControlledAsset {
  readonly assetId: string;
  readonly name: string;
  readonly entry: string;
  readonly allowedRoles: readonly string[] | null;
  readonly allowedTeams: readonly string[] | null;
}

export interface PersonReach {
  /** The ground on which citizenship may be asked for. Asking without one is what 8 USC 1324b forbids, so an empty list means: do not ask. */
  readonly reach: readonly Reach[];
  /** Controlled assets of which nobody said who should reach them. They are no ground by themselves, else everybody would have to be asked. */
  readonly unsaid: number;
}

/**
 * Controlled assets that a person may reach: those meant for the role or the team, and those that a finding says the person did reach. `reached` are
 * ids of assets.
 */
export function reachOf(
  person: { readonly role: string; readonly team: string },
  assets: readonly ControlledAsset[],
  reached: ReadonlySet<string>,
): PersonReach {
  const names = (listed: readonly string[] | null, own: string) =>
    listed?.some((one) => plainText(one) === plainText(own)) === true && own !== '';
  let unsaid = 0;
  const reach = assets.flatMap(({ assetId, name, entry, allowedRoles, allowedTeams }): Reach[] => {
    const line = (because: Reach['because']) => [{ assetId, name, entry, because }];
    if (names(allowedRoles, person.role)) return line('role');
    if (names(allowedTeams, person.team)) return line('team');
    if (reached.has(assetId)) return line('reached');
    if (allowedRoles === null && allowedTeams === null) unsaid += 1;
    return [];
  });
  return { reach, unsaid };
}
