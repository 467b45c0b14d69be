import { useMemo } from 'react';
import { Button, EmptyState, ListFooter, useText } from '../../../ui/index.ts';
import { wholePlan } from '../filter.ts';
import type { ViewProps } from '../PlanScreen.tsx';
import { Legend, TimelineKeys } from './Legend.tsx';
import { Timeline } from './Timeline.tsx';
import { TimelineTable } from './TimelineTable.tsx';
import classes from './timeline.module.css';

/** The timeline with its footer, or the same tasks as a table. */
export function TimelineView({
  plan,
  tasks,
  onFilter,
  active,
  onActive,
  onOpen,
  onMove,
  asTable,
}: ViewProps & { readonly asTable: boolean }) {
  const t = useText();
  const window = useMemo(() => ({ start: plan.startsOn, end: plan.endsOn }), [plan.startsOn, plan.endsOn]);
  const closed = plan.tasks.filter((task) => task.closed !== null).length;
  if (tasks.length === 0)
    return (
      <EmptyState title={t('plan.filter.none')} actions={<Button onClick={() => onFilter(wholePlan)}>{t('plan.filter.clear')}</Button>}>
        {t('plan.filter.noneText')}
      </EmptyState>
    );
  if (asTable) return <TimelineTable tasks={tasks} active={active} onActive={onActive} onOpen={onOpen} />;
  return (
    <>
      <Timeline
        tasks={tasks}
        calendar={plan.calendar}
        today={plan.today}
        window={window}
        phases={plan.phases}
        active={active}
        onActive={onActive}
        onOpen={onOpen}
        onMove={onMove}
      />
      <ListFooter end={<TimelineKeys />}>
        <span role="status" className={classes['count']}>
          {tasks.length === plan.tasks.length
            ? t('plan.count', { closed, count: tasks.length })
            : t('plan.countShown', { shown: tasks.length, count: plan.tasks.length })}
        </span>
        <Legend />
      </ListFooter>
    </>
  );
}
