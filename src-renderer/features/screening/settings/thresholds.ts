import type { Profile } from '../../../../src-shared/contract/screening.ts';
import { type PartyType, partyTypes } from '../../../../src-shared/model/listed-party.ts';

/** One threshold of the company's own: for one list, one type, both, or everything. */
export interface ThresholdRow {
  readonly list: string | null;
  readonly type: PartyType | null;
  readonly review: number;
  readonly strong: number;
}

const isType = (text: string): text is PartyType => (partyTypes as readonly string[]).includes(text);

export const keyOf = ({ list, type }: Pick<ThresholdRow, 'list' | 'type'>): string =>
  list === null ? (type ?? '*') : type === null ? list : `${list}/${type}`;

export function rowsOf(thresholds: Profile['thresholds']): readonly ThresholdRow[] {
  return Object.entries(thresholds).map(([key, value]) => {
    const [first = '', second] = key.split('/');
    if (key === '*') return { list: null, type: null, ...value };
    if (second !== undefined) return { list: first, type: isType(second) ? second : null, ...value };
    return isType(first) ? { list: null, type: first, ...value } : { list: first, type: null, ...value };
  });
}

export const thresholdsOf = (rows: readonly ThresholdRow[]): Profile['thresholds'] =>
  Object.fromEntries(rows.map((row) => [keyOf(row), { review: row.review, strong: row.strong }]));

/** The threshold that holds for a list and type, and the key it comes from: the more exact one wins. `list` null: any list without a line of its own. */
export function inForce(
  thresholds: Profile['thresholds'],
  list: string | null,
  type: PartyType,
): { readonly review: number; readonly strong: number; readonly from: string } {
  const keys = list === null ? [type, '*'] : [`${list}/${type}`, list, type, '*'];
  const from = keys.find((key) => Object.hasOwn(thresholds, key)) ?? '*';
  return { ...(thresholds[from] ?? { review: 1, strong: 1 }), from };
}

/** The lines with one for exactly this list and type: the one there is, else a new one that starts from what is in force. */
export function withLineFor(
  rows: readonly ThresholdRow[],
  line: Pick<ThresholdRow, 'list' | 'type'>,
  start: { readonly review: number; readonly strong: number },
): readonly ThresholdRow[] {
  return rows.some((row) => keyOf(row) === keyOf(line)) ? rows : [...rows, { ...line, review: start.review, strong: start.strong }];
}
