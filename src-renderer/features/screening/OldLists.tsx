import { useHostQuery } from '../../host/index.ts';
import { Note, useText } from '../../ui/index.ts';

/** Says which lists are older than they should be, with the way to newer ones. `only`: just this one. Nothing where all are fresh. */
export function OldLists({ only }: { readonly only?: string }) {
  const t = useText();
  const { data } = useHostQuery('screening.standing', {});
  const old = (data?.lists ?? []).filter((list) => list.old && (only === undefined || list.code === only));
  const [first] = old;
  if (first === undefined) return null;
  const oldest = old.reduce((most, list) => Math.max(most, list.ageDays ?? 0), 0);
  return (
    <Note tone="review">
      {t('screening.oldLists', { count: old.length, name: first.title, days: oldest })} <a href="#/lists">{t('screening.oldLists.open')}</a>
    </Note>
  );
}
