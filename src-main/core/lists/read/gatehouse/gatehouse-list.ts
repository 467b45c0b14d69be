import { GatehouseListEntry, GatehouseListHeader } from '../../../../../src-shared/formats/gatehouse-list.ts';
import type { DateSpan } from '../../../../../src-shared/model/listed-party.ts';
import { type JsonRecord, readJsonLines } from '../frame/json-list.ts';
import type { ListFormat } from '../frame/list-format.ts';
import { listedName } from '../values/names.ts';
import { listedParty } from '../values/party.ts';
import { readSpan } from '../values/spans.ts';

/** Our own list format: JSON lines, a header first. The shipped training list has it, and a company can write its own with everything a party can have. */
export const gatehouseList: ListFormat = {
  id: 'gatehouseList',
  recognise(head) {
    const end = head.text.indexOf('\n');
    return /^\{\s*"format"\s*:\s*"gatehouse-list\//.test(head.text.slice(0, end === -1 ? head.text.length : end)) ? 'main' : null;
  },
  async read([known], out, limits) {
    if (known === undefined) return;
    const { file } = known;
    let list: string | null = null;
    let first = true;
    const seen = new Set<string>();
    const take = (record: JsonRecord, line: number, text: string): void => {
      if (first) {
        first = false;
        const header = GatehouseListHeader.safeParse(record);
        if (!header.success) return out.reject(file, line, 'broken', text);
        list = header.data.list;
        out.published(list, header.data.published);
        return out.merged();
      }
      if (list === null) return out.reject(file, line, 'unknownList', text);
      const entry = GatehouseListEntry.safeParse(record);
      if (!entry.success) return out.reject(file, line, 'broken', `${entry.error.issues[0]?.path.join('.') ?? ''}: ${text}`);
      if (seen.has(entry.data.id)) return out.reject(file, line, 'repeatedId', text);
      seen.add(entry.data.id);
      const { names, births, addresses, identifiers, gender, vessel, ...rest } = entry.data;
      const spans = (births ?? []).flatMap((birth): DateSpan[] => {
        const span = readSpan(birth, 'dayFirst');
        if (span === null) out.notice('unknownDates', `${file.name}: ${line}: ${birth}`);
        return span === null ? [] : [span];
      });
      const said = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
      out.party(
        listedParty({
          ...said,
          id: entry.data.id,
          list,
          type: entry.data.type,
          names: names.map(({ text: name, kind, language, family, given }, at) => ({
            ...listedName(name, kind ?? (at === 0 ? 'primary' : 'aka')),
            ...(language === undefined ? {} : { language }),
            ...(family === undefined ? {} : { family }),
            ...(given === undefined ? {} : { given }),
          })),
          gender: gender ?? null,
          births: spans,
          identifiers: (identifiers ?? []).map(({ kind, label, value, country }) => ({
            kind,
            label: label ?? kind,
            value,
            country: country ?? null,
          })),
          addresses: (addresses ?? []).map(({ text: address, city, country }) => ({
            text: address,
            city: city ?? '',
            country: country ?? null,
          })),
          vessel: vessel ?? null,
          source: { file: file.name, line },
        }),
      );
    };
    await readJsonLines(file, out, limits, take);
  },
};
