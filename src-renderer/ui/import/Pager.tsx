import { type ReactNode, useEffect } from 'react';
import { Button } from '../Button.tsx';
import { useText } from '../text.tsx';
import classes from './import.module.css';

interface PagerProps {
  /** First row shown, from 0. */
  readonly offset: number;
  readonly pageSize: number;
  readonly total: number;
  readonly onMove: (offset: number) => void;
  /** Stands after the buttons. */
  readonly children?: ReactNode;
}

/** Moves through rows a page at a time; nothing when one page holds them all. Where the rows of the last page went away, it goes back to what is there. */
export function Pager({ offset, pageSize, total, onMove, children }: PagerProps) {
  const t = useText();
  const last = total === 0 ? 0 : Math.floor((total - 1) / pageSize) * pageSize;
  useEffect(() => {
    if (offset > last) onMove(last);
  }, [offset, last, onMove]);
  if (total <= pageSize) return null;
  return (
    <div className={classes['apply']}>
      <Button
        size="small"
        disabledBecause={offset === 0 ? t('imports.ui.atFirstRow') : undefined}
        onClick={() => onMove(Math.max(0, offset - pageSize))}
      >
        {t('imports.ui.previous')}
      </Button>
      <Button
        size="small"
        disabledBecause={offset + pageSize >= total ? t('imports.ui.atLastRow') : undefined}
        onClick={() => onMove(offset + pageSize)}
      >
        {t('imports.ui.more')}
      </Button>
      {children}
    </div>
  );
}
