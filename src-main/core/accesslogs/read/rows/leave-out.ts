import { parseExactJson } from '../../../importers/read/exact-json.ts';
import type { LogPath } from '../mapping/path.ts';

/** The text of a record without what must not be kept, such as prompts. */
export function leaveOut(text: string, paths: readonly LogPath[]): string {
  const record = parseExactJson(text);
  let changed = false;
  for (const path of paths) {
    let place: unknown = record;
    const steps = path.steps.map((step) => step.keys);
    const last = steps.pop() ?? [];
    for (const keys of steps) place = isObject(place) ? place[keys.find((key) => Object.hasOwn(place as object, key)) ?? ''] : undefined;
    if (!isObject(place)) continue;
    for (const key of last) {
      if (!Object.hasOwn(place, key)) continue;
      place[key] = '…';
      changed = true;
    }
  }
  return changed ? JSON.stringify(record) : text;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
