import { listedParty } from '../../src-main/core/lists/read/values/party.ts';
import type { ListedParty } from '../../src-shared/model/listed-party.ts';

/** A listed party of which only what a test says is known; the first name is the primary one. */
export function partyNamed(
  id: string,
  names: readonly string[],
  known: Partial<Omit<ListedParty, 'id' | 'names'>> & Pick<Partial<ListedParty>, 'names'> = {},
): ListedParty {
  return listedParty({
    id,
    list: 'SDN',
    type: 'person',
    names: names.map((text, place) => ({
      text,
      kind: place === 0 ? 'primary' : 'aka',
      script: 'Latn',
      language: '',
      family: '',
      given: '',
    })),
    source: { file: 'list.csv', line: 1 },
    ...known,
  });
}
