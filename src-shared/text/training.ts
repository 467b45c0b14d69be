import type { TrainingAudience, TrainingEvery } from '../model/training.ts';
import type { Text } from './format.ts';

type Words = Pick<Text, 'dynamic' | 'locale'>;

/** Whom a course is for, in words: everybody, or the names of its lists. */
export function audienceWords({ everyone, teams, roles, sites, duties, controlled }: TrainingAudience, text: Words): string {
  const say = text.dynamic;
  if (everyone) return say('training.audience.everyone');
  const named = [
    ...teams,
    ...roles,
    ...sites,
    ...duties.map((duty) => say(`role.${duty}`)),
    ...(controlled ? [say('training.audience.controlled')] : []),
  ];
  return named.length === 0 ? say('training.audience.nobody') : named.join(', ');
}

/** How often a course is taken, in words. */
export const everyWords = (
  { every, everyDays }: { readonly every: TrainingEvery; readonly everyDays: number | null },
  text: Words,
): string => text.dynamic(`training.every.${every}.said`, { days: everyDays ?? 0 });
