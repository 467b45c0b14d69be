import { answerPrefix, capabilityField, capabilityIds, type Facts } from '../../../../src-shared/model/asset-fields.ts';
import type { ItemFacts } from '../../../../src-shared/model/item-facts.ts';
import { type FactReader, factReader } from './read.ts';

const basisByOption: Readonly<Record<string, NonNullable<ItemFacts['earBasis']>>> = {
  usOrigin: 'usOrigin',
  inUs: 'inUnitedStates',
  usContent: 'deMinimisExceeded',
  foreignDirectProduct: 'foreignDirectProduct',
  none: 'notSubject',
};

/** Facts that every kind shares: origin, publication, capabilities, and answers to questions that are no field. */
export function commonFacts(name: string, facts: Facts, read: FactReader = factReader(facts)): Omit<ItemFacts, 'type'> {
  const basis = read.text('subjectToEarBasis');
  const capabilities = Object.fromEntries(
    capabilityIds.flatMap((id) => {
      const value = read.yesNo(capabilityField(id));
      return value === null || value === undefined ? [] : [[id, value] as const];
    }),
  );
  const military = read.yesNo('militaryEndUse');
  return {
    name,
    earBasis: basis === null ? null : (basisByOption[basis] ?? null),
    origin: read.text('originCountry'),
    locatedIn: read.text('locatedIn'),
    usContentPercent: read.figure('usContentPercent'),
    published: read.yesNo('published'),
    fundamentalResearch: read.yesNo('fundamentalResearch'),
    capabilities: { ...capabilities, ...(military === null || military === undefined ? {} : { militaryEndUse: military }) },
    answers: answersOf(facts),
  };
}

function answersOf(facts: Facts): Record<string, string | number | null> {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([id, fact]) => {
      if (!id.startsWith(answerPrefix) || fact.state !== 'known') return [];
      const value =
        typeof fact.value === 'string'
          ? fact.value
          : 'value' in fact.value && typeof fact.value.value === 'number'
            ? fact.value.value
            : null;
      return [[id.slice(answerPrefix.length), value] as const];
    }),
  );
}

/** Other entries that describe the item: said as a list, or through its encryption classification. `none` is an answer: an empty list. */
export function hostEntries(read: FactReader, encryption: string | null): { hostEntries?: string[] } {
  const said = read.list('otherEntries');
  if (said === null && encryption === null) return {};
  const listed = (said ?? []).filter((entry) => entry !== 'none');
  return { hostEntries: [...new Set([...listed, ...(encryption === null ? [] : [encryption])])] };
}
