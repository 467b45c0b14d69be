/** Names of the screens of the compliance programme, as they stand beside each other. */
export const programmePlacesText = {
  'programme.places': 'Programme',
  'programme.place.assessment': 'Self-assessment',
  'programme.place.risk': 'Risk',
  'programme.place.organisation': 'Organisation',
  'programme.place.committee': 'Committee',
  'programme.place.gates': 'Gates',
  'programme.place.incidents': 'Incidents',
  'programme.place.training': 'Training',
  'programme.place.manual': 'Policy manual',
  'programme.place.figures': 'Own figures',
} as const;
