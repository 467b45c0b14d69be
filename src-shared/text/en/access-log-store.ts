/** Words of the event store: its jobs and what the journal says of imports. */
export const accessLogStoreText = {
  'job.accessLogs.import': 'Importing the access log',
  'job.accessLogs.undo': 'Taking the access log back',
  'journal.accessLogs.commit':
    'Imported the access log {file}: {events, plural, =0 {no new events} one {# new event} other {# new events}}{duplicates, plural, =0 {} one {, # there already} other {, # there already}}{rejected, plural, =0 {} one {, # row rejected} other {, # rows rejected}}',
  'journal.accessLogs.discard': 'Discarded the unfinished import of the access log {file}',
  'journal.accessLogs.undo': 'Took back the import of the access log {file}: {events, plural, one {# event} other {# events}}',
} as const;
