import Papa from 'papaparse';
import { Delimiter } from '../../../../src-shared/formats/import-file.ts';

const sampleRecords = 200;
/** Characters looked at, at most: the parser would first split a mebibyte into lines, once for each sign. */
const sampleChars = 128 * 1024;

export interface DelimiterGuess {
  readonly delimiter: Delimiter;
  /** `sep=;` in the first line, which is an instruction of spreadsheets and no row. */
  readonly directive: boolean;
}

/**
 * Finds the separator of a delimited text: a `sep=` line decides, else the sign that gives the most constant number of columns above one
 * over the first 200 records, outside quotes. `null` when no sign gives columns: then it is one column of text.
 */
export function guessDelimiter(sample: string): DelimiterGuess | null {
  const directive = /^\uFEFF?sep=(.)\r?\n/i.exec(sample);
  const named = Delimiter.safeParse(directive?.[1]);
  if (named.success) return { delimiter: named.data, directive: true };

  let best: { delimiter: Delimiter; score: number } | null = null;
  const start = wholeLines(sample);
  for (const delimiter of Delimiter.options) {
    const score = scoreDelimiter(start, delimiter);
    if (score > (best?.score ?? 0)) best = { delimiter, score };
  }
  return best === null ? null : { delimiter: best.delimiter, directive: false };
}

function wholeLines(sample: string): string {
  const end = sample.length <= sampleChars ? -1 : sample.lastIndexOf('\n', sampleChars);
  return end === -1 ? sample : sample.slice(0, end);
}

/** Share of records with the commonest width, weighted a little by that width so that `a;b,c;d` falls to the semicolon. 0 when that width is one. */
function scoreDelimiter(sample: string, delimiter: Delimiter): number {
  const records = Papa.parse<string[]>(sample, { delimiter, preview: sampleRecords }).data.filter((record) =>
    record.some((cell) => cell.trim() !== ''),
  );
  const widths = new Map<number, number>();
  for (const record of records) widths.set(record.length, (widths.get(record.length) ?? 0) + 1);
  widths.delete(1);
  const [width, times] = [...widths].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [1, 0];
  if (width === 1 || records.length === 0) return 0;
  return times / records.length + Math.min(width, 40) / 1000;
}
