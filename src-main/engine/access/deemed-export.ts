import type { AuditAsset, AuditPerson } from '../../../src-shared/model/access-audit.ts';
import { type ActionKind, isDated, withheldTime } from '../../../src-shared/model/access-events.ts';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import type { ReleaseAnswer } from '../../../src-shared/model/release.ts';
import { coversFor } from './authorisation.ts';
import { dayNumber, dayNumberOf, isoDayOf } from './days.ts';
import { deemedFinding, isUnassessed, kindNumber, type Verdict } from './deemed-finding.ts';
import { gather } from './finding.ts';
import { type Judgement, judgeByList, questionsFor } from './judge-by-list.ts';
import { isAbroadSign } from './location.ts';
import { latestCountries, tieDays } from './nationality.ts';
import { hoursBehindUtc } from './place-table.ts';
import { isReading, releaseFacts } from './release-facts.ts';
import type { AuditFinding, RuleContext } from './types.ts';
import { isReadWhereKept } from './where-kept.ts';

const harmless = new Set(['', 'EAR99', 'NONE', 'NO', 'N/A', 'NA', '-', 'NOT CONTROLLED', 'UNCONTROLLED', 'PUBLIC', 'NLR']);

/** True where the company's list or the asset's entry calls for a look. */
export function isControlled(asset: Pick<AuditAsset, 'eccn' | 'licenceRequiredForNationalsOf'>): boolean {
  if (asset.licenceRequiredForNationalsOf !== null) return asset.licenceRequiredForNationalsOf.length > 0;
  if (asset.eccn === null) return false;
  const entry = asset.eccn.trim().toUpperCase();
  // "notSubjectToEar" and its spellings say that the rules do not reach the item at all.
  return !harmless.has(entry) && !/^NOT ?SUBJECT/.test(entry);
}

/**
 * Possible deemed exports: successful access that can show technology, source code, notebooks or weights of an asset that is controlled
 * for the person's latest nationality, where no exclusion applies and no authority held on that day.
 * Sources: 15 CFR 734.13(a)(2) and (b), 734.14, 734.15; the judgement itself carries its citations.
 */
export function findDeemedExports(context: RuleContext): AuditFinding[] {
  const { groups, find } = groupDeemedExports(context);
  return groups.map(find);
}

interface DeemedGroups {
  /** Positions of the events of each finding, in order of time. */
  readonly groups: readonly (readonly number[])[];
  /** Puts the finding over a group into words; the same group gives the same finding. */
  readonly find: (group: readonly number[]) => AuditFinding;
}

/** The findings of `findDeemedExports` before they are put into words. */
export function groupDeemedExports(context: RuleContext): DeemedGroups {
  const { whole, input } = context;
  const judge = createJudge(context);
  const events = new Map<number, number[]>();
  for (const place of whole) {
    const verdict = judge(place);
    if (verdict === null || isCovered(verdict, input.events.ts[place] ?? withheldTime)) continue;
    const subject = context.subjectOf[input.events.account[place] ?? 0] ?? 0;
    // A person of whom no citizenship is known raises one question, whatever they reached.
    const key = isUnassessed(verdict)
      ? -1 - subject
      : subject * input.assets.length + (input.resources[input.events.resource[place] ?? 0] ?? 0);
    gather(events, key, place);
  }
  const find = (places: readonly number[]): AuditFinding => {
    // Asked again rather than kept: the answers are known, and a count for each of very many findings takes room.
    const verdicts = new Map<Verdict, number>();
    for (const place of places) {
      const verdict = judge(place);
      if (verdict !== null) verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1);
    }
    return deemedFinding(context, places, verdicts);
  };
  return { groups: [...events.values()], find };
}

/** For each action of the dictionary: whether it can release something. Where the log names no action it may have. */
export const countingActions = ({ input, settings }: RuleContext): readonly boolean[] =>
  input.actions.map(
    (kind, index) =>
      settings.releaseActions === 'all' || isReading(kind) || (kind === 'other' && (input.dictionaries.actions[index] ?? '') === ''),
  );

/** Says of an event how it is judged; null where it is nobody's question. Answers are kept, since a million events ask few questions. */
export function createJudge(context: RuleContext): (place: number) => Verdict | null {
  const { input, settings, law, subjects, subjectOf, done } = context;
  const { events, assets, actions, resources } = input;
  const controlled = assets.map(isControlled);
  const counts = countingActions(context);
  const today = dayNumberOf(input.on);
  const lawDays = law.changeDays.map(dayNumberOf);
  const personDays = subjects.map(({ person }) => (person === null ? [] : tieDays(person).map(dayNumberOf)));
  const abroad = isAbroadSign(context);
  // One number for each person, asset, place, kind and stretch of time.
  const known = new Map<number, Verdict | null>();
  const judge = createJudgements(context);
  const places: string[] = [];
  const placeIndex = new Map<string, number>();
  const indexOf = (place: string): number => {
    const index = placeIndex.get(place) ?? places.push(place) - 1;
    placeIndex.set(place, index);
    return index;
  };

  return (place) => {
    if (done[place] !== 1) return null;
    const asset = resources[events.resource[place] ?? 0] ?? -1;
    const action = events.action[place] ?? 0;
    if (asset < 0 || controlled[asset] !== true || counts[action] !== true) return null;
    const subject = subjectOf[events.account[place] ?? 0] ?? -1;
    const person = subject < 0 ? null : (subjects[subject]?.person ?? null);
    const item = assets[asset];
    if (person === null || item === undefined) return null;
    const ts = events.ts[place] ?? withheldTime;
    // Without a time the latest nationality known on the day of the audit is the one to go by.
    const day = isDated(ts) ? dayNumber(ts) : today;
    const from = abroad(events.address[place] ?? 0) ?? person.workCountry ?? settings.home;
    const kind = actions[action] ?? 'other';
    const stretch = countUpTo(personDays[subject] ?? [], day) * (lawDays.length + 1) + countUpTo(lawDays, day);
    const key = (((subject * assets.length + asset) * 600 + indexOf(from)) * 8 + kindNumber[kind]) * 4096 + stretch;
    const found = known.get(key);
    if (found !== undefined) return found;
    // The answer is that of the stretch, so it is asked as of its first day: it must not depend on which event came first.
    const tieDay = isoDayOf(firstDayOf(personDays[subject] ?? [], day, dayNumberOf(input.on)));
    const lawDay = isoDayOf(firstDayOf(lawDays, day, dayNumberOf(input.on)));
    const verdict = verdictOf(context, judge(person, item, kind, from, tieDay, lawDay), person, item, kind, from);
    known.set(key, verdict);
    return verdict;
  };
}

type Judge = (person: AuditPerson, asset: AuditAsset, kind: ActionKind, place: string, day: IsoDate, lawDay: IsoDate) => Judgement;

/** Judges acts of access, and keeps judgements that say the same once: few of them differ, however many people and assets there are. */
function createJudgements({ settings, law }: RuleContext): Judge {
  const strict = settings.releaseActions === 'all';
  const byList = new Map<string, Judgement>();
  const byAnswer = new Map<ReleaseAnswer, Map<string, Judgement>>();
  const shared = (judgements: Map<string, Judgement>, judgement: Judgement, more: string): Judgement => {
    const { licence, toCountries, nationalities, why } = judgement;
    const key = [licence, toCountries.join(' '), nationalities.join(' '), ...why, more].join('\n');
    const known = judgements.get(key) ?? judgement;
    judgements.set(key, known);
    return known;
  };
  return (person, asset, kind, place, day, lawDay) => {
    if (asset.licenceRequiredForNationalsOf !== null) {
      const judgement = judgeByList(person, asset, kind, settings.home, day, strict, place);
      return shared(byList, judgement, judgement.tests.map(({ code, result, because }) => `${code} ${result} ${because}`).join('\n'));
    }
    const answer = law.judge(releaseFacts(person, asset, kind, place, day, strict), lawDay);
    const judgements = byAnswer.get(answer) ?? new Map<string, Judgement>();
    byAnswer.set(answer, judgements);
    return shared(judgements, fromAnswer(answer, person, asset, day, isReadWhereKept(asset, place, settings.home)), '');
  };
}

/** How many of some ascending days are not after a day. */
function countUpTo(days: readonly number[], day: number): number {
  let count = 0;
  while (count < days.length && (days[count] ?? 0) <= day) count += 1;
  return count;
}

/** First day of the stretch that a day lies in. `turns` are first days of stretches; before the first of them, the day before it; without any, `otherwise`. */
function firstDayOf(turns: readonly number[], day: number, otherwise: number): number {
  const [first] = turns;
  if (first === undefined) return otherwise;
  return turns[countUpTo(turns, day) - 1] ?? first - 1;
}

function verdictOf(
  { input }: RuleContext,
  judged: Judgement,
  person: AuditPerson,
  asset: AuditAsset,
  kind: ActionKind,
  place: string,
): Verdict | null {
  if (judged.licence === 'notRequired') return null;
  const judgement = asset.eccnOpen === true ? whileEntryIsOpen(judged, asset) : judged;
  const covers = coversFor(input.authorisations, person, judgement.nationalities, asset);
  return {
    ...judgement,
    person,
    asset,
    kind,
    place,
    covers,
    rank: ['required', 'undetermined', 'exceptionPossible'].indexOf(judgement.licence),
  };
}

/** Where the entry itself is open, nothing about a licence is settled. */
const whileEntryIsOpen = (judgement: Judgement, asset: AuditAsset): Judgement => ({
  ...judgement,
  licence: 'undetermined',
  why: [
    `Whether ${asset.eccn ?? 'the entry'} applies to ${asset.name} is still open; if it does, this access has to be judged by it.`,
    ...judgement.why,
  ],
  questions: (person, item, kind) => [
    {
      id: 'asset.classification',
      ask: `Does ${asset.eccn ?? 'the entry'} apply to ${asset.name}? Answer its open facts.`,
      about: 'asset',
      field: 'classification',
      clearedBy: 'no',
    },
    ...judgement.questions(person, item, kind),
  ],
});

/** What the release judgement says, in the words of a finding. */
function fromAnswer(answer: ReleaseAnswer, person: AuditPerson, asset: AuditAsset, day: string, isLocal: boolean): Judgement {
  const nationalities = latestCountries(person, day);
  const isOpen = (code: string) => answer.tests.some((test) => test.code.startsWith(code) && test.result === 'unknown');
  const licence = answer.release === 'no' && answer.licence !== 'required' && answer.event === 'none' ? 'notRequired' : answer.licence;
  const missing = answer.unknown.filter((name) => name !== 'usStatus' || !isOpen('notForeignPerson'));
  const why: string[] = [];
  if (licence === 'required')
    why.push(
      `${asset.eccn ?? 'The entry'} is controlled for the place the access counts as ${isLocal ? 'a reexport' : 'an export'} to${answer.reasons.length > 0 ? ` (${answer.reasons.join(', ')})` : ''}.`,
    );
  if (licence === 'undetermined')
    why.push(
      nationalities.length === 0
        ? 'Citizenship and permanent residence are not known, so the access cannot be assessed. Unknown is not a pass.'
        : 'Facts that decide are missing.',
    );
  if (licence === 'exceptionPossible')
    why.push(
      `A licence is needed unless an exception fits: ${answer.exceptions.fit.map(({ symbol }) => symbol).join(', ')}. Its conditions are to be checked.`,
    );
  why.push(...answer.exceptions.fail.map(({ symbol, because }) => `Licence exception ${symbol} does not fit: ${because}.`));
  return {
    licence,
    toCountries: answer.toCountries,
    nationalities,
    // The register of authorisations is asked here, with its days.
    tests: answer.tests.filter(({ code }) => code !== 'authorisation'),
    citations: answer.citations,
    questions: (who, item, kind) => [
      ...questionsFor(who, item, nationalities, isOpen('notForeignPerson'), nationalities.length === 0, kind),
      ...missing.map((name) => ({
        id: `finding.fact.${name}`.slice(0, 80),
        ask: `Is it known what decides here: ${factWords(name)}?`.slice(0, 600),
        about: /classification|reason|entry|item|published|origin/i.test(name) ? ('asset' as const) : ('person' as const),
        field: null,
        clearedBy: null,
      })),
      ...answer.exceptions.fit.map(({ symbol, conditions }) => ({
        id: `finding.exception.${symbol}`,
        ask: `Are the conditions of licence exception ${symbol} met${conditions.length > 0 ? `: ${conditions.join('; ')}` : ''}?`.slice(
          0,
          600,
        ),
        about: 'finding' as const,
        field: null,
        clearedBy: 'yes' as const,
      })),
    ],
    why,
  };
}

/**
 * True where an authority held on the day of the event, as it is reckoned in UTC or at the person's place of work. Of an event without a time that
 * is known only where the authority has neither a first nor a last day.
 */
export function isCovered({ covers, person }: Pick<Verdict, 'covers' | 'person'>, ts: number): boolean {
  if (covers.length === 0) return false;
  if (!isDated(ts)) return covers.some(({ from, until }) => from === Number.NEGATIVE_INFINITY && until === Number.POSITIVE_INFINITY);
  const lag = (hoursBehindUtc.get(person.workCountry ?? '') ?? 0) * 3_600_000;
  const [day, localDay] = [dayNumber(ts), dayNumber(ts - lag)];
  return covers.some(({ from, until }) => day >= from && localDay <= until);
}

/** Name of a fact in the judgement as a phrase. */
const factWords = (name: string): string =>
  name === 'usStatus'
    ? 'whether the person is a citizen, a permanent resident or a protected individual'
    : name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
