import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import type { AssetKind } from '../../../../src-shared/model/asset-fields.ts';
import type { IsoDate } from '../../../../src-shared/model/dates.ts';
import type { ItemFinding } from '../../../../src-shared/model/finding.ts';
import type { ItemFacts } from '../../../../src-shared/model/item-facts.ts';
import type { RulePack } from '../../../../src-shared/model/rule-pack.ts';
import { classifyItem } from '../../../engine/classification/index.ts';
import { inputOf, noSurroundings } from './item-input.ts';

/** Text that findings are compressed against. Stored once beside them: without it they cannot be read. */
export interface Dictionary {
  /** Stands for its bytes. Short, as every finding carries it. */
  readonly id: string;
  /** The text, compressed on its own. */
  readonly packed: Uint8Array;
}

/**
 * Speed over size: bulk checks write ten thousand of these. The copy is exact: what zlib gives lies in a block several times
 * its size, which a message between threads would carry whole. Small blocks, as most results fill one.
 */
const compressed = (text: Buffer, dictionary?: Buffer): Uint8Array =>
  new Uint8Array(deflateRawSync(text, { level: 2, chunkSize: 2048, ...(dictionary === undefined ? {} : { dictionary }) }));

/** Keeps what it was given last. When full it starts anew: what is kept is cheap to make again. */
function keeping<T>(most: number): (key: string, make: () => T) => T {
  const kept = new Map<string, T>();
  return (key, make) => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const fresh = make();
    if (kept.size >= most) kept.clear();
    kept.set(key, fresh);
    return fresh;
  };
}

interface Law {
  readonly packs: readonly RulePack[];
  readonly on: IsoDate;
}

interface ReadyDictionary {
  readonly stored: Dictionary;
  readonly text: Buffer;
}

const dictionaries = new WeakMap<readonly RulePack[], ReturnType<typeof keeping<ReadyDictionary>>>();

/**
 * Most of a finding is what its packs say of any such item on that day: titles, citations, statuses, questions. So the
 * dictionary is the record of an item of which nothing is known.
 */
function dictionaryFor(kind: AssetKind, type: ItemFacts['type'], { on, packs }: Law): ReadyDictionary {
  const keep = dictionaries.get(packs) ?? keeping<ReadyDictionary>(40);
  dictionaries.set(packs, keep);
  return keep(`${on} ${kind} ${type}`, () => {
    const facts = { ...inputOf({ kind, name: '', facts: {} }, noSurroundings, () => undefined).facts, type };
    const text = recordOf(facts, classifyItem(facts, on, packs));
    return { stored: { id: createHash('sha256').update(text).digest('base64url').slice(0, 16), packed: compressed(text) }, text };
  });
}

/** What is stored of an answer: the facts and the finding that rests on them, a line of JSON each. */
export const recordOf = (facts: ItemFacts, finding: ItemFinding): Buffer =>
  Buffer.from(`${JSON.stringify(facts)}\n${JSON.stringify(finding)}`);

/** The two lines of a record. */
export function linesOf(record: Buffer): { readonly facts: Buffer; readonly finding: Buffer } {
  const end = record.indexOf('\n');
  return { facts: record.subarray(0, end), finding: record.subarray(end + 1) };
}

/** A record of an asset of that kind, told as its difference from the dictionary. */
export function packedRecord(
  record: Buffer,
  kind: AssetKind,
  type: ItemFacts['type'],
  law: Law,
): { readonly record: Uint8Array; readonly dictionary: Dictionary } {
  const { stored, text } = dictionaryFor(kind, type, law);
  return { record: compressed(record, text), dictionary: stored };
}

const keptQuestions = keeping<Uint8Array>(500);

/** Compressed questions. Many assets wait for the same answers. */
export const packedQuestions = (sha256: string, json: Buffer): Uint8Array => keptQuestions(sha256, () => compressed(json));
