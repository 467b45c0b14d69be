/** What tables and columns of the exchange between offices hold. */
export const exchangeTableNotes: Readonly<Record<string, string>> = {
  exchange_files: 'Files that went to another office or came from one.',
  exchange_ids: 'Records of this workspace that another office knows under another id.',
  exchange_states:
    'States of records that went out or came in: what changed since the newest that both sides know is what one of them did.',
};

export const exchangeColumnNotes: Readonly<Record<string, string>> = {
  'exchange_files.id': 'Own id.',
  'exchange_files.direction': '`sent` or `taken`.',
  'exchange_files.office': 'Name of the workspace that made the file.',
  'exchange_files.fingerprint': 'SHA-256 of the public key that signed it, hexadecimal.',
  'exchange_files.at': 'When it was sent or taken here, UTC.',
  'exchange_files.person': 'Who sent or took it here.',
  'exchange_files.file_name': 'Name of the file, without its folder.',
  'exchange_files.redaction': 'Name of the profile it was made under.',
  'exchange_files.records': 'Records in it.',
  'exchange_files.counts': 'JSON: how many were new, changed, the same, kept, in conflict, gone; null for a file that was sent.',
  'exchange_ids.kind': 'Kind of record: `site`, `asset`, `version`, `link`, `party` or `holding`.',
  'exchange_ids.their_id': 'Id in files of exchange.',
  'exchange_ids.our_id': 'Id here.',
  'exchange_states.kind': 'Kind of record, as in `exchange_ids`.',
  'exchange_states.their_id': 'Id in files of exchange.',
  'exchange_states.hash': 'SHA-256 of the canonical JSON of the fields.',
  'exchange_states.number': 'Rises with each state of the record; the newest has the highest.',
  'exchange_states.fields': 'The fields as they stood in the file, JSON.',
};
