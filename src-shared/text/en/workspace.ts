/** What the core says about workspaces: journal entries, cautions about folders, snapshots and file types of dialogs. */
export const workspaceText = {
  'workspace.caution.cloudSync':
    'This folder is kept in step by a cloud service. It copies the workspace elsewhere, and may damage it while it is open.',
  'workspace.caution.networkDrive': 'This folder is on a network drive. A broken connection can interrupt saving; a local folder is safer.',
  'workspace.caution.removableDrive': 'This folder is on a removable drive. Lock the workspace before you unplug it.',
  'workspace.caution.nearlyFull': 'The disk is nearly full. Snapshots and imports may not fit.',
  'workspace.caution.readOnly': 'This folder does not allow writing. The workspace can be read, not changed.',

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
