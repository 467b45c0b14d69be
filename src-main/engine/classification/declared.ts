import type { TraceStep, Tri } from '../../../src-shared/model/finding.ts';
import type { ItemFacts } from '../../../src-shared/model/item-facts.ts';
import type { PackEntry } from '../../../src-shared/model/rule-pack.ts';
import type { Judgement } from './judge.ts';

/** A part known only by a classification somebody gave it is taken at that word; its figures are not at hand to judge. */
export function declaredVerdict(item: ItemFacts, entry: PackEntry): Judgement | undefined {
  const declared = item.declaredClassification;
  const hasFigures = (item.peakDense ?? []).length > 0 || (item.dies ?? []).length > 0 || (item.contains ?? []).length > 0;
  if (declared === null || declared === undefined || hasFigures || entry.declaredAs === undefined) return undefined;
  const stated = declared.trim().toUpperCase();
  const fits = entry.declaredAs.some((pattern) => {
    const wanted = pattern.toUpperCase();
    return wanted.startsWith('*') ? stated.endsWith(wanted.slice(1)) : stated === wanted || stated.startsWith(`${wanted}.`);
  });
  const citation = entry.citations[0];
  // A whole entry without its paragraph leaves open which paragraph is meant.
  const vague = !fits && entry.declaredAs.some((pattern) => pattern.toUpperCase().startsWith(`${stated}.`));
  const value: Tri = fits ? 'yes' : vague ? 'unknown' : 'no';
  const steps: TraceStep[] =
    citation === undefined
      ? []
      : [
          {
            ruleId: entry.id,
            said: 'trace.declared',
            params: { declared, entry: entry.id },
            outcome: value,
            facts: ['declaredClassification'],
            citation,
          },
        ];
  return { value, missing: vague ? ['declaredClassification'] : [], rebuttable: [], version: 'declared', steps, measured: [] };
}
