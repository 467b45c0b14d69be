import { createContext, useContext, useEffect } from 'react';

/** What a screen may ask of the shell around it. */
export interface ShellSlots {
  /** Folds the sidebar to icons while held; returns the release. */
  readonly holdSidebarFolded: () => () => void;
}

export const ShellSlotsContext = createContext<ShellSlots>({ holdSidebarFolded: () => () => undefined });

/** Folds the sidebar while the caller is on screen, as wizards do, or while it `needed` the room. */
export function useFoldedSidebar(needed = true): void {
  const { holdSidebarFolded } = useContext(ShellSlotsContext);
  useEffect(() => (needed ? holdSidebarFolded() : undefined), [holdSidebarFolded, needed]);
}
