import { useEffect, useState } from 'react';

/** Gives the focus back to where it was before a part of the page came, once that part goes with the focus in it: the next key would go nowhere. */
export function useFocusBack(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // After the part is gone, and only where nobody else took the focus.
      setTimeout(() => {
        const lost = document.activeElement === null || document.activeElement === document.body;
        if (lost && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
      });
    },
    [before],
  );
}
