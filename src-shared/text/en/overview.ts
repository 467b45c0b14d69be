export const overviewText = {
  'overview.title': 'Overview',
} as const;
