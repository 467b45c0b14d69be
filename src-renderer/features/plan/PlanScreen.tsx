import { useCallback, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { PlanView } from '../../../src-shared/contract/plan.ts';
import type { PlanFilter } from '../../../src-shared/contract/plan-files.ts';
import type { DaySpan, ScheduledTask } from '../../../src-shared/model/plan.ts';
import { type Command, useScreenCommands } from '../../app/commands.tsx';
import { isString, Page, usePreference, useText } from '../../ui/index.ts';
import { BoardView } from './board/BoardView.tsx';
import { BurndownView } from './burndown/BurndownView.tsx';
import { filtered, shows, wholePlan } from './filter.ts';
import { ListView } from './list/ListView.tsx';
import { PlanHeader, type PlanViewId, planViews } from './PlanHeader.tsx';
import { PlanInForce } from './PlanInForce.tsx';
import { usePlanActions } from './plan-data.ts';
import { TaskDialog } from './task/TaskDialog.tsx';
import { TaskInspector } from './task/TaskInspector.tsx';
import { TimelineView } from './timeline/TimelineView.tsx';

/** The plan in force in one of its four views, or the way to start one. */
export function PlanScreen() {
  return <PlanInForce>{(plan) => <PlanInView key={plan.id} plan={plan} />}</PlanInForce>;
}

export interface ViewProps {
  readonly plan: PlanView;
  readonly tasks: readonly ScheduledTask[];
  readonly filter: PlanFilter;
  readonly onFilter: (filter: PlanFilter) => void;
  readonly active: string | null;
  readonly onActive: (id: string) => void;
  readonly onOpen: (id: string) => void;
  readonly onMove: (task: ScheduledTask, span: DaySpan) => Promise<void>;
}

function PlanInView({ plan }: { readonly plan: PlanView }) {
  const t = useText();
  const [params, setParams] = useSearchParams();
  const [remembered, remember] = usePreference('plan.view', 'timeline', isString);
  const wanted = params.get('view') ?? remembered;
  const view: PlanViewId = planViews.find((one) => one === wanted) ?? 'timeline';
  const asked = shows.find((one) => one === params.get('show'));
  const [filter, setFilter] = useState<PlanFilter>(asked === undefined ? wholePlan : { ...wholePlan, show: asked });
  const [active, setActive] = useState<string | null>(params.get('task'));
  const [asTable, setAsTable] = useState(false);
  const [adding, setAdding] = useState(params.get('add') === 'task');
  const actions = usePlanActions(plan);
  const opened = params.get('task');
  const tasks = useMemo(() => filtered(plan.tasks, filter), [plan.tasks, filter]);

  const show = useCallback(
    (next: PlanViewId) => {
      remember(next);
      setParams({ view: next }, { replace: true });
    },
    [remember, setParams],
  );
  const open = useCallback(
    (id: string | null) => {
      if (id !== null) setActive(id);
      setParams(id === null ? { view } : { view, task: id }, { replace: true });
    },
    [setParams, view],
  );
  const commands = useMemo(
    (): readonly Command[] => [
      { id: 'plan.addTask', titleKey: 'plan.addTaskLong', shortcut: 'N', run: () => setAdding(true) },
      ...(view === 'timeline'
        ? [{ id: 'plan.table', titleKey: 'plan.command.table', shortcut: 'T', run: () => setAsTable((now) => !now) } as const]
        : []),
      ...planViews.map(
        (id, place): Command => ({
          id: `plan.view.${id}`,
          titleKey: `plan.command.view.${id}`,
          shortcut: String(place + 1),
          run: () => show(id),
        }),
      ),
    ],
    [view, show],
  );
  useScreenCommands(commands);

  const props: ViewProps = {
    plan,
    tasks,
    filter,
    onFilter: setFilter,
    active,
    onActive: setActive,
    onOpen: open,
    onMove: actions.move,
  };
  const body =
    view === 'timeline' ? (
      <TimelineView {...props} asTable={asTable} />
    ) : view === 'board' ? (
      <BoardView {...props} />
    ) : view === 'list' ? (
      <ListView {...props} />
    ) : (
      <BurndownView plan={plan} />
    );
  return (
    <Page
      body="fill"
      header={<PlanHeader plan={plan} view={view} onView={show} filter={filter} onFilter={setFilter} onAdd={() => setAdding(true)} />}
      inspector={
        opened === null || view === 'burndown' ? undefined : (
          <TaskInspector key={opened} plan={plan} id={opened} onClose={() => open(null)} />
        )
      }
    >
      {body}
      {adding ? (
        <TaskDialog
          plan={plan}
          task={null}
          onClose={() => {
            setAdding(false);
            setParams({ view }, { replace: true });
          }}
          onSaved={(id) => {
            setAdding(false);
            open(id);
          }}
        />
      ) : null}
      <span className="visually-hidden">{t('plan.title')}</span>
    </Page>
  );
}
