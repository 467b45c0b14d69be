import { IconCheck } from '@tabler/icons-react';
import { memo } from 'react';
import { percentOf, type ScheduledTask } from '../../../../src-shared/model/plan.ts';
import { Avatar, Icon, useText } from '../../../ui/index.ts';
import { scheduleSentence } from '../words.ts';
import type { TimelineRow } from './rows.ts';
import classes from './timeline.module.css';

interface RowCellsProps {
  readonly id: string;
  readonly index: number;
  readonly top: number;
  readonly row: TimelineRow;
  readonly active: boolean;
  /** Room for the owner's column. */
  readonly wide: boolean;
  readonly onPress: (index: number) => void;
  readonly onOpen: (id: string) => void;
}

/** One row: the words at the left, and the bar at the right in words for a screen reader. The bar itself is drawn over all rows. */
export const RowCells = memo(function RowCells({ id, index, top, row, active, wide, onPress, onOpen }: RowCellsProps) {
  const t = useText();
  const place = { top: `${top}px` };
  if (row.kind === 'phase')
    return (
      <div role="row" id={id} aria-rowindex={index + 2} className={classes['line']} data-phase="" style={place}>
        <div role="rowheader" aria-colspan={4} className={classes['names']}>
          <span>
            {row.number}&ensp;{t(`plan.phase.${row.phase}`)}
          </span>
        </div>
      </div>
    );
  const { task } = row;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the grid, which holds the focus
    <div
      role="row"
      id={id}
      aria-rowindex={index + 2}
      aria-selected={active}
      className={classes['line']}
      data-active={active ? '' : undefined}
      data-closed={task.closed === null ? undefined : ''}
      style={place}
      onClick={() => onPress(index)}
      onDoubleClick={() => onOpen(task.id)}
    >
      <div className={classes['names']}>
        <span role="rowheader" className={classes['title']} title={task.title}>
          {task.title}
        </span>
        <span role="gridcell">{wide ? <Owner task={task} /> : <span className="visually-hidden">{task.owner}</span>}</span>
        <span role="gridcell" className={classes['percent']}>
          <Percent task={task} />
        </span>
      </div>
      <span role="gridcell" className="visually-hidden">
        {scheduleSentence(t, task)}
      </span>
    </div>
  );
});

function Owner({ task }: { readonly task: ScheduledTask }) {
  const t = useText();
  if (task.owner !== '') return <Avatar name={task.owner} />;
  return (
    <span className="muted" title={task.ownerRole === null ? t('plan.nobody') : t(`role.${task.ownerRole}`)}>
      –
    </span>
  );
}

/** A tick for what is closed, nothing for a milestone, else the share done. */
function Percent({ task }: { readonly task: ScheduledTask }) {
  const t = useText();
  if (task.closed !== null)
    return (
      <>
        <Icon of={IconCheck} size={14} />
        <span className="visually-hidden">{t('plan.state.done')}</span>
      </>
    );
  if (task.milestone) return null;
  const percent = percentOf(task);
  return percent === 0 ? <span className="muted">–</span> : percent;
}
