import { useCallback } from 'react';
import { type NavigateOptions, type To, useLocation, useNavigate } from 'react-router';

/** Whether the address still names a place, whatever is asked of it there. `hash` is that of the window: `#/lists/take-in?job=1`. */
export const isAt = (hash: string, path: string): boolean => plain(hash.slice(1).split(/[?#]/)[0] || '/') === plain(path);

/** One spelling of a path: a blank may stand in an address as such or as `%20`. */
function plain(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/**
 * Leads on once a command is done, from the place where it was begun: who has gone elsewhere meanwhile stays there. For every step after an awaited
 * command; `useNavigate` is for what a person asks for at that moment.
 */
export function useGoOn(): (to: To, options?: NavigateOptions) => void {
  const navigate = useNavigate();
  const { pathname } = useLocation();
  return useCallback(
    (to, options) => {
      if (isAt(window.location.hash, pathname)) void navigate(to, options);
    },
    [navigate, pathname],
  );
}
