import { mkdirSync, readFileSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import type { z } from 'zod';
import { writeFileAtomically } from './atomic.ts';

export interface JsonStore<T> {
  get(): T;
  set(value: T): void;
}

/**
 * A small file of this computer's own (recent list, window settings). A file that does not match its schema is set
 * aside as `.unreadable` and the fallback used: losing a list must not keep the app from starting.
 */
export function createJsonStore<S extends z.ZodType>(path: string, schema: S, fallback: z.output<S>): JsonStore<z.output<S>> {
  let value: z.output<S> | undefined;
  return {
    get() {
      value ??= read(path, schema) ?? fallback;
      return value;
    },
    set(next) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileAtomically(path, JSON.stringify(next, null, 2));
      value = next;
    },
  };
}

function read<S extends z.ZodType>(path: string, schema: S): z.output<S> | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
    throw cause;
  }
  const parsed = schema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  renameSync(path, `${path}.unreadable`);
  return undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON is one more way not to match the schema.
    return undefined;
  }
}
