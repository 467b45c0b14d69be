import { Readable } from 'node:stream';
import Papa from 'papaparse';
import type { Delimiter, TextEncodingName } from '../../../../src-shared/formats/import-file.ts';
import { cellPlace, rowPlace } from './place.ts';
import { heavyBatch, type ReadContext } from './reading.ts';
import { Refusal } from './refuse.ts';
import { type TextSource, textChunks } from './text-source.ts';

/**
 * Streams a CSV, TSV or other delimited text. Row numbers count records, blank ones included. Errors of the parser become notices with
 * their row: a stray quote is no reason to refuse a log, a quote that swallows megabytes is.
 */
export async function readDelimited<Batch>(
  context: ReadContext<Batch>,
  encoding: TextEncodingName,
  delimiter: Delimiter,
  skipDirective: boolean,
): Promise<{ rows: number; complete: boolean }> {
  const { limits, notices, request } = context;
  const { builder } = context;
  const fed = { chars: 0 };
  let record = skipDirective ? 1 : 0;
  let rows = 0;
  let usualWidth = 0;
  let stopped = false;

  const takeRecord = (cells: readonly string[]) => {
    record += 1;
    if (record > limits.rows) throw new Refusal('limitRows', rowPlace(null, record), limits.rows);
    let width = cells.length;
    while (width > 0 && cells[width - 1] === '') width -= 1;
    if (width === 0) return;
    if (width > limits.columns) throw new Refusal('limitColumns', cellPlace(null, record, width - 1), limits.columns);
    if (usualWidth === 0) usualWidth = cells.length;
    else if (cells.length > usualWidth) notices.add('unevenRows', rowPlace(null, record));
    for (let column = 0; column < width; column += 1) {
      let text = cells[column] ?? '';
      if (text.length > limits.cellChars) {
        if (text.length > limits.hostileCellChars) throw new Refusal('limitCell', cellPlace(null, record, column), limits.cellChars);
        notices.add('cutCells', cellPlace(null, record, column));
        text = text.slice(0, limits.cellChars);
      }
      if (text.includes('\uFFFD')) notices.add('undecodable', cellPlace(null, record, column));
      builder.cell(text, text === '' ? 'empty' : 'text');
    }
    builder.endRow(record);
    rows += 1;
  };

  const takeChunk = (data: readonly string[][], errors: readonly Papa.ParseError[]) => {
    for (const error of errors) {
      if (error.type === 'Quotes') notices.add('brokenQuotes', rowPlace(null, record + (error.row ?? 0) + 1));
    }
    for (const cells of data) {
      takeRecord(cells);
      if (request.maxRows !== null && rows >= request.maxRows) {
        stopped = true;
        return;
      }
    }
  };

  const gate = createGate();
  const text = Readable.from(countedChunks({ ...context, encoding, gzip: request.gzip ?? false }, skipDirective, fed, gate), {
    objectMode: true,
    highWaterMark: 1,
  });
  try {
    await new Promise<void>((resolve, reject) => {
      Papa.parse<string[]>(text as unknown as NodeJS.ReadableStream, {
        delimiter,
        newline: '\n',
        skipEmptyLines: false,
        chunk(results, parser) {
          const fail = (cause: unknown) => {
            reject(cause);
            parser.abort();
          };
          try {
            takeChunk(results.data, results.errors);
            if (fed.chars - results.meta.cursor > limits.recordChars)
              throw new Refusal('limitRecord', rowPlace(null, record + 1), limits.recordChars);
          } catch (cause) {
            fail(cause);
            return;
          }
          if (stopped) {
            parser.abort();
            resolve();
            return;
          }
          if (builder.rowCount < request.batchRows && builder.weight < heavyBatch) return;
          parser.pause();
          gate.close();
          const goOn = () => {
            gate.open();
            parser.resume();
          };
          context.emit(builder.take()).then(goOn, fail);
        },
        complete: () => resolve(),
        error: reject,
      });
    });
  } finally {
    // A source that waits at the gate would keep its file open for good.
    gate.open();
    text.destroy();
  }
  if (builder.rowCount > 0) await context.emit(builder.take());
  if (rows === 0) notices.add('emptySheet');
  return { rows, complete: !stopped };
}

/** Holds the file back while the taker is busy: the parser's own pause stops the parsing, not the reading. */
interface Gate {
  close(): void;
  open(): void;
  passed(): Promise<void>;
}

function createGate(): Gate {
  let waiting: Promise<void> | null = null;
  let release: () => void = () => undefined;
  return {
    close() {
      waiting = new Promise((resolve) => {
        release = resolve;
      });
    },
    open() {
      release();
      waiting = null;
    },
    passed: () => waiting ?? Promise.resolve(),
  };
}

async function* countedChunks(source: TextSource, skipDirective: boolean, fed: { chars: number }, gate: Gate): AsyncGenerator<string> {
  let first = skipDirective;
  for await (const chunk of textChunks(source)) {
    await gate.passed();
    const text = first ? chunk.slice(chunk.indexOf('\n') + 1) : chunk;
    first = false;
    fed.chars += text.length;
    if (text !== '') yield text;
  }
}
