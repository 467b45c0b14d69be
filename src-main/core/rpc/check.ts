import { err, ok, type Result } from '../../../src-shared/model/result.ts';

export const maxDepth = 20;
export const maxBytes = 1024 * 1024;
const maxValues = 200_000;

export type PayloadFault = 'tooDeep' | 'tooLarge' | 'notPlain';

/**
 * Walks an untrusted message before any schema sees it: plain data only, at most 20 levels, about 1 MiB. It stops at the
 * first fault, so a hostile message costs no more than a large honest one.
 */
export function checkPayload(payload: unknown): Result<null, PayloadFault> {
  let bytes = 0;
  let values = 0;
  const open: { readonly value: unknown; readonly depth: number }[] = [{ value: payload, depth: 0 }];
  for (let item = open.pop(); item !== undefined; item = open.pop()) {
    const { value, depth } = item;
    values += 1;
    bytes += sizeOf(value);
    if (bytes > maxBytes || values > maxValues) return err('tooLarge');
    if (typeof value !== 'object' || value === null) {
      if (!isPlainScalar(value)) return err('notPlain');
      continue;
    }
    // A cycle has no end and so runs into the depth limit.
    if (depth >= maxDepth) return err('tooDeep');
    if (Array.isArray(value)) {
      if (value.length > maxValues) return err('tooLarge');
      for (const inner of value as unknown[]) open.push({ value: inner, depth: depth + 1 });
      continue;
    }
    const prototype: unknown = Object.getPrototypeOf(value);
    // Messages from another thread or window carry their own realm's Object; a bare prototype chain of one is what counts.
    if (prototype !== null && Object.getPrototypeOf(prototype) !== null) return err('notPlain');
    if (ArrayBuffer.isView(value) || value instanceof Map || value instanceof Set) return err('notPlain');
    for (const key of Object.keys(value)) {
      bytes += key.length;
      open.push({ value: (value as Record<string, unknown>)[key], depth: depth + 1 });
    }
  }
  return ok(null);
}

function isPlainScalar(value: unknown): boolean {
  return value === null || value === undefined || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function sizeOf(value: unknown): number {
  // Two bytes a sign at most for what a keyboard yields; a string is measured by its UTF-8 length only when it is long.
  if (typeof value === 'string') return value.length > 1024 ? Buffer.byteLength(value, 'utf8') : value.length;
  return 8;
}
