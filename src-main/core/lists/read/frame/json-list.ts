import { createRecordSplitter, isTooDeep, type JsonLayout } from '../../../importers/read/json-records.ts';
import type { ReadLimits } from '../../../importers/read/limits.ts';
import { Refusal } from '../../../importers/read/refuse.ts';
import { type ListFile, textOf } from './list-file.ts';
import type { ListOutput } from './list-format.ts';

/** A record of a JSON list as an object. */
export type JsonRecord = Readonly<Record<string, unknown>>;

/** Streams a file of one JSON object a line. Blank lines are passed over; a line that is no object is a reject. */
export async function readJsonLines(
  file: ListFile,
  out: ListOutput,
  limits: ReadLimits,
  take: (record: JsonRecord, line: number, text: string) => void,
): Promise<void> {
  let held = '';
  let line = 0;
  const takeLine = (text: string) => {
    line += 1;
    if (text.trim() === '') return;
    const value = isTooDeep(text) ? undefined : parsed(text);
    if (value === undefined) out.reject(file, line, 'broken', text);
    else take(value, line, text);
  };
  for await (const piece of textOf(file, limits, out.onBytes(file))) {
    const lines = (held + piece).split('\n');
    held = lines.pop() ?? '';
    for (const text of lines) takeLine(text);
    if (held.length > limits.recordChars) throw new Refusal('limitRecord', `${file.name}: ${line + 1}`, limits.recordChars);
    await out.room();
  }
  takeLine(held);
}

/** Streams the records of a JSON file: a list, or a list under a key. `index` counts from 1. What is no object and the end of a file that was cut short are rejects. */
export async function readJsonList(
  file: ListFile,
  layout: JsonLayout,
  out: ListOutput,
  limits: ReadLimits,
  take: (record: JsonRecord, index: number, text: string) => void,
): Promise<void> {
  const splitter = createRecordSplitter(layout, limits.recordChars);
  let last = 0;
  for await (const piece of textOf(file, limits, out.onBytes(file))) {
    splitter.feed(piece, ({ index, text }) => {
      last = index;
      const value = isTooDeep(text) ? undefined : parsed(text);
      if (value === undefined) out.reject(file, index, 'broken', text);
      else take(value, index, text);
    });
    await out.room();
  }
  if (splitter.end()) {
    out.reject(file, last + 1, 'broken', '');
    out.notice('cutShort', `${file.name}: ${last + 1}`);
  }
}

function parsed(text: string): JsonRecord | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonRecord) : undefined;
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}

/** A field as text: numbers in full, nothing for null, lists joined. */
export function fieldText(record: JsonRecord, name: string): string {
  const value = record[name];
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return Array.isArray(value) ? fieldTexts(record, name).join('; ') : '';
}

/** A field that holds a list of texts; a single text is a list of one. */
export function fieldTexts(record: JsonRecord, name: string): readonly string[] {
  const value = record[name];
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()];
  if (!Array.isArray(value)) return [];
  return value
    .flatMap((one) => (typeof one === 'string' || typeof one === 'number' ? [String(one).trim()] : []))
    .filter((one) => one !== '');
}

/** A field that holds a list of objects. */
export function fieldRecords(record: JsonRecord, name: string): readonly JsonRecord[] {
  const value = record[name];
  if (!Array.isArray(value)) return [];
  return value.filter((one): one is JsonRecord => typeof one === 'object' && one !== null && !Array.isArray(one));
}
