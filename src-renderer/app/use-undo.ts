import { useCallback } from 'react';
import { errorSentence, useHostCommand } from '../host/index.ts';
import { useText, useToast } from '../ui/index.ts';
import { namedChange } from './named-change.ts';

/** Undo and redo that say what they took back, with the way to reverse it in the message. */
export function useUndo(): { readonly undo: () => Promise<void>; readonly redo: () => Promise<void> } {
  const t = useText();
  const toast = useToast();
  const { run: runUndo } = useHostCommand('journal.undo');
  const { run: runRedo } = useHostCommand('journal.redo');
  const redo = useCallback(async () => {
    const reply = await runRedo({});
    toast({ message: reply.ok ? t('shell.redone', { what: namedChange(t, reply.value) }) : errorSentence(t, reply.error) });
  }, [runRedo, t, toast]);
  const undo = useCallback(async () => {
    const reply = await runUndo({});
    if (!reply.ok) return toast({ message: errorSentence(t, reply.error) });
    toast({
      message: t('shell.undone', { what: namedChange(t, reply.value) }),
      action: { label: t('shell.redo'), onClick: () => void redo() },
    });
  }, [runUndo, redo, t, toast]);
  return { undo, redo };
}
