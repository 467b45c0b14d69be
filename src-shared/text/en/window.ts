/** What the shell thread says in native dialogs, where no page can. */
export const windowText = {
  'window.external.title': 'Open this address in your browser?',
  'window.external.detail':
    'Gatehouse itself connects to nothing. Your browser will connect to the address below, and its operator can see that you came.',
  'window.external.open': 'Open in browser',
  'window.external.cancel': 'Cancel',
  'window.coreFailed.title': 'Gatehouse has to start again',
  'window.coreFailed.detail':
    'The part that holds the workspace stopped unexpectedly. Every confirmed change is on disk. The workspace is locked now; unlock it to go on.',
  'window.coreFailed.again':
    'It stopped three times within a minute, so Gatehouse closes. Start it again; if this repeats, restore the newest snapshot from the start screen.',
  'window.refusedSwitch': 'Gatehouse does not start with switches that weaken its protection: {switches}. Start it without them.',
  'window.pick.workspaceFolder': 'Open a workspace',
  'window.pick.createIn': 'Choose where the workspace is kept',
  'window.pick.restoreInto': 'Choose where the restored copy goes',
  'window.pick.import': 'Choose a file to import',
  'window.pick.modelConfig': 'Choose a model configuration or model card',
  'window.pick.evidence': 'Choose a file to keep as evidence',
  'window.pick.rulepack': 'Choose a rule pack',
  'window.pick.exportTarget': 'Export',
  'window.pick.printTarget': 'Save as PDF',
} as const;
