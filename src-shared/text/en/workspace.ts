/** What the core says about workspaces: journal entries, snapshots and file types of dialogs. */
export const workspaceText = {
  'journal.settings.setWorkspace': 'Changed settings ({settings})',
  'journal.workspace.rename': 'Renamed the workspace to “{name}”',
  'journal.workspace.recover': 'Opened with the recovery key and set a new passphrase',
  'journal.workspace.changePassphrase': 'Changed the passphrase',
  'journal.workspace.replaceRecoveryKey': 'Replaced the recovery key',
  'journal.workspace.rotateDataKey': 'Encrypted everything under a new key',
  'journal.workspace.rememberOnThisComputer': 'Let this computer’s keychain open the workspace',
  'journal.workspace.forgetOnThisComputer': 'Stopped this computer’s keychain from opening the workspace',
  'journal.backups.restore': 'Restored the snapshot of {at}',

  'snapshot.because.open': 'when the workspace was opened',
  'snapshot.because.migration': 'before an update of the file format',
  'snapshot.because.restore': 'before a restore',
  'snapshot.because.schedule': 'on schedule',
  'snapshot.because.asked': 'asked for',
  'snapshot.because.rotation': 'before a change of key',

  'fileType.pdf': 'PDF document',
} as const;
