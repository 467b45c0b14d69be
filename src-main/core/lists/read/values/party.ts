import type { ListedParty } from '../../../../../src-shared/model/listed-party.ts';

type Needed = Pick<ListedParty, 'id' | 'list' | 'type' | 'names' | 'source'>;

/** A party with everything a list does not say left empty. */
export function listedParty(said: Needed & Partial<ListedParty>): ListedParty {
  return {
    gender: null,
    births: [],
    birthPlaces: [],
    countries: [],
    identifiers: [],
    addresses: [],
    programmes: [],
    title: '',
    licenceRequirement: '',
    licencePolicy: '',
    citations: [],
    footnotes: [],
    from: null,
    until: null,
    links: [],
    vessel: null,
    remarks: '',
    ...said,
  };
}
