export { EvidenceOf } from './EvidenceOf.tsx';
