import type { PartyAddress } from '../../../../../src-shared/model/listed-party.ts';
import type { ReadLimits } from '../../../importers/read/limits.ts';
import { fieldRecords, fieldText, fieldTexts, type JsonRecord, readJsonLines, readJsonList } from '../frame/json-list.ts';
import { type FileHead, headOf, type ListFile } from '../frame/list-file.ts';
import type { ListFormat, ListOutput } from '../frame/list-format.ts';
import { addressOf } from '../ofac/facts.ts';
import { addressFromText, type CslRow, sourceCode } from './csl-row.ts';
import { createCslTaker } from './csl-taker.ts';

/** The Consolidated Screening List of trade.gov as JSON: the file, a page of answers of its API, or the bare list of either. */
export const cslJson: ListFormat = {
  id: 'cslJson',
  recognise(head) {
    if (!isJson(head)) return null;
    const { text } = head;
    if (!/^\s*(?:\[\s*\{|\{\s*")/.test(text) || isLines(text)) return null;
    return /"source"\s*:\s*"[^"]*\([A-Z0-9-]+(?: List)?\)/.test(text) && /"(?:source_list_url|alt_names|sources_used)"\s*:/.test(text)
      ? 'main'
      : null;
  },
  async read([main], out, limits) {
    if (main === undefined) return;
    const taker = createCslTaker(main.file, out);
    const layout = await layoutOf(main.file, limits);
    await readJsonList(main.file, layout, out, limits, recordTaker(main.file, out, taker));
    await taker.finish();
  },
};

/** The same list one entry a line, with fewer fields, as programs that look it up store it. */
export const cslLines: ListFormat = {
  id: 'cslLines',
  recognise(head) {
    if (!isJson(head) || !isLines(head.text)) return null;
    return /^\{[^\n]*"source"\s*:\s*"[^"\n]*\([A-Z0-9-]+(?: List)?\)[^\n]*"sourceCode"\s*:/.test(head.text) ? 'main' : null;
  },
  async read([main], out, limits) {
    if (main === undefined) return;
    const taker = createCslTaker(main.file, out);
    await readJsonLines(main.file, out, limits, recordTaker(main.file, out, taker));
    await taker.finish();
  },
};

const isJson = (head: FileHead) => head.kind === 'text' && head.root === null && /^\s*[[{]/.test(head.text);

/** One object a line: the first line is whole and the second begins another. */
function isLines(text: string): boolean {
  const end = text.indexOf('\n');
  return end > 0 && text.startsWith('{') && text.slice(0, end).trimEnd().endsWith('}') && /^\s*(?:\{|$)/.test(text.slice(end + 1));
}

async function layoutOf(file: ListFile, limits: ReadLimits) {
  const head = await headOf(file, limits);
  return /^\s*\[/.test(head.text) ? ({ is: 'array' } as const) : ({ is: 'wrapped', key: 'results' } as const);
}

function recordTaker(file: ListFile, out: ListOutput, taker: ReturnType<typeof createCslTaker>) {
  return (record: JsonRecord, line: number, text: string): void => {
    const code = sourceCode(fieldText(record, 'source'));
    if (code === null) return out.reject(file, line, 'unknownList', text);
    if (fieldText(record, 'name') === '') return out.reject(file, line, 'noName', text);
    const onProblem = (problem: 'unknownCountries' | 'unknownDates', at: string) => out.notice(problem, `${file.name}: ${line}: ${at}`);
    taker.take(rowOf(record, onProblem), code, line, text);
  };
}

/** Either spelling of a field: as the file has it, or joined as programs write it. */
function rowOf(record: JsonRecord, onProblem: (problem: 'unknownCountries' | 'unknownDates', at: string) => void): CslRow {
  const text = (name: string) => fieldText(record, name) || fieldText(record, camel(name));
  const texts = (name: string) => {
    const found = fieldTexts(record, name);
    const all = found.length > 0 ? found : fieldTexts(record, camel(name));
    return all.flatMap((one) => (all.length === 1 ? one.split('; ') : [one]));
  };
  return {
    source: text('source'),
    entityNumber: text('entity_number'),
    type: text('type'),
    name: text('name'),
    altNames: texts('alt_names'),
    programmes: texts('programs'),
    title: text('title'),
    addresses: addressesOf(record, onProblem),
    addressCountries: fieldTexts(record, 'addressCountries'),
    notice: text('federal_register_notice'),
    start: text('start_date'),
    end: text('end_date'),
    standardOrder: text('standard_order'),
    licenceRequirement: text('license_requirement'),
    licencePolicy: text('license_policy'),
    callSign: text('call_sign'),
    vesselType: text('vessel_type'),
    tonnage: [text('gross_tonnage'), text('gross_registered_tonnage')].filter((one) => one !== '').join(' / '),
    vesselFlag: text('vessel_flag'),
    vesselOwner: text('vessel_owner'),
    remarks: text('remarks'),
    citizenships: texts('citizenships'),
    nationalities: texts('nationalities'),
    births: texts('dates_of_birth'),
    birthPlaces: texts('places_of_birth'),
    ids: fieldRecords(record, 'ids').map((id) => ({
      label: fieldText(id, 'type'),
      value: fieldText(id, 'number'),
      country: fieldText(id, 'country'),
    })),
  };
}

const camel = (name: string) => name.replace(/_([a-z])/g, (_all, letter: string) => letter.toUpperCase());

function addressesOf(
  record: JsonRecord,
  onProblem: (problem: 'unknownCountries' | 'unknownDates', at: string) => void,
): readonly PartyAddress[] {
  const objects = fieldRecords(record, 'addresses');
  if (objects.length === 0) return fieldTexts(record, 'addresses').flatMap((one) => addressFromText(one) ?? []);
  return objects.flatMap((one) => {
    const town = fieldText(one, 'city');
    const made = addressOf(
      {
        lines: [fieldText(one, 'address')],
        town: [town, fieldText(one, 'state'), fieldText(one, 'postal_code')].filter((part) => part !== '').join(', '),
        country: fieldText(one, 'country'),
      },
      onProblem,
    );
    return made === null ? [] : [{ ...made, city: town }];
  });
}
