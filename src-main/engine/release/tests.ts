import type { ReleaseLicence, ReleaseTest } from '../../../src-shared/model/release.ts';
import type { ReleaseTestId } from '../../../src-shared/model/release-rules.ts';
import type { AuthorisationReading } from './authorisation.ts';
import type { Decided } from './decide.ts';
import type { Regime } from './law.ts';
import type { Reading } from './suppose.ts';
import type { Said } from './words.ts';

type Result = ReleaseTest['result'];

const resultOf = (said: Said): Result => (said === 'yes' ? 'applies' : said === 'no' ? 'doesNotApply' : 'unknown');

/** Every exclusion the regime knows, with its result and what is known. Nothing in it names a nationality. */
export function testsOf(
  decided: readonly Decided[],
  reading: Reading,
  authorisation: AuthorisationReading,
  licence: ReleaseLicence,
  regime: Regime,
): readonly ReleaseTest[] {
  return regime.rules.exclusions.flatMap(({ test, code, title, rule }) => {
    const law = regime.rule(rule);
    if (law === undefined) return [];
    const { result, because } = one(test, decided, reading, authorisation, licence);
    return [{ code, title, result, because, citation: law.citation.locator }];
  });
}

function one(
  test: ReleaseTestId,
  decided: readonly Decided[],
  reading: Reading,
  authorisation: AuthorisationReading,
  licence: ReleaseLicence,
): { readonly result: Result; readonly because: string } {
  const { person, item, act, outside, abroad } = reading;
  const count = decided.filter((each) => each.excluded.includes(test)).length;
  const decidedResult: Result = count === decided.length && count > 0 ? 'applies' : count === 0 ? 'doesNotApply' : 'unknown';
  const standing = (wanted: string): Result =>
    !(person.standings as readonly string[]).includes(wanted) ? 'doesNotApply' : person.standings.length === 1 ? 'applies' : 'unknown';
  switch (test) {
    case 'published':
      return say(
        resultOf(outside.published),
        'The content is published, open to anyone.',
        'The content is not published.',
        'Nobody said whether the content is published.',
      );
    case 'patents':
      return say(
        resultOf(outside.patents),
        'It stands in a published patent or in standards work to be published.',
        'No published patent and no standards work is recorded.',
        'A patent or standards work is named; whether it is open is not.',
      );
    case 'teaching':
      return say(
        resultOf(outside.teaching),
        'Taught in a catalogue course of an academic institution.',
        'Not taught in a catalogue course.',
        'A course is named; whether it is a catalogue course is not.',
      );
    case 'fundamentalResearch':
      return say(
        resultOf(outside.research),
        'It arises from research meant for publication, without limits.',
        'No open research is recorded, or limits on it were accepted.',
        'The terms of the research are not known.',
      );
    case 'encrypted':
      return act.kind === 'storage'
        ? say(
            decidedResult,
            'Encrypted end to end with sound cryptography, nobody else can decrypt, and not stored in a barred country.',
            'At least one condition of encrypted storage is not met.',
            'Not all conditions of encrypted storage are known.',
          )
        : { result: 'doesNotApply', because: 'Somebody opened or used it; it was not merely stored.' };
    case 'citizen':
      return say(standing('citizen'), 'Recorded as a citizen.', 'Recorded as not a citizen.', 'The status is not known.');
    case 'permanentResident':
      return say(
        standing('permanentResident'),
        'Recorded as a lawful permanent resident.',
        'Recorded as not a permanent resident.',
        'The status is not known, or the records do not agree.',
      );
    case 'protectedIndividual':
      return say(
        standing('protectedIndividual'),
        'Recorded as a protected individual.',
        'Not recorded as a protected individual; an application is not enough.',
        'The status is not known.',
      );
    case 'objectCode':
      return say(
        item.forms.every((form) => form === 'objectCode') ? 'applies' : item.forms.includes('objectCode') ? 'unknown' : 'doesNotApply',
        'Only compiled object code was reached.',
        'It is technology, source code or another form that can be released.',
        'Whether it is source or object code is not known.',
      );
    case 'noRelease':
      return say(
        act.kind === 'use' || act.kind === 'notSaid'
          ? resultOf(flip(act.revealed))
          : act.revealed === 'no' && act.kind === 'reveals'
            ? 'applies'
            : 'doesNotApply',
        'It was used, and nothing of its technology or source was shown.',
        'Technology or source code was shown or handed over.',
        'What was shown is not known.',
      );
    case 'noInspection':
      return say(
        ['possibility', 'denied', 'visit'].includes(act.kind) ? resultOf(flip(act.revealed)) : 'doesNotApply',
        'Nothing was opened.',
        'It was opened, read, copied or spoken about.',
        'The logs do not settle whether anything was opened.',
      );
    case 'sameCountry':
    case 'chipCarveOut':
    case 'employeeRelief':
    case 'noChartMark':
    case 'noListedEntry':
    case 'noDeemedRule':
      return say(decidedResult, words[test][0], words[test][1], words[test][2]);
    case 'entityAuthorised':
      return say(
        decidedResult === 'unknown' || (abroad.entityAuthorised === 'unknown' && decidedResult !== 'applies' && act.heldThere)
          ? 'unknown'
          : decidedResult,
        'The recipient is authorised, also for this person.',
        'The recipient has no authorisation that reaches this person, or the release was not abroad.',
        'The authorisation of the recipient, or what it knows, is open.',
      );
    case 'partnerEmployee':
      return say(
        decidedResult,
        'A regular employee with nationalities of partner countries only, inside their territory.',
        'Not a regular employee with nationalities of partner countries only, or not inside their territory.',
        'The employment or a nationality is not known.',
      );
    case 'screenedEmployee':
      return say(
        decidedResult,
        'A regular employee, screened, with controls and an assurance on file.',
        'Screening, controls and assurance are not all on file, or the release was not abroad.',
        'Screening, contacts, controls or assurance are not known.',
      );
    case 'authorisation':
      return {
        result: licence === 'notRequired' ? 'doesNotApply' : resultOf(authorisation.covers),
        because: licence === 'notRequired' ? 'None is needed.' : authorisation.because,
      };
  }
}

const flip = (said: Said): Said => (said === 'yes' ? 'no' : said === 'no' ? 'yes' : 'unknown');

const words = {
  sameCountry: [
    'The person belongs to the country where it happened.',
    'The person belongs to another country, or it happened at home.',
    'The latest country of the person is not known.',
  ],
  chipCarveOut: [
    'The chip rule does not reach a release to a person.',
    'No chip rule is involved, or the item went to a country.',
    'Whether the chip rule is involved is not known.',
  ],
  employeeRelief: [
    'A regular employee of a company headquartered in a listed country.',
    'The item or the employment is not of the kind this is for.',
    'The employment or the headquarters is not known.',
  ],
  noChartMark: [
    'No reason of the item is marked for the country.',
    'A reason of the item is marked, or another rule decides.',
    'The reasons of the item or the country are not known.',
  ],
  noListedEntry: [
    'The item is in no entry of the list.',
    'The item is in an entry, or another rule decides.',
    'The classification is not known.',
  ],
  noDeemedRule: [
    'Read inside the territory; the rules know no release to a person there.',
    'Reached from outside the territory.',
    'Where it was read is not known.',
  ],
} as const;

function say(
  result: Result,
  applies: string,
  doesNotApply: string,
  unknown: string,
): { readonly result: Result; readonly because: string } {
  return { result, because: result === 'applies' ? applies : result === 'unknown' ? unknown : doesNotApply };
}
