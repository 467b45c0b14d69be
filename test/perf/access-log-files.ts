import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import type { LogReading } from '../../src-shared/formats/access-log.ts';
import { readingFor } from '../harness/access-log.ts';
import { writeWorkbook } from './import-files.ts';

const chunkRows = 4000;
const start = Date.parse('2026-01-01T00:00:00Z');
const columns = ['time', 'account', 'address', 'resource', 'action', 'outcome', 'tokens', 'event id'];

/** Numbers that look drawn by lot and are the same every time. */
function createLot(seed: number): (choices: number) => number {
  let state = seed;
  return (choices) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return Math.floor((state / 0x8000_0000) * choices);
  };
}

/**
 * Lines of a believable log, in the order of time: 400 people, a few of them busy, each from some twenty addresses, at 60 resources over half a
 * year; every second line bears tokens.
 */
function* logRows(rows: number): Generator<readonly string[]> {
  const lot = createLot(7);
  let time = start;
  for (let row = 0; row < rows; row += 1) {
    time += lot(31_000);
    const person = Math.floor((lot(10_000) / 10_000) ** 2 * 400);
    const network = 11 + ((person * 7) % 180);
    const resource = lot(60);
    yield [
      new Date(time).toISOString(),
      `person${person}@example.com`,
      `${network}.${(person * 13) % 250}.${lot(20)}.7`,
      `model-${resource}`,
      ['git.clone', 'model.predict', 'weights.download', 'login'][lot(4)] ?? '',
      lot(30) === 0 ? 'denied' : 'success',
      row % 2 === 0 ? '' : String(lot(4000)),
      `${row.toString(16).padStart(8, '0')}-5b1c-4f7e`,
    ];
  }
}

export async function writeBigLog(path: string, kind: 'csv' | 'xlsx', rows: number): Promise<void> {
  if (kind === 'xlsx') {
    // Shared strings come first in the file, so the rows are made twice.
    const words = new Map<string, number>();
    for (const _ of xlsxRows(logRows(rows), words));
    await writeWorkbook(path, [...words.keys()], xlsxRows(logRows(rows), words));
    return;
  }
  const out = createWriteStream(path);
  let text = `${columns.join(',')}\r\n`;
  let held = 0;
  for (const row of logRows(rows)) {
    text += `${row.join(',')}\r\n`;
    held += 1;
    if (held === chunkRows) {
      if (!out.write(text)) await once(out, 'drain');
      text = '';
      held = 0;
    }
  }
  out.end(text);
  await once(out, 'close');
}

/** As a spreadsheet program saves it: days as numbers, repeated texts shared, the event's own id in its cell. */
function* xlsxRows(rows: Iterable<readonly string[]>, words: Map<string, number>): Generator<string> {
  const shared = (text: string) => {
    const known = words.get(text);
    if (known !== undefined) return known;
    words.set(text, words.size);
    return words.size - 1;
  };
  let at = 1;
  let held = `<row r="1">${columns.map((title, column) => `<c r="${'ABCDEFGH'[column]}1" t="s"><v>${shared(title)}</v></c>`).join('')}</row>`;
  for (const [time = '', account = '', address = '', resource = '', action = '', outcome = '', tokens = '', eventId = ''] of rows) {
    at += 1;
    const texts = [account, address, resource, action, outcome]
      .map((text, column) => `<c r="${'BCDEF'[column]}${at}" t="s"><v>${shared(text)}</v></c>`)
      .join('');
    const serial = (Date.parse(time) / 86_400_000 + 25_569).toFixed(9);
    const number = tokens === '' ? '' : `<c r="G${at}"><v>${tokens}</v></c>`;
    held += `<row r="${at}"><c r="A${at}" s="1"><v>${serial}</v></c>${texts}${number}<c r="H${at}" t="inlineStr"><is><t>${eventId}</t></is></c></row>`;
    if (at % chunkRows === 0) {
      yield held;
      held = '';
    }
  }
  yield held;
}

export function bigLogReading(path: string, kind: 'csv' | 'xlsx'): LogReading {
  const reading = readingFor(path);
  if (kind === 'csv') return reading;
  return {
    ...reading,
    file: { ...reading.file, format: 'xlsx', encoding: null, delimiter: null },
    table: { ...reading.table, sheet: 'Log', encoding: null, delimiter: null },
    answers: { ...reading.answers, zone: 'UTC' },
  };
}
