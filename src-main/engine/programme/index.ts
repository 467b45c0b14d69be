export { type DatedChange, type DueClock, dueClock } from './due.ts';
export {
  type Answered,
  type AskedElement,
  type ElementScore,
  type Gap,
  gapsOf,
  movedAnswers,
  overallMaturity,
  SHOWABLE_FROM,
  scoreElements,
} from './maturity.ts';
export { bandOf, compareRisks, type RatedRisk, scoreOf, signObstacles, standingScore, summariseRisks } from './risk.ts';
