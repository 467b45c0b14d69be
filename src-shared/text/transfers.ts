import type { Authority, LapseReason, TransferCheck, TransferState } from '../model/transfer.ts';
import { countryName } from './countries.ts';
import { formatDay } from './dates.ts';
import type { Text } from './format.ts';

type Words = Pick<Text, 'locale' | 'dynamic'>;

/** Ids in what a check says, by the name of the gap, with where their words stand. */
const worded: Readonly<Record<string, string>> = {
  kind: 'transfers.authority',
  tier: 'parties.tier',
  what: 'vetting.kind',
  classification: 'classification',
  decided: 'classification',
  state: 'vetting.state',
};

/** Why a check stands as it does. */
export function checkWords(text: Words, { says, detail }: Pick<TransferCheck, 'says' | 'detail'>): string {
  const filled = Object.entries(detail).map(([gap, value]) => {
    if (gap === 'country') return [gap, value === '' ? '–' : countryName(text.locale, String(value))];
    if (gap === 'day') return [gap, formatDay(String(value), text.locale)];
    if (gap === 'reference') return [gap, value === '' ? 'none' : value];
    const words = worded[gap];
    return [gap, words === undefined ? value : text.dynamic(`${words}.${value}`, {}, String(value)).toString()];
  });
  return text.dynamic(`transfers.says.${says}`, Object.fromEntries(filled));
}

/** The check with what it is about: `Screening of Orlan Trading: never screened.` */
export const checkTitle = (text: Words, { id, recordName }: Pick<TransferCheck, 'id' | 'recordName'>): string =>
  [text.dynamic(`transfers.check.${id}`), recordName].filter(Boolean).join(': ');

/** A check by its key, as long as it is still made; else what kind of check it was. */
export function checkNamed(text: Words, checks: readonly Pick<TransferCheck, 'key' | 'id' | 'recordName'>[], key: string): string {
  const check = checks.find((one) => one.key === key);
  return check === undefined ? text.dynamic(`transfers.check.${key.split(' ')[0]}`, {}, key) : checkTitle(text, check);
}

/** What no longer is as it was when somebody cleared it. */
export const lapseWords = (text: Words, { what, name, was, is }: LapseReason): string =>
  is === null
    ? text.dynamic(`transfers.lapse.${what}`)
    : text.dynamic('transfers.lapse.check', {
        ...{ check: text.dynamic(`transfers.check.${what}`), name: name === '' ? 'none' : name },
        ...{ was: was ?? 'none', is },
      });

/** What a row of the queue says of why it stands as it does. */
interface RowSaid {
  readonly state: TransferState;
  readonly heldBecause: string;
  readonly lapsed: readonly LapseReason[];
  readonly first: TransferCheck | null;
  readonly holds: number;
  readonly unknowns: number;
  readonly uncleared: boolean;
}

/** In one line why a transfer stands as it does: a person's hold first, then what lapsed, then the first check. */
export function rowWords(text: Words, row: RowSaid): string {
  if (row.uncleared) return text.dynamic('transfers.uncleared');
  if (row.heldBecause !== '') return row.heldBecause;
  const [lapse] = row.lapsed;
  if (row.state === 'lapsed' && lapse !== undefined) return lapseWords(text, lapse);
  if (row.first === null || row.state === 'cleared') return '';
  const first = `${checkTitle(text, row.first)}. ${checkWords(text, row.first)}`;
  const more = (row.state === 'held' ? row.holds : row.unknowns) - 1;
  return more > 0 ? text.dynamic('transfers.andMore', { first, count: more }) : first;
}

/** The authority as somebody stated it; empty where nobody did. */
export function authorityWords(text: Words, authority: Authority | null): string {
  if (authority === null) return '';
  const { kind, reference, basis } = authority;
  return [[text.dynamic(`transfers.authority.${kind}`), reference].filter(Boolean).join(' '), basis].filter(Boolean).join('. ');
}
