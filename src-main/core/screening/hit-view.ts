import type { HitDecision, HitDetail, HitLine, Subject } from '../../../src-shared/contract/screening.ts';
import type { Feature } from '../../../src-shared/model/screening.ts';
import { countryName } from '../../../src-shared/text/countries.ts';
import { english } from '../../../src-shared/text/en/index.ts';
import { createText } from '../../../src-shared/text/format.ts';
import { thresholdsFor } from '../../engine/screening/profiles.ts';
import type { OpenWorkspace } from '../db/index.ts';
import { type EntryBody, entryDetail, kindOfList, listTitle, readEntry, screenedLists } from '../lists/index.ts';
import { profileOf, readProfile } from './profile.ts';
import { type DecisionRow, decisionsOf, type HitBody, hitsOfSubject, type StandingHit, saidIn } from './store.ts';
import { groundChanges, type ScreenedSubject } from './subjects.ts';

const text = createText<Record<string, string>>('en', english);

export const hitLine = (row: StandingHit): HitLine => ({
  id: row.id,
  list: row.list,
  listTitle: listTitle(row.list),
  entryId: row.entry_id,
  entryName: row.entry_name.slice(0, 1000),
  matchedName: row.matched_name.slice(0, 1000),
  score: row.score,
  nameScore: row.name_score,
  evidenceScore: row.evidence_score,
  band: row.band,
  state: row.state,
  training: kindOfList(row.list) === 'training',
  revision: row.decisions,
});

/** One decision, with whether its ground moved. `hit` is the hit as it stands now. */
export function decisionView(row: DecisionRow, hit: StandingHit, isLast: boolean): HitDecision {
  const moved =
    row.verdict === 'falsePositive' && isLast
      ? [
          ...groundChanges(row.subject_ground, hit.subject_ground).map((field) =>
            text.dynamic(`screening.ground.ours.${field}`, {}, field),
          ),
          ...groundChanges(row.entry_ground, hit.entry_ground).map((field) => text.dynamic(`screening.ground.theirs.${field}`, {}, field)),
        ]
      : [];
  return {
    id: row.id,
    ...saidIn(row),
    lapsed: moved.length === 0 ? null : { at: hit.last_seen as HitDecision['at'], why: moved.join('; ').slice(0, 1000) },
  };
}

/** A hit beside its entry, as it was compared. The entry is read from the version it was found in; when that is gone, from the one in use. */
export function hitDetail(workspace: OpenWorkspace, row: StandingHit, subject: ScreenedSubject | undefined): HitDetail | null {
  const current = screenedLists(workspace).find(({ code }) => code === row.list);
  const versions = [row.version_id, ...(current === undefined ? [] : [current.versionId])];
  const versionId = versions.find((id) => readEntry(workspace, id, row.entry_id) !== undefined);
  const entry = versionId === undefined ? undefined : readEntry(workspace, versionId, row.entry_id);
  if (versionId === undefined || entry === undefined) return null;
  const body = JSON.parse(row.body) as HitBody;
  const profile = profileOf(readProfile(workspace));
  const { review, strong } = thresholdsFor(profile, row.list, entry.body.type);
  const decisions = decisionsOf(workspace, row.id);
  const siblings = hitsOfSubject(workspace, profile, { kind: row.subject_kind, id: row.subject_id });
  const scores = new Map(body.names.map((name) => [name.text, name.nameScore]));
  return {
    ...hitLine(row),
    subject: { kind: row.subject_kind, id: row.subject_id } satisfies Subject,
    subjectName: (subject?.name ?? row.query_name).slice(0, 400),
    subjectAbout: (subject?.about ?? '').slice(0, 200),
    queryName: row.query_name.slice(0, 1000),
    pairs: body.pairs.slice(0, 60).map((pair) => ({ ...pair })),
    unmatched: { query: body.unmatched.query.slice(0, 60), listed: body.unmatched.listed.slice(0, 60) },
    features: factsOf(body.features, subject, entry.body),
    entry: entryDetail(versionId, entry.body, entry),
    otherNames: entry.body.names
      .slice(0, 200)
      .map((name) => ({
        text: name.text.slice(0, 1000),
        kind: name.kind,
        script: name.script,
        nameScore: scores.get(name.text) ?? null,
      }))
      .sort((a, b) => (b.nameScore ?? -1) - (a.nameScore ?? -1)),
    listVersion: row.list_version,
    engineVersion: row.engine,
    profile: profile.id,
    reviewAt: review,
    strongAt: strong,
    firstSeen: row.first_seen as HitDetail['firstSeen'],
    lastSeen: row.last_seen as HitDetail['lastSeen'],
    decisions: decisions.slice(0, 100).map((decision, at) => decisionView(decision, row, at === 0)),
    place: { at: Math.max(1, siblings.findIndex(({ id }) => id === row.id) + 1), of: Math.max(1, siblings.length) },
  };
}

/** What both sides say of each fact: first what gave points, then what gave none, so that a reader sees what could still be asked for. */
function factsOf(features: readonly Feature[], subject: ScreenedSubject | undefined, entry: EntryBody): HitDetail['features'] {
  const counted = features.slice(0, 12).map((feature) => ({ ...inWords(feature), ...bothSides(feature, subject, entry) }));
  const silent = (['birth', 'country', 'city', 'gender', 'type', 'identifier'] as const)
    .filter((name) => !features.some((feature) => feature.name === name))
    .map((name) => ({ name, points: 0, why: '', ...bothSides({ name }, subject, entry) }))
    .filter(({ ours, theirs }) => ours !== '' || theirs !== '');
  return [...counted, ...silent];
}

const list = (values: readonly string[]): string => [...new Set(values.filter(Boolean))].join(', ').slice(0, 1000);

const countryWord = (code: string): string => countryName('en', code);

/** A feature as it is read: the comparison writes countries as codes, a sentence names them. */
export const inWords = <F extends Pick<Feature, 'name' | 'why'>>(feature: F): F =>
  feature.name === 'country' ? { ...feature, why: feature.why.replace(/\b[A-Z]{2}\b/g, countryWord) } : feature;

/** What each side says of the fact a feature compares. */
export function bothSides(
  { name }: Pick<Feature, 'name'>,
  subject: Pick<ScreenedSubject, 'query'> | undefined,
  entry: EntryBody,
): { readonly ours: string; readonly theirs: string } {
  const query = subject?.query;
  const sides: Record<Feature['name'], readonly [readonly string[], readonly string[]]> = {
    identifier: [
      query?.identifiers.map(({ label, value }) => `${label} ${value}`) ?? [],
      entry.identifiers.map(({ label, value }) => `${label} ${value}`),
    ],
    birth: [query?.births.map((birth) => birth.text) ?? [], entry.births.map((birth) => birth.text)],
    country: [query?.countries.map(countryWord) ?? [], entry.countries.map(({ code }) => countryWord(code))],
    city: [query?.cities ?? [], entry.addresses.map(({ city }) => city)],
    address: [query?.addresses ?? [], entry.addresses.map(({ text }) => text)],
    gender: [[query?.gender ?? ''], [entry.gender ?? '']],
    type: [[query?.type ?? ''], [entry.type]],
    weakName: [[], []],
    expired: [[], [entry.until ?? '']],
  };
  const [ours, theirs] = sides[name];
  return { ours: list(ours), theirs: list(theirs) };
}
