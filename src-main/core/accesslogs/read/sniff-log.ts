import type { LogFile } from '../../../../src-shared/formats/access-log.ts';
import type { ReadLimits } from '../../importers/read/limits.ts';
import { magicOf } from '../../importers/read/magic.ts';
import { createNotices } from '../../importers/read/notices.ts';
import { Refusal } from '../../importers/read/refuse.ts';
import { firstBytes, type Recognised, recognise } from '../../importers/read/sniff.ts';
import { fileBytes } from '../../importers/read/text-source.ts';
import { guessLineFormat } from './lines/line-formats.ts';

const sampleBytes = 1024 * 1024;

/** Tells what a log file is from its content alone; packed text is looked into. Nothing is hashed yet. Throws a `Refusal` for what we do not read. */
export async function sniffLog(path: string, limits: ReadLimits): Promise<LogFile> {
  const { start, bytes, changedAt } = await firstBytes(path);
  if (bytes === 0) throw new Refusal('empty');
  if (bytes > limits.fileBytes) throw new Refusal('limitFile', null, limits.fileBytes);
  const gzip = start[0] === 0x1f && start[1] === 0x8b;
  const notices = createNotices();
  const text = gzip ? await unpackedStart(path, limits) : start;
  if (gzip && isContainer(text)) throw new Refusal('archive');
  const found = await recognise(path, text, gzip ? Math.max(bytes, text.length + 1) : bytes, limits, notices);
  const lines = linesIn(found, text);
  return {
    format: lines === null ? found.format : 'log',
    gzip,
    bytes,
    changedAt: changedAt.toISOString(),
    encoding: found.encoding,
    delimiter: lines === null ? found.delimiter : null,
    skipDirective: found.skipDirective,
    lines,
    sheets: lines === null ? [...found.sheets] : [],
    notices: notices.list(),
  };
}

/** A workbook or archive inside gzip: nobody packs those on purpose. */
const isContainer = (start: Buffer) => ['zip', 'cfb', 'biff'].includes(magicOf(start).is) || (start[0] === 0x1f && start[1] === 0x8b);

async function unpackedStart(path: string, limits: ReadLimits): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let length = 0;
  try {
    for await (const piece of fileBytes({ path, gzip: true, limits })) {
      pieces.push(piece);
      length += piece.length;
      if (length >= sampleBytes) break;
    }
  } catch (cause) {
    if (cause instanceof Refusal) throw cause;
    throw new Refusal('damaged');
  }
  if (length === 0) throw new Refusal('empty');
  return Buffer.concat(pieces);
}

function linesIn(found: Recognised, start: Buffer): LogFile['lines'] {
  if (found.format !== 'csv' && found.format !== 'tsv') return null;
  const text = new TextDecoder(found.encoding ?? 'utf-8').decode(start.subarray(0, 64 * 1024));
  const lines = text.split(/\r\n?|\n/);
  // The last line is probably cut.
  return guessLineFormat(lines.length > 1 ? lines.slice(0, -1) : lines);
}
