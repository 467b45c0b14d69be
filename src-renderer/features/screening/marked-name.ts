import type { MarkKind } from './words.ts';

export interface NameMark {
  /** As the comparison named it; may be several words. */
  readonly text: string;
  readonly kind: MarkKind;
}

export interface NameSegment {
  readonly text: string;
  /** Null: between the words, such as blanks and quotation marks. */
  readonly kind: MarkKind | null;
}

/**
 * Cuts a name into the words that were compared and what stands between them. A word that stands twice is taken in order; a mark that
 * is not in the name, since comparison romanised or joined it, marks nothing rather than the wrong letters.
 */
export function markedName(name: string, marks: readonly NameMark[]): readonly NameSegment[] {
  const taken: { from: number; until: number; kind: MarkKind }[] = [];
  const lower = name.toLowerCase();
  // Longer ones first, so that "Li" does not claim the beginning of "Lianhua".
  for (const mark of [...marks].sort((a, b) => b.text.length - a.text.length)) {
    for (const part of partsOf(lower, mark.text.toLowerCase())) {
      const from = freePlace(lower, part, taken);
      if (from >= 0) taken.push({ from, until: from + part.length, kind: mark.kind });
    }
  }
  taken.sort((a, b) => a.from - b.from);
  const segments: NameSegment[] = [];
  let at = 0;
  for (const { from, until, kind } of taken) {
    if (from > at) segments.push({ text: name.slice(at, from), kind: null });
    segments.push({ text: name.slice(from, until), kind });
    at = until;
  }
  if (at < name.length) segments.push({ text: name.slice(at), kind: null });
  return segments;
}

/** The whole run of words where it stands so in the name, else its words one by one. */
function partsOf(name: string, text: string): readonly string[] {
  if (text === '') return [];
  return name.includes(text) ? [text] : text.split(/\s+/).filter((word) => word !== '' && name.includes(word));
}

function freePlace(name: string, part: string, taken: readonly { readonly from: number; readonly until: number }[]): number {
  let loose = -1;
  for (let from = name.indexOf(part); from >= 0; from = name.indexOf(part, from + 1)) {
    const until = from + part.length;
    if (taken.some((one) => from < one.until && until > one.from)) continue;
    if (!isLetter(name[from - 1]) && !isLetter(name[until])) return from;
    if (loose < 0) loose = from;
  }
  return loose;
}

const isLetter = (letter: string | undefined): boolean => letter !== undefined && /[\p{L}\p{N}]/u.test(letter);
