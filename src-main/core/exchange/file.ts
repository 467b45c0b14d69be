import { readFileSync, statSync } from 'node:fs';
import type { Reply } from '../../../src-shared/contract/kernel.ts';
import { ExchangeAbout, ExchangeHead, ExchangeRecord, exchangeFormat } from '../../../src-shared/formats/exchange.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import { fingerprintOf, isSignedBy, readPublicKey, type SigningKey, signBytes } from '../binder/index.ts';
import { sha256 } from '../reports/index.ts';

/** Largest file that is read, in bytes, and its most records: several times a workspace of 10,000 assets. */
const mostBytes = 256 * 1024 * 1024;
const mostRecords = 500_000;

/** A file of another office whose signature holds. */
export interface ReadFile {
  readonly about: ExchangeAbout;
  readonly records: readonly ExchangeRecord[];
  readonly fingerprint: string;
  readonly sha256: string;
}

/** The file as bytes: a head with key and signature, and behind its line break what is signed, a line each. */
export function exchangeBytes(about: ExchangeAbout, lines: readonly string[], key: SigningKey): Buffer {
  const body = Buffer.from(`${[JSON.stringify(about), ...lines].join('\n')}\n`, 'utf8');
  const head = { format: exchangeFormat, publicKey: key.publicPem, signature: signBytes(key.privateKey, body).toString('base64') };
  return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`, 'utf8'), body]);
}

/** Reads a file and proves its signature before anything of it is believed. Errors: `file.refused`, with the line where one is wrong. */
export async function readExchange(path: string, pause: () => Promise<void>): Promise<Reply<ReadFile>> {
  if (statSync(path).size > mostBytes) return refused('tooLarge', null, mostBytes);
  const bytes = readFileSync(path);
  const end = bytes.indexOf(0x0a);
  const head = ExchangeHead.safeParse(parsed(bytes.subarray(0, Math.max(0, end)).toString('utf8')));
  if (end < 0 || !head.success) return refused('exchange.notOne');
  const key = readPublicKey(head.data.publicKey);
  const body = bytes.subarray(end + 1);
  if (key === null || !isSignedBy(key.key, body, Buffer.from(head.data.signature, 'base64'))) return refused('exchange.altered');
  const lines = body.toString('utf8').split('\n').filter(Boolean);
  const about = ExchangeAbout.safeParse(parsed(lines[0] ?? ''));
  if (!about.success || about.data.records !== lines.length - 1) return refused('exchange.notOne');
  if (lines.length > mostRecords) return refused('tooLarge', null, mostRecords);
  const records: ExchangeRecord[] = [];
  for (const [place, line] of lines.slice(1).entries()) {
    const record = ExchangeRecord.safeParse(parsed(line));
    if (!record.success) return refused('exchange.record', `line ${place + 3}`);
    records.push(record.data);
    if (place % 200 === 199) await pause();
  }
  return ok({ about: about.data, records, fingerprint: fingerprintOf(key.raw), sha256: sha256(bytes) });
}

const refused = (reason: string, place: string | null = null, limit: number | null = null) =>
  err({ code: 'file.refused', reason, place, limit } as const);

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}
