import { type RefObject, useEffect, useRef } from 'react';
import { maxDroppedFiles } from '../../../src-shared/contract/evidence.ts';
import { useDroppedFiles, useHostEvent } from '../HostProvider.tsx';

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
      const { dataTransfer, isTrusted } = event;
      mine.current = false;
      if (!isTrusted || dataTransfer === null || !dataTransfer.types.includes('Files')) return;
      // The way the event took: what it fell on may be gone from the page by now.
      if (element.current === null || !event.composedPath().includes(element.current)) return;
      if ([...dataTransfer.items].some((item) => item.webkitGetAsEntry()?.isDirectory === true)) say.current('folder');
      else if (dataTransfer.files.length > maxDroppedFiles) say.current('tooMany');
      else mine.current = true;
    };
    window.addEventListener('drop', drop);
    return () => window.removeEventListener('drop', drop);
  }, [element]);
  // A folder that comes with files keeps them from being taken, too: their handles follow.
  useHostEvent((event) => {
    if (event.type !== 'folderRefused' || !mine.current) return;
    mine.current = false;
    say.current('folder');
  });
  useDroppedFiles((handles) => {
    if (!mine.current) return;
    mine.current = false;
    onFiles(handles);
  });
}
