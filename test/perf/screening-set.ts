import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type IndexData, openIndex, readQuery, screen, screeningProfiles } from '../../src-main/engine/screening/index.ts';
import type { ListedParty, PartyType } from '../../src-shared/model/listed-party.ts';
import type { ScreeningHit, ScreeningQuery } from '../../src-shared/model/screening.ts';
import { partyNamed } from '../harness/listed-party.ts';

/** A labelled question of the developer set; `expectedIds` empty means that nothing may hit. */
export interface LabelledQuery {
  readonly qid: string;
  readonly query: string;
  readonly type: PartyType;
  readonly country?: string;
  readonly expectedIds: readonly string[];
  readonly category: string;
  readonly tier: 'core' | 'hard';
}

export interface CorpusRow {
  readonly id: string;
  readonly list: string;
  readonly type: PartyType;
  readonly names: readonly string[];
  readonly countries: readonly string[];
}

const folder = path.resolve(import.meta.dirname, '../../../shared/lists/eval');
export const corpusFile = path.join(folder, 'corpus.jsonl.gz');
export const queriesFile = path.join(folder, 'queries.jsonl');
export const isSetHere = (): boolean => existsSync(corpusFile) && existsSync(queriesFile);

const lines = <T>(text: string): T[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);

export const readCorpus = (): CorpusRow[] => lines<CorpusRow>(gunzipSync(readFileSync(corpusFile)).toString('utf8'));
export const readQueries = (): LabelledQuery[] => lines<LabelledQuery>(readFileSync(queriesFile, 'utf8'));

/** A row of the corpus in the shape every list is read into. */
export const partyOf = ({ id, list, type, names, countries }: CorpusRow): ListedParty =>
  partyNamed(id, names, { list, type, countries: countries.map((code) => ({ code, role: 'listedUnder' })) });

export const queryOf = ({ query, type, country }: LabelledQuery): ScreeningQuery => ({
  names: [query],
  type,
  countries: country === undefined ? [] : [country],
  births: [],
  gender: null,
  identifiers: [],
  cities: [],
});

export interface Answered {
  readonly asked: LabelledQuery;
  /** Everything from 0.4 on, so that a curve can be drawn. */
  readonly hits: readonly ScreeningHit[];
}

const CURVE_FROM = 0.4;

export function answerAll(data: IndexData, queries: readonly LabelledQuery[]): Answered[] {
  const index = openIndex(data);
  return queries.map((asked) => ({
    asked,
    hits: screen(index, readQuery(queryOf(asked)), screeningProfiles.default, { from: CURVE_FROM }),
  }));
}

const isFound = ({ asked, hits }: Answered, threshold: number): boolean =>
  hits.some((hit) => hit.score >= threshold && asked.expectedIds.includes(hit.id));
const isAlert = ({ hits }: Answered, threshold: number): boolean => hits.some((hit) => hit.score >= threshold);
const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);
const shareOf = (answers: readonly Answered[], holds: (answer: Answered) => boolean): number =>
  share(answers.filter(holds).length, answers.length);

export interface Measures {
  readonly threshold: number;
  readonly recall: number;
  readonly falseAlerts: number;
  readonly precision: number;
  readonly f1: number;
  readonly top1: number;
  readonly hard: number;
  /** Parties at or above the threshold per positive query. */
  readonly alerts: number;
}

/** The measures of the set's README at one threshold; recall, precision and false alerts over tier core. */
export function measure(answers: readonly Answered[], threshold: number): Measures {
  const positives = answers.filter(({ asked }) => asked.expectedIds.length > 0);
  const core = positives.filter(({ asked }) => asked.tier === 'core');
  const negatives = answers.filter(({ asked }) => asked.expectedIds.length === 0 && asked.tier === 'core');
  const found = core.filter((answer) => isFound(answer, threshold)).length;
  const alarms = negatives.filter((answer) => isAlert(answer, threshold)).length;
  const recall = share(found, core.length);
  const precision = share(found, found + alarms);
  return {
    threshold,
    recall,
    falseAlerts: share(alarms, negatives.length),
    precision,
    f1: recall + precision === 0 ? 0 : (2 * recall * precision) / (recall + precision),
    top1: shareOf(core, ({ asked, hits }) => asked.expectedIds.includes(hits[0]?.id ?? '')),
    hard: shareOf(
      positives.filter(({ asked }) => asked.tier === 'hard'),
      (answer) => isFound(answer, threshold),
    ),
    alerts: share(
      core.reduce((sum, { hits }) => sum + hits.filter((hit) => hit.score >= threshold).length, 0),
      core.length,
    ),
  };
}

/** Share of the queries of some categories that are right: found, or for negatives left alone. */
export function rightIn(answers: readonly Answered[], threshold: number, isMeant: (category: string) => boolean): number {
  return shareOf(
    answers.filter(({ asked }) => isMeant(asked.category)),
    (answer) => (answer.asked.expectedIds.length > 0 ? isFound(answer, threshold) : !isAlert(answer, threshold)),
  );
}

/** The corpus grown to so many parties by changing letters of its longer words, the same way every time. */
export function grown(corpus: readonly CorpusRow[], parties: number): ListedParty[] {
  const all: ListedParty[] = [];
  for (let round = 0; all.length < parties; round += 1)
    for (const row of corpus) {
      if (all.length === parties) break;
      all.push(partyOf(round === 0 ? row : { ...row, id: `${row.id}-${round}`, names: row.names.map((name) => varied(name, round)) }));
    }
  return all;
}

/** Another letter in some of the words of six letters and more. */
export function varied(name: string, round: number): string {
  return name.replace(/[A-Za-z]{6,}/g, (word, at: number) => {
    if ((word.charCodeAt(0) + round) % 3 === 0) return word;
    const place = (word.length * 7 + at * 3 + round * 13) % word.length;
    return `${word.slice(0, place)}${'aeioulnrst'.charAt((word.charCodeAt(1) + round) % 10)}${word.slice(place + 1)}`;
  });
}
