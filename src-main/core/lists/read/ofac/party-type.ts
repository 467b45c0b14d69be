import type { PartyType } from '../../../../../src-shared/model/listed-party.ts';

const types: Readonly<Record<string, PartyType>> = {
  individual: 'person',
  entity: 'org',
  '-0-': 'org',
  '': 'org',
  vessel: 'vessel',
  aircraft: 'aircraft',
};

/** Type of a party as the Treasury writes it; its flat files leave entities blank. `null` for a word it does not use. */
export function partyTypeOf(text: string): PartyType | null {
  const plain = text.trim().toLowerCase();
  return Object.hasOwn(types, plain) ? (types[plain] ?? null) : null;
}
