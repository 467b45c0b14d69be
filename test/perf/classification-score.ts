import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type FactsAnswer, factsAnswer, readFactPattern } from '../../src-main/core/classification-batch/index.ts';
import { classifyItem } from '../../src-main/engine/classification/index.ts';
import { IsoDate } from '../../src-shared/model/dates.ts';
import type { RulePack } from '../../src-shared/model/rule-pack.ts';

/** One worked example, as far as it is scored. */
const Example = z.object({
  id: z.string(),
  on: IsoDate,
  facts: z.unknown(),
  difficulty: z.number(),
  expected: z.object({
    entries: z.array(
      z.object({
        regime: z.string(),
        entry: z.string(),
        verdict: z.string(),
        textStatus: z.string(),
        enforcement: z.string(),
        limb: z.string().optional(),
        reasons: z.array(z.string()).optional(),
        missing: z.array(z.string()).optional(),
      }),
    ),
    conclusion: z.object({ classification: z.string(), subjectToEar: z.union([z.boolean(), z.literal('undetermined')]) }),
    computed: z.record(z.string(), z.number()).optional(),
    guide: z.array(z.object({ id: z.string(), result: z.string() })),
    missing: z.array(z.string()),
    warnings: z.array(z.string()).optional(),
  }),
});
type Example = z.infer<typeof Example>;

const aspects = [
  'verdict',
  'limb',
  'text status',
  'enforcement',
  'reasons',
  'conclusion',
  'computed',
  'guide',
  'missing facts',
  'warnings',
] as const;
export type Aspect = (typeof aspects)[number];

export interface Score {
  readonly cases: number;
  /** Right on verdict, limb, text status, enforcement and conclusion. */
  readonly right: number;
  readonly rightWeighted: number;
  /** Said "does not meet" where the answer is "meets" or "undetermined". Must be none. */
  readonly unsafe: readonly string[];
  readonly byAspect: Readonly<Record<Aspect, { readonly right: number; readonly asked: number }>>;
  readonly misses: readonly string[];
}

const decisive: readonly Aspect[] = ['verdict', 'limb', 'text status', 'enforcement', 'conclusion'];

/** Scores the engine on a file of worked examples. Answers are compared with the examples', never with the engine's own. */
export function scoreExamples(file: string, packs: readonly RulePack[]): Score {
  const examples = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => Example.parse(JSON.parse(line)));
  const byAspect = Object.fromEntries(aspects.map((aspect) => [aspect, { right: 0, asked: 0 }])) as Record<
    Aspect,
    { right: number; asked: number }
  >;
  const unsafe: string[] = [];
  const misses: string[] = [];
  let right = 0;
  let weight = 0;
  let weightRight = 0;
  for (const example of examples) {
    const read = readFactPattern(example.facts);
    const results =
      read.facts === undefined
        ? [
            {
              aspect: 'verdict' as const,
              isRight: false,
              said: `facts not read: ${read.problems.map((problem) => problem.message).join('; ')}`,
            },
          ]
        : judge(example, factsAnswer(classifyItem(read.facts, example.on, packs)), unsafe);
    for (const { aspect, isRight, said } of results) {
      byAspect[aspect].asked += 1;
      if (isRight) byAspect[aspect].right += 1;
      else misses.push(`${example.id} ${aspect}: ${said}`);
    }
    const isRight = results.every((result) => result.isRight || !decisive.includes(result.aspect));
    weight += example.difficulty;
    if (isRight) {
      right += 1;
      weightRight += example.difficulty;
    }
  }
  return { cases: examples.length, right, rightWeighted: weightRight / weight, unsafe, byAspect, misses };
}

interface Judged {
  readonly aspect: Aspect;
  readonly isRight: boolean;
  readonly said: string;
}

function judge(example: Example, answer: FactsAnswer, unsafe: string[]): Judged[] {
  const { expected } = example;
  const judged: Judged[] = [];
  const hold = (aspect: Aspect, isRight: boolean, said: string) => judged.push({ aspect, isRight, said });
  for (const wanted of expected.entries) {
    const found = answer.entries.find((entry) => entry.regime === wanted.regime && entry.entry === wanted.entry);
    if (found?.verdict === 'doesNotMeet' && wanted.verdict !== 'doesNotMeet') unsafe.push(`${example.id} ${wanted.entry}`);
    hold('verdict', found?.verdict === wanted.verdict, `${wanted.entry} ${found?.verdict ?? 'not judged'}, not ${wanted.verdict}`);
    hold('text status', found?.textStatus === wanted.textStatus, `${wanted.entry} ${found?.textStatus ?? '-'}, not ${wanted.textStatus}`);
    hold(
      'enforcement',
      found?.enforcement === wanted.enforcement,
      `${wanted.entry} ${found?.enforcement ?? '-'}, not ${wanted.enforcement}`,
    );
    if (wanted.limb !== undefined) hold('limb', found?.limb === wanted.limb, `${wanted.entry} ${found?.limb ?? '-'}, not ${wanted.limb}`);
    if (wanted.reasons !== undefined)
      hold(
        'reasons',
        sameSet(found?.reasons ?? [], wanted.reasons),
        `${wanted.entry} ${found?.reasons?.join() ?? '-'}, not ${wanted.reasons.join()}`,
      );
    for (const fact of wanted.missing ?? [])
      hold('missing facts', isNamed(fact, found?.missing ?? []), `${wanted.entry} ${fact} not among ${found?.missing?.join() ?? 'none'}`);
  }
  hold(
    'conclusion',
    answer.conclusion.classification === expected.conclusion.classification,
    `${answer.conclusion.classification}, not ${expected.conclusion.classification}`,
  );
  hold(
    'conclusion',
    answer.conclusion.subjectToEar === expected.conclusion.subjectToEar,
    `subject to the EAR: ${String(answer.conclusion.subjectToEar)}`,
  );
  for (const [name, value] of Object.entries(expected.computed ?? {})) {
    const found = answer.computed[name];
    hold('computed', found !== undefined && Math.abs(found - value) <= 0.005 * Math.abs(value), `${name} ${found ?? '-'}, not ${value}`);
  }
  for (const guide of expected.guide) {
    const found = answer.guide.find((entry) => entry.id === guide.id);
    hold('guide', found?.result === guide.result, `${guide.id} ${found?.result ?? '-'}, not ${guide.result}`);
  }
  for (const fact of expected.missing)
    hold('missing facts', isNamed(fact, answer.missing), `${fact} not among ${answer.missing.join() || 'none'}`);
  for (const warning of expected.warnings ?? [])
    hold('warnings', answer.warnings.includes(warning), `${warning} not among ${answer.warnings.join() || 'none'}`);
  return judged;
}

const sameSet = (a: readonly string[], b: readonly string[]): boolean => [...a].sort().join() === [...b].sort().join();

/** The examples name missing facts in plain words; a fact counts as named when the words of its name stand in them. */
function isNamed(wanted: string, named: readonly string[]): boolean {
  const words = wordsOf(wanted);
  return named.some((fact) => {
    const own = wordsOf(fact);
    return own.length > 0 && own.filter((word) => words.includes(word)).length / own.length >= 0.5;
  });
}

const wordsOf = (text: string): string[] =>
  text
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 1);
