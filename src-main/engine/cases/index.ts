export {
  type ClockStep,
  type ClockStepId,
  type ClockWarning,
  type DisclosureClock,
  type DisclosureFacts,
  disclosureClock,
} from './disclosure-clock.ts';
export { type ExposureFacts, type OpenRange, type PenaltyExposure, penaltyExposure } from './exposure.ts';
export { type GateDestinationFacts, type GateReportFacts, type GateResult, type GateVersionFacts, judgeGates } from './gates.ts';
