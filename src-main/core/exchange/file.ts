import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Reply } from '../../../src-shared/contract/kernel.ts';
import { ExchangeAbout, ExchangeHead, ExchangeRecord, exchangeFormat } from '../../../src-shared/formats/exchange.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import { fingerprintOf, isSignedAside, readPublicKey, type SigningKey, signAside } from '../binder/index.ts';

const megabyte = 1024 * 1024;

/**
 * Most that a file holds, written or read. 10,000 assets and 5,000 parties make 13 MB; a file is whole in memory while it is read, since its
 * signature is over all of it.
 */
export const exchangeLimits = { megabytes: 128, records: 250_000, lineMegabytes: 2 } as const;

/** Bytes hashed or read between two chances for other requests. */
const bytesATurn = megabyte;
const recordsATurn = 100;
const lineBreak = 0x0a;

/** A file of another office whose signature holds. */
export interface ReadFile {
  readonly about: ExchangeAbout;
  readonly records: readonly ExchangeRecord[];
  readonly fingerprint: string;
  readonly sha256: string;
}

/** A file before it is written: its pieces one after the other, and the SHA-256 of them all. */
export interface MadeFile {
  readonly pieces: readonly Buffer[];
  readonly sha256: string;
}

/** The file: a head with key and signature, and behind its line break what is signed, a line each. Null where no office could read it, since it is too large. */
export async function makeExchange(
  about: ExchangeAbout,
  records: readonly ExchangeRecord[],
  key: SigningKey,
  pause: () => Promise<void>,
): Promise<MadeFile | null> {
  if (records.length > exchangeLimits.records) return null;
  const parts = [Buffer.from(`${JSON.stringify(about)}\n`, 'utf8')];
  for (let start = 0; start < records.length; start += recordsATurn) {
    const lines = records.slice(start, start + recordsATurn).map((record) => `${JSON.stringify(record)}\n`);
    parts.push(Buffer.from(lines.join(''), 'utf8'));
    await pause();
  }
  const body = Buffer.concat(parts);
  if (body.length > exchangeLimits.megabytes * megabyte - megabyte) return null;
  const signature = (await signAside(key.privateKey, body)).toString('base64');
  const head = Buffer.from(`${JSON.stringify({ format: exchangeFormat, publicKey: key.publicPem, signature })}\n`, 'utf8');
  const sum = createHash('sha256').update(head);
  for (let start = 0; start < body.length; start += bytesATurn) {
    sum.update(body.subarray(start, start + bytesATurn));
    await pause();
  }
  return { pieces: [head, body], sha256: sum.digest('hex') };
}

/**
 * Reads a file and proves its signature before anything of it is believed. Errors: `file.refused`, with the line where one is wrong, and the limit
 * where the file is too large: nothing of such a file is read.
 */
export async function readExchange(path: string, pause: () => Promise<void>): Promise<Reply<ReadFile>> {
  const whole = await bytesOf(path);
  if (!whole.ok) return whole;
  const { bytes, sha256 } = whole.value;
  const end = bytes.indexOf(lineBreak);
  const head = ExchangeHead.safeParse(parsed(bytes, 0, Math.min(Math.max(0, end), megabyte)));
  if (end < 0 || !head.success) return refused('exchange.notOne');
  const key = readPublicKey(head.data.publicKey);
  const body = bytes.subarray(end + 1);
  if (key === null || !(await isSignedAside(key.key, body, Buffer.from(head.data.signature, 'base64')))) return refused('exchange.altered');
  await pause();
  const records = await recordsIn(body, pause);
  return records.ok ? ok({ ...records.value, fingerprint: fingerprintOf(key.raw), sha256 }) : records;
}

/** What is signed: the line about the file, then a record in each line. */
async function recordsIn(body: Buffer, pause: () => Promise<void>): Promise<Reply<Pick<ReadFile, 'about' | 'records'>>> {
  let about: ExchangeAbout | undefined;
  const records: ExchangeRecord[] = [];
  // The head was the first line.
  let line = 1;
  for (let start = 0; start < body.length; ) {
    line += 1;
    const found = body.indexOf(lineBreak, start);
    const end = found === -1 ? body.length : found;
    if (end - start > exchangeLimits.lineMegabytes * megabyte)
      return refused('exchange.longLine', `line ${line}`, exchangeLimits.lineMegabytes);
    const value = parsed(body, start, end);
    start = end + 1;
    if (about === undefined) {
      const first = ExchangeAbout.safeParse(value);
      if (!first.success) return refused('exchange.notOne');
      if (first.data.records > exchangeLimits.records)
        return refused('exchange.tooMany', String(first.data.records), exchangeLimits.records);
      about = first.data;
      continue;
    }
    const record = ExchangeRecord.safeParse(value);
    if (!record.success) return refused('exchange.record', `line ${line}`);
    records.push(record.data);
    // Ends a file that holds more than it says as soon as it does.
    if (records.length > about.records) return refused('exchange.notOne');
    if (line % recordsATurn === 0) await pause();
  }
  return about === undefined || records.length < about.records ? refused('exchange.notOne') : ok({ about, records });
}

/** All bytes of a file with their SHA-256, read piece by piece. Errors: `file.refused` for one that is too large or cannot be read. */
async function bytesOf(path: string): Promise<Reply<{ readonly bytes: Buffer; readonly sha256: string }>> {
  const name = basename(path).slice(0, 200);
  try {
    await using file = await open(path, 'r');
    const { size } = await file.stat();
    if (size > exchangeLimits.megabytes * megabyte)
      return refused('exchange.tooLarge', `${name}, ${Math.ceil(size / megabyte)} MB`, exchangeLimits.megabytes);
    const bytes = Buffer.allocUnsafe(size);
    const sum = createHash('sha256');
    let filled = 0;
    while (filled < size) {
      const { bytesRead } = await file.read(bytes, filled, Math.min(bytesATurn, size - filled), filled);
      if (bytesRead === 0) break;
      sum.update(bytes.subarray(filled, filled + bytesRead));
      filled += bytesRead;
    }
    return ok({ bytes: bytes.subarray(0, filled), sha256: sum.digest('hex') });
  } catch (cause) {
    if (cause instanceof Error && 'syscall' in cause) return refused('exchange.unreadable', name);
    throw cause;
  }
}

const refused = (reason: string, place: string | null = null, limit: number | null = null) =>
  err({ code: 'file.refused', reason, place, limit } as const);

function parsed(bytes: Buffer, start: number, end: number): unknown {
  try {
    return JSON.parse(bytes.toString('utf8', start, end));
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}
