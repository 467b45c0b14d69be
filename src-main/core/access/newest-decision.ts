/** SQL: row of the newest decision on the finding `f`; null where nobody decided. */
export const newestDecision =
  '(SELECT l.rowid FROM access_decisions l WHERE l.finding_id = f.id ORDER BY l.decided_at DESC, l.id DESC LIMIT 1)';

/** SQL: state of the finding `f`, that of its newest decision; `open` where nobody decided. */
export const findingState =
  "coalesce((SELECT d.state FROM access_decisions d WHERE d.finding_id = f.id ORDER BY d.decided_at DESC, d.id DESC LIMIT 1), 'open')";
