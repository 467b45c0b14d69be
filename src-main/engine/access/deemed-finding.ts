import type { AuditAsset, AuditPerson } from '../../../src-shared/model/access-audit.ts';
import type { ActionKind } from '../../../src-shared/model/access-events.ts';
import type { ReleaseTest } from '../../../src-shared/model/release.ts';
import { placeNames } from '../rules/place-names.ts';
import type { Cover } from './authorisation.ts';
import { makeFinding, oldestData, spanWords } from './finding.ts';
import { stableHash } from './hash.ts';
import type { Judgement } from './judge-by-list.ts';
import type { AuditFinding, AuditQuestion, FindingLevel, RuleContext } from './types.ts';
import { movementsOf } from './where-kept.ts';

/** How one kind of access by one person to one asset from one place is judged in one stretch of time. */
export interface Verdict extends Judgement {
  readonly person: AuditPerson;
  readonly asset: AuditAsset;
  readonly kind: ActionKind;
  readonly place: string;
  readonly covers: readonly Cover[];
  /** Smaller is graver. */
  readonly rank: number;
}

/** Kinds of access by weight, the gravest first. */
export const kindNumber: Readonly<Record<ActionKind, number>> = {
  readTechnology: 0,
  readSource: 1,
  readWeights: 2,
  readNotebook: 3,
  use: 4,
  signIn: 5,
  administer: 6,
  other: 7,
};

const kindWords: Readonly<Record<ActionKind, string>> = {
  readTechnology: 'technology',
  readSource: 'source code',
  readWeights: 'weights',
  readNotebook: 'a notebook',
  use: 'use of it',
  signIn: 'a sign-in',
  administer: 'its administration',
  other: 'something the log does not name',
};

/** True where nothing can be said because no citizenship or permanent residence is known: one question, whatever the person reached. */
export const isUnassessed = ({ nationalities, licence }: Pick<Judgement, 'nationalities' | 'licence'>): boolean =>
  nationalities.length === 0 && licence === 'undetermined';

/** Most assets that are named one by one. */
const namedAssets = 20;

/**
 * Puts together what was found of one person: over one asset, or, where no citizenship is known, over all the assets that raise the question.
 * `verdicts` says how the events were judged and how many by each.
 */
export function deemedFinding(context: RuleContext, places: readonly number[], verdicts: ReadonlyMap<Verdict, number>): AuditFinding {
  const { settings } = context;
  const sorted = [...verdicts.keys()].sort(
    (a, b) => a.rank - b.rank || kindNumber[a.kind] - kindNumber[b.kind] || compare(a.asset.id, b.asset.id) || compare(a.place, b.place),
  );
  const [worst] = sorted;
  if (worst === undefined) throw new Error('A finding needs a verdict');
  const { person } = worst;
  const assets = assetsOf(verdicts);
  const asset = assets[0]?.asset ?? worst.asset;
  const isOne = assets.length === 1;
  const name = person.name || person.id;
  const subject = { kind: 'person' as const, person, account: '' };
  const questions = worst.questions(person, worst.asset, worst.kind);
  const isOpen = questions.some(({ id }) => id === 'person.protected' || id === 'person.citizenship');
  const severity: FindingLevel = worst.licence === 'required' ? 'high' : 'medium';
  const confidence: FindingLevel = worst.licence === 'required' ? (isOpen || worst.kind === 'other' ? 'medium' : 'high') : 'low';
  const kinds = [...new Set(sorted.map(({ kind }) => kind))].sort((a, b) => kindNumber[a] - kindNumber[b]);
  // Where the events came from. What it counts as an export to follows nationality, which no list or page may name unasked.
  const seenFrom = [...new Set(sorted.map(({ place }) => place))].sort();
  const { exported, reexported, local, keptIn } = movementsOf(sorted, settings.home);
  const abroad = [...new Set([...exported, ...reexported])].sort();
  const reached = kinds.map((kind) => kindWords[kind]).join(', ');
  const authority = [...new Set(sorted.flatMap(({ covers }) => covers))].map(
    ({ authorisation: one }) => `${one.number ?? one.id} (${one.validFrom ?? 'no first day'} to ${one.validTo ?? 'no last day'})`,
  );
  const what = isOne ? asset.name : `${assets.length} controlled assets`;
  const tests = isOne ? worst.tests : sharedTests(sorted);
  return makeFinding(context, 'deemed_export', subject, isUnassessed(worst) ? 'unassessed' : `asset:${asset.id}`, places, {
    title:
      worst.licence === 'required'
        ? `${name} reached ${what} without a licence`
        : worst.licence === 'exceptionPossible'
          ? `${name} reached ${what}: a licence, unless an exception fits`
          : `Whether ${name} may reach ${what} cannot be assessed`,
    summary: `${name} reached ${reached} of ${what}${isOne && asset.eccn !== null ? ` (${asset.eccn})` : ''}: ${spanWords(context, places)}. ${
      worst.licence === 'required'
        ? `By latest citizenship or permanent residence this counts as ${abroad.length === 0 && local.length > 0 ? 'a reexport' : 'an export'} that needs a licence, and none held on that day.`
        : (worst.why[0] ?? '')
    }${local.length > 0 ? ` What was read is kept in ${placeNames(local)}, where it was read.` : ''}`,
    severity,
    confidence,
    assetId: asset.id,
    assetIds: assets.map((one) => one.asset.id),
    actionKind: worst.kind,
    countries: seenFrom,
    why: [
      ...worst.why,
      ...(isOne ? [] : [listWords(assets)]),
      `Kind of access: ${reached}.`,
      ...(exported.length > 0 ? [`Access from ${placeNames(exported)} is an export to that place as well.`] : []),
      ...(reexported.length > 0
        ? [`Access from ${placeNames(reexported)} to files kept in ${placeNames(keptIn)} is a reexport to that place as well.`]
        : []),
      ...(local.length > 0
        ? [`Files kept in ${placeNames(local)} were read there, so nothing was sent. A release to a national of another country counts.`]
        : []),
      authority.length > 0
        ? `Authority on file did not hold on those days: ${authority.join('; ')}.`
        : `No authority on file covers this person and ${isOne ? 'asset' : 'these assets'}.`,
      ...(settings.releaseActions === 'all' ? ['By the settings every successful access counts as a release.'] : []),
    ],
    citations: [
      ...new Set([
        ...sorted.flatMap(({ citations }) => citations),
        ...(exported.length > 0 ? ['15 CFR 734.13(a)(1)'] : []),
        ...(reexported.length > 0 ? ['15 CFR 734.14(a)(1)'] : []),
      ]),
    ],
    questions: isOne ? questions : sharedQuestions(questions, name, assets.length),
    exclusions: [
      ...tests,
      {
        code: 'authorisation',
        title: 'Licence valid at that time',
        result: 'doesNotApply',
        because: authority.length > 0 ? 'Authority on file did not hold on those days' : 'None on file covers this person and item',
        citation: 'Register of authorisations',
      },
    ],
    dataDay: abroad.length + local.length > 0 ? oldestData(context, places) : null,
    ground: {
      licence: worst.licence,
      'kinds of access': kinds.join(', '),
      'export to': stableHash([...new Set([...worst.toCountries, ...abroad])].join(' ')),
      ...(keptIn.length === 0 ? {} : { 'kept in': keptIn.join(', ') }),
      ...(isUnassessed(worst) ? { assets: assetWords(assets).join(', ') } : { entry: asset.eccn ?? '' }),
      ...Object.fromEntries(tests.map((test) => [`exclusion ${test.code}`, test.result])),
      authority: authority.join('; '),
    },
  });
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

interface ReachedAsset {
  readonly asset: AuditAsset;
  readonly events: number;
}

/** Assets by how many events they have. */
function assetsOf(verdicts: ReadonlyMap<Verdict, number>): readonly ReachedAsset[] {
  const events = new Map<AuditAsset, number>();
  for (const [{ asset }, count] of verdicts) events.set(asset, (events.get(asset) ?? 0) + count);
  return [...events]
    .map(([asset, count]) => ({ asset, events: count }))
    .sort((a, b) => b.events - a.events || compare(a.asset.id, b.asset.id));
}

const assetWords = (assets: readonly ReachedAsset[]): string[] =>
  assets.map(({ asset }) => `${asset.name}${asset.eccn === null ? '' : ` (${asset.eccn})`}`).sort();

function listWords(assets: readonly ReachedAsset[]): string {
  const named = assets
    .slice(0, namedAssets)
    .map(
      ({ asset, events }) =>
        `${asset.name}${asset.eccn === null ? '' : ` (${asset.eccn})`}, ${events === 1 ? 'one event' : `${events} events`}`,
    );
  const more = assets.length - named.length;
  return `Assets: ${named.join('; ')}${more === 0 ? '' : `; and ${more} more`}.`;
}

/** Each exclusion once. One that comes out differently for different assets is settled for none of them as a whole. */
function sharedTests(verdicts: readonly Verdict[]): readonly ReleaseTest[] {
  const shared = new Map<string, ReleaseTest>();
  for (const test of verdicts.flatMap(({ tests }) => tests)) {
    const known = shared.get(test.code);
    if (known === undefined) shared.set(test.code, test);
    else if (known.result !== test.result) shared.set(test.code, { ...test, result: 'unknown', because: 'Differs between the assets' });
  }
  return [...shared.values()];
}

/** What is asked once for all assets: a fact of a single asset would not clear the others. */
function sharedQuestions(questions: readonly AuditQuestion[], name: string, count: number): readonly AuditQuestion[] {
  return questions
    .filter(({ about, id }) => about !== 'asset' && !id.startsWith('finding.fact.'))
    .map((question) => {
      if (question.id === 'person.citizenship')
        return {
          ...question,
          ask: `Is the latest citizenship or permanent residence of ${name} one for which all ${count} assets are free? Ask only this; keep the reason and the date.`,
        };
      if (question.id === 'finding.authorisation')
        return { ...question, ask: `Did a licence or a licence exception cover ${name} and all ${count} assets at that time?` };
      return question;
    });
}
