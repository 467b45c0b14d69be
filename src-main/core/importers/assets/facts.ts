import type { ImportRecord, ImportValue } from '../../../../src-shared/formats/import-target.ts';
import {
  type AssetKind,
  assetField,
  type ContainedPart,
  type Facts,
  type FieldValue,
  type FormatRate,
  fieldsOf,
  type KnownValue,
} from '../../../../src-shared/model/asset-fields.ts';
import { isAskedColumn } from '../../../../src-shared/model/open-question.ts';
import { rateFieldId, rateFormats } from './schema.ts';

/** Columns of the register that an import row may fill beside the facts. */
export interface RegisterColumns {
  readonly name?: string;
  readonly version?: string;
  readonly externalId?: string;
  readonly ownerName?: string;
  readonly stage?: string;
  readonly site?: string;
}

/** How the register writes that nobody knows. */
const unknownColumn = { ownerName: '', stage: 'unknown' } as const;

const columnIds = ['name', 'version', 'externalId', 'ownerName', 'stage', 'site'] as const;

/**
 * Splits an imported row into register columns and facts. `source` is written beside each known fact. A chip's rates are one fact made of several
 * import fields: to change some of them, give the whole record (`{ ...recordFromAsset(…), ...changes }`), else the others are lost.
 */
export function assetFromRecord(
  kind: AssetKind,
  record: ImportRecord,
  source: string,
): { readonly columns: RegisterColumns; readonly facts: Facts } {
  const columns: Record<string, string> = {};
  for (const id of columnIds) {
    const value = record[id];
    if (value?.state === 'known') columns[id] = String(value.value);
    else if (value?.state === 'unknown' && isAskedColumn(id)) columns[id] = unknownColumn[id];
  }
  const facts: Record<string, FieldValue> = {};
  for (const field of fieldsOf(kind)) {
    if (field.type === 'formats') {
      const rates = ratesFrom(record);
      if (rates !== null)
        facts[field.id] = rates.length === 0 ? { state: 'unknown' } : { state: 'known', value: rates, sourceKind: 'stated', source };
      continue;
    }
    const value = record[field.id];
    if (value === undefined) continue;
    facts[field.id] =
      value.state === 'unknown' ? { state: 'unknown' } : { state: 'known', value: toKnown(field.id, value), sourceKind: 'stated', source };
  }
  return { columns, facts };
}

/** The reverse, for comparing what is in the register with what the row says. */
export function recordFromAsset(kind: AssetKind, columns: RegisterColumns, facts: Facts): ImportRecord {
  const record: Record<string, ImportValue> = {};
  for (const id of columnIds) {
    const value = columns[id];
    if (isAskedColumn(id) && value === unknownColumn[id]) record[id] = { state: 'unknown' };
    else if (value !== undefined && value !== '') record[id] = { state: 'known', value };
  }
  for (const field of fieldsOf(kind)) {
    const fact = facts[field.id];
    if (fact === undefined || fact.state === 'notApplicable') continue;
    if (field.type === 'formats') {
      if (fact.state === 'known' && Array.isArray(fact.value))
        for (const [id, value] of ratesOf(fact.value as readonly FormatRate[])) record[id] = value;
      continue;
    }
    record[field.id] = fact.state === 'unknown' ? { state: 'unknown' } : fromKnown(field.id, fact.value);
  }
  return record;
}

function toKnown(fieldId: string, value: Extract<ImportValue, { state: 'known' }>): KnownValue {
  switch (assetField(fieldId)?.type) {
    case 'number': {
      const likely = Number(value.value);
      return {
        value: likely,
        ...(value.low === undefined ? {} : { low: value.low }),
        ...(value.high === undefined ? {} : { high: value.high }),
      };
    }
    case 'yesNo':
      return value.value === true || value.value === 'yes' ? 'yes' : 'no';
    case 'parts':
      return (Array.isArray(value.value) ? value.value : [String(value.value)]).map(partFrom);
    case 'multiChoice':
    case 'countries':
      return Array.isArray(value.value) ? value.value : [String(value.value)];
    default:
      return String(value.value);
  }
}

function fromKnown(fieldId: string, value: KnownValue): ImportValue {
  const type = assetField(fieldId)?.type;
  if (type === 'yesNo') return { state: 'known', value: value === 'yes' };
  if (typeof value === 'string') return { state: 'known', value };
  if (Array.isArray(value)) {
    const texts = value.map((one) => (typeof one === 'string' ? one : 'count' in one ? partText(one) : one.format));
    return { state: 'known', value: texts };
  }
  return { state: 'known', ...value };
}

/** `8 x H100` and `H100 (8)` are eight; a bare name is one. */
function partFrom(text: string): ContainedPart {
  const before = /^(\d{1,8})\s*(?:x|×|\*)\s*(.+)$/i.exec(text) ?? /^(\d{1,8})\s+(\D.+)$/.exec(text);
  if (before !== null)
    return { name: (before[2] ?? text).trim().slice(0, 200), count: Math.max(1, Math.min(10_000_000, Number(before[1]))) };
  const after = /^(.+?)\s*(?:\((\d{1,8})\)|[x×]\s*(\d{1,8}))$/i.exec(text);
  if (after !== null)
    return { name: (after[1] ?? text).trim().slice(0, 200), count: Math.max(1, Math.min(10_000_000, Number(after[2] ?? after[3]))) };
  return { name: text.slice(0, 200), count: 1 };
}

function partText(part: ContainedPart): string {
  return `${part.count} × ${part.name}`;
}

/** `null` when the row says nothing about rates, empty when it says they are unknown. */
function ratesFrom(record: ImportRecord): FormatRate[] | null {
  const rates: FormatRate[] = [];
  let spoken = false;
  for (const { id, format, bitLength } of rateFormats) {
    const value = record[rateFieldId(id)];
    if (value === undefined) continue;
    spoken = true;
    if (value.state === 'known') rates.push({ format, bitLength, denseTeraOpsPerS: Number(value.value) });
  }
  return spoken ? rates : null;
}

function ratesOf(rates: readonly FormatRate[]): [string, ImportValue][] {
  return rateFormats.flatMap(({ id, format }): [string, ImportValue][] => {
    const rate = rates.find((one) => one.format.toUpperCase() === format);
    return rate === undefined ? [] : [[rateFieldId(id), { state: 'known', value: rate.denseTeraOpsPerS }]];
  });
}
