import { useEffect } from 'react';
import { matchRoutes } from 'react-router';
import { features } from './features.ts';

/** Fetches the screens behind a link once the pointer or the keyboard is on it, so that following it waits for nothing. */
export function useFetchAhead(): void {
  useEffect(() => {
    const fetchAhead = ({ target }: Event) => {
      const address = target instanceof Element ? target.closest('a[href^="#/"]')?.getAttribute('href') : undefined;
      if (address === null || address === undefined) return;
      const path = address.slice(1).split('?')[0] ?? '/';
      void features.find((feature) => matchRoutes([...feature.routes], path) !== null)?.load?.();
    };
    document.addEventListener('pointerover', fetchAhead, { passive: true });
    document.addEventListener('focusin', fetchAhead);
    return () => {
      document.removeEventListener('pointerover', fetchAhead);
      document.removeEventListener('focusin', fetchAhead);
    };
  }, []);
}
