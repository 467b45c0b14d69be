import type { AssetRow } from '../../../src-shared/contract/inventory.ts';
import type { FieldValue, KnownValue, Quantity } from '../../../src-shared/model/asset-fields.ts';
import { assetField } from '../../../src-shared/model/asset-fields.ts';
import { countryName } from '../../../src-shared/text/countries.ts';
import { formatQuantity } from '../../../src-shared/text/numbers.ts';
import type { ProductText } from '../../ui/index.ts';

/** What a row says about US classification, in three words or fewer. */
export function classificationWords(t: ProductText, row: Pick<AssetRow, 'classification' | 'openEntry' | 'standing'>): string {
  if (row.classification === '') return t('standing.unassessed');
  if (row.classification === 'undetermined')
    return row.openEntry === '' ? t('standing.review') : t('inventory.entryOpen', { entry: row.openEntry });
  const word =
    row.classification === 'notSubjectToEar'
      ? t('inventory.notSubject')
      : row.classification === 'none'
        ? t('inventory.noEntryType')
        : row.classification;
  if (row.standing === 'restricted')
    return row.classification === 'notSubjectToEar' ? t('inventory.notSubjectMet') : t('inventory.entryMet', { entry: word });
  // The entry is settled, but what it can do or serve still wants a person's look.
  return row.standing === 'review' ? t('inventory.useOpen', { entry: word }) : word;
}

/** Option of a choice in words. */
export const choiceWord = (t: ProductText, option: string): string => t.dynamic(`choice.${option}`, {}, option);

/** A known value as plain text, for tables, comparison and copying. Figures keep their raw digits. */
export function valueWords(t: ProductText, fieldId: string, value: KnownValue): string {
  const field = assetField(fieldId);
  if (typeof value === 'string') {
    if (field?.type === 'country') return countryName(t.locale, value);
    return field?.type === 'choice' || field?.type === 'yesNo' ? choiceWord(t, value) : value;
  }
  if (!Array.isArray(value)) return figureWords(t, field?.unit, value);
  return value
    .map((entry) => {
      if (typeof entry === 'string') return field?.type === 'countries' ? countryName(t.locale, entry) : choiceWord(t, entry);
      if ('count' in entry) return `${entry.count} × ${entry.name}`;
      return `${entry.format} ${entry.bitLength} bit ${entry.denseTeraOpsPerS} TOPS`;
    })
    .join(', ');
}

/** A figure as the trade says it: parameters and tokens from a million up as 420B, operations as powers of ten, the rest in full; a range with both ends. */
function figureWords(t: ProductText, unit: string | undefined, { value, low, high }: Quantity): string {
  const one = (figure: number) => {
    if (unit === 'operations') return formatQuantity(figure, t.locale, 3);
    if (figure >= 1e6 && (unit === 'parameters' || unit === 'tokens' || unit === 'transistors'))
      return figure.toLocaleString(t.locale, { notation: 'compact', maximumSignificantDigits: 4 });
    return figure.toLocaleString(t.locale, { maximumSignificantDigits: 6 });
  };
  return low === undefined && high === undefined
    ? one(value)
    : t('inventory.range', { likely: one(value), low: one(low ?? value), high: one(high ?? value) });
}

/** A fact in words, unknown and not applicable included. */
export function factWords(t: ProductText, fieldId: string, fact: FieldValue | null | undefined): string {
  if (fact === null || fact === undefined) return t('inventory.notAsked');
  if (fact.state === 'unknown') return t('common.unknownWord');
  if (fact.state === 'notApplicable') return t('inventory.notApplicable');
  return valueWords(t, fieldId, fact.value);
}

/** Label of a field, or of an answer that is no field of its own. */
export const fieldLabel = (t: ProductText, id: string): string => t.dynamic(`field.${id}`, {}, id.replace(/^answer\./, ''));

/** Guide lines are named by what they say, since their ids mean nothing to a reader; every other entry is named as the field writes it. */
export const entryWord = (t: ProductText, entry: string): string => t.dynamic(`guide.${entry}`, {}, entry);
