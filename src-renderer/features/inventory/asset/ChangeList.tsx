import type { FindingChange } from '../../../../src-shared/contract/classification.ts';
import { useText } from '../../../ui/index.ts';

/** What differs between two findings, one line each; at most twelve, then a count. */
export function ChangeList({ changes }: { readonly changes: readonly FindingChange[] }) {
  const t = useText();
  const word = (value: string) =>
    value === ''
      ? '–'
      : t.dynamic(`verdict.${value}`, {}, t.dynamic(`enforcement.${value}`, {}, t.dynamic(`textStatus.${value}`, {}, value)));
  if (changes.length === 0) return <p>{t('inventory.noChange')}</p>;
  return (
    <ul>
      {changes.slice(0, 12).map((change) => (
        <li key={`${change.what}${change.pack}${change.entry}`}>
          {t('inventory.change', {
            entry:
              change.entry === '' ? t(`inventory.changed.${change.what}`) : `${change.entry}, ${t(`inventory.changed.${change.what}`)}`,
            before: word(change.before),
            after: word(change.after),
          })}
        </li>
      ))}
      {changes.length > 12 ? <li>{t('inventory.moreChanges', { count: changes.length - 12 })}</li> : null}
    </ul>
  );
}
