import type { z } from 'zod';
import type { VettingSubject, VettingWords } from '../../../src-shared/contract/vetting.ts';
import { defaultVettingRules, type VettingKind, type VettingResult, VettingRules } from '../../../src-shared/model/vetting.ts';
import { type Connection, prepared } from '../db/index.ts';

type Db = Pick<Connection, 'db'>;

/** A check as the table holds it. Of staff, `result` only says `waiting` or nothing: the rest lies in `vetting_words`. */
export interface VettingRecord {
  readonly id: string;
  readonly subject_kind: VettingSubject['kind'];
  readonly subject_id: string;
  readonly kind: VettingKind;
  readonly done_on: string;
  readonly done_by: string;
  readonly next_on: string | null;
  readonly result: VettingResult | null;
  readonly matter: string;
  readonly conditions: string;
  readonly words_id: string | null;
  readonly revision: number;
}

export const findVetting = ({ db }: Db, id: string): VettingRecord | undefined =>
  prepared<[string], VettingRecord>(db, 'SELECT * FROM vettings WHERE id = ?').get(id);

/** Checks of somebody, the newest first. */
export const vettingsOf = ({ db }: Db, { kind, id }: VettingSubject): readonly VettingRecord[] =>
  prepared<[string, string], VettingRecord>(
    db,
    'SELECT * FROM vettings WHERE subject_kind = ? AND subject_id = ? ORDER BY done_on DESC, id DESC LIMIT 300',
  ).all(kind, id);

export type VettingInput = {
  readonly id: string;
  readonly subject: VettingSubject;
  readonly kind: VettingKind;
  readonly doneOn: string;
  readonly doneBy: string;
  readonly nextOn: string | null;
  readonly words: z.infer<typeof VettingWords>;
};

/** Keeps one, new or changed. What a check of staff says goes to its own table, past the journal; a correction writes another row there. */
export function keepVetting({ db }: Db, { id, subject, kind, doneOn, doneBy, nextOn, words }: VettingInput, newId: () => string): void {
  const restricted = subject.kind === 'person';
  const wordsId = restricted ? newId() : null;
  if (restricted)
    prepared(db, 'INSERT INTO vetting_words VALUES (?, ?, ?, ?, ?)').run(wordsId, subject.id, words.result, words.matter, words.conditions);
  const open = restricted ? { result: words.result === 'waiting' ? 'waiting' : null, matter: '', conditions: '' } : words;
  prepared(
    db,
    `INSERT INTO vettings (id, subject_kind, subject_id, kind, done_on, done_by, next_on, result, matter, conditions, words_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, done_on = excluded.done_on, done_by = excluded.done_by, next_on = excluded.next_on,
       result = excluded.result, matter = excluded.matter, conditions = excluded.conditions, words_id = excluded.words_id, revision = revision + 1`,
  ).run(id, subject.kind, subject.id, kind, doneOn, doneBy, nextOn, open.result, open.matter, open.conditions, wordsId);
}

/** What the checks of one person say. The only reading of them. */
export const wordsOfPerson = ({ db }: Db, personId: string): readonly (z.infer<typeof VettingWords> & { readonly id: string })[] =>
  prepared<[string], z.infer<typeof VettingWords> & { readonly id: string }>(
    db,
    `SELECT v.id, w.result, w.matter, w.conditions FROM vettings v JOIN vetting_words w ON w.id = v.words_id
     WHERE v.subject_kind = 'person' AND v.subject_id = ? ORDER BY v.done_on DESC, v.id DESC LIMIT 300`,
  ).all(personId);

/** Takes one away; what one of staff said goes for good, its earlier versions too where nothing points at them. */
export function dropVetting({ db }: Db, { id, subject_kind, subject_id }: VettingRecord): void {
  prepared(db, 'DELETE FROM vettings WHERE id = ?').run(id);
  if (subject_kind === 'person')
    prepared(
      db,
      `DELETE FROM vetting_words WHERE person_id = ?
         AND id NOT IN (SELECT words_id FROM vettings WHERE subject_kind = 'person' AND subject_id = ? AND words_id IS NOT NULL)`,
    ).run(subject_id, subject_id);
}

/** What is expected: the company's own table, or the product's default. */
export function readRules({ db }: Db): { readonly rules: VettingRules; readonly own: boolean; readonly revision: number } {
  const row = prepared<[], { rules: string; revision: number }>(db, 'SELECT rules, revision FROM vetting_rules WHERE id = 1').get();
  if (row === undefined || row.rules === '') return { rules: defaultVettingRules, own: false, revision: row?.revision ?? 0 };
  return { rules: VettingRules.parse(JSON.parse(row.rules)), own: true, revision: row.revision };
}

/** Null goes back to the default; the row stays, so that its revision goes on. */
export function writeRules({ db }: Db, rules: VettingRules | null): void {
  prepared(
    db,
    `INSERT INTO vetting_rules (id, rules, revision) VALUES (1, ?, 1)
     ON CONFLICT (id) DO UPDATE SET rules = excluded.rules, revision = revision + 1`,
  ).run(rules === null ? '' : JSON.stringify(rules));
}
