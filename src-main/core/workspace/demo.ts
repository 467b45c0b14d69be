/** The demo holds made-up data only, so its passphrase is shown on its unlock screen. */
export const demoPassphrase = 'open the demo lantern gate';
export const demoName = 'Halden Robotics';
/** Its folder's name says what it is, so that it cannot stand where a company of that name has its own. */
export const demoFolderName = 'Halden Robotics (demo)';
export const demoPerson = { name: 'Ingrid Solheim', initials: 'IS' } as const;
