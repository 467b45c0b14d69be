/** A fact as the evaluator sees it. Unknown is a value of its own; it never turns into zero or "no". */
export type FactValue =
  | {
      readonly kind: 'number';
      readonly low: number;
      readonly high: number;
      readonly likely?: number;
      /** Facts that would narrow the range. Empty where the number is exact. */
      readonly missing: readonly string[];
      readonly read: readonly string[];
      readonly arithmetic?: string;
    }
  | { readonly kind: 'word'; readonly value: string; readonly read: readonly string[] }
  | { readonly kind: 'list'; readonly values: readonly string[]; readonly read: readonly string[] }
  | { readonly kind: 'unknown'; readonly missing: readonly string[]; readonly read: readonly string[] }
  /** The question makes no sense for this item; every comparison with it is "no". */
  | { readonly kind: 'notApplicable'; readonly read: readonly string[] };

export type NumberValue = Extract<FactValue, { kind: 'number' }>;

export const unknownFact = (...missing: readonly string[]): FactValue => ({ kind: 'unknown', missing, read: missing });
export const wordFact = (value: string, ...read: readonly string[]): FactValue => ({ kind: 'word', value, read });
export const notApplicable = (...read: readonly string[]): FactValue => ({ kind: 'notApplicable', read });

export const exactNumber = (value: number, read: readonly string[], arithmetic?: string): NumberValue => ({
  kind: 'number',
  low: value,
  high: value,
  missing: [],
  read,
  ...(arithmetic === undefined ? {} : { arithmetic }),
});

/** Removes the dust of binary fractions, so that three times a third of a limit is the limit. Twelve digits are kept. */
export function tidy(value: number): number {
  if (Number.isSafeInteger(value) && value < 1e12) return value;
  return Number.isFinite(value) ? Number(value.toPrecision(12)) : value;
}

/** Number as shown in worked arithmetic: grouped below a billion, powers of ten above. Same text on every platform. */
export function showNumber(value: number): string {
  if (!Number.isFinite(value)) return '∞';
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e9 || size < 1e-3)) {
    const [mantissa = '0', exponent = '0'] = Number(value.toPrecision(5)).toExponential().split('e');
    return `${mantissa} × 10^${Number(exponent)}`;
  }
  const [whole = '0', fraction] = String(Number(value.toPrecision(7))).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** Names of several lists, each once, in the order they first stand. */
export function unionOf(...lists: readonly (readonly string[])[]): string[] {
  const found: string[] = [];
  for (const list of lists) for (const name of list) if (!found.includes(name)) found.push(name);
  return found;
}
