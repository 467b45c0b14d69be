import { IconFileImport } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { Button } from './Button.tsx';
import classes from './Dialog.module.css';
import { Icon } from './Icon.tsx';
import { useText } from './text.tsx';

interface FileDropProps {
  /** What may be dropped and what will happen then. */
  readonly title: string;
  readonly detail: ReactNode;
  /** Opens the file dialog of the core. */
  readonly onBrowse: () => void;
  readonly browseLabel?: string;
  readonly busy?: boolean;
  readonly children?: ReactNode;
}

/**
 * The place where a file is let go or chosen. The page never reads the file: the core answers a drop with a `fileDropped`
 * event that carries a handle, which the screen listens for with `useDroppedFile`.
 */
export function FileDrop({ title, detail, onBrowse, browseLabel, busy = false, children }: FileDropProps) {
  const t = useText();
  const over = useFileOverWindow();
  return (
    <div className={classes['drop']} data-over={over ? '' : undefined} data-app-drop="">
      <Icon of={IconFileImport} size={20} />
      <h2>{over ? t('fileDrop.drop') : title}</h2>
      <p>{detail}</p>
      <Button onClick={onBrowse} busy={busy}>
        {browseLabel ?? t('fileDrop.browse')}
      </Button>
      {children}
    </div>
  );
}

/** Whether a file is being dragged over the window. Text dragged inside the page does not count. */
export function useFileOverWindow(): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    let depth = 0;
    const isFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const enter = (event: DragEvent) => {
      if (!isFile(event)) return;
      depth += 1;
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (!isFile(event)) return;
      depth = Math.max(0, depth - 1);
      if (depth === 0) setOver(false);
    };
    const drop = () => {
      depth = 0;
      setOver(false);
    };
    window.addEventListener('dragenter', enter);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragenter', enter);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, []);
  return over;
}
