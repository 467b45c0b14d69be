import type { TransferCheckState } from '../../../src-shared/model/transfer.ts';
import type { Tone } from '../../ui/index.ts';

export const checkTones: Readonly<Record<TransferCheckState, Tone>> = { holds: 'restricted', unknown: 'review', clear: 'clear' };
