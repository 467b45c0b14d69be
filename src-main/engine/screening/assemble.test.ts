import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { GatehouseListEntry } from '../../../src-shared/formats/gatehouse-list.ts';
import { partyNamed } from '../../../test/harness/listed-party.ts';
import { assembleIndex, buildIndex, createPartReader } from './index.ts';

const parties = readFileSync(path.resolve('resources/lists/training-list.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => GatehouseListEntry.parse(JSON.parse(line)))
  .map(({ id, type, names }, at) =>
    partyNamed(
      id,
      names.map(({ text }) => text),
      { list: at % 3 === 0 ? 'ONE' : 'TWO', type },
    ),
  );

function partsOf(cuts: readonly number[]) {
  return [...cuts, parties.length].map((until, at) => {
    const reader = createPartReader();
    reader.add(parties.slice(at === 0 ? 0 : cuts[at - 1], until));
    return reader.finish();
  });
}

/** Everything in the index as plain numbers and texts, so that two can be compared to the last byte. */
const bytesOf = (value: unknown): unknown =>
  ArrayBuffer.isView(value)
    ? Buffer.from(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)).toString('base64')
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, bytesOf(one)]))
      : value;

describe('an index read in parts', () => {
  const options = { versions: new Map([['TWO', '2026-11-01']]) };

  it.each([[[100]], [[1, 2, 150]], [[0, 60]]])('is the same to the last byte, cut at %j', (cuts) => {
    expect(bytesOf(assembleIndex(partsOf(cuts), options))).toEqual(bytesOf(buildIndex(parties, options)));
  });

  it('passes between threads without a copy', () => {
    const part = partsOf([])[0];
    const views = Object.values(part ?? {}).flatMap((value) => (ArrayBuffer.isView(value) ? [value.buffer] : []));
    expect(views.length).toBeGreaterThan(15);
    expect(views.every((buffer) => buffer instanceof SharedArrayBuffer)).toBe(true);
  });
});
