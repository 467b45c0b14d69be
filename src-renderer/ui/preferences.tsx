import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';

/** Where small choices of a person live between visits: column widths, panel sizes, collapsed groups. */
export interface PreferenceStore {
  read(key: string): unknown;
  write(key: string, value: unknown): void;
}

/** A store that forgets when the page goes: for the start screen, tests and the gallery. */
export function createMemoryPreferences(initial: Readonly<Record<string, unknown>> = {}): PreferenceStore {
  const values = new Map<string, unknown>(Object.entries(initial));
  return { read: (key) => values.get(key), write: (key, value) => void values.set(key, value) };
}

const Context = createContext<PreferenceStore>(createMemoryPreferences());

export function PreferencesProvider({ store, children }: { readonly store: PreferenceStore; readonly children: ReactNode }) {
  return <Context value={store}>{children}</Context>;
}

/**
 * A small choice that is remembered under `key`. `accept` checks what was stored, since an older version may have written
 * something else; where it says no, the fallback is used.
 */
export function usePreference<T>(key: string, fallback: T, accept: (value: unknown) => value is T): readonly [T, (value: T) => void] {
  const store = useContext(Context);
  const [version, setVersion] = useState(0);
  const value = useMemo(() => {
    const stored = version >= 0 ? store.read(key) : undefined;
    return accept(stored) ? stored : fallback;
  }, [store, key, fallback, accept, version]);
  const set = useCallback(
    (next: T) => {
      store.write(key, next);
      setVersion((count) => count + 1);
    },
    [store, key],
  );
  return [value, set];
}

export const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';
export const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
export const isString = (value: unknown): value is string => typeof value === 'string';
