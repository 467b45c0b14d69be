import type { AuditAsset, AuditPerson, Authorisation } from '../../../src-shared/model/access-audit.ts';
import { dayNumberOf } from './days.ts';

/** An authority that reaches a person and an asset, with the days it holds, both included. */
export interface Cover {
  readonly authorisation: Authorisation;
  readonly from: number;
  readonly until: number;
}

/** Authorities that reach a person and an asset on some day. Pending and revoked ones reach nothing. */
export function coversFor(
  authorisations: readonly Authorisation[],
  person: AuditPerson,
  nationalities: readonly string[],
  asset: AuditAsset,
): readonly Cover[] {
  return authorisations
    .filter(
      (one) => one.status !== 'pending' && one.status !== 'revoked' && isForAsset(one, asset) && isForPerson(one, person, nationalities),
    )
    .map((authorisation) => ({
      authorisation,
      from: authorisation.validFrom === null ? Number.NEGATIVE_INFINITY : dayNumberOf(authorisation.validFrom),
      until: authorisation.validTo === null ? Number.POSITIVE_INFINITY : dayNumberOf(authorisation.validTo),
    }));
}

function isForAsset({ assetIds, eccns }: Authorisation, asset: AuditAsset): boolean {
  if (assetIds.includes(asset.id)) return true;
  const own = asset.eccn?.toUpperCase() ?? '';
  // A licence for an entry covers its paragraphs; one for a paragraph does not cover the rest of the entry.
  return own !== '' && eccns.some((eccn) => own === eccn.toUpperCase() || own.startsWith(`${eccn.toUpperCase()}.`));
}

/** For the person by name, or for everybody whose latest nationality it names: all that may be the latest must be named. */
function isForPerson({ personId, nationalities }: Authorisation, person: AuditPerson, latest: readonly string[]): boolean {
  if (personId !== null) return personId === person.id;
  return nationalities.length > 0 && latest.length > 0 && latest.every((country) => nationalities.includes(country));
}
