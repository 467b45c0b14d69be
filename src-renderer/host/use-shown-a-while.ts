import { useEffect, useState } from 'react';
import { useToast } from '../ui/index.ts';

/** Restricted values stay in sight this long; then they go by themselves. */
const shownSeconds = 90;

/** Something restricted that was asked for: in sight for a minute and a half, and until `revision` changes. `over` is said when it goes by itself. */
export function useShownAWhile<T>(revision: number | string, over: string) {
  const toast = useToast();
  const [shown, setShown] = useState<T | null>(null);
  const [left, setLeft] = useState(shownSeconds);
  const showing = shown !== null;
  // A minute and a half in sight is a clock outside the page.
  useEffect(() => {
    if (!showing) return undefined;
    setLeft(shownSeconds);
    const clock = setInterval(() => setLeft((now) => now - 1), 1000);
    return () => clearInterval(clock);
  }, [showing]);
  const isOver = showing && left <= 0;
  useEffect(() => {
    if (!isOver) return;
    setShown(null);
    toast({ message: over });
  }, [isOver, over, toast]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new revision hides
  useEffect(() => setShown(null), [revision]);
  return { shown, left: Math.max(left, 0), show: setShown };
}
