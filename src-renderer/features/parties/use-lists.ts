import type { OutputOf } from '../../host/index.ts';
import { useHostQuery } from '../../host/index.ts';

type Lists = OutputOf<'screening.standing'>['lists'];

/** The lists parties are compared with, oldest first, and whether an official one is among them. */
export function useLists(): { readonly lists: Lists; readonly official: boolean } {
  const { data } = useHostQuery('screening.standing', {});
  const lists = [...(data?.lists ?? [])].sort((a, b) => (b.ageDays ?? 0) - (a.ageDays ?? 0));
  return { lists, official: lists.some(({ training }) => !training) };
}
