import type { Compare, Expression } from '../../../src-shared/model/rule-expression.ts';
import type { PackEntry } from '../../../src-shared/model/rule-pack.ts';

/** Comparisons anywhere inside a condition. */
export function comparesIn(expression: Expression): Compare[] {
  if ('all' in expression) return expression.all.flatMap(comparesIn);
  if ('any' in expression) return expression.any.flatMap(comparesIn);
  if ('not' in expression) return comparesIn(expression.not);
  if ('known' in expression) return comparesIn(expression.known);
  if ('shown' in expression) return comparesIn(expression.shown);
  if ('readings' in expression) return expression.readings.flatMap(comparesIn);
  return isCompare(expression) ? [expression] : [];
}

export function isCompare(expression: Expression): expression is Compare {
  return 'atLeast' in expression || 'above' in expression || 'below' in expression || 'atMost' in expression;
}

/** Parameters that a comparison reads. */
export function boundsOf({ atLeast, above, below, atMost }: Compare): string[] {
  return [atLeast, above, below, atMost].filter((id) => id !== undefined);
}

/** Every comparison in the wordings of an entry, exclusions included. */
export function comparesOf(entry: PackEntry): Compare[] {
  return entry.versions.flatMap(({ limbs, unless }) => [...limbs, ...unless].flatMap(({ when }) => comparesIn(when)));
}

/** Parameters that an entry reads, each once, in reading order. */
export function parametersOf(entry: PackEntry): string[] {
  return [...new Set(comparesOf(entry).flatMap(boundsOf))];
}
