export { EvidenceDialog } from './EvidenceDialog.tsx';
export { EvidenceOf } from './EvidenceOf.tsx';
