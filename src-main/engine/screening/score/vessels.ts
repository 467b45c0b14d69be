import type { NameScore } from './name-score.ts';
import type { QueryReading } from './prepare.ts';

/**
 * Ships and aircraft: the name is exact or a letter off, whole against whole, since half the fleet is called STAR or OCEAN something. A short or
 * common name stays a question unless a number (IMO, call sign, tail) speaks for it.
 */
export function vesselScore(query: QueryReading, score: NameScore): NameScore {
  const left = [...score.leftQuery, ...score.leftListed].filter(({ role }) => role !== 'particle' && role !== 'honorific');
  if (left.length > 0) return { ...score, score: Math.min(score.score, 0.55) };
  const letters = query.tokens.reduce((sum, { token }) => sum + token.norm.length, 0);
  const slips = score.pairs.filter(({ similarity }) => similarity < 0.97).length;
  if (slips > 0 && letters <= 4) return { ...score, score: Math.min(score.score, 0.6) };
  if (slips === 0 && letters <= 4) return { ...score, score: Math.min(score.score, 0.86) };
  return score;
}
