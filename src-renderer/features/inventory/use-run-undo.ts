import { useHostCommand } from '../../host/index.ts';

/** Takes the last command back; for the "Undo" of a toast. */
export function useRunUndo(): () => void {
  const undo = useHostCommand('journal.undo');
  return () => {
    void undo.run({});
  };
}
