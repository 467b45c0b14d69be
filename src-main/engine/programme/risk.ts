import type { RiskBand, RiskTreatment } from '../../../src-shared/model/programme.ts';

/** How likely something is and how much it would do, each 1 to 5; null while nobody said. */
export interface Rating {
  readonly likelihood: number | null;
  readonly effect: number | null;
}

/** A line of a risk assessment as it is scored. */
export interface RatedRisk {
  /** The same model, place, use and misuse have the same key in every assessment. */
  readonly key: string;
  readonly before: Rating;
  /** With what holds it down; unrated where nothing does. */
  readonly after: Rating;
  readonly treatment: RiskTreatment | null;
  readonly owner: string;
  readonly due: string | null;
}

/** Likelihood times effect, 1 to 25; null while one is missing. */
export function scoreOf({ likelihood, effect }: Rating): number | null {
  return likelihood === null || effect === null ? null : likelihood * effect;
}

/** Bands of this product: low up to 4, medium up to 9, high up to 14, severe from 15. */
export function bandOf(score: number): RiskBand {
  if (score >= 15) return 'severe';
  if (score >= 10) return 'high';
  return score >= 5 ? 'medium' : 'low';
}

/** What is left of a risk: its score with safeguards where it was rated again, else without. Null while unrated. */
export const standingScore = (risk: Pick<RatedRisk, 'before' | 'after'>): number | null => scoreOf(risk.after) ?? scoreOf(risk.before);

export interface RiskSummary {
  readonly rows: number;
  readonly unrated: number;
  /** Rated lines by the band of what is left of them. */
  readonly byBand: Readonly<Record<RiskBand, number>>;
  /** The highest standing score; null while nothing is rated. */
  readonly worst: number | null;
}

/** Counts the lines by what is left of them. */
export function summariseRisks(risks: readonly RatedRisk[]): RiskSummary {
  const scores = risks.map(standingScore).filter((score) => score !== null);
  const byBand = { low: 0, medium: 0, high: 0, severe: 0 };
  for (const score of scores) byBand[bandOf(score)] += 1;
  return { rows: risks.length, unrated: risks.length - scores.length, byBand, worst: scores.length === 0 ? null : Math.max(...scores) };
}

/** Why an assessment cannot be signed yet, with how many lines it concerns. */
export interface SignObstacle {
  readonly code: 'empty' | 'unrated' | 'untreated' | 'unowned' | 'undated';
  readonly count: number;
}

/**
 * What stands in the way of a signature: no line at all, a line without a score, a high or severe one without a treatment or an owner,
 * and one to be reduced without a day. An empty answer means it can be signed.
 */
export function signObstacles(risks: readonly RatedRisk[]): SignObstacle[] {
  if (risks.length === 0) return [{ code: 'empty', count: 0 }];
  const grave = risks.filter((risk) => (standingScore(risk) ?? 0) >= 10);
  const counted: readonly SignObstacle[] = [
    { code: 'unrated', count: risks.filter((risk) => standingScore(risk) === null).length },
    { code: 'untreated', count: grave.filter(({ treatment }) => treatment === null).length },
    { code: 'unowned', count: grave.filter(({ owner }) => owner.trim() === '').length },
    { code: 'undated', count: grave.filter(({ treatment, due }) => treatment === 'reduce' && due === null).length },
  ];
  return counted.filter(({ count }) => count > 0);
}

/** How a line stands against the last signed assessment. */
export type RiskMove = 'new' | 'up' | 'down' | 'same';

export interface RiskComparison {
  /** By key: last time's standing score, and how it moved. */
  readonly moves: ReadonlyMap<string, { readonly before: number | null; readonly move: RiskMove }>;
  /** Keys that were there last time and are no more. */
  readonly gone: readonly string[];
}

/** Compares lines by their keys. A line that was or is unrated is neither up nor down. */
export function compareRisks(now: readonly RatedRisk[], last: readonly RatedRisk[]): RiskComparison {
  const then = new Map(last.map((risk) => [risk.key, standingScore(risk)]));
  const moves = new Map(
    now.map((risk): readonly [string, { readonly before: number | null; readonly move: RiskMove }] => {
      const before = then.get(risk.key);
      const score = standingScore(risk);
      if (before === undefined) return [risk.key, { before: null, move: 'new' }];
      const move: RiskMove = before === null || score === null || before === score ? 'same' : score > before ? 'up' : 'down';
      return [risk.key, { before, move }];
    }),
  );
  return { moves, gone: [...then.keys()].filter((key) => !moves.has(key)) };
}
