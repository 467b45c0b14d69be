import { inflateRawSync } from 'node:zlib';
import { eq } from 'drizzle-orm';
import { ItemFinding } from '../../../src-shared/model/finding.ts';
import { ItemFacts } from '../../../src-shared/model/item-facts.ts';
import { type Connection, prepared } from '../db/index.ts';
import type { Judged } from './judge/judge-item.ts';
import { findings } from './tables.ts';

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
  packed: NonNullable<Judged['packed']>,
): void {
  prepared(
    db,
    `INSERT INTO findings (id, asset_id, version_id, judged_on, packs_key, item_facts, result, result_sha256, summary, questions_packed, questions_sha256, found_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    entry.id,
    entry.assetId,
    entry.versionId,
    judged.on,
    entry.packsKey,
    asBuffer(packed.itemFacts),
    asBuffer(packed.result),
    judged.sha256,
    judged.summary,
    asBuffer(packed.questions),
    judged.questionsSha256,
    entry.foundAt,
  );
}

/** Bytes that came from another thread are no longer a `Buffer`, which the driver asks for. */
const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** A stored finding with its facts, or `undefined`. Throws when a stored record cannot be read: that is damage. */
export function loadFinding({ orm }: Connection, id: string): StoredFinding | undefined {
  const row = orm.select().from(findings).where(eq(findings.id, id)).get();
  if (row === undefined) return undefined;
  return {
    id: row.id,
    assetId: row.assetId,
    versionId: row.versionId,
    packsKey: row.packsKey,
    itemFacts: ItemFacts.parse(JSON.parse(inflateRawSync(row.itemFacts).toString())),
    finding: ItemFinding.parse(JSON.parse(inflateRawSync(row.result).toString())),
    resultSha256: row.resultSha256,
    foundAt: row.foundAt,
  };
}

/** Facts as they come back from the store: keys in the schema's order, nothing undefined. Two sets of facts are compared in this form. */
export const asStored = (facts: ItemFacts): ItemFacts => ItemFacts.parse(JSON.parse(JSON.stringify(facts)));
