/** Words of the parties a company deals with. */
export const partiesText = {
  'parties.title': 'Parties',
  'parties.places': 'Screening',
  'parties.place.queue': 'Queue',
  'parties.place.parties': 'Parties',
  'parties.place.lookUp': 'Look up',
  'parties.place.lists': 'Lists',

  'parties.role.customer': 'Customer',
  'parties.role.endUser': 'End user',
  'parties.role.intermediateConsignee': 'Intermediate consignee',
  'parties.role.ultimateConsignee': 'Ultimate consignee',
  'parties.role.purchaser': 'Purchaser',
  'parties.role.reseller': 'Reseller',
  'parties.role.distributor': 'Distributor',
  'parties.role.vendor': 'Vendor',
  'parties.role.freightForwarder': 'Freight forwarder',
  'parties.role.bank': 'Bank',
  'parties.role.researchPartner': 'Research partner',
  'parties.role.employer': 'Employer',
  'parties.role.owner': 'Owner',
  'parties.role.other': 'Other',

  'journal.parties.create': '{name} added',
  'journal.parties.update': '{name} changed',
  'journal.parties.setMany': '{count, plural, one {# party} other {# parties}} changed',
  'journal.parties.setOwnersKnown':
    'Owners of {name}: {ownersKnown, select, complete {all known} partial {known in part} noneFurther {nobody above} other {not known}}',
  'journal.parties.saveHolding': 'Recorded that {owner} holds a part of {owned}',
  'journal.parties.removeHolding': 'Took away that {owner} holds a part of {owned}',
} as const;
