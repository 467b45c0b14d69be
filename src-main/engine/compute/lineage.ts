import type { ComputePart, OpsRange, ShareOfBase } from '../../../src-shared/model/compute.ts';
import type { LineageInputs, LineageLink, LineageNode } from '../../../src-shared/model/compute-inputs.ts';
import { spreadOf } from './factors.ts';
import { line } from './method.ts';
import { product, show } from './numbers.ts';
import { addRanges, combine, rangeAround } from './range.ts';

export interface BaseCompute {
  /** Sum over all ancestors that pass weights on, each once. `null` when any of them is unknown. */
  readonly range: OpsRange | null;
  readonly parts: readonly ComputePart[];
  /** Ancestors whose compute nobody gave. */
  readonly unknown: readonly string[];
  /** Names along a circle of parents, when there is one: no sum is possible. */
  readonly circle: readonly string[];
}

/**
 * Sums training compute along `derivedFrom` and `mergedFrom`. An ancestor reached on two ways counts once. `distilledFrom`
 * passes no weights on, so the teacher's training does not count; its inference does, see `teacherParts`.
 *
 * Units: FLOP. Source: estimation notes, section 1.4.
 */
export function sumBase(lineage: LineageInputs): BaseCompute {
  const nodes = new Map(lineage.ancestors.map((node) => [node.id, node]));
  const parts: ComputePart[] = [];
  const unknown: string[] = [];
  const done = new Set<string>();
  let circle: readonly string[] = [];

  const visit = (link: LineageLink, path: readonly string[]): void => {
    if (link.relation === 'distilledFrom') return;
    if (path.includes(link.parent)) {
      circle = [...path.slice(path.indexOf(link.parent)), link.parent];
      return;
    }
    if (done.has(link.parent)) return;
    done.add(link.parent);
    const node = nodes.get(link.parent);
    parts.push(basePart(link.parent, node));
    if (node?.own === undefined) unknown.push(node?.name ?? link.parent);
    for (const next of node?.links ?? []) visit(next, [...path, link.parent]);
  };
  for (const link of lineage.links) visit(link, []);

  const ranges = parts.map((part) => part.range);
  const known = ranges.filter((range) => range !== null);
  const isComplete = circle.length === 0 && known.length === parts.length && parts.length > 0;
  return { range: isComplete ? addRanges(known) : null, parts, unknown, circle };
}

/** Inference of the teachers, `2 × N_teacher × tokens`, as data generation. Teachers without figures are named in `unknown`. */
export function teacherParts(lineage: LineageInputs): { readonly parts: readonly ComputePart[]; readonly unknown: readonly string[] } {
  const parts: ComputePart[] = [];
  const unknown: string[] = [];
  for (const [index, link] of lineage.links.entries()) {
    if (link.relation !== 'distilledFrom') continue;
    const { teacherParameters, teacherTokens } = link;
    if (teacherParameters === undefined || teacherTokens === undefined) {
      unknown.push(lineage.ancestors.find((node) => node.id === link.parent)?.name ?? link.parent);
      continue;
    }
    const factors = [2, teacherParameters.value, teacherTokens.value];
    const ops = factors.reduce((total, factor) => total * factor, 1);
    const spread = combine([spreadOf(teacherParameters, 'parameters'), spreadOf(teacherTokens, 'data')]);
    parts.push({
      id: 'teacher',
      of: lineage.ancestors.find((node) => node.id === link.parent)?.name ?? link.parent,
      range: rangeAround(ops, spread),
      lines: [
        line(
          'generation',
          product(factors, ops),
          ops,
          'FLOP',
          [`lineage.links.${index}.teacherParameters`, `lineage.links.${index}.teacherTokens`],
          spread.up,
        ),
      ],
    });
  }
  return { parts, unknown };
}

/**
 * Ratio of own compute to the base model's, against the share that the rule pack names ("exceeds").
 *
 * `above` only when the whole range exceeds it, `below` only when none of it does.
 */
export function shareOfBase(own: OpsRange, base: OpsRange, limit: number | undefined): ShareOfBase | undefined {
  if (base.low <= 0) return undefined;
  const ratio = { low: own.low / base.high, likely: own.likely / base.likely, high: own.high / base.low };
  if (limit === undefined) return { ratio };
  return { ratio, limit, position: ratio.low > limit ? 'above' : ratio.high <= limit ? 'below' : 'straddles' };
}

function basePart(id: string, node: LineageNode | undefined): ComputePart {
  const name = node?.name ?? id;
  if (node?.own === undefined) return { id: 'base', of: name, range: null, lines: [] };
  return {
    id: 'base',
    of: name,
    range: node.own,
    lines: [line('baseModel', show(node.own.likely), node.own.likely, 'FLOP', ['lineage.ancestors'])],
  };
}
