import type { AuditPerson } from '../../../src-shared/model/access-audit.ts';
import type { CountryTie, UsStatus } from '../../../src-shared/model/release.ts';

const holdsOn = (tie: CountryTie, day: string): boolean => tie.since === null || tie.since <= day;

/** Citizenships and permanent residences that a person had on a day. A tie without a day counts as held from the start. */
export function tiesOn(
  person: AuditPerson,
  day: string,
): { readonly citizenships: CountryTie[]; readonly permanentResidences: CountryTie[] } {
  return {
    citizenships: person.citizenships.filter((tie) => holdsOn(tie, day)),
    permanentResidences: person.permanentResidences.filter((tie) => holdsOn(tie, day)),
  };
}

/**
 * Countries that may be the latest citizenship or permanent residence on a day (15 CFR 734.13(b), 734.14(b)): the one acquired
 * last. Ties without a day are older than those with one; where no tie has a day all of them may be the latest. Empty: not known.
 */
export function latestCountries(person: AuditPerson, day: string): readonly string[] {
  const { citizenships, permanentResidences } = tiesOn(person, day);
  const ties = [...citizenships, ...permanentResidences];
  const last = ties.reduce<string | null>(
    (latest, { since }) => (since !== null && (latest === null || since > latest) ? since : latest),
    null,
  );
  const candidates = last === null ? ties : ties.filter(({ since }) => since === last);
  return [...new Set(candidates.map(({ country }) => country))].sort();
}

/**
 * Standing under US law on a day. A status is recorded as of now; where the record says that the tie behind it began later, the
 * person did not have it yet.
 */
export function usStatusOn(person: AuditPerson, day: string): UsStatus {
  const has = (ties: readonly CountryTie[]) => ties.some((tie) => tie.country === 'US' && holdsOn(tie, day));
  const came = (ties: readonly CountryTie[]) => ties.some((tie) => tie.country === 'US' && !holdsOn(tie, day));
  if (has(person.citizenships)) return 'citizen';
  if (has(person.permanentResidences)) return 'lawfulPermanentResident';
  const cameLater =
    (person.usStatus === 'citizen' && came(person.citizenships)) ||
    (person.usStatus === 'lawfulPermanentResident' && (came(person.permanentResidences) || came(person.citizenships)));
  return cameLater ? 'unknown' : person.usStatus;
}

export type Standing = 'citizen' | 'permanentResident' | 'protectedIndividual' | null;

/** Why a person is not foreign to a country on a day, or null where nothing says so. */
export function standingAt(person: AuditPerson, home: string, day: string): Standing {
  const { citizenships, permanentResidences } = tiesOn(person, day);
  if (citizenships.some(({ country }) => country === home)) return 'citizen';
  if (permanentResidences.some(({ country }) => country === home)) return 'permanentResident';
  const status = usStatusOn(person, day);
  if (status === 'protectedIndividual') return 'protectedIndividual';
  if (home !== 'US') return null;
  if (status === 'citizen') return 'citizen';
  return status === 'lawfulPermanentResident' ? 'permanentResident' : null;
}

/** Days on which any of a person's ties begins, ascending: between two of them nothing about nationality changes. */
export function tieDays(person: AuditPerson): readonly string[] {
  const days = [...person.citizenships, ...person.permanentResidences].flatMap(({ since }) => (since === null ? [] : [since]));
  return [...new Set(days)].sort();
}
