import type { PackReview, Watch, WatchCheckView } from '../../../../src-shared/contract/cases.ts';

/** Items that wait for a look. */
export const dueChecks = ({ checks }: Watch): readonly WatchCheckView[] =>
  checks.filter(({ standing, closed }) => !closed && standing.state === 'due');

/** Packs in use whose day to be looked through has come. */
export const duePacks = ({ packs }: Watch): readonly PackReview[] => packs.filter(({ overdue }) => overdue);
