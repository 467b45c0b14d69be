/** A published file of a model with its lines, for citing where a fact stands. */
export interface SourceFile {
  readonly name: string;
  readonly lines: readonly string[];
}

export const sourceFile = (name: string, text: string): SourceFile => ({ name, lines: text.split(/\r\n?|\n/) });

/** First line that matches, counted from 1, with its text cut for display. */
export function lineOf(file: SourceFile, pattern: RegExp): { readonly line: number | null; readonly excerpt: string } {
  const index = file.lines.findIndex((line) => pattern.test(line));
  return index === -1 ? { line: null, excerpt: '' } : { line: index + 1, excerpt: (file.lines[index] ?? '').trim().slice(0, 300) };
}

/** Line of a JSON key. */
export const lineOfKey = (file: SourceFile, key: string) => lineOf(file, new RegExp(`"${key.replace(/[^\w]/g, '\\$&')}"\\s*:`));
