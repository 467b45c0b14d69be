import type { AppError } from '../../../src-shared/contract/kernel.ts';
import type { ImportRecord, ImportValue, TargetSchema } from '../../../src-shared/formats/import-target.ts';
import type { Result } from '../../../src-shared/model/result.ts';
import type { Connection, SlicedConnection } from '../db/index.ts';
import type { JobContext } from '../jobs/index.ts';

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

/** What became of a row: the record it made or changed, at the revision it left behind. */
export interface CommittedRow {
  readonly row: number;
  readonly id: string;
  readonly revision: number;
  /** For fields that must not enter the journal: what the batch keeps in place of the value before, to find it again. */
  readonly kept?: Readonly<Record<string, ImportValue | null>>;
}

/** One record of a batch on its way back. */
export interface UndoRow {
  readonly id: string;
  /** Revision the import left; a higher one now means that somebody changed the record since. */
  readonly revision: number;
  readonly outcome: 'new' | 'changed';
  /** For `changed`: the values before, `null` where the field had none. Empty for `new`, whose record goes. */
  readonly before: Readonly<Record<string, ImportValue | null>>;
}

export interface UnfitRecord {
  readonly kind: 'notOnRecord' | 'ambiguousMatch' | 'dayAhead' | 'hasEnded';
  readonly fieldId: string;
  /** What the row says there. */
  readonly value: string;
}

export interface CommitBatch {
  readonly batchId: string;
  readonly variant: string;
  readonly fileName: string;
  readonly fileSha256: string;
}

/**
 * What a register offers so that spreadsheets can be brought into it. Writing methods get the connection of the transaction they are part of
 * (`OpenWorkspace.writeInSlices`), are synchronous, are given at most 100 rows a call, and should stay under 20 ms: the
 * frame pauses between the calls. An error ends the whole batch and nothing is kept.
 */
export interface ImportTarget {
  /** Same as `TargetSchema.id`. */
  readonly id: string;
  /** Kinds that can be imported, in menu order. One empty string where there is one kind. */
  readonly variants: readonly string[];
  schema(variant: string): TargetSchema;
  /** Turns what a row's columns said into the record that is compared and kept: names put together, ties of several columns in one list. */
  readonly refine?: (record: ImportRecord) => ImportRecord;
  /** Records of the variant that carry one of the keys, by `keyText(key)`. A key that fits several records returns them all. At most 500 keys a call. */
  lookupExisting(connection: Connection, variant: string, keys: readonly RecordKey[]): ReadonlyMap<string, readonly ExistingRecord[]>;
  /**
   * What keeps records from being brought in, by position: `null` for one that can be. `notOnRecord` names a field whose value this workspace does
   * not have (a person, a course), `ambiguousMatch` one that fits several. At most 500 records a call. Absent: all can be.
   */
  readonly unfit?: (connection: Connection, variant: string, records: readonly ImportRecord[]) => readonly (UnfitRecord | null)[];
  commitRows(tx: Connection, batch: CommitBatch, rows: readonly CommitRow[]): Result<readonly CommittedRow[], AppError>;
  /** Takes records of one batch back: `undo.blocked` when one was changed since. */
  undoRows(
    tx: Connection,
    batch: CommitBatch,
    rows: readonly UndoRow[],
  ): Result<{ readonly removed: number; readonly restored: number }, AppError>;
  /**
   * True where taking these records back removes for good what the journal never held (ties of people): such an undo cannot itself be undone, since
   * nothing could bring the values back. Absent: it always can. At most 500 ids a call.
   */
  readonly undoErases?: (connection: Connection, recordIds: readonly string[]) => boolean;
  /**
   * What the register works out from its records, once for all that a batch made, changed or took back: after the last
   * row, in the same transaction. Records that are gone are passed over.
   */
  settle(tx: SlicedConnection, ids: readonly string[], job: Pick<JobContext, 'signal' | 'progress'>): Promise<void>;
  /** A batch stands, or was taken back: for work that starts by itself afterwards. */
  readonly changed?: () => void;
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

/** Keys of a record under every identity set that it has a leading value for, strongest first. A missing later part counts as empty. */
export function identityKeys(schema: TargetSchema, values: ImportRecord): readonly RecordKey[] {
  return schema.identity.flatMap((fields, set) => {
    const parts = fields.map((field) => {
      const value = values[field];
      return value?.state === 'known' ? identityText(String(value.value)) : '';
    });
    return parts[0] === undefined || parts[0] === '' ? [] : [{ set, parts }];
  });
}

/** Strongest key of a record; `null` when it names nothing. */
export function identityKey(schema: TargetSchema, values: ImportRecord): RecordKey | null {
  return identityKeys(schema, values)[0] ?? null;
}
