import type { ClassificationMemo, MemoArithmetic, MemoFact } from '../../../../src-shared/model/report.ts';
import type { Block, Line } from '../../../../src-shared/model/report-page.ts';
import type { Text } from '../../../../src-shared/text/format.ts';
import type { Section } from '../memo-page.ts';
import { figure, joined, line, noteRefs } from '../runs.ts';

/** Values this long get a line of their own instead of a half column. */
const HALF_COLUMN = 60;

/** A source that this many facts share is said once, under the facts, and marked by a letter. */
const SHARED = 3;

/** Facts with how each is known. Long ones stand below the two columns. */
export function factsSection(memo: ClassificationMemo, text: Text): Section {
  const letters = sharedSources(memo.facts);
  const known = (fact: MemoFact) => howKnown(fact, letters, text);
  const isShort = (fact: MemoFact) => `${fact.value}, ${known(fact)}`.length <= HALF_COLUMN;
  const pairs = (facts: readonly MemoFact[]) => facts.map((fact) => ({ term: fact.label, value: factRuns(fact, known(fact)) }));
  const short = memo.facts.filter(isShort);
  const long = memo.facts.filter((fact) => !isShort(fact));
  const blocks: Block[] = [];
  if (short.length > 0) blocks.push({ kind: 'pairs', columns: 2, pairs: pairs(short) });
  if (long.length > 0) blocks.push({ kind: 'pairs', columns: 1, pairs: pairs(long) });
  for (const [source, letter] of letters) blocks.push({ kind: 'paragraph', line: line(`(${letter}) ${source}`, 'quiet'), quiet: true });
  return { title: text.dynamic('report.section.facts'), blocks };
}

function sharedSources(facts: readonly MemoFact[]): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  for (const { source } of facts) if (source !== undefined) counts.set(source, (counts.get(source) ?? 0) + 1);
  const shared = [...counts].filter(([, count]) => count >= SHARED).map(([source]) => source);
  return new Map(shared.map((source, place) => [source, String.fromCharCode(97 + (place % 26))]));
}

function factRuns(fact: MemoFact, known: string): Line {
  if (fact.standing === 'unknown') return line(fact.value, 'strong');
  return joined([line(fact.value), line(known, 'quiet')], ', ');
}

function howKnown(fact: MemoFact, letters: ReadonlyMap<string, string>, text: Text): string {
  const letter = fact.source === undefined ? undefined : letters.get(fact.source);
  const source = letter === undefined ? (fact.source ?? '') : `(${letter})`;
  if (fact.standing === 'notApplicable') return source;
  const word = fact.standing === 'unsourced' || fact.standing === 'unknown' ? '' : text.dynamic(`report.factStanding.${fact.standing}`);
  return [word, source].filter((part) => part !== '').join(letter === undefined ? ', ' : ' ');
}

/** Each sum on a line, its range at the right. */
export function arithmeticSection(memo: ClassificationMemo, text: Text): Section {
  return {
    title: text.dynamic('report.section.arithmetic'),
    blocks: memo.arithmetic.map((sum) => ({
      kind: 'sum',
      left: [...sumRuns(sum, text), ...noteRefs(sum.notes)],
      right: rangeRuns(sum, text),
    })),
  };
}

function sumRuns(sum: MemoArithmetic, text: Text): Line {
  if (sum.expression === undefined) {
    const value = sum.value === undefined ? [] : figure(sum.value, text.locale, sum.unit, 'strong');
    return [...line(`${sum.label}${value.length === 0 ? '' : ' = '}`), ...value];
  }
  const equals = sum.expression.lastIndexOf('=');
  if (equals < 0) return [...line(`${sum.label} = `), ...line(sum.expression, 'strong')];
  return [...line(sum.expression.slice(0, equals + 1)), ...line(sum.expression.slice(equals + 1), 'strong')];
}

function rangeRuns(sum: MemoArithmetic, text: Text): Line {
  if (sum.low === undefined || sum.high === undefined) return sum.expression === undefined ? [] : line(sum.label, 'quiet');
  const quiet = (runs: Line): Line => runs.map((run) => (run.kind === 'text' ? { ...run, kind: 'quiet' } : run));
  // A worked sum does not say what it is a sum of; where several stand below each other, that is what a reader looks for.
  const name = sum.expression?.includes('=') === true ? line(`${sum.label}, `, 'quiet') : [];
  // The message is cut at its gaps, so that the exponents can be raised in any language's word order.
  const parts = text.dynamic('report.between', { low: '\ue000', high: '\ue001' }).split(/([\ue000\ue001])/);
  const { low, high } = sum;
  const range = parts.flatMap((part) => {
    if (part === '\ue000') return quiet(figure(low, text.locale));
    if (part === '\ue001') return quiet(figure(high, text.locale));
    return line(part, 'quiet');
  });
  return [...name, ...range];
}
