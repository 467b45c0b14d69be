import type { FindingChange } from '../../../../src-shared/contract/classification.ts';
import { formatQuantity } from '../../../../src-shared/text/numbers.ts';
import { factName } from '../../../../src-shared/text/trace.ts';
import { MathText, type ProductText, useText } from '../../../ui/index.ts';
import { entryWord } from '../words.ts';

const SHOWN = 12;

/** What differs between two findings, one line each; at most twelve, then a count. */
export function ChangeList({ changes }: { readonly changes: readonly FindingChange[] }) {
  const t = useText();
  if (changes.length === 0) return <p>{t('inventory.noChange')}</p>;
  const told = withoutEcho(changes);
  return (
    <ul>
      {told.slice(0, SHOWN).map((change) => (
        <li key={`${change.what}${change.pack}${change.entry}`}>
          <MathText>{sentence(t, change)}</MathText>
        </li>
      ))}
      {told.length > SHOWN ? <li>{t('inventory.moreChanges', { count: told.length - SHOWN })}</li> : null}
    </ul>
  );
}

/** An entry whose verdict changed is met under another paragraph by that alone; saying so twice hides the rest. */
function withoutEcho(changes: readonly FindingChange[]): readonly FindingChange[] {
  const turned = new Set(changes.flatMap(({ what, pack, entry }) => (what === 'verdict' ? [`${pack}:${entry}`] : [])));
  return changes.filter(({ what, pack, entry }) => what !== 'limb' || !turned.has(`${pack}:${entry}`));
}

function sentence(t: ProductText, change: FindingChange): string {
  if (change.what === 'computed') {
    const figure = (value: string) => (value === '' ? '–' : formatQuantity(Number(value), t.locale, 3));
    return t('inventory.change', { entry: factName(change.entry, t), before: figure(change.before), after: figure(change.after) });
  }
  const word = (value: string) =>
    value === ''
      ? '–'
      : t.dynamic(
          `verdict.${value}`,
          {},
          t.dynamic(`enforcement.${value}`, {}, t.dynamic(`textStatus.${value}`, {}, t.dynamic(`classification.${value}`, {}, value))),
        );
  const what = t(`inventory.changed.${change.what}`);
  return t('inventory.change', {
    entry: change.entry === '' ? what : `${entryWord(t, change.entry)}, ${what}`,
    before: word(change.before),
    after: word(change.after),
  });
}
