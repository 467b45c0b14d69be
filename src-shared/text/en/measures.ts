/** What the workspace counts about itself. */
export const measureText = {
  'measure.modelsMapped': 'Models with compute and access on record',
  'measure.assetsClassified': 'Assets with a determined classification',
  'measure.questionsAnswered': 'Assets without open questions',
  'measure.hitsReviewed': 'Possible matches settled',
  'measure.findingsExplained': 'Access findings decided',
  'measure.citizenshipSourced': 'People concerned whose citizenship has a source',
  'measure.listsFresh': 'Official lists no older than a week',
  'measure.packsReviewed': 'Rule packs reviewed in time',
  'measure.accessCovered': 'Controlled assets whose access can be followed',
  'measure.ownersNamed': 'Assets with an owner',
  'measure.mapsReviewed': 'Models looked through in time',
  'measure.ownershipKnown': 'Companies whose owners were looked up',
  'measure.trainingInDate': 'People with their training in date',
  'measure.transfersSettled': 'Transfers due that are cleared or stopped',
  'measure.reading': '{done, number} of {of, number}',
  'measure.nothing': 'nothing to count yet',
} as const;
