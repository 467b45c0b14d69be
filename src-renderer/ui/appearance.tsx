import { createContext, type ReactNode, useContext, useEffect, useMemo, useSyncExternalStore } from 'react';

/** How a person wants the product to look. `system` follows the operating system, live. */
export interface Appearance {
  readonly theme: 'system' | 'light' | 'dark';
  readonly contrast: 'system' | 'normal' | 'high';
  readonly density: 'compact' | 'comfortable';
}

export const defaultAppearance: Appearance = { theme: 'system', contrast: 'system', density: 'compact' };

interface AppearanceInUse {
  readonly chosen: Appearance;
  /** The scheme on screen now, with `system` resolved. */
  readonly scheme: 'light' | 'dark';
  readonly rowHeight: number;
}

const Context = createContext<AppearanceInUse>({ chosen: defaultAppearance, scheme: 'light', rowHeight: 32 });

/** The look in use: chosen settings, resolved scheme and row height in pixels. */
export function useAppearance(): AppearanceInUse {
  return useContext(Context);
}

interface AppearanceProviderProps {
  readonly appearance: Appearance;
  readonly children: ReactNode;
}

/** Puts the look on the document, where the tokens read it, and follows the system while the person leaves it the choice. */
export function AppearanceProvider({ appearance, children }: AppearanceProviderProps) {
  const systemDark = useMedia('(prefers-color-scheme: dark)');
  const systemContrast = useMedia('(prefers-contrast: more)');
  const scheme = appearance.theme === 'system' ? (systemDark ? 'dark' : 'light') : appearance.theme;
  const highContrast = appearance.contrast === 'system' ? systemContrast : appearance.contrast === 'high';

  useEffect(() => {
    const { dataset } = document.documentElement;
    dataset['theme'] = scheme;
    dataset['contrast'] = highContrast ? 'high' : 'normal';
    dataset['density'] = appearance.density;
  }, [scheme, highContrast, appearance.density]);

  const inUse = useMemo(
    () => ({ chosen: appearance, scheme, rowHeight: appearance.density === 'comfortable' ? 40 : 32 }) as const,
    [appearance, scheme],
  );
  return <Context value={inUse}>{children}</Context>;
}

/** Whether a media query matches, kept up to date. */
export function useMedia(query: string): boolean {
  const list = useMemo(() => window.matchMedia(query), [query]);
  return useSyncExternalStore(
    (notify) => {
      list.addEventListener('change', notify);
      return () => list.removeEventListener('change', notify);
    },
    () => list.matches,
  );
}
