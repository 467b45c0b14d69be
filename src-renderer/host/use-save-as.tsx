import { type ReactNode, useCallback, useState } from 'react';
import type { AppError, Reply } from '../../src-shared/contract/kernel.ts';
import { SaveAsDialog, type SaveChoice, type SaveFormat } from './SaveAsDialog.tsx';

interface SaveAs<F extends SaveFormat> {
  readonly title: string;
  readonly formats: readonly [F, ...F[]];
  readonly busy: boolean;
  readonly error: AppError | null;
  readonly onSave: (choice: SaveChoice<F>) => Promise<Reply<unknown>>;
}

/** The dialog of `SaveAsDialog` with what opens it: a button, or a shortcut that means one format. `dialog` is to be drawn by the screen. */
export function useSaveAs<F extends SaveFormat>(parts: SaveAs<F>): { readonly open: (first?: F) => void; readonly dialog: ReactNode } {
  const [opened, setOpened] = useState<{ readonly first: F | undefined } | null>(null);
  const open = useCallback((first?: F) => setOpened({ first }), []);
  return {
    open,
    dialog: opened === null ? null : <SaveAsDialog<F> {...parts} first={opened.first} onClose={() => setOpened(null)} />,
  };
}
