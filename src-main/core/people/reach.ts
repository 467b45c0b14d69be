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

/**
 * Controlled assets a person may reach: the ground on which citizenship may be asked for. Asking people about citizenship without such a ground is
 * what 8 USC 1324b forbids, so an empty answer means: do not ask.
 */
export function reachOf(person: { readonly role: string; readonly team: string }, assets: readonly ControlledAsset[]): readonly Reach[] {
  const names = (listed: readonly string[] | null, own: string) =>
    listed?.some((one) => plainText(one) === plainText(own)) === true && own !== '';
  return assets.flatMap(({ assetId, name, entry, allowedRoles, allowedTeams }): Reach[] => {
    const line = (because: Reach['because']) => [{ assetId, name, entry, because }];
    if (names(allowedRoles, person.role)) return line('role');
    if (names(allowedTeams, person.team)) return line('team');
    return allowedRoles === null && allowedTeams === null ? line('nobodySaid') : [];
  });
}
