export { answersFor, expectedOfStaff, type KeptVetting, partyStandings, vettingStandings } from './standing.ts';
