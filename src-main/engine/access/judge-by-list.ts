import type { AuditAsset, AuditPerson } from '../../../src-shared/model/access-audit.ts';
import type { ActionKind } from '../../../src-shared/model/access-events.ts';
import type { ReleaseTest } from '../../../src-shared/model/release.ts';
import { latestCountries, standingAt, tiesOn, usStatusOn } from './nationality.ts';
import { formOf, isReading } from './release-facts.ts';
import type { AuditQuestion } from './types.ts';
import { isReadWhereKept } from './where-kept.ts';

/** Whether an access needs a licence, with every exclusion that was looked at. */
export interface Judgement {
  readonly licence: 'required' | 'exceptionPossible' | 'undetermined' | 'notRequired';
  /** Countries the access counts as an export to. */
  readonly toCountries: readonly string[];
  /** Latest nationality, where known. */
  readonly nationalities: readonly string[];
  readonly tests: readonly ReleaseTest[];
  readonly citations: readonly string[];
  /** Put into words only for a finding, so that everybody judged alike shares one judgement. */
  readonly questions: (person: AuditPerson, asset: AuditAsset, kind: ActionKind) => readonly AuditQuestion[];
  readonly why: readonly string[];
}

const foreign = '15 CFR 772.1 (foreign person)';
const latest = '15 CFR 734.13(b)';

const held: Readonly<Record<'citizen' | 'permanentResident' | 'protectedIndividual', string>> = {
  citizen: 'Citizen on that day',
  permanentResident: 'Permanent resident on that day',
  protectedIndividual: 'Protected individual',
};

/**
 * Judges an access to an asset for which the company has said whose nationals need a licence. The list replaces the computed answer;
 * the exclusions are the law's, with `home` as the country whose own people are not foreign. `day` is the day of the access, `place` the country
 * the person reaches in from.
 */
export function judgeByList(
  person: AuditPerson,
  asset: AuditAsset,
  kind: ActionKind,
  home: string,
  day: string,
  strict: boolean,
  place: string,
): Judgement {
  const list = asset.licenceRequiredForNationalsOf ?? [];
  const standing = standingAt(person, home, day);
  const countries = latestCountries(person, day);
  const listed = countries.filter((country) => list.includes(country));
  const form = formOf(asset, kind);
  const isObjectCode = !strict && form === 'objectCode';
  const isRelease = strict || isReading(kind) || kind === 'other';
  const status = usStatusOn(person, day);
  const statusKnown = home !== 'US' || status === 'visa' || status === 'none';
  const test = (code: string, result: ReleaseTest['result'], because: string, citation: string): ReleaseTest => ({
    code,
    result,
    because,
    citation,
  });
  const stands = (which: 'citizen' | 'permanentResident' | 'protectedIndividual'): ReleaseTest['result'] => {
    if (standing === which) return 'applies';
    if (which === 'protectedIndividual')
      return home === 'US' && status !== 'unknown' && status !== 'visa' ? 'doesNotApply' : standing === null ? 'unknown' : 'doesNotApply';
    return statusKnown || tiesOn(person, day).citizenships.length > 0 ? 'doesNotApply' : 'unknown';
  };
  const standings = (['citizen', 'permanentResident', 'protectedIndividual'] as const).map((which) => {
    const result = stands(which);
    const because = result === 'applies' ? held[which] : result === 'unknown' ? 'Not on file' : 'The record names none on that day';
    return test(`notForeignPerson.${which}`, result, because, which === 'protectedIndividual' ? '8 USC 1324b(a)(3)' : foreign);
  });
  const yesNo = (value: boolean | null, yes: string, no: string): [ReleaseTest['result'], string] =>
    value === true ? ['applies', yes] : value === false ? ['doesNotApply', no] : ['unknown', 'Nobody has said'];
  const tests: ReleaseTest[] = [
    ...standings,
    test('published.734.7', ...yesNo(asset.published, 'Published', 'Not published'), '15 CFR 734.7'),
    test(
      'fundamentalResearch.734.8',
      ...yesNo(asset.fundamentalResearch, 'Arises from fundamental research', 'No fundamental research'),
      '15 CFR 734.8',
    ),
    test(
      'objectCode',
      isObjectCode ? 'applies' : 'doesNotApply',
      isObjectCode ? 'Only object code was reached' : 'More than object code was reached',
      '15 CFR 734.13(a)(2)',
    ),
    test(
      'noReleaseOfTechnology',
      isRelease ? 'doesNotApply' : 'applies',
      isRelease
        ? strict && !isReading(kind)
          ? 'Every access counts by the settings'
          : 'The action shows or hands over the item'
        : 'Mere use',
      '15 CFR 734.15',
    ),
    test(
      'noListedEntry',
      countries.length === 0 ? 'unknown' : listed.length === 0 ? 'applies' : 'doesNotApply',
      countries.length === 0
        ? 'The latest citizenship or permanent residence is not known'
        : listed.length === 0
          ? 'The asset is not controlled for the latest nationality'
          : 'The asset is controlled for the latest nationality',
      latest,
    ),
  ];
  const isLocal = isReadWhereKept(asset, place, home);
  const isOwnCountry = isLocal && countries.length > 0 && countries.every((country) => country === place);
  if (isLocal)
    tests.push(
      test(
        'sameCountry.734.14(a)(2)',
        isOwnCountry ? 'applies' : countries.length === 0 || countries.includes(place) ? 'unknown' : 'doesNotApply',
        isOwnCountry ? 'Belongs to the country where the files are kept and were read' : 'Not shown to belong to that country alone',
        '15 CFR 734.14(a)(2)',
      ),
    );
  const citations = [...(isLocal ? ['15 CFR 734.14(a)(2)'] : ['15 CFR 734.13(a)(2)']), latest, '15 CFR 734.15'];
  const isOut =
    standing !== null || asset.published === true || asset.fundamentalResearch === true || isObjectCode || !isRelease || list.length === 0;
  const isClear = isOwnCountry || (countries.length > 0 && listed.length === 0);
  if (isOut || isClear)
    return { licence: 'notRequired', toCountries: [], nationalities: countries, tests, citations, questions: () => [], why: [] };
  const isProtectionOpen = stands('protectedIndividual') === 'unknown';
  const isCertain = countries.length > 0 && listed.length === countries.length;
  return {
    licence: isCertain ? 'required' : 'undetermined',
    toCountries: listed,
    nationalities: countries,
    tests,
    citations,
    questions: questionsOfList(countries, isProtectionOpen, !isCertain),
    why: [
      isCertain
        ? 'The company says that nationals of the latest country of citizenship or permanent residence need a licence for this asset.'
        : countries.length === 0
          ? 'Citizenship and permanent residence are not known, so the access cannot be assessed. Unknown is not a pass.'
          : 'Which nationality is the latest is not known, and the asset is controlled for one of them.',
    ],
  };
}

/** Made apart from the judging, so that it keeps nothing else of it. */
const questionsOfList =
  (countries: readonly string[], isProtectionOpen: boolean, isNationalityOpen: boolean): Judgement['questions'] =>
  (person, asset, kind) =>
    questionsFor(person, asset, countries, isProtectionOpen, isNationalityOpen, kind);

/** Questions that could clear an access, the likeliest first. */
export function questionsFor(
  person: AuditPerson,
  asset: AuditAsset,
  nationalities: readonly string[],
  isProtectionOpen: boolean,
  isNationalityOpen: boolean,
  kind: ActionKind,
): AuditQuestion[] {
  const name = person.name || person.id;
  const questions: (AuditQuestion | false)[] = [
    isNationalityOpen && {
      id: 'person.citizenship',
      ask:
        nationalities.length === 0
          ? `Is the latest citizenship or permanent residence of ${name} one for which ${asset.name} is free? Ask only this; keep the reason and the date.`
          : `Is the latest of ${name}'s nationalities one for which ${asset.name} is free?`,
      about: 'person',
      field: 'citizenships',
      clearedBy: 'yes',
    },
    isProtectionOpen && {
      id: 'person.protected',
      ask: `Is ${name} a permanent resident of the home country, or a protected individual such as a refugee or someone granted asylum?`,
      about: 'person',
      field: 'usStatus',
      clearedBy: 'yes',
    },
    asset.published === null && {
      id: 'asset.published',
      ask: `Has exactly this material of ${asset.name} been published?`,
      about: 'asset',
      field: 'published',
      clearedBy: 'yes',
    },
    asset.fundamentalResearch === null && {
      id: 'asset.fundamentalResearch',
      ask: `Does ${asset.name} arise from fundamental research whose results are meant to be published without restriction?`,
      about: 'asset',
      field: 'fundamentalResearch',
      clearedBy: 'yes',
    },
    kind === 'other' && {
      id: 'finding.sawTechnology',
      ask: 'Did the access show or hand over technology, source code, notebooks or weights?',
      about: 'finding',
      field: null,
      clearedBy: 'no',
    },
    {
      id: 'finding.authorisation',
      ask: `Did a licence or a licence exception cover ${name} and ${asset.name} at that time?`,
      about: 'finding',
      field: null,
      clearedBy: 'yes',
    },
  ];
  return questions.filter((one) => one !== false);
}
