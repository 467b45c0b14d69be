import type { AppError } from '../../../src-shared/contract/kernel.ts';
import type { ImportRecord, TargetSchema } from '../../../src-shared/formats/import-target.ts';
import type { Result } from '../../../src-shared/model/result.ts';

/** Names a record by one of the schema's identity sets: the set's index and the values, normalised (see `identityKey`). */
export interface RecordKey {
  readonly set: number;
  readonly parts: readonly string[];
}

/** A record of the register as the import frame needs it to tell same from changed. */
export interface ExistingRecord {
  readonly id: string;
  readonly title: string;
  /** Current values of every field of the schema that has one. */
  readonly values: ImportRecord;
  readonly revision: number;
}

/** One row on its way into the register. */
export interface CommitRow {
  /** Row in the file, for the evidence trail. */
  readonly row: number;
  readonly outcome: 'new' | 'changed';
  /** Record to change; `null` for a new one. */
  readonly existing: { readonly id: string; readonly revision: number } | null;
  /** For `new` every value of the row; for `changed` only the fields that differ. Fields the row is silent about are absent. */
  readonly values: ImportRecord;
}

export interface CommitBatch {
  readonly batchId: string;
  readonly variant: string;
  readonly fileName: string;
  readonly fileSha256: string;
}

/**
 * Takes the rows of one import. `add` is called with slices of at most 200 rows, with other work of the core between the calls, so it prepares
 * and must not take longer than 30 ms; nothing may become visible before `finish`. `finish` runs inside one database
 * transaction of the frame, together with the frame's own marks and the journal entry, and must do only cheap work
 * (for example `INSERT … SELECT` from what `add` prepared). `abort` forgets everything prepared.
 */
export interface BatchWriter {
  add(rows: readonly CommitRow[]): void;
  finish(): Result<{ readonly created: number; readonly changed: number }, AppError>;
  abort(): void;
}

/** What a register offers so that spreadsheets can be brought into it. */
export interface ImportTarget {
  /** Same as `TargetSchema.id`. */
  readonly id: string;
  /** Kinds that can be imported, in menu order. One empty string where there is one kind. */
  readonly variants: readonly string[];
  schema(variant: string): TargetSchema;
  /** Records of the variant that carry one of the keys, by `keyText(key)`. A key that fits several records returns them all. At most 500 keys a call. */
  lookupExisting(variant: string, keys: readonly RecordKey[]): ReadonlyMap<string, readonly ExistingRecord[]>;
  openCommit(batch: CommitBatch): BatchWriter;
  /** Takes one batch back, inside the frame's transaction: `undo.blocked` when a later change stands on it. */
  undoBatch(batchId: string): Result<{ readonly removed: number; readonly restored: number }, AppError>;
}

/** One string for a key, for maps. */
export function keyText(key: RecordKey): string {
  return `${key.set}\u0000${key.parts.join('\u0000')}`;
}

/**
 * Normal form of an identifying value: compatibility forms, case, inner blanks and dashes evened out, so that `GPT–4o ` and `gpt-4o` are one record.
 * Registers must index their own values with the same function.
 */
export function identityText(value: string): string {
  return value
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g, '')
    .replace(/^'/, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

/** Key of a record under the schema's identity sets; `null` when it names nothing. A missing later part counts as empty. */
export function identityKey(schema: TargetSchema, values: ImportRecord): RecordKey | null {
  for (const [set, fields] of schema.identity.entries()) {
    const parts = fields.map((field) => {
      const value = values[field];
      return value?.state === 'known' ? identityText(String(value.value)) : '';
    });
    if (parts[0] !== undefined && parts[0] !== '') return { set, parts };
  }
  return null;
}
