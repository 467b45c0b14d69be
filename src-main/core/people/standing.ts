import type { CountryTie, UsStatus } from '../../../src-shared/model/release.ts';
import type { TieStatement } from '../importers/index.ts';

/** What a person's ties come to, from everything that was said of them. */
export interface Standing {
  readonly citizenships: readonly CountryTie[];
  readonly permanentResidences: readonly CountryTie[];
  readonly usStatus: UsStatus;
  /** Codes of what was read with care: `usPersonKind`, `notResidentOf`, `contradiction`, `incomplete`, `residenceWithoutCountry`. */
  readonly notes: readonly string[];
}

/**
 * Puts statements together. A US citizen by any column is a citizen of US, a green card is permanent residence of US. Where a part of the list could
 * not be read and nothing makes the person a US person, no citizenship is kept: half a list would pass for the whole.
 */
export function standingOf(statements: readonly TieStatement[], complete: boolean, home: string | null = null): Standing {
  const notes: string[] = [];
  const citizenships = new Map<string, CountryTie>();
  const residences = new Map<string, CountryTie>();
  const add = (into: Map<string, CountryTie>, country: string, since: string | null) => {
    const known = into.get(country);
    into.set(country, { country, since: known?.since ?? since });
  };
  let isProtected = false;
  let visa = false;
  let none = false;
  let usPerson = false;
  for (const { kind, country, since } of statements) {
    if (kind === 'citizen' && country !== null) add(citizenships, country, since);
    else if (kind === 'resident') {
      const where = country ?? home;
      if (where === null) notes.push('residenceWithoutCountry');
      else add(residences, where, since);
    } else if (kind === 'protected') isProtected = true;
    else if (kind === 'visa') visa = true;
    else if (kind === 'none') none = true;
    else if (kind === 'usPerson') usPerson = true;
    else if (kind === 'notResident') {
      none = true;
      if (country !== null && country !== 'US') {
        add(citizenships, country, since);
        notes.push('notResidentOf');
      }
    }
  }
  let usStatus: UsStatus = 'unknown';
  if (citizenships.has('US')) usStatus = 'citizen';
  else if (residences.has('US')) usStatus = 'lawfulPermanentResident';
  else if (isProtected) usStatus = 'protectedIndividual';
  else if (usPerson) {
    notes.push('usPersonKind');
    usStatus = citizenships.size === 0 ? 'citizen' : 'lawfulPermanentResident';
  } else if (visa) usStatus = 'visa';
  else if (none) usStatus = 'none';
  const isUsPerson = usStatus === 'citizen' || usStatus === 'lawfulPermanentResident' || usStatus === 'protectedIndividual';
  if (isUsPerson && none) {
    notes.push('contradiction');
    usStatus = 'unknown';
  }
  if (!complete && !(isUsPerson && !none)) {
    notes.push('incomplete');
    return {
      citizenships: [],
      permanentResidences: [...residences.values()],
      usStatus: usStatus === 'visa' || usStatus === 'none' ? usStatus : 'unknown',
      notes,
    };
  }
  return { citizenships: [...citizenships.values()], permanentResidences: [...residences.values()], usStatus, notes };
}
