import { useCallback, useEffect, useRef, useState } from 'react';
import type { DaySpan, ScheduledTask } from '../../../../src-shared/model/plan.ts';

/** Presses of a key that follow each other within this time are one move, and one step to undo. */
const PAUSE_MS = 450;

interface Nudge {
  readonly task: ScheduledTask;
  readonly span: DaySpan;
}

/** Moves on their way to the core: shown at once, committed on a drop or after the last key, and said aloud. */
export function useMoves(onMove: (task: ScheduledTask, span: DaySpan) => Promise<void>) {
  const [pending, setPending] = useState<ReadonlyMap<string, DaySpan>>(new Map());
  const [said, setSaid] = useState('');
  const nudged = useRef<Nudge | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const latest = useRef(onMove);
  latest.current = onMove;

  const forget = useCallback(
    (id: string, span: DaySpan) => setPending((now) => (now.get(id) === span ? new Map([...now].filter(([one]) => one !== id)) : now)),
    [],
  );
  const send = useCallback(
    ({ task, span }: Nudge) => {
      void latest.current(task, span).finally(() => forget(task.id, span));
    },
    [forget],
  );
  const flush = useCallback(() => {
    clearTimeout(timer.current);
    const waiting = nudged.current;
    nudged.current = null;
    if (waiting !== null) send(waiting);
  }, [send]);
  const show = useCallback((task: ScheduledTask, span: DaySpan, words: string) => {
    setPending((now) => new Map(now).set(task.id, span));
    setSaid(words);
  }, []);
  const commit = useCallback(
    (task: ScheduledTask, span: DaySpan, words: string) => {
      flush();
      show(task, span, words);
      send({ task, span });
    },
    [flush, show, send],
  );
  const nudge = useCallback(
    (task: ScheduledTask, span: DaySpan, words: string) => {
      clearTimeout(timer.current);
      nudged.current = { task, span };
      show(task, span, words);
      timer.current = setTimeout(flush, PAUSE_MS);
    },
    [show, flush],
  );
  /** Takes back what the keys moved and nobody committed yet; false where there was nothing. */
  const revert = useCallback(() => {
    clearTimeout(timer.current);
    const waiting = nudged.current;
    nudged.current = null;
    if (waiting !== null) forget(waiting.task.id, waiting.span);
    return waiting !== null;
  }, [forget]);

  // What was moved must not be lost when the screen goes.
  useEffect(() => flush, [flush]);
  return { pending, said, say: setSaid, nudge, commit, flush, revert };
}
