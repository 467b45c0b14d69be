import type { AuditInput } from '../../../src-shared/model/access-audit.ts';
import { coversFor } from './authorisation.ts';
import { dayNumberOf } from './days.ts';
import { isControlled } from './deemed-export.ts';
import { judgeByList } from './judge-by-list.ts';
import { latestCountries, standingAt } from './nationality.ts';
import { releaseFacts } from './release-facts.ts';
import type { AccessSettings } from './settings.ts';
import type { AuditLaw } from './types.ts';

export type AuditPosition = 'usPerson' | 'noLicenceNeeded' | 'licenceNeeded' | 'exceptionPossible' | 'covered' | 'unknown';

const standings = { required: 'required', exceptionPossible: 'exception', undetermined: 'unknown', notRequired: 'free' } as const;

/** Where each person stands towards the controlled assets on the day of the audit, by position in `people`. Names no nationality. */
export function positionsOf(input: AuditInput, settings: AccessSettings, law: AuditLaw): AuditPosition[] {
  const controlled = input.assets.filter((asset) => isControlled(asset) && asset.eccnOpen !== true);
  // Assets controlled alike are judged once.
  const kinds = [...new Map(controlled.map((asset) => [kindOf(asset), asset])).values()];
  const known = new Map<string, readonly ('required' | 'exception' | 'unknown' | 'free')[]>();
  const today = dayNumberOf(input.on);
  return input.people.map((person) => {
    if (standingAt(person, settings.home, input.on) !== null) return 'usPerson';
    const countries = latestCountries(person, input.on);
    if (countries.length === 0) return 'unknown';
    const { id: _id, name: _name, ...rest } = person;
    const place = person.workCountry ?? settings.home;
    const key = JSON.stringify({ ...rest, role: null, team: null, site: null });
    const answers =
      known.get(key) ??
      kinds.map((asset) => {
        const licence =
          asset.licenceRequiredForNationalsOf !== null
            ? judgeByList(person, asset, 'readTechnology', settings.home, input.on, true, place).licence
            : law.judge(releaseFacts(person, asset, 'readTechnology', place, input.on, true), input.on).licence;
        return standings[licence];
      });
    known.set(key, answers);
    const needed = new Set(kinds.filter((_, place) => answers[place] === 'required').map(kindOf));
    if (needed.size > 0) {
      const open = controlled.some(
        (asset) =>
          needed.has(kindOf(asset)) &&
          !coversFor(input.authorisations, person, countries, asset).some(({ from, until }) => today >= from && today <= until),
      );
      return open ? 'licenceNeeded' : 'covered';
    }
    if (answers.includes('unknown')) return 'unknown';
    return answers.includes('exception') ? 'exceptionPossible' : 'noLicenceNeeded';
  });
}

const kindOf = ({
  eccn,
  reasons,
  form,
  keptIn,
  published,
  fundamentalResearch,
  licenceRequiredForNationalsOf,
}: AuditInput['assets'][number]): string =>
  JSON.stringify([eccn, reasons, form, keptIn ?? null, published, fundamentalResearch, licenceRequiredForNationalsOf]);
