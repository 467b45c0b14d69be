/** Words of keeping records: the clock, holds, disposal. */
export const retentionText = {
  'journal.retention.placeHold': 'Hold “{matter}” placed on {count, plural, =0 {the whole workspace} one {# record} other {# records}}',
  'journal.retention.widenHold':
    'Hold “{matter}” widened to {count, plural, =0 {the whole workspace} one {# more record} other {# more records}}',
  'journal.retention.liftHold': 'Hold “{matter}” lifted: {reason}',
  'journal.retention.addEvent': 'Day from which the record is kept: {day}',
  'journal.retention.removeEvent': 'Day {day} no longer counts for keeping the record',
  'journal.retention.dispose': 'Evidence of {count, plural, one {{name}} other {# records}} removed for good: {reason}',
} as const;
