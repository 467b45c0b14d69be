import { useEffect, useState } from 'react';

/** Seconds left of a pause, counting down; starts anew whenever `restart` is another object. */
export function useCountdown(seconds: number, restart: unknown): number {
  const [left, setLeft] = useState(seconds);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new `restart` begins the same number of seconds again
  useEffect(() => {
    setLeft(seconds);
    if (seconds === 0) return undefined;
    const end = performance.now() + seconds * 1000;
    const timer = setInterval(() => {
      const rest = Math.max(0, Math.ceil((end - performance.now()) / 1000));
      setLeft(rest);
      if (rest === 0) clearInterval(timer);
    }, 250);
    return () => clearInterval(timer);
  }, [seconds, restart]);
  return left;
}
