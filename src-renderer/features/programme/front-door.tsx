import { IconChecklist } from '@tabler/icons-react';
import type { RouteObject } from 'react-router';
import type { Command } from '../../app/commands.tsx';
import type { NavigationEntry } from '../../app/feature.ts';
import { useHostQuery } from '../../host/index.ts';
import { bundle } from '../../ui/index.ts';

const room = bundle(() => import('./screens.ts'));
export const load = room.load;
const AssessmentsScreen = room.part('AssessmentsScreen');
const AssessmentScreen = room.part('AssessmentScreen');
const RisksScreen = room.part('RisksScreen');
const RiskScreen = room.part('RiskScreen');
const OrganisationScreen = room.part('OrganisationScreen');
const CommitteeScreen = room.part('CommitteeScreen');
const MeetingScreen = room.part('MeetingScreen');
const ManualScreen = room.part('ManualScreen');
const ManualVersionScreen = room.part('ManualVersionScreen');
const TrainingScreen = room.part('TrainingScreen');
const CourseScreen = room.part('CourseScreen');
const SessionScreen = room.part('SessionScreen');
const FiguresScreen = room.part('FiguresScreen');

export const routes: readonly RouteObject[] = [
  { path: 'programme', element: <AssessmentsScreen /> },
  { path: 'programme/assessments/:id', element: <AssessmentScreen /> },
  { path: 'programme/risk', element: <RisksScreen /> },
  { path: 'programme/risk/:id', element: <RiskScreen /> },
  { path: 'programme/organisation', element: <OrganisationScreen /> },
  { path: 'programme/committee', element: <CommitteeScreen /> },
  { path: 'programme/committee/:id', element: <MeetingScreen /> },
  { path: 'programme/manual', element: <ManualScreen /> },
  { path: 'programme/manual/:id', element: <ManualVersionScreen /> },
  { path: 'programme/training', element: <TrainingScreen /> },
  { path: 'programme/training/courses/:id', element: <CourseScreen /> },
  { path: 'programme/training/sessions/:id', element: <SessionScreen /> },
  { path: 'programme/figures', element: <FiguresScreen /> },
];

/** Open incidents, reviews that are due, meetings whose day has passed, and own words that the workspace has moved away from. */
function useWaiting(): number | null {
  const { data } = useHostQuery('programme.standing', {});
  const incidents = useHostQuery('cases.incidents', { limit: 1 });
  if (data === undefined || incidents.data === undefined) return null;
  const open = incidents.data.counts.open;
  const begun = data.assessment.latest !== null || data.risk.latest !== null;
  const reviews = [data.assessment.due, data.risk.due].filter(({ due }) => due).length;
  return open + (begun ? reviews + data.committee.overdueMeetings + data.manual.drifted : 0);
}

export const navigation: readonly NavigationEntry[] = [
  {
    id: 'programme',
    titleKey: 'programme.title',
    icon: IconChecklist,
    path: '/programme',
    group: 'programme',
    order: 2,
    goKey: 'E',
    useWaiting,
  },
];

export const commands: readonly Command[] = [
  {
    id: 'programme.assess',
    titleKey: 'command.programme.assess',
    keywords: ['self-assessment', 'maturity', 'eight elements', 'audit module', 'radar'],
    menu: 'tools',
    run: ({ navigate }) => navigate('/programme?start=assessment'),
  },
  {
    id: 'programme.risk',
    titleKey: 'command.programme.risk',
    keywords: ['risk assessment', 'quarterly', 'misuse', 'end use', 'jurisdictions'],
    menu: 'tools',
    run: ({ navigate }) => navigate('/programme/risk?start=risk'),
  },
  {
    id: 'programme.organisation',
    titleKey: 'command.programme.organisation',
    keywords: ['duties', 'officer', 'operating model', 'central', 'regional', 'escalation', 'regions'],
    run: ({ navigate }) => navigate('/programme/organisation'),
  },
  {
    id: 'programme.meeting',
    titleKey: 'command.programme.meeting',
    keywords: ['committee', 'decision', 'minutes', 'agenda'],
    run: ({ navigate }) => navigate('/programme/committee?start=meeting'),
  },
  {
    id: 'training.open',
    titleKey: 'command.training.open',
    keywords: ['courses', 'briefing', 'refresher', 'attendance', 'overdue', 'coverage', 'departments'],
    run: ({ navigate }) => navigate('/programme/training'),
  },
  {
    id: 'training.session',
    titleKey: 'command.training.session',
    keywords: ['held', 'attendance', 'briefing'],
    menu: 'tools',
    run: ({ navigate }) => navigate('/programme/training?view=sessions&start=session'),
  },
  {
    id: 'training.import',
    titleKey: 'command.training.import',
    keywords: ['LMS', 'spreadsheet', 'attendance', 'completions'],
    menu: 'file',
    run: ({ navigate }) => navigate('/import?kind=training'),
  },
  {
    id: 'figures.open',
    titleKey: 'command.figures.open',
    keywords: ['cost', 'benefit', 'hours', 'deals', 'questionnaire', 'penalty', 'budget'],
    run: ({ navigate }) => navigate('/programme/figures'),
  },
  {
    id: 'programme.manual',
    titleKey: 'command.programme.manual',
    keywords: ['policy', 'procedure', 'handbook', 'export control manual', 'version'],
    run: ({ navigate }) => navigate('/programme/manual'),
  },
];
