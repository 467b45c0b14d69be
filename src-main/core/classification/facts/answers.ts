import { answerPrefix, type Facts } from '../../../../src-shared/model/asset-fields.ts';
import { ItemFacts } from '../../../../src-shared/model/item-facts.ts';
import { factReader } from './read.ts';

/** Facts of the engine that no field of the register holds; a person answers them where the question stands. */
const yesNoFacts = [
  'copackagedWithProcessingLogic',
  'weakerThanBestPublished',
  'trainedOnControlledChips',
  'vulnerabilityDisclosure',
  'authorisedUpdatesOnly',
  'selfClassifiedOrClassified',
  'defeatsInformationSecurity',
] as const;
const numberFacts = [
  'processorGflops',
  'aluBits',
  'interconnectPerLinkGbS',
  'servedAppWt',
  'coreBits',
  'vectorCalculationsAtOnce',
  'fp64ResultsPerCycle',
  'mac16ResultsPerCycle',
] as const;
const wordFacts = ['dominantFunction', 'packagingSite', 'packagedBy', 'exporterRole', 'declaredClassification', 'euMarketSince'] as const;
const designers = ['approved', 'authorised', 'applied', 'other'] as const;

/**
 * Facts with the answers that were given to questions of their own. An answer that does not fit its fact is left out: the
 * question then stays open, which is what a person has to see.
 */
export function withAnswers(item: ItemFacts, facts: Facts): ItemFacts {
  if (!Object.keys(facts).some((id) => id.startsWith(answerPrefix))) return item;
  const read = factReader(facts);
  const given: Record<string, unknown> = {};
  for (const id of yesNoFacts) given[id] = read.yesNo(answerPrefix + id);
  for (const id of numberFacts) given[id] = read.figure(answerPrefix + id);
  for (const id of wordFacts) given[id] = read.text(answerPrefix + id);
  const attested = read.yesNo(`${answerPrefix}designerAttestation`);
  const standing = read.text(`${answerPrefix}designerStanding`);
  if (attested === 'yes' || attested === 'no')
    given['designerAttestation'] = { given: attested, by: designers.find((one) => one === standing) ?? 'unknown' };
  let answered = item;
  for (const [id, value] of Object.entries(given)) {
    if (value === null || value === undefined) continue;
    answered = ItemFacts.safeParse({ ...answered, [id]: value }).data ?? answered;
  }
  return answered;
}
