import { fieldRecords, fieldText, readJsonLines } from '../frame/json-list.ts';
import type { ListFormat } from '../frame/list-format.ts';
import { distinctNames, listedName } from '../values/names.ts';
import { listedParty } from '../values/party.ts';

/** All Latin names of the SDN list, one party a line, with the Treasury's codes of alias kinds; type, dates and countries are not in it. */
export const ofacNames: ListFormat = {
  id: 'ofacNames',
  recognise: (head) => (head.kind === 'text' && /^\{"entity_id": ?\d+, ?"names": ?\[\{"full_name":/.test(head.text) ? 'main' : null),
  async read([main], out, limits) {
    if (main === undefined) return;
    const { file } = main;
    const seen = new Set<string>();
    await readJsonLines(file, out, limits, (record, line, text) => {
      const number = fieldText(record, 'entity_id');
      if (!/^\d+$/.test(number)) return out.reject(file, line, 'noId', text);
      const names = distinctNames(
        fieldRecords(record, 'names')
          .toSorted((a, b) => Number(b['is_primary'] === true) - Number(a['is_primary'] === true))
          .map((name, at) =>
            listedName(fieldText(name, 'full_name'), at === 0 ? 'primary' : fieldText(name, 'type_id') === '1401' ? 'fka' : 'aka'),
          ),
      );
      if (names.length === 0) return out.reject(file, line, 'noName', text);
      if (seen.has(number)) return out.reject(file, line, 'repeatedId', text);
      seen.add(number);
      out.party(listedParty({ id: `SDN-${number}`, list: 'SDN', type: 'unknown', names, source: { file: file.name, line } }));
    });
  },
};
