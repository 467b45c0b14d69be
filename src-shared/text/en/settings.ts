export const settingsText = {
  'settings.title': 'Settings',
} as const;
