import { inflateRawSync } from 'node:zlib';
import { ItemFinding } from '../../../src-shared/model/finding.ts';
import { ItemFacts } from '../../../src-shared/model/item-facts.ts';
import { type Connection, prepared } from '../db/index.ts';
import type { Judged, Packed } from './judge/judge-item.ts';
import { linesOf } from './judge/packing.ts';

export interface StoredFinding {
  readonly id: string;
  readonly assetId: string;
  readonly versionId: string;
  readonly packsKey: string;
  readonly itemFacts: ItemFacts;
  readonly finding: ItemFinding;
  readonly resultSha256: string;
  readonly foundAt: string;
}

/** Writes a finding with its open questions. Findings are never changed afterwards. */
export function insertFinding(
  { db }: Connection,
  entry: {
    readonly id: string;
    readonly assetId: string;
    readonly versionId: string;
    readonly packsKey: string;
    readonly foundAt: string;
  },
  judged: Judged,
  packed: Packed,
): void {
  const { dictionary } = packed;
  prepared(db, 'INSERT OR IGNORE INTO finding_dictionaries (id, packed) VALUES (?, ?)').run(dictionary.id, asBuffer(dictionary.packed));
  prepared(db, 'INSERT OR IGNORE INTO finding_questions (sha256, packed) VALUES (?, ?)').run(
    judged.questionsSha256,
    asBuffer(packed.questions),
  );
  prepared(
    db,
    `INSERT INTO findings (id, asset_id, version_id, judged_on, packs_key, item_facts, result, dictionary_id, result_sha256, summary, questions_sha256, found_at)
     VALUES (?, ?, ?, ?, ?, x'', ?, ?, ?, ?, ?, ?)`,
  ).run(
    entry.id,
    entry.assetId,
    entry.versionId,
    judged.on,
    entry.packsKey,
    asBuffer(packed.record),
    dictionary.id,
    judged.sha256,
    judged.summary,
    judged.questionsSha256,
    entry.foundAt,
  );
}

/** Bytes that came from another thread are no longer a `Buffer`, which the driver asks for. */
const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

interface StoredRow extends Omit<StoredFinding, 'itemFacts' | 'finding'> {
  readonly earlierFacts: Buffer;
  readonly result: Buffer;
  readonly dictionaryId: string | null;
  readonly dictionary: Buffer | null;
}

const selectFinding = `
  SELECT f.id, f.asset_id AS assetId, f.version_id AS versionId, f.packs_key AS packsKey, f.result_sha256 AS resultSha256,
    f.found_at AS foundAt, f.item_facts AS earlierFacts, f.result, f.dictionary_id AS dictionaryId, d.packed AS dictionary
  FROM findings f LEFT JOIN finding_dictionaries d ON d.id = f.dictionary_id
  WHERE f.id = ?`;

/** A stored finding with its facts, or `undefined`. Throws when a stored record cannot be read: that is damage. */
export function loadFinding({ db }: Connection, id: string): StoredFinding | undefined {
  const row = prepared<[string], StoredRow>(db, selectFinding).get(id);
  if (row === undefined) return undefined;
  const { facts, finding } = unpacked(row);
  return {
    id: row.id,
    assetId: row.assetId,
    versionId: row.versionId,
    packsKey: row.packsKey,
    resultSha256: row.resultSha256,
    foundAt: row.foundAt,
    itemFacts: ItemFacts.parse(JSON.parse(facts.toString())),
    finding: ItemFinding.parse(JSON.parse(finding.toString())),
  };
}

/** The JSON of a row. One without a dictionary is of an earlier version, which compressed facts and finding on their own. */
function unpacked({ earlierFacts, result, dictionaryId, dictionary }: StoredRow): ReturnType<typeof linesOf> {
  if (dictionaryId === null) return { facts: inflateRawSync(earlierFacts), finding: inflateRawSync(result) };
  if (dictionary === null) throw new Error(`The dictionary ${dictionaryId} of a finding is missing`);
  return linesOf(inflateRawSync(result, { dictionary: inflateRawSync(dictionary) }));
}

/** Facts as they come back from the store: keys in the schema's order, nothing undefined. Two sets of facts are compared in this form. */
export const asStored = (facts: ItemFacts): ItemFacts => ItemFacts.parse(JSON.parse(JSON.stringify(facts)));
