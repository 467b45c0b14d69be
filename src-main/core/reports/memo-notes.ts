import type { Citation } from '../../../src-shared/model/citation.ts';
import type { MemoNote } from '../../../src-shared/model/report.ts';
import type { MemoPackInput } from './memo-input.ts';

/** Numbers citations in the order they are first met; the same place in the same source keeps its number. */
export interface NoteBook {
  readonly refer: (pack: string, citations: readonly Citation[]) => number[];
  readonly notes: () => MemoNote[];
}

/** Starts an empty list of notes over the sources of these packs. */
export function createNoteBook(packs: readonly MemoPackInput[]): NoteBook {
  const sources = new Map(packs.flatMap((pack) => pack.sources.map((source) => [`${pack.id}\n${source.id}`, source] as const)));
  const byPlace = new Map<string, MemoNote>();

  const refer = (pack: string, citation: Citation): number => {
    const place = `${citation.sourceId}\n${citation.locator}\n${citation.standing}`;
    const known = byPlace.get(place);
    if (known !== undefined) return known.number;
    const source = sources.get(`${pack}\n${citation.sourceId}`);
    const note: MemoNote = {
      number: byPlace.size + 1,
      sourceId: citation.sourceId,
      source: source?.title ?? citation.sourceId,
      locator: citation.locator,
      standing: citation.standing,
      ...(source?.asOf === undefined ? {} : { asOf: source.asOf }),
    };
    byPlace.set(place, note);
    return note.number;
  };

  return {
    refer: (pack, citations) => [...new Set(citations.map((citation) => refer(pack, citation)))].sort((a, b) => a - b),
    notes: () => [...byPlace.values()],
  };
}
