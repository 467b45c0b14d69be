import { type PartyType, partyTypes } from '../../../../../src-shared/model/listed-party.ts';
import { fieldText, fieldTexts, type JsonRecord, readJsonLines } from '../frame/json-list.ts';
import type { ListFormat } from '../frame/list-format.ts';
import { distinctNames, listedName } from '../values/names.ts';
import { listedParty } from '../values/party.ts';
import { countryOf } from '../values/places.ts';

/** One party a line, `{id, list, type, names, countries}`: prepared lists for measuring, and a plain way to bring in a list of one's own making. Ids are kept. */
export const corpus: ListFormat = {
  id: 'corpus',
  recognise(head) {
    const line = head.text.slice(0, head.text.indexOf('\n') === -1 ? head.text.length : head.text.indexOf('\n'));
    if (!line.startsWith('{')) return null;
    const record = parsed(line);
    return record !== null && isText(record['id']) && isText(record['list']) && Array.isArray(record['names']) && isType(record['type'])
      ? 'main'
      : null;
  },
  async read([known], out, limits) {
    if (known === undefined) return;
    const { file } = known;
    const seen = new Set<string>();
    await readJsonLines(file, out, limits, (record, index, text) => {
      const id = fieldText(record, 'id');
      const list = fieldText(record, 'list');
      const type = record['type'];
      const names = distinctNames(fieldTexts(record, 'names').map((name, at) => listedName(name, at === 0 ? 'primary' : 'aka')));
      if (id === '' || list === '') return out.reject(file, index, 'noId', text);
      if (names.length === 0) return out.reject(file, index, 'noName', text);
      if (seen.has(id)) return out.reject(file, index, 'repeatedId', text);
      seen.add(id);
      const codes = new Set<string>();
      for (const name of fieldTexts(record, 'countries')) {
        const code = countryOf(name);
        if (code !== null) codes.add(code);
        else out.notice('unknownCountries', `${file.name}: ${index}: ${name}`);
      }
      out.party(
        listedParty({
          id,
          list,
          type: isType(type) ? type : 'unknown',
          names,
          countries: [...codes].map((code) => ({ code, role: 'listedUnder' })),
          source: { file: file.name, line: index },
        }),
      );
    });
  },
};

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isType = (value: unknown): value is PartyType => typeof value === 'string' && (partyTypes as readonly string[]).includes(value);

function parsed(line: string): JsonRecord | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonRecord) : null;
  } catch (cause) {
    if (cause instanceof SyntaxError) return null;
    throw cause;
  }
}
