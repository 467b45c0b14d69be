import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { expressionsOf, leavesOf } from '../../../src-shared/formats/rulepack-check.ts';
import { classifyItem } from '../../engine/classification/index.ts';
import { loadRulePacks } from './index.ts';

const loaded = await loadRulePacks(path.resolve(import.meta.dirname, '../../../resources/rulepacks'));
if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
const { packs, refused } = loaded.value;

describe('the shipped rule packs', () => {
  it('all load, none is refused', () => {
    expect(refused).toEqual([]);
    expect(packs.map(({ pack }) => pack.manifest.id)).toEqual([
      'us-ear',
      'eu',
      'wassenaar',
      'uk',
      'japan',
      'netherlands',
      'india',
      'singapore',
      'china',
      'guide-thresholds',
    ]);
  });

  it.each(packs.map(({ pack, examples }) => [pack.manifest.id, examples.length] as const))('%s carries examples', (_id, count) => {
    expect(count).toBeGreaterThan(0);
  });

  const examples = packs.flatMap(({ pack, examples: own }) =>
    own.map((example) => ({ name: `${pack.manifest.id}: ${example.title}`, pack, example })),
  );
  it.each(examples)('$name', ({ pack, example }) => {
    const finding = classifyItem(example.facts, example.on, [pack]);
    for (const wanted of example.expect.entries) {
      const entry = finding.entries.find((one) => one.entry === wanted.entry);
      expect({ entry: wanted.entry, ...pick(entry, Object.keys(wanted)) }).toEqual(wanted);
    }
    if (example.expect.classification !== undefined) expect(finding.classification).toBe(example.expect.classification);
    for (const code of example.expect.warnings ?? []) expect(finding.warnings.map((warning) => warning.code)).toContain(code);
  });

  it('cite a source for every step of every trace', () => {
    for (const { pack, example } of examples) {
      const sources = new Set(pack.manifest.sources.map((source) => source.id));
      for (const entry of classifyItem(example.facts, example.on, [pack]).entries) {
        expect(entry.trace.length).toBeGreaterThan(0);
        for (const step of entry.trace) expect(sources).toContain(step.citation.sourceId);
      }
    }
  });

  it('keep guide numbers out of every pack of law', () => {
    for (const { pack } of packs.filter((one) => one.pack.manifest.id !== 'guide-thresholds')) {
      const guides = new Set(
        pack.parameters
          .filter((parameter) => parameter.history.some((range) => range.citation.standing === 'guide'))
          .map((parameter) => parameter.id),
      );
      const used = expressionsOf(pack).flatMap(([expression]) =>
        leavesOf(expression).flatMap((leaf) => ('fact' in leaf ? Object.values(leaf) : [])),
      );
      expect(used.filter((name) => typeof name === 'string' && guides.has(name))).toEqual([]);
    }
  });

  it('give the country groups and the chart with their sources', () => {
    const us = packs.find(({ pack }) => pack.manifest.id === 'us-ear')?.pack;
    expect(us?.countryGroups?.groups.find((group) => group.id === 'D:5')?.members).toHaveLength(22);
    expect(us?.countryGroups?.groups.find((group) => group.id === 'A:5')?.members).toContain('AE');
    expect(us?.countryChart?.rows).toHaveLength(200);
    expect(us?.countryChart?.rows.find((row) => row.code === 'CU')?.requires).toBeNull();
  });
});

function pick(entry: object | undefined, names: readonly string[]): object {
  const fields: Readonly<Record<string, unknown>> = { ...entry };
  return Object.fromEntries(names.map((name) => [name, fields[name]]));
}
