import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { z } from 'zod';
import { callHost, type InputOf } from './bridge.ts';
import { useHostQuery } from './hooks.ts';

const PAUSE_MS = 400;

export interface DraftState<T> {
  /** Null while the stored draft is being read. */
  readonly value: T | null;
  readonly set: (value: T) => void;
  readonly savedAt: string | null;
  /** Writes what is pending now, before leaving. */
  readonly flush: () => Promise<void>;
  readonly discard: () => Promise<void>;
}

/**
 * A form that saves itself, encrypted, shortly after each change and when its screen goes; a lock or a crash loses at most
 * the last half second. `schema` checks what was stored, since an older version may have written something else.
 */
export function useDraft<T>(key: string, schema: z.ZodType<T>, initial: T): DraftState<T> {
  const stored = useHostQuery('drafts.get', { key });
  const client = useQueryClient();
  const [edited, setEdited] = useState<T | null>(null);
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const pending = useRef<{ readonly value: T } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const flush = useCallback(async () => {
    clearTimeout(timer.current);
    const next = pending.current;
    if (next === null) return;
    pending.current = null;
    const reply = await callHost('drafts.save', { key, value: next.value as InputOf<'drafts.save'>['value'] });
    if (reply.ok) {
      setSavedAt(reply.value.savedAt);
      // The next screen with this form must not start from what was read before.
      client.setQueryData(['drafts.get', { key }], { key, value: next.value, savedAt: reply.value.savedAt });
    } else pending.current ??= next;
  }, [key, client]);

  useEffect(() => () => void flush(), [flush]);

  const set = useCallback(
    (value: T) => {
      setEdited(value);
      pending.current = { value };
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), PAUSE_MS);
    },
    [flush],
  );

  const discard = useCallback(async () => {
    clearTimeout(timer.current);
    pending.current = null;
    await callHost('drafts.discard', { key });
    client.setQueryData(['drafts.get', { key }], null);
  }, [key, client]);

  const read = stored.data === undefined ? null : stored.data === null ? initial : (schema.safeParse(stored.data.value).data ?? initial);
  return {
    value: edited ?? (stored.error === null ? read : initial),
    set,
    savedAt: savedAt ?? stored.data?.savedAt ?? null,
    flush,
    discard,
  };
}
