import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { loadRulePacks } from '../../src-main/core/rulepacks/index.ts';
import { judgeRelease, releaseLawOf } from '../../src-main/engine/release/index.ts';
import { IsoDate } from '../../src-shared/model/dates.ts';
import type { ReleaseAnswer, ReleaseFacts } from '../../src-shared/model/release.ts';

const Words = z.array(z.string());
/** One worked example, as far as it is scored. */
const Example = z.object({
  id: z.string(),
  on: IsoDate,
  facts: z.custom<ReleaseFacts>((value) => typeof value === 'object' && value !== null),
  expected: z.object({
    release: z.string(),
    event: z.string(),
    toCountries: Words,
    licence: z.string(),
    textLicence: z.string().optional(),
    reasons: Words,
    excludedBy: Words,
    unknown: Words,
    ask: Words,
    alsoAcceptable: Words.optional(),
    warnings: Words.optional(),
    exceptions: z.object({ fit: z.array(z.object({ symbol: z.string() })), fail: z.array(z.object({ symbol: z.string() })) }).optional(),
  }),
});
type Example = z.infer<typeof Example>;

export interface ReleaseScore {
  readonly cases: number;
  /** Right on every field that has one answer; questions are counted apart. */
  readonly right: number;
  /** Said "not required" where the answer is "required" or open. Must be none. */
  readonly unsafe: readonly string[];
  /** Open points and questions of the examples that were named, by their words. */
  readonly asked: number;
  readonly named: number;
  readonly misses: readonly string[];
}

/** Scores the engine on a file of worked examples. Answers are compared with the examples', never with the engine's own. */
export async function scoreReleases(file: string, resources: string): Promise<ReleaseScore> {
  const loaded = await loadRulePacks(path.join(resources, 'rulepacks'));
  if (!loaded.ok || loaded.value.refused.length > 0) throw new Error(`Rule packs do not load: ${JSON.stringify(loaded)}`);
  const law = releaseLawOf(loaded.value.packs.map(({ pack }) => pack));
  const examples = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => Example.parse(JSON.parse(line)));
  const misses: string[] = [];
  const unsafe: string[] = [];
  let right = 0;
  let asked = 0;
  let named = 0;
  for (const example of examples) {
    const answer = judgeRelease(example.facts, example.on, law);
    const wrong = wrongIn(example, answer);
    if (wrong.length === 0) right += 1;
    misses.push(...wrong.map((what) => `${example.id} ${what}`));
    if (answer.licence === 'notRequired' && ['required', 'undetermined'].includes(example.expected.licence)) unsafe.push(example.id);
    const wanted = [...example.expected.unknown, ...example.expected.ask];
    asked += wanted.length;
    for (const what of wanted) {
      if (isNamed(what, [...answer.unknown, ...answer.ask])) named += 1;
      else misses.push(`${example.id} does not ask: ${what}`);
    }
  }
  return { cases: examples.length, right, unsafe, asked, named, misses };
}

const set = (words: readonly string[]): string => [...words].sort().join();

function wrongIn({ expected }: Example, answer: ReleaseAnswer): string[] {
  const wrong: string[] = [];
  const hold = (what: string, is: string, wanted: string) =>
    is !== wanted && wrong.push(`${what}: ${is || 'none'}, not ${wanted || 'none'}`);
  hold('release', answer.release, expected.release);
  hold('event', answer.event, expected.event);
  hold('toCountries', answer.toCountries.join(), expected.toCountries.join());
  hold('licence', answer.licence, expected.licence);
  if (expected.textLicence !== undefined) hold('textLicence', answer.textLicence ?? answer.licence, expected.textLicence);
  hold('reasons', set(answer.reasons), set(expected.reasons));
  hold('excludedBy', set(answer.excludedBy), set(expected.excludedBy));
  for (const warning of expected.warnings ?? []) if (!answer.warnings.includes(warning)) wrong.push(`warning ${warning} is missing`);
  for (const kind of ['fit', 'fail'] as const)
    for (const { symbol } of expected.exceptions?.[kind] ?? [])
      if (!answer.exceptions[kind].some((one) => one.symbol === symbol)) wrong.push(`exception ${symbol} does not ${kind}`);
  return wrong;
}

const idle = new Set([
  'the',
  'of',
  'and',
  'or',
  'a',
  'an',
  'is',
  'to',
  'for',
  'in',
  'at',
  'any',
  'has',
  'under',
  'it',
  'with',
  'by',
  'if',
  'not',
]);
const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^a-z0-9:]+/)
    .filter((word) => word.length > 1 && !idle.has(word))
    .map((word) => word.replace(/(ies|s)$/, ''));

/** A question counts as asked when half of its words stand in what was asked. */
function isNamed(wanted: string, told: readonly string[]): boolean {
  const words = wordsOf(wanted);
  const said = new Set(told.flatMap(wordsOf));
  return words.filter((word) => said.has(word)).length >= words.length / 2;
}
