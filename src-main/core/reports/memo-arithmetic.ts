import type { MemoArithmetic } from '../../../src-shared/model/report.ts';
import type { Text } from '../../../src-shared/text/format.ts';
import { spelledOut } from './fact-words.ts';
import type { MemoInput } from './memo-input.ts';
import type { NoteBook } from './memo-notes.ts';

/** Worked numbers: compute estimates, then each sum a rule did, then computed numbers that no sum shows. */
export function memoArithmetic(input: MemoInput, book: NoteBook, text: Text): MemoArithmetic[] {
  const estimates: MemoArithmetic[] = input.estimates.map((estimate) => ({
    quantity: estimate.method,
    label: text.dynamic(
      `compute.method.${estimate.method}`,
      undefined,
      text.dynamic(`compute.part.${estimate.method}`, undefined, spelledOut(estimate.method)),
    ),
    expression: estimate.arithmetic,
    value: estimate.likely,
    low: estimate.low,
    high: estimate.high,
    unit: text.dynamic('report.unit.operations'),
    notes: [],
  }));
  return [...estimates, ...sumsOfRules(input, book), ...computedNumbers(input, text)];
}

function sumsOfRules({ finding }: MemoInput, book: NoteBook): MemoArithmetic[] {
  const sums = new Map<string, MemoArithmetic>();
  for (const entry of finding.entries) {
    for (const step of entry.trace) {
      // A comparison has no result of its own; it stands in the trace.
      if (step.arithmetic === undefined || !step.arithmetic.includes('=') || sums.has(step.arithmetic)) continue;
      sums.set(step.arithmetic, {
        quantity: step.ruleId,
        label: entry.entry,
        expression: step.arithmetic,
        unit: '',
        notes: book.refer(entry.pack, [step.citation]),
      });
    }
  }
  return [...sums.values()];
}

const ends = /(Low|Likely|High)$/;

function computedNumbers({ finding: { computed } }: MemoInput, text: Text): MemoArithmetic[] {
  const ids = [...new Set(Object.keys(computed).map((id) => id.replace(ends, '')))];
  return ids.map((id) => {
    const value = own(computed, id) ?? own(computed, `${id}Likely`);
    const low = own(computed, `${id}Low`);
    const high = own(computed, `${id}High`);
    return {
      quantity: id,
      label: text.dynamic(`quantity.${id}`, undefined, spelledOut(id)),
      ...(value === undefined ? {} : { value }),
      ...(low === undefined ? {} : { low }),
      ...(high === undefined ? {} : { high }),
      unit: text.dynamic(`quantity.${id}.unit`, undefined, ''),
      notes: [],
    };
  });
}

function own(computed: Readonly<Record<string, number>>, id: string): number | undefined {
  return Object.hasOwn(computed, id) ? computed[id] : undefined;
}
