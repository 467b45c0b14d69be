import { IconAlertTriangle, IconCircleCheck, IconDots, IconLink } from '@tabler/icons-react';
import { memo, type PointerEvent } from 'react';
import { percentOf, type ScheduledTask } from '../../../../src-shared/model/plan.ts';
import { formatDayShort } from '../../../../src-shared/text/dates.ts';
import { Avatar, Icon, IconButton, Menu, ProgressBar, useText } from '../../../ui/index.ts';
import { proposalWords, readingWords, reopenedWords } from '../words.ts';
import classes from './board.module.css';
import { type Column, columns } from './lanes.ts';

interface CardProps {
  readonly task: ScheduledTask;
  readonly column: Column;
  /** In the tab order: one card of the board is. */
  readonly current: boolean;
  readonly menuOpen: boolean;
  readonly onMenu: (id: string, open: boolean) => void;
  readonly onFocus: (id: string) => void;
  readonly onMove: (id: string, to: Column) => void;
  readonly onOpen: (id: string) => void;
  readonly onPointerDown: (event: PointerEvent<HTMLElement>, id: string, from: Column) => void;
  readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerUp: () => void;
  readonly onPointerCancel: () => void;
}

/** A task on the board: what, who, by when, and how far its measure is. */
export const Card = memo(function Card(props: CardProps) {
  const { task, column, current, onFocus, onOpen } = props;
  const t = useText();
  const reading = readingWords(t, task);
  const percent = percentOf(task);
  return (
    <li
      className={classes['card']}
      data-card={task.id}
      data-critical={task.critical && task.closed === null ? '' : undefined}
      tabIndex={current ? 0 : -1}
      aria-label={t('plan.board.card', { title: task.title, state: t(`plan.state.${task.state}`) })}
      onFocus={(event) => (event.target === event.currentTarget ? onFocus(task.id) : undefined)}
      onDoubleClick={() => onOpen(task.id)}
      onPointerDown={(event) => props.onPointerDown(event, task.id, column)}
      onPointerMove={props.onPointerMove}
      onPointerUp={props.onPointerUp}
      onPointerCancel={props.onPointerCancel}
    >
      <div className={classes['cardHead']}>
        <a href={`#/plan/tasks/${task.id}`} draggable={false} tabIndex={-1}>
          {task.title}
        </a>
        <MoveMenu {...props} />
      </div>
      {task.state === 'waiting' && task.waitingFor !== '' ? (
        <p className={classes['waiting']}>{t('plan.board.waitsFor', { what: task.waitingFor })}</p>
      ) : null}
      {task.reopened === null ? null : (
        <p className={classes['proposal']} data-tone="reopen" title={reopenedWords(t, task) ?? undefined}>
          <Icon of={IconAlertTriangle} size={14} />
          {t('plan.reopened.short')}
        </p>
      )}
      {task.proposal === null ? null : (
        <p className={classes['proposal']} data-tone={task.proposal}>
          <Icon of={task.proposal === 'close' ? IconCircleCheck : IconAlertTriangle} size={14} />
          {proposalWords(t, task, 'line')}
        </p>
      )}
      {task.closed === null && (reading !== null || percent > 0) ? (
        <div className={classes['measure']}>
          <ProgressBar value={percent} max={100} label={t('plan.column.percentLong')} />
          <span className="figures">{reading ?? t('plan.percent', { percent })}</span>
        </div>
      ) : null}
      <div className={classes['cardFoot']}>
        <span data-late={task.slipDays > 0 && task.closed === null ? '' : undefined}>
          {task.closed === null
            ? t('plan.board.due', { day: formatDayShort(task.expected.end, t.locale), slip: task.slipDays })
            : t('plan.board.closed', { day: formatDayShort(task.closed.on, t.locale) })}
        </span>
        {task.links.length === 0 ? null : (
          <span title={t('plan.links.count', { count: task.links.length })}>
            <Icon of={IconLink} size={14} />
            <span className="visually-hidden">{t('plan.links.count', { count: task.links.length })}</span>
          </span>
        )}
        <span className={classes['owner']}>
          {task.owner === '' ? (
            <span title={task.ownerRole === null ? t('plan.nobody') : t(`role.${task.ownerRole}`)}>
              <span aria-hidden>–</span>
              <span className="visually-hidden">{t('plan.nobody')}</span>
            </span>
          ) : (
            <Avatar name={task.owner} />
          )}
        </span>
      </div>
    </li>
  );
});

/** The way to another column. The menu itself exists only on the card it is open on: hundreds of closed ones would be felt. */
function MoveMenu({ task, column, menuOpen, onMenu, onMove }: CardProps) {
  const t = useText();
  const label = t('plan.board.move', { title: task.title });
  if (!menuOpen)
    return (
      <button
        type="button"
        className={classes['dots']}
        tabIndex={-1}
        aria-haspopup="menu"
        aria-label={label}
        title={label}
        onClick={() => onMenu(task.id, true)}
      >
        <Icon of={IconDots} />
      </button>
    );
  return (
    <Menu
      align="end"
      opened
      onChange={(open) => onMenu(task.id, open)}
      groups={[
        {
          label: t('plan.board.moveTo'),
          items: columns.map((to) => ({
            id: to,
            label: t(`plan.state.${to}`),
            checked: to === column,
            onSelect: () => onMove(task.id, to),
          })),
        },
      ]}
    >
      <IconButton icon={IconDots} label={label} shortcut="M" tabIndex={-1} />
    </Menu>
  );
}
