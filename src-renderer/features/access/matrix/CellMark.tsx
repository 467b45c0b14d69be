import { IconAlertTriangle, IconHandStop } from '@tabler/icons-react';
import { Icon } from '../../../ui/index.ts';
import type { Cell } from './layout.ts';
import classes from './matrix.module.css';

/** A count with its mark: plain, framed, on amber with a triangle, on red with a hand. Shape and frame differ as well as colour. */
export function CellMark({ mark, words }: { readonly mark: Cell['mark']; readonly words: string }) {
  return (
    <span className={classes['mark']} data-mark={mark}>
      {mark === 'missing' ? <Icon of={IconAlertTriangle} size={14} /> : mark === 'finding' ? <Icon of={IconHandStop} size={14} /> : null}
      {words}
    </span>
  );
}
