export const commonText = {
  'app.name': 'Gatehouse',
} as const;
