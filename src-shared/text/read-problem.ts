import { importsText } from './en/imports.ts';
import { listsText } from './en/lists.ts';
import { createText } from './format.ts';

const text = createText<Record<string, string>>('en', { ...importsText, ...listsText });

interface UnreadFile {
  readonly reason: string;
  /** Sheet, row, column or member of an archive; null for the whole file. */
  readonly place: string | null;
  readonly limit: number | null;
}

/** Why a file was not read, and what to do, in sentences. */
export const readProblemWords = ({ reason, place, limit }: UnreadFile): string =>
  text.dynamic(`error.file.refused.${reason}`, { place: place ?? 'null', limit: limit ?? 0 }, reason);
