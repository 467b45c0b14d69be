/** Kinds of signs about places and ways of dealing, not about names on lists. `redFlag`: somebody saw one, and it is not resolved. */
export const placeSignKinds = [
  'embargoed',
  'embargoedRegion',
  'controlledGroup',
  'transshipment',
  'diversion',
  'address',
  'ownership',
  'headquarters',
  'redFlag',
] as const;
export type PlaceSignKind = (typeof placeSignKinds)[number];

/** A sign, with what it rests on. `question`: something to ask, not something known. */
export interface PlaceSign {
  readonly kind: PlaceSignKind;
  readonly severity: 'high' | 'medium' | 'low';
  readonly title: string;
  readonly why: string;
  readonly question: boolean;
  readonly citations: readonly string[];
}
