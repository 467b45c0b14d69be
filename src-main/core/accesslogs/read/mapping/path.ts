import { parseExactJson } from '../../../importers/read/exact-json.ts';
import { readStruct } from './struct-text.ts';

/** One step of a path: a key, and which entry of a list it means. */
interface Step {
  readonly keys: string[];
  /** `[key=value]`: only entries in which `key` has this value. */
  readonly where: { readonly key: string; readonly value: string } | null;
}

export interface LogPath {
  readonly steps: readonly Step[];
  /** The whole path as one key: records that were flattened before carry `actor_location.country_code` as such. */
  readonly flat: readonly string[];
}

/** Takes `target[type=AppInstance].displayName` apart. `[]` after a key is allowed and says only that it is a list. */
export function parsePath(path: string): LogPath {
  const steps: Step[] = [];
  for (const part of path.match(/(?:[^.[]|\[[^\]]*\])+/g) ?? []) {
    const found = /^([^[]*)(?:\[(?:([^=\]]+)=([^\]]*))?\])?$/.exec(part);
    steps.push({
      keys: spellings(found?.[1] ?? part),
      where: found?.[2] === undefined ? null : { key: found[2], value: found[3] ?? '' },
    });
  }
  return { steps, flat: steps.length > 1 ? [path.replace(/\[[^\]]*\]/g, '')] : [] };
}

/** The ways in which exports and pipelines spell one key: `ipAddress`, `ip_address`, `ipaddress`, `IPAddress`, `IP_ADDRESS`. */
function spellings(key: string): string[] {
  const snake = key.replace(/([a-z\d])([A-Z])/g, '$1_$2').toLowerCase();
  const camel = key.includes('_') ? key.toLowerCase().replace(/_+([a-z\d])/g, (_, letter: string) => letter.toUpperCase()) : key;
  const pascal = camel.charAt(0).toUpperCase() + camel.slice(1);
  return [
    ...new Set([
      key,
      snake,
      snake.replaceAll('_', ''),
      camel,
      pascal,
      snake.toUpperCase(),
      camel.replace(/Ip$/, 'IP'),
      key.replace(/^@/, 'at_sign_'),
    ]),
  ];
}

/** What a path leads to, the first of several; `undefined` when nothing is there. Text on the way that holds JSON or a struct is looked into. */
export function follow(root: unknown, path: LogPath): unknown {
  const found = step(root, path.steps, 0);
  if (found !== undefined && found !== null) return found;
  for (const key of path.flat) {
    if (isObject(root) && Object.hasOwn(root, key)) return root[key];
  }
  return undefined;
}

function step(value: unknown, steps: readonly Step[], at: number): unknown {
  const here = steps[at];
  if (here === undefined) return Array.isArray(value) ? value.find((entry) => entry !== null && entry !== '') : value;
  const opened = typeof value === 'string' ? openText(value) : value;
  if (Array.isArray(opened)) {
    const pairs = pairValue(opened, here.keys);
    if (pairs !== undefined) return step(pairs, steps, at + 1);
    for (const entry of opened.slice(0, 200)) {
      const found = step(entry, steps, at);
      if (found !== undefined && found !== null && found !== '') return found;
    }
    return undefined;
  }
  if (!isObject(opened)) return undefined;
  const next = pick(opened, here.keys);
  if (here.where === null || next === undefined) return next === undefined ? undefined : step(next, steps, at + 1);
  const { key, value: wanted } = here.where;
  const list = typeof next === 'string' ? openText(next) : next;
  const kept = (Array.isArray(list) ? list : [list]).filter(
    (entry) => isObject(entry) && String(pick(entry, spellings(key)) ?? '') === wanted,
  );
  return kept.length === 0 ? undefined : step(kept, steps, at + 1);
}

/** The spelling that was found comes first next time: a file keeps to one. */
function pick(object: Record<string, unknown>, keys: string[]): unknown {
  for (let at = 0; at < keys.length; at += 1) {
    const key = keys[at] as string;
    if (!Object.hasOwn(object, key)) continue;
    if (at > 0) {
      keys.splice(at, 1);
      keys.unshift(key);
    }
    return object[key];
  }
  return undefined;
}

/** `[["email","a@b.c"], …]`, the way some exports write a map. */
function pairValue(list: readonly unknown[], keys: readonly string[]): unknown {
  const pair = list.find((entry) => Array.isArray(entry) && entry.length === 2 && typeof entry[0] === 'string' && keys.includes(entry[0]));
  return Array.isArray(pair) ? pair[1] : undefined;
}

let lastText = '';
let lastOpened: unknown;

/** A cell or value that holds JSON or a struct, opened; the same text is opened once for all fields that look into it. */
function openText(text: string): unknown {
  const start = text.charCodeAt(0);
  if (start !== 123 && start !== 91 && start !== 32) return undefined;
  if (text === lastText) return lastOpened;
  lastText = text;
  try {
    lastOpened = parseExactJson(text);
  } catch (cause) {
    if (!(cause instanceof SyntaxError || cause instanceof RangeError)) throw cause;
    lastOpened = readStruct(text);
  }
  return lastOpened;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
