import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { eq } from 'drizzle-orm';
import { ItemFinding } from '../../../src-shared/model/finding.ts';
import { ItemFacts } from '../../../src-shared/model/item-facts.ts';
import type { Connection } from '../db/index.ts';
import { findings } from './tables.ts';

/** What the results table and overviews need of a finding without opening it. */
export interface FindingSummary {
  readonly met: readonly string[];
  readonly undetermined: readonly string[];
  readonly guideAbove: readonly string[];
  readonly missing: readonly string[];
  readonly warnings: readonly string[];
  /** Nearest limit: entry and value over limit; null where nothing has a margin. */
  readonly nearest: { readonly entry: string; readonly ratio: number } | null;
  /** The finding before this one said something else. */
  readonly changed: boolean;
}

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

export interface OpenQuestionRow {
  readonly factId: string;
  readonly field: string | null;
  readonly ask: string;
  readonly decides: readonly string[];
  readonly effect: number;
  readonly ownerName: string;
}

export interface NewFinding {
  readonly id: string;
  readonly assetId: string;
  readonly versionId: string;
  readonly packsKey: string;
  readonly itemFacts: ItemFacts;
  readonly on: string;
  readonly packed: PackedFinding;
  readonly summary: FindingSummary;
  readonly questions: readonly OpenQuestionRow[];
  readonly foundAt: string;
}

/** A finding as bytes, with the hash that a replay must reach. */
export interface PackedFinding {
  readonly json: Buffer;
  /** Hex. */
  readonly sha256: string;
}

/** The bytes of a finding. The engine is pure and builds its objects in one order, so equal findings have equal bytes. */
export function packFinding(finding: ItemFinding): PackedFinding {
  const json = Buffer.from(JSON.stringify(finding));
  return { json, sha256: createHash('sha256').update(json).digest('hex') };
}

/** Speed over size: bulk checks write ten thousand of these. */
const compression = { level: 1 } as const;

/** Writes a finding and its open questions. Findings are never changed afterwards. */
export function saveFinding({ db }: Connection, entry: NewFinding): void {
  db.prepare(
    `INSERT INTO findings (id, asset_id, version_id, judged_on, packs_key, item_facts, result, result_sha256, summary, found_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    entry.id,
    entry.assetId,
    entry.versionId,
    entry.on,
    entry.packsKey,
    deflateRawSync(Buffer.from(JSON.stringify(entry.itemFacts)), compression),
    deflateRawSync(entry.packed.json, compression),
    entry.packed.sha256,
    JSON.stringify(entry.summary),
    entry.foundAt,
  );
  const insert = db.prepare(
    'INSERT INTO open_questions (finding_id, fact_id, field, ask, decides, effect, owner_name) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  for (const question of entry.questions) {
    insert.run(
      entry.id,
      question.factId,
      question.field,
      question.ask,
      JSON.stringify(question.decides),
      question.effect,
      question.ownerName,
    );
  }
}

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

/** What tells whether a finding would be written again the same. */
export function findingMark({ db }: Connection, id: string) {
  return db
    .prepare<[string], { id: string; packsKey: string; versionId: string; resultSha256: string; questions: number }>(
      `SELECT id, packs_key AS packsKey, version_id AS versionId, result_sha256 AS resultSha256,
         (SELECT count(*) FROM open_questions q WHERE q.finding_id = findings.id) AS questions FROM findings WHERE id = ?`,
    )
    .get(id);
}

/** The parts of a finding that lists and overviews show. Pure. */
export function summaryOf(
  finding: ItemFinding,
  before: { readonly classification: string; readonly standing: string } | null,
): FindingSummary {
  const control = finding.entries.filter((entry) => entry.isExportControl);
  const margins = control.flatMap((entry) => (entry.margin === undefined ? [] : [{ entry: entry.entry, ratio: entry.margin.ratio }]));
  const nearest = margins.sort((a, b) => Math.abs(Math.log(a.ratio || 1e-12)) - Math.abs(Math.log(b.ratio || 1e-12)))[0] ?? null;
  return {
    met: control.filter((entry) => entry.verdict === 'meets').map((entry) => entry.entry),
    undetermined: control.filter((entry) => entry.verdict === 'undetermined').map((entry) => entry.entry),
    guideAbove: finding.entries.filter((entry) => !entry.isLaw && entry.verdict === 'meets').map((entry) => entry.entry),
    missing: [...new Set(finding.questions.map((question) => question.factId))],
    warnings: [...new Set(finding.warnings.map((warning) => warning.code))],
    nearest,
    changed: before !== null && (before.classification !== finding.classification || before.standing !== finding.standing),
  };
}
