import { undertakings, type VettingKind, type VettingResult, type VettingState } from '../../../src-shared/model/vetting.ts';
import type { ProductText, Tone } from '../../ui/index.ts';

/** Colours of where a check stands. */
export const vettingTones: Readonly<Record<VettingState, Tone>> = {
  missing: 'review',
  overdue: 'review',
  notPassed: 'restricted',
  refused: 'restricted',
  waiting: 'info',
  soon: 'info',
  inForce: 'clear',
};

export const resultTones: Readonly<Record<VettingResult, Tone>> = {
  passed: 'clear',
  passedWithConditions: 'info',
  failed: 'restricted',
  refused: 'restricted',
  waiting: 'unassessed',
};

/** A result in words: what is looked at passes, what is promised is agreed. */
export const resultWord = (t: ProductText, kind: VettingKind, result: VettingResult): string =>
  t(`vetting.result.${undertakings.has(kind) ? 'agreed' : 'check'}.${result}`);
