import { Kbd, useText } from '../../../ui/index.ts';
import type { Cell, Column, Row } from './layout.ts';
import classes from './matrix.module.css';

const WIDTH = 300;
const HEIGHT = 150;
const ROW = 32;

interface CellTipProps {
  readonly row: Row;
  readonly column: Column;
  readonly cell: Cell;
  /** Left upper corner of the cell inside the frame, in pixels. */
  readonly x: number;
  readonly y: number;
  readonly frame: { readonly width: number; readonly height: number };
}

/** A cell in full, beside it. The grid says the same to a screen reader, so this is silent. */
export function CellTip({ row, column, cell, x, y, frame }: CellTipProps) {
  const t = useText();
  const left = Math.max(8, Math.min(x - 40, frame.width - WIDTH - 8));
  const below = y + ROW + 4 + HEIGHT < frame.height;
  return (
    <div
      className={classes['tip']}
      aria-hidden
      style={{ left, width: WIDTH, ...(below ? { top: y + ROW + 4 } : { bottom: frame.height - y + 4 }) }}
    >
      <b>{t('access.matrix.tip', { name: row.name, asset: column.name })}</b>
      <p>{cell.says}</p>
      <div>
        {cell.findingId === null ? null : (
          <>
            <Kbd shortcut="Enter" /> <span>{t('access.matrix.openFinding')}</span>
          </>
        )}
        <Kbd shortcut="L" /> <span>{t('access.matrix.listEvents')}</span>
      </div>
    </div>
  );
}
