/** The demo holds made-up data only, so its passphrase is shown on its unlock screen. */
export const demoPassphrase = 'open the demo lantern gate';
export const demoName = 'Demo: Lumen Arms';
export const demoPerson = { name: 'Demo user', initials: 'DU' } as const;
