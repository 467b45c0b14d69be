const id = 'Unguessable id.';
const revision = 'Rises by one with each change; a write that names an older one is refused.';

export const vettingTableNotes: Readonly<Record<string, string>> = {
  vettings:
    'Checks and undertakings of parties and staff, each with its day. Of staff only that there is one: what it says lies in `vetting_words`.',
  vetting_words: 'What checks of staff say: restricted, written once, past the journal. Erasing removes the rows.',
  vetting_rules: 'Which checks the company expects, where it changed the default of the product.',
};

export const vettingColumnNotes: Readonly<Record<string, string>> = {
  'vettings.id': id,
  'vettings.subject_kind': 'A party or a person.',
  'vettings.subject_id': 'Whom it is about.',
  'vettings.kind': 'What was done or agreed: due diligence, audit, background check, end-use statement and so on.',
  'vettings.done_on': 'Day it was done or agreed.',
  'vettings.done_by': 'Who did it.',
  'vettings.next_on': 'Day it is to be done again; empty where there is no repeat.',
  'vettings.result': 'How it came out. Of staff only `waiting`, or empty.',
  'vettings.matter': 'What was looked at or agreed; empty of staff.',
  'vettings.conditions': 'Conditions; empty of staff.',
  'vettings.words_id': 'Of staff: the row of `vetting_words` that holds now.',
  'vettings.revision': revision,
  'vetting_words.id': id,
  'vetting_words.person_id': 'The person.',
  'vetting_words.result': 'How it came out.',
  'vetting_words.matter': 'What was looked at.',
  'vetting_words.conditions': 'Conditions.',
  'vetting_rules.id': 'Always 1.',
  'vetting_rules.rules': 'The table, as JSON; empty where the default holds again.',
  'vetting_rules.revision': revision,
};
