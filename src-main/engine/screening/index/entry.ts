import type { ListedParty } from '../../../../src-shared/model/listed-party.ts';
import { addressKeys, isBareAddress, readAddress } from '../addresses.ts';
import { identifierKeys } from '../identifiers.ts';
import { indexedNameKinds } from './data.ts';
import { packRecord } from './record.ts';

/** What the index needs of a listed party: a tenth of it, so that whole lists are kept before it is known which of them count. */
export interface IndexEntry extends Pick<ListedParty, 'id' | 'list' | 'type'> {
  readonly names: readonly string[];
  /** Kind of each name, numbered as in `indexedNameKinds`. */
  readonly nameKinds: readonly number[];
  /** Evidence as text, see `packRecord`. */
  readonly record: string;
  /** Keys of the identifiers; of the addresses where the entry is an address and no party. */
  readonly identifiers: readonly number[];
  readonly addresses: readonly number[];
}

const kindNumbers = new Map<string, number>(indexedNameKinds.map((kind, at) => [kind, at]));
const none: readonly number[] = [];

/** Keeps of a listed party what the index needs. Its names are read later. */
export function entryOf(party: ListedParty): IndexEntry {
  const { id, list, type, names, identifiers, addresses } = party;
  return {
    id,
    list,
    type,
    names: names.map(({ text }) => text),
    nameKinds: names.map(({ kind }) => kindNumbers.get(kind) as number),
    record: packRecord(party),
    identifiers: identifiers.length === 0 ? none : identifiers.flatMap(identifierKeys),
    addresses: isBareAddress(party) ? addresses.flatMap(({ text }) => addressKeys(readAddress(text))) : none,
  };
}
