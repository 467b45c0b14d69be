export { judgeTransfer } from './checks.ts';
export { type ClearanceGround, type GroundChange, groundChanges, groundOf } from './clearance.ts';
export type { TransferAsset, TransferFacts, TransferGates, TransferHalt, TransferPartyFacts } from './facts.ts';
export { hindrances, transferState } from './standing.ts';
