import { IconTimeline } from '@tabler/icons-react';
import type { RouteObject } from 'react-router';
import type { Command } from '../../app/commands.tsx';
import type { NavigationEntry } from '../../app/feature.ts';
import { useHostQuery } from '../../host/index.ts';
import { bundle } from '../../ui/index.ts';

const room = bundle(() => import('./screens.ts'));
export const load = room.load;
const CalendarScreen = room.part('CalendarScreen');
const CheckInsScreen = room.part('CheckInsScreen');
const EndedScreen = room.part('EndedScreen');
const PlanScreen = room.part('PlanScreen');
const SetupScreen = room.part('SetupScreen');
const StartWizard = room.part('StartWizard');
const TaskScreen = room.part('TaskScreen');
const TemplatesScreen = room.part('TemplatesScreen');

export const routes: readonly RouteObject[] = [
  { path: 'plan', element: <PlanScreen /> },
  { path: 'plan/start', element: <StartWizard /> },
  { path: 'plan/templates', element: <TemplatesScreen /> },
  { path: 'plan/calendar', element: <CalendarScreen /> },
  { path: 'plan/check-ins', element: <CheckInsScreen /> },
  { path: 'plan/ended', element: <EndedScreen /> },
  { path: 'plan/settings', element: <SetupScreen /> },
  { path: 'plan/tasks/:id', element: <TaskScreen /> },
];

/**
 * What waits for a person: tasks whose closing or opening again is proposed, or that are past the day they were planned to end, and what
 * came round in the calendar, with or without a plan.
 */
function useWaiting(): number | null {
  const { data } = useHostQuery('plan.get', {});
  const calendar = useHostQuery('plan.recurring', {});
  const settings = useHostQuery('settings.get', {});
  const today = settings.data?.today;
  if (data === undefined || calendar.data === undefined || today === undefined) return null;
  const due = calendar.data.filter(({ paused, taskId, next }) => !paused && taskId === null && next <= today).length;
  const tasks = data?.tasks ?? [];
  return (
    due +
    tasks.filter((task) => task.proposal !== null || task.reopened !== null || (task.closed === null && task.expected.end < today)).length
  );
}

export const navigation: readonly NavigationEntry[] = [
  { id: 'plan', titleKey: 'plan.title', icon: IconTimeline, path: '/plan', group: 'programme', order: 1, goKey: 'D', useWaiting },
];

export const commands: readonly Command[] = [
  {
    id: 'plan.start',
    titleKey: 'command.plan.start',
    keywords: ['90 days', 'tracker', 'programme', 'begin', 'project'],
    menu: 'tools',
    run: ({ navigate }) => navigate('/plan/start'),
  },
  {
    id: 'plan.add',
    titleKey: 'command.plan.add',
    keywords: ['todo', 'task', 'action'],
    menu: 'tools',
    run: ({ navigate }) => navigate('/plan?add=task'),
  },
  {
    id: 'plan.templates',
    titleKey: 'command.plan.templates',
    keywords: ['pack', 'plan'],
    run: ({ navigate }) => navigate('/plan/templates'),
  },
  {
    id: 'plan.checkIns',
    titleKey: 'command.plan.checkIns',
    keywords: ['weekly', 'progress', 'earlier'],
    run: ({ navigate }) => navigate('/plan/check-ins'),
  },
  {
    id: 'plan.ended',
    titleKey: 'command.plan.ended',
    keywords: ['earlier', 'old', 'past', 'archive'],
    run: ({ navigate }) => navigate('/plan/ended'),
  },
  {
    id: 'plan.calendar',
    titleKey: 'command.plan.calendar',
    keywords: ['quarterly', 'recurring', 'reminder'],
    run: ({ navigate }) => navigate('/plan/calendar'),
  },
];
