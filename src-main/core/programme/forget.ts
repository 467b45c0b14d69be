import type { SlicedConnection } from '../db/index.ts';
import { type Forgettable, forgetWords } from '../journal/index.ts';

/** What people wrote, by table: where a name may stand. JSON counts, since a name in it is words like any other. */
const written: Readonly<Record<string, readonly string[]>> = {
  assessments: ['title', 'by_name', 'scope', 'note'],
  assessment_answers: ['note', 'shown_by', 'gap'],
  risk_assessments: ['title', 'cause_note', 'conclusion', 'signed_by', 'sign_note'],
  risk_rows: ['safeguards', 'owner', 'note'],
  programme_duties: ['person', 'deputy', 'duties'],
  programme_contacts: ['name', 'topic', 'contact', 'owner', 'notes'],
  escalation_paths: ['name', 'taken_when', 'halt', 'steps'],
  committee_meetings: ['title', 'chair', 'attendees', 'agenda', 'minutes'],
  committee_decisions: ['text', 'owner'],
  manual_sections: ['title', 'body', 'said_when_edited'],
  manual_versions: ['by_name', 'approved_by', 'note', 'content'],
};

/**
 * Takes a person who is erased out of the programme: everywhere the person's names, as whole words, give way to the name of the tombstone, in
 * versions of the manual too, and out of the history of those rows. Part of a command in slices that cannot be undone.
 */
export const forgetInProgramme = (tx: SlicedConnection, words: Forgettable): Promise<void> => forgetWords(tx, written, words);
