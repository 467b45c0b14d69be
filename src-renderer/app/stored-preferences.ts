import { callHost, type InputOf } from '../host/index.ts';
import { createMemoryPreferences, type PreferenceStore } from '../ui/preferences.tsx';

const KEY = 'ui.preferences';
const PAUSE_MS = 600;

/**
 * Small choices of a person (column widths, panel sizes), kept inside the open workspace with everything else. The page
 * itself stores nothing, so a lock leaves nothing behind.
 */
export async function loadPreferences(): Promise<PreferenceStore> {
  const reply = await callHost('drafts.get', { key: KEY });
  const stored = reply.ok && reply.value !== null && isRecord(reply.value.value) ? reply.value.value : {};
  const values: Record<string, unknown> = { ...stored };
  const memory = createMemoryPreferences(values);
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    read: memory.read,
    write: (key, value) => {
      memory.write(key, value);
      values[key] = value;
      clearTimeout(timer);
      timer = setTimeout(
        () => void callHost('drafts.save', { key: KEY, value: { ...values } as InputOf<'drafts.save'>['value'] }),
        PAUSE_MS,
      );
    },
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
