import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import type { IsoDate } from '../../../../src-shared/model/dates.ts';
import type { ItemFacts } from '../../../../src-shared/model/item-facts.ts';
import type { RulePack } from '../../../../src-shared/model/rule-pack.ts';
import { classifyItem } from '../../../engine/classification/index.ts';

/** Text that findings are compressed against. Stored once beside them: without it they cannot be read. */
export interface Dictionary {
  /** Stands for its bytes. Short, as every finding carries it. */
  readonly id: string;
  /** The text, compressed. */
  readonly packed: Uint8Array;
}

interface ReadyDictionary {
  readonly stored: Dictionary;
  readonly text: Buffer;
}

/**
 * Speed over size: bulk checks write ten thousand of these. The copy is exact: what zlib gives lies in a block several times
 * its size, which a message between threads would carry whole. Small blocks, as most results fill one or two.
 */
const compressed = (text: Buffer, dictionary?: Buffer): Uint8Array =>
  new Uint8Array(deflateRawSync(text, { level: 2, chunkSize: 2048, ...(dictionary === undefined ? {} : { dictionary }) }));

const dictionaries = new WeakMap<readonly RulePack[], Map<string, ReadyDictionary>>();

/**
 * Most of a finding is what its packs say of any item of its type on that day: titles, citations, statuses, questions. So the
 * dictionary is the finding for an item of which nothing but the type is known.
 */
function dictionaryFor(type: ItemFacts['type'], on: IsoDate, packs: readonly RulePack[]): ReadyDictionary {
  const ofPacks = dictionaries.get(packs) ?? new Map<string, ReadyDictionary>();
  dictionaries.set(packs, ofPacks);
  const key = `${on} ${type}`;
  const known = ofPacks.get(key);
  if (known !== undefined) return known;
  const text = Buffer.from(JSON.stringify(classifyItem({ type }, on, packs)));
  const id = createHash('sha256').update(text).digest('base64url').slice(0, 16);
  const fresh = { stored: { id, packed: compressed(text) }, text };
  // A long-lived process that judges on many days keeps those of the last few.
  if (ofPacks.size >= mostDictionaries) ofPacks.clear();
  ofPacks.set(key, fresh);
  return fresh;
}

const mostDictionaries = 40;

/** The JSON of an item's finding, told as its difference from the dictionary. */
export function packedFinding(
  json: Buffer,
  type: ItemFacts['type'],
  on: IsoDate,
  packs: readonly RulePack[],
): { readonly result: Uint8Array; readonly dictionary: Dictionary } {
  const { stored, text } = dictionaryFor(type, on, packs);
  return { result: compressed(json, text), dictionary: stored };
}

const questionsKept = new Map<string, Uint8Array>();
const mostQuestionsKept = 500;

/** Compressed questions. Many assets wait for the same answers, so the last few hundred are kept by their hash. */
export function packedQuestions(sha256: string, json: Buffer): Uint8Array {
  const known = questionsKept.get(sha256);
  if (known !== undefined) return known;
  const fresh = compressed(json);
  if (questionsKept.size >= mostQuestionsKept) questionsKept.clear();
  questionsKept.set(sha256, fresh);
  return fresh;
}
