import { GuideQuantity } from '../../../src-shared/contract/rulelibrary.ts';
import { IsoDate } from '../../../src-shared/model/dates.ts';
import type { Connection } from '../db/index.ts';

/** What a company changed in a shipped guide. */
export interface GuideChange {
  /** `pack:entry`. */
  readonly id: string;
  readonly pack: string;
  readonly entry: string;
  readonly enabled: boolean;
  /** Null keeps the shipped number. */
  readonly value: number | null;
  readonly reason: string;
  readonly revision: number;
  readonly changedOn: IsoDate;
}

/** A company's own threshold. */
export interface OwnThreshold {
  readonly id: string;
  readonly title: string;
  readonly quantity: GuideQuantity;
  readonly value: number;
  readonly enabled: boolean;
  readonly reason: string;
  readonly revision: number;
  readonly changedOn: IsoDate;
}

interface ChangeRow {
  readonly id: string;
  readonly pack: string;
  readonly entry: string;
  readonly enabled: number;
  readonly value: number | null;
  readonly reason: string;
  readonly revision: number;
  readonly changed_on: string;
}

interface OwnRow extends Omit<ChangeRow, 'pack' | 'entry' | 'value'> {
  readonly title: string;
  readonly quantity: string;
  readonly value: number;
}

/** Changes to shipped guides, by id. */
export function guideChanges({ db }: Connection): GuideChange[] {
  return db
    .prepare<[], ChangeRow>('SELECT * FROM guide_changes ORDER BY id')
    .all()
    .map(({ changed_on: changedOn, ...row }) => ({ ...row, enabled: row.enabled === 1, changedOn: IsoDate.parse(changedOn) }));
}

/** The company's own thresholds, in the order of their titles. */
export function ownThresholds({ db }: Connection): OwnThreshold[] {
  return db
    .prepare<[], OwnRow>('SELECT * FROM own_thresholds ORDER BY title COLLATE NOCASE, id')
    .all()
    .map(({ changed_on: changedOn, ...row }) => ({
      ...row,
      quantity: GuideQuantity.parse(row.quantity),
      enabled: row.enabled === 1,
      changedOn: IsoDate.parse(changedOn),
    }));
}

/** Writes a change; runs inside a command. */
export function saveGuideChange({ db }: Connection, change: GuideChange): void {
  db.prepare<ChangeRow>(
    `INSERT INTO guide_changes (id, pack, entry, enabled, value, reason, revision, changed_on)
     VALUES (@id, @pack, @entry, @enabled, @value, @reason, @revision, @changed_on)
     ON CONFLICT (id) DO UPDATE SET enabled = excluded.enabled, value = excluded.value, reason = excluded.reason,
       revision = excluded.revision, changed_on = excluded.changed_on`,
  ).run({ ...change, enabled: change.enabled ? 1 : 0, changed_on: change.changedOn });
}

/** Writes an own threshold; runs inside a command. */
export function saveOwnThreshold({ db }: Connection, own: OwnThreshold): void {
  db.prepare<OwnRow>(
    `INSERT INTO own_thresholds (id, title, quantity, value, enabled, reason, revision, changed_on)
     VALUES (@id, @title, @quantity, @value, @enabled, @reason, @revision, @changed_on)
     ON CONFLICT (id) DO UPDATE SET title = excluded.title, quantity = excluded.quantity, value = excluded.value,
       enabled = excluded.enabled, reason = excluded.reason, revision = excluded.revision, changed_on = excluded.changed_on`,
  ).run({ ...own, enabled: own.enabled ? 1 : 0, changed_on: own.changedOn });
}

/** Removes an own threshold; runs inside a command. */
export function removeOwnThreshold({ db }: Connection, id: string): void {
  db.prepare<[string]>('DELETE FROM own_thresholds WHERE id = ?').run(id);
}
