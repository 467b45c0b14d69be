import type { HitState } from '../../../src-shared/contract/screening.ts';
import type { PairReason } from '../../../src-shared/model/screening.ts';
import type { Tone } from '../../ui/index.ts';

/** A score as people compare it: `.94`. Cut and not rounded, so that nothing just under a threshold looks as if it reached it. */
export function scoreWords(score: number): string {
  const cut = Math.floor(score * 100 + 1e-9) / 100;
  return cut >= 1 ? '1.00' : cut.toFixed(2).slice(1);
}

/** Points with their sign: `+40`, `−8`, `0`. */
export function pointsWords(points: number): string {
  const whole = Math.round(points);
  return whole > 0 ? `+${whole}` : whole < 0 ? `−${-whole}` : '0';
}

export const stateTones: Readonly<Record<HitState, Tone>> = {
  open: 'unassessed',
  lapsed: 'review',
  needFacts: 'info',
  escalated: 'review',
  trueUnconfirmed: 'restricted',
  trueMatch: 'restricted',
  falsePositive: 'clear',
  gone: 'unassessed',
};

/** How a pair of words is drawn: the same word, a similar one, or one that met nothing. */
export type MarkKind = 'same' | 'similar' | 'left';

const exactReasons: readonly PairReason[] = ['equal', 'joined', 'split'];

/** Words that are the same once script and blanks are set aside are drawn as one; anything looser as similar. */
export function markOf(pair: { readonly reason: PairReason; readonly similarity: number }): MarkKind {
  if (exactReasons.includes(pair.reason)) return 'same';
  return pair.reason === 'otherScript' && pair.similarity >= 0.995 ? 'same' : 'similar';
}

const scripts = new Map<string, Intl.DisplayNames>();

/** A script by its name: `Cyrillic`. Null where the code says nothing. */
export function scriptName(locale: string, code: string): string | null {
  if (!/^[A-Z][a-z]{3}$/.test(code) || ['Zyyy', 'Zinh', 'Zzzz'].includes(code)) return null;
  const names = scripts.get(locale) ?? new Intl.DisplayNames(locale, { type: 'script' });
  scripts.set(locale, names);
  return names.of(code) ?? null;
}
