import { type RefObject, useEffect, useRef } from 'react';
import { maxDroppedFiles } from '../../../src-shared/contract/evidence.ts';
import { useDroppedFiles } from '../HostProvider.tsx';

/** Why nothing of a drop is taken. */
export type DropProblem = 'folder' | 'tooMany';

interface DropTarget {
  readonly onFiles: (handles: readonly string[]) => void;
  readonly onProblem: (problem: DropProblem) => void;
}

/**
 * Takes the files that a person lets go on one element, all or none. The page only learns where they fell: their handles come from the core. What is let
 * go elsewhere is somebody else's.
 */
export function useDropOn(element: RefObject<HTMLElement | null>, { onFiles, onProblem }: DropTarget): void {
  const mine = useRef(false);
  const say = useRef(onProblem);
  say.current = onProblem;
  useEffect(() => {
    const drop = (event: DragEvent) => {
      const { dataTransfer, target, isTrusted } = event;
      mine.current = false;
      if (!isTrusted || dataTransfer === null || !dataTransfer.types.includes('Files')) return;
      if (!(target instanceof Node) || element.current?.contains(target) !== true) return;
      if ([...dataTransfer.items].some((item) => item.webkitGetAsEntry()?.isDirectory === true)) say.current('folder');
      else if (dataTransfer.files.length > maxDroppedFiles) say.current('tooMany');
      else mine.current = true;
    };
    window.addEventListener('drop', drop);
    return () => window.removeEventListener('drop', drop);
  }, [element]);
  useDroppedFiles((handles) => {
    if (!mine.current) return;
    mine.current = false;
    onFiles(handles);
  });
}
