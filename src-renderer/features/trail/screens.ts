export { EvidenceScreen } from './EvidenceScreen.tsx';
export { HistoryScreen } from './HistoryScreen.tsx';
export { HoldsScreen } from './HoldsScreen.tsx';
export { RetentionScreen } from './RetentionScreen.tsx';
export { SinceScreen } from './SinceScreen.tsx';
