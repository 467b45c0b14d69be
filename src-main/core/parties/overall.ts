import type { OwnershipFindingView, PartyOverall, PartyRow, PartySign, ScreeningStanding } from '../../../src-shared/contract/parties.ts';

const grades = ['high', 'medium', 'low'] as const satisfies readonly PartySign['severity'][];

/** The gravest of some signs; null where there is none. */
export const gravestOf = (signs: readonly Pick<PartySign, 'severity'>[]): PartyRow['gravest'] =>
  grades.find((grade) => signs.some(({ severity }) => severity === grade)) ?? null;

/**
 * What a party comes to in one word, the gravest first. That no list names it is only one part of the answer: a grave sign stands above a
 * match that is not decided yet, and an open question about owners or a place keeps `nothingFound` away; so does a party of which no country
 * is on file.
 */
export function overallOf(
  standing: ScreeningStanding,
  signs: readonly Pick<PartySign, 'severity' | 'question'>[],
  ownership: readonly Pick<OwnershipFindingView, 'outcome'>[],
  isPlaceKnown: boolean,
): PartyOverall {
  if (standing === 'trueMatch') return 'trueMatch';
  const gravest = gravestOf(signs);
  if (gravest === 'high') return 'grave';
  switch (standing) {
    case 'open':
    case 'needFacts':
    case 'escalated':
      return 'toDecide';
    case 'notScreened':
    case 'stale':
      return 'notScreened';
    case 'noMatch': {
      const open =
        !isPlaceKnown ||
        gravest === 'medium' ||
        signs.some(({ question }) => question) ||
        ownership.some(({ outcome }) => outcome === 'question');
      return open ? 'toAsk' : 'nothingFound';
    }
  }
}
