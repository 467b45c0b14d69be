/** What the room shows, fetched when a person goes there. */
export { AssessmentScreen } from './assessment/AssessmentScreen.tsx';
export { AssessmentsScreen } from './assessment/AssessmentsScreen.tsx';
export { CommitteeScreen } from './committee/CommitteeScreen.tsx';
export { MeetingScreen } from './committee/MeetingScreen.tsx';
export { FiguresScreen } from './figures/FiguresScreen.tsx';
export { ManualScreen } from './manual/ManualScreen.tsx';
export { ManualVersionScreen } from './manual/ManualVersionScreen.tsx';
export { OrganisationScreen } from './organisation/OrganisationScreen.tsx';
export { RiskScreen } from './risk/RiskScreen.tsx';
export { RisksScreen } from './risk/RisksScreen.tsx';
export { CourseScreen } from './training/CourseScreen.tsx';
export { SessionScreen } from './training/SessionScreen.tsx';
export { TrainingScreen } from './training/TrainingScreen.tsx';
