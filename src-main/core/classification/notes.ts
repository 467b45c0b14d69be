import { and, eq } from 'drizzle-orm';
import type { Note, NoteSubject } from '../../../src-shared/contract/classification.ts';
import type { IsoInstant } from '../../../src-shared/model/dates.ts';
import type { Connection } from '../db/index.ts';
import { notes } from './tables.ts';

/** Notes on a record, oldest first. */
export function notesOf({ orm }: Connection, about: NoteSubject): Note[] {
  return orm
    .select()
    .from(notes)
    .where(and(eq(notes.recordId, about.id), eq(notes.entity, about.entity)))
    .orderBy(notes.writtenAt)
    .all()
    .map(({ entity, recordId, ...note }) => ({ ...note, about: { entity, id: recordId }, writtenAt: note.writtenAt as IsoInstant }));
}
