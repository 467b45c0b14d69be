const id = 'Unguessable id.';
const revision = 'Rises by one with each change; a write that names an older one is refused.';

export const vettingTableNotes: Readonly<Record<string, string>> = {
  vettings:
    'Checks and undertakings of parties and staff, each with its day. Of staff only that there is one: what it says lies in `vetting_words`.',
  vetting_words: 'What checks of staff say: restricted, written once, past the journal. Erasing removes the rows.',
  party_flags: 'What people said of red flags on a party. One that was seen is open until it is resolved.',
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
  'party_flags.id': 'Party and flag together.',
  'party_flags.party_id': 'The party.',
  'party_flags.flag': 'Id of the flag in its rule pack.',
  'party_flags.says': 'What the flag said when it was answered.',
  'party_flags.category': 'What the flag is about.',
  'party_flags.citation': 'Where the flag comes from.',
  'party_flags.state': '`noSign` or `seen`; without a row nobody looked.',
  'party_flags.note': 'What was seen.',
  'party_flags.said_by': 'Who said so.',
  'party_flags.said_on': 'On which day.',
  'party_flags.resolution': 'Why one that was seen stands in the way no more.',
  'party_flags.resolved_by': 'Who resolved it.',
  'party_flags.resolved_on': 'On which day; empty while it is open.',
  'vetting_rules.id': 'Always 1.',
  'vetting_rules.rules': 'The table, as JSON; empty where the default holds again.',
  'vetting_rules.revision': revision,
};
