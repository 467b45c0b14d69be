/** One record of a CSV file with the line it starts on (1-based). */
export interface CsvRecord {
  readonly line: number;
  readonly fields: readonly string[];
}

/** A CSV file that cannot be taken apart: where, and why. */
export class CsvFault extends Error {
  override readonly name = 'CsvFault';
  readonly line: number;
  constructor(line: number, message: string) {
    super(message);
    this.line = line;
  }
}

const longestField = 1_000_000;

/**
 * Takes a CSV text apart as it arrives (RFC 4180: quotes, doubled quotes, line breaks inside quotes, CRLF or LF, byte order mark).
 * Empty lines are skipped. Memory holds one record. Throws `CsvFault` on an open quote or an endless field.
 */
export async function* readCsv(chunks: AsyncIterable<string>, separator = ','): AsyncGenerator<CsvRecord> {
  let field = '';
  let fields: string[] = [];
  let state: 'start' | 'plain' | 'quoted' | 'afterQuote' = 'start';
  let line = 1;
  let startLine = 1;
  let skipLineFeed = false;
  let isFirst = true;

  for await (const chunk of chunks) {
    for (const sign of isFirst ? chunk.replace(/^\uFEFF/, '') : chunk) {
      isFirst = false;
      if (skipLineFeed) {
        skipLineFeed = false;
        if (sign === '\n') continue;
      }
      if (state === 'quoted') {
        if (sign === '"') state = 'afterQuote';
        else {
          if (sign === '\n') line += 1;
          field += sign;
          if (field.length > longestField) throw new CsvFault(startLine, 'A quoted field does not end');
        }
        continue;
      }
      if (sign === '"' && state !== 'plain') {
        if (state === 'afterQuote') field += '"';
        state = 'quoted';
      } else if (sign === separator) {
        fields.push(field);
        field = '';
        state = 'start';
      } else if (sign === '\n' || sign === '\r') {
        skipLineFeed = sign === '\r';
        fields.push(field);
        if (fields.length > 1 || field !== '') yield { line: startLine, fields };
        field = '';
        fields = [];
        state = 'start';
        line += 1;
        startLine = line;
      } else {
        field += sign;
        state = 'plain';
      }
    }
  }
  if (state === 'quoted') throw new CsvFault(startLine, 'A quoted field does not end');
  if (field !== '' || fields.length > 0) yield { line: startLine, fields: [...fields, field] };
}
