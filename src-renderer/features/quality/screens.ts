export { CycleTimesScreen } from './CycleTimesScreen.tsx';
export { QualityScreen } from './QualityScreen.tsx';
