import type { AuditAsset, AuditPerson, Authorisation } from '../../../src-shared/model/access-audit.ts';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import type { ReleaseAnswer } from '../../../src-shared/model/release.ts';
import { type Cover, coversFor } from './authorisation.ts';
import { dayNumberOf } from './days.ts';
import { isControlled } from './deemed-export.ts';
import { judgeByList } from './judge-by-list.ts';
import { latestCountries } from './nationality.ts';
import { releaseFacts } from './release-facts.ts';
import type { AccessSettings } from './settings.ts';
import type { AuditLaw } from './types.ts';

/** Where somebody stands towards one asset, with the reason in words that name no nationality. */
export interface PlanStanding {
  readonly may: 'yes' | 'no' | 'open';
  readonly because: string;
}

type Question = Pick<
  AuditPerson,
  'citizenships' | 'permanentResidences' | 'usStatus' | 'employment' | 'employerCountry' | 'employerHeadquarters' | 'workCountry'
>;

/**
 * Says of every person whether they may see the technology of an asset on a day: by the rules, by what authority covers, and by the
 * roles the asset is meant for. In the order of `people`, who are taken to be with the company. People who are alike for the rules are judged once.
 */
export function planStandings(
  people: readonly AuditPerson[],
  asset: AuditAsset,
  authorisations: readonly Authorisation[],
  settings: AccessSettings,
  law: AuditLaw,
  on: IsoDate,
): readonly PlanStanding[] {
  const known = new Map<string, PlanStanding>();
  const controlled = isControlled(asset);
  return people.map((person) => {
    const outside = outsideRoles(person, asset, on);
    if (!controlled) return outside ?? { may: 'yes', because: 'No control entry of the asset calls for a licence.' };
    const question: Question = {
      citizenships: person.citizenships,
      permanentResidences: person.permanentResidences,
      usStatus: person.usStatus,
      employment: person.employment,
      employerCountry: person.employerCountry,
      employerHeadquarters: person.employerHeadquarters,
      workCountry: person.workCountry,
    };
    const key = JSON.stringify(question);
    const byLaw = known.get(key) ?? byRules(person, asset, settings, law, on);
    known.set(key, byLaw);
    const standing = byLaw.may === 'yes' ? byLaw : (byAuthority(person, asset, authorisations, on) ?? byLaw);
    if (outside === undefined) return standing;
    // The graver reason leads: a role can be changed by the company alone, a licence cannot.
    return standing.may === 'no' ? { may: 'no', because: `${standing.because} ${outside.because}` } : outside;
  });
}

/** Who has not begun, or whose role the asset is not meant for. */
function outsideRoles(person: AuditPerson, asset: AuditAsset, on: IsoDate): PlanStanding | undefined {
  if (person.startOn !== null && person.startOn > on) return { may: 'no', because: 'Has not started yet.' };
  if (asset.allowedRoles === null) return undefined;
  const plain = (word: string | null) => (word ?? '').trim().toLowerCase();
  const allowed = new Set(asset.allowedRoles.map(plain));
  if (allowed.has(plain(person.role)) || allowed.has(plain(person.team))) return undefined;
  return { may: 'no', because: 'Neither role nor team is among those the asset is meant for.' };
}

function byRules(person: AuditPerson, asset: AuditAsset, settings: AccessSettings, law: AuditLaw, on: IsoDate): PlanStanding {
  if (asset.licenceRequiredForNationalsOf !== null) {
    const { licence } = judgeByList(person, asset, 'readTechnology', settings.home, on, true, person.workCountry ?? settings.home);
    if (licence === 'notRequired') return { may: 'yes', because: 'Not among those for whom the company needs a licence.' };
    return licence === 'required'
      ? { may: 'no', because: 'The company needs a licence for this person, and none that is valid is on file.' }
      : { may: 'open', because: 'The latest citizenship or permanent residence is not known.' };
  }
  return inWords(law.judge(releaseFacts(person, asset, 'readTechnology', person.workCountry ?? settings.home, on, false), on));
}

const free: readonly (readonly [start: string, words: string])[] = [
  ['notForeignPerson', 'Not a foreign person under the rules, by the record.'],
  ['published', 'The content is published.'],
  ['fundamentalResearch', 'The content arises from fundamental research.'],
  ['objectCode', 'Object code only; nothing that can be released.'],
  ['noReleaseOfTechnology', 'Use only; nothing that can be released.'],
  ['sameCountry', 'Belongs to the country where the item lawfully is.'],
  ['notReexport', 'Regular staff of an authorised company abroad, under its terms.'],
  ['rsCarveOut', 'The chip rule does not reach a release to a person, and no other reason calls for a licence.'],
  ['employee', 'Regular employee of a company from a listed country.'],
];

function inWords(answer: ReleaseAnswer): PlanStanding {
  if (answer.licence === 'notRequired') {
    const found = free.find(([start]) => answer.excludedBy.some((code) => code.startsWith(start)));
    const notEnforced = answer.textLicence === 'required' ? ' The printed text would ask for one and is not enforced.' : '';
    return { may: 'yes', because: `${found?.[1] ?? 'No licence is needed for this person.'}${notEnforced}` };
  }
  if (answer.licence === 'exceptionPossible') {
    const symbols = answer.exceptions.fit.map(({ symbol }) => symbol).join(' or ');
    return { may: 'open', because: `A licence is needed unless exception ${symbols} fits; its conditions have to be confirmed first.` };
  }
  if (answer.licence === 'required') return { may: 'no', because: 'A licence is needed, and none that is valid is on file.' };
  return {
    may: 'open',
    because:
      answer.unknown.length === 0
        ? 'Facts that decide are missing.'
        : `Not known: ${answer.unknown.join('; ').replace('usStatus', 'standing under US law')}.`,
  };
}

function byAuthority(
  person: AuditPerson,
  asset: AuditAsset,
  authorisations: readonly Authorisation[],
  on: IsoDate,
): PlanStanding | undefined {
  const today = dayNumberOf(on);
  const holds = (cover: Cover) => today >= cover.from && today <= cover.until;
  const cover = coversFor(authorisations, person, latestCountries(person, on), asset).find(holds);
  if (cover === undefined) return undefined;
  const { number, id, validTo } = cover.authorisation;
  return { may: 'yes', because: `Covered by ${number ?? id}${validTo === null ? '' : ` until ${validTo}`}; its conditions apply.` };
}
