import type { KnownValue } from '../../../src-shared/model/asset-fields.ts';
import { assetField } from '../../../src-shared/model/asset-fields.ts';
import { formatDay } from '../../../src-shared/text/dates.ts';
import type { Text } from '../../../src-shared/text/format.ts';
import { formatQuantity } from '../../../src-shared/text/numbers.ts';

/** Name of a fact as the screens show it; an id that the catalogue does not know is spelled out in words. */
export function factLabel(factId: string, text: Text): string {
  return text.dynamic(`field.${factId}`, undefined, spelledOut(factId));
}

/** `trainingOpsLow` as `Training ops low`, so that no reader meets a bare identifier. */
export function spelledOut(id: string): string {
  const words = id
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[._-]+/g, ' ')
    .trim()
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A known value as people read it, with its unit and its range. */
export function factValue(fieldId: string, value: KnownValue, text: Text): string {
  const field = assetField(fieldId);
  if (typeof value === 'string') return wordFor(fieldId, field?.type, value, text);
  if (Array.isArray(value)) return value.map((item) => listItem(fieldId, field?.type, item, text)).join(', ');
  const unit = field?.unit === undefined ? '' : ` ${field.unit}`;
  const figure = `${countOrFigure(value.value, text.locale)}${unit}`;
  if (value.low === undefined && value.high === undefined) return figure;
  const low = countOrFigure(value.low ?? value.value, text.locale);
  const high = countOrFigure(value.high ?? value.value, text.locale);
  return `${figure}, ${text.dynamic('report.between', { low, high })}`;
}

/** Millions and billions in words, since nobody counts eleven noughts; other figures as everywhere. */
function countOrFigure(value: number, locale: string): string {
  if (value < 1e6 || value >= 1e12) return formatQuantity(value, locale, 3);
  return new Intl.NumberFormat(locale, { notation: 'compact', compactDisplay: 'long', maximumSignificantDigits: 4 }).format(value);
}

function wordFor(fieldId: string, type: string | undefined, value: string, text: Text): string {
  switch (type) {
    case 'yesNo':
      return text.dynamic(`report.answer.${value}`, undefined, spelledOut(value));
    case 'choice':
    case 'multiChoice':
      return text.dynamic(`choice.${fieldId}.${value}`, undefined, text.dynamic(`choice.${value}`, undefined, choiceWord(value)));
    case 'country':
    case 'countries':
      return countryName(value, text.locale);
    case 'date':
      return /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDay(value, text.locale) : value;
    default:
      return value;
  }
}

type ListItem =
  | string
  | { readonly format: string; readonly bitLength: number; readonly denseTeraOpsPerS: number }
  | { readonly name: string; readonly count: number };

function listItem(fieldId: string, type: string | undefined, item: ListItem, text: Text): string {
  if (typeof item === 'string') return wordFor(fieldId, type, item, text);
  if ('format' in item) return `${item.format} ${formatQuantity(item.denseTeraOpsPerS, text.locale, 4)} TOPS (${item.bitLength} bit)`;
  return `${formatQuantity(item.count, text.locale)} × ${item.name}`;
}

/** Entry numbers such as `3A090.a` stay as they are; words are spelled out. */
function choiceWord(value: string): string {
  return /\d/.test(value) ? value : spelledOut(value);
}

/** Two-letter code as a name; text that is no such code stays as written. */
function countryName(code: string, locale: string): string {
  if (!/^[A-Z]{2}$/.test(code)) return code;
  const name = new Intl.DisplayNames([locale === 'en' ? 'en-GB' : locale], { type: 'region' }).of(code);
  return name ?? code;
}
