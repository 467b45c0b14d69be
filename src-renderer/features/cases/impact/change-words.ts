import type { SupposedChange } from '../../../../src-shared/contract/cases.ts';
import { formatQuantity } from '../../../../src-shared/text/numbers.ts';
import type { ProductText } from '../../../ui/index.ts';

/** A supposed change in words: `4E091: Enforced`. */
export function changeWords(t: ProductText, change: SupposedChange): string {
  switch (change.kind) {
    case 'ownership':
      return `${t(`impact.test.${change.test}`)}: ${t(`impact.ownership.${change.value}`)}`;
    case 'parameter':
      return `${change.id}: ${formatQuantity(change.value, t.locale, 4)}`;
    case 'enforcement':
      return `${change.id}: ${t(`enforcement.${change.value}`)}`;
    case 'textStatus':
      return `${change.id}: ${t(`textStatus.${change.value}`)}`;
  }
}
