import type { HistoryRow } from '../../../src-shared/contract/history.ts';
import type { RetentionClock, RetentionState } from '../../../src-shared/contract/retention.ts';
import type { RecordRef } from '../../../src-shared/model/record-ref.ts';
import { formatDay } from '../../../src-shared/text/dates.ts';
import { journalSentence } from '../../../src-shared/text/journal.ts';
import type { ProductText, Tone } from '../../ui/index.ts';

/** What an entry did, with the word before it where it took something back or did it again. */
export function entrySentence(t: ProductText, entry: Pick<HistoryRow, 'kind' | 'method' | 'params'>): string {
  const what = journalSentence(entry, t);
  return entry.kind === 'do' ? what : t(`history.${entry.kind}`, { what });
}

export const roomName = (t: ProductText, room: string): string => t.dynamic(`history.room.${room}`, {}, room);

export const kindName = (t: ProductText, { kind }: Pick<RecordRef, 'kind'>): string => t(`record.${kind}`);

/** The day from which a record is kept, with what happened on it. */
export function eventWords(t: ProductText, { lastDay, lastWhat }: Pick<RetentionClock, 'lastDay' | 'lastWhat'>): string {
  return lastDay === null || lastWhat === null ? '' : `${formatDay(lastDay, t.locale)}, ${t(`retention.what.${lastWhat}`)}`;
}

/** Colour and icon of where a record stands with its clock. */
export const stateTones: Readonly<Record<RetentionState, Tone>> = {
  held: 'restricted',
  running: 'info',
  past: 'review',
  notStarted: 'unassessed',
};
