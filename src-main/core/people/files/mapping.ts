import { plainText } from '../../importers/index.ts';

/** Column titles by field, as somebody names them for a file whose titles do not say what they hold. */
export type ColumnNames = Readonly<Record<string, readonly string[]>>;

/**
 * Which column a heading is, where some columns are named. `headings` gives for each field a heading that `guess` knows; `kindOf` says which
 * columns stand for the same thing: a column that is named counts alone, so one that is only guessed to be the same is not read.
 */
export function namedColumns<Column>(
  names: ColumnNames,
  headings: Readonly<Record<string, string>>,
  guess: (heading: string) => Column | null,
  kindOf: (column: Column) => string,
): (heading: string) => Column | null {
  const named = new Map<string, Column>();
  for (const [field, titles] of Object.entries(names)) {
    const column = guess(headings[field] ?? '');
    if (column !== null) for (const title of titles) named.set(plainText(title), column);
  }
  const taken = new Set([...named.values()].map(kindOf));
  return (heading) => {
    const found = named.get(plainText(heading));
    if (found !== undefined) return found;
    const guessed = guess(heading);
    return guessed !== null && taken.has(kindOf(guessed)) ? null : guessed;
  };
}

/** The first title that is named and stands in no file; null where all are there. */
export function missingTitle(names: ColumnNames, titles: readonly string[]): string | null {
  const there = new Set(titles.map(plainText));
  return (
    Object.values(names)
      .flat()
      .find((title) => !there.has(plainText(title))) ?? null
  );
}
