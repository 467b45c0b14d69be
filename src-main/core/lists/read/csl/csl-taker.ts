import type { ListedParty } from '../../../../../src-shared/model/listed-party.ts';
import type { ListFile } from '../frame/list-file.ts';
import type { ListOutput } from '../frame/list-format.ts';
import { createRepeats } from '../values/repeats.ts';
import { type CslRow, createCslParties } from './csl-row.ts';

/**
 * Takes the entries of one file of the Consolidated Screening List. The rows of one denial order, one for each address, become one party, as in the Denied
 * Persons List itself; they are handed over at the end, since others stand between them.
 */
export function createCslTaker(file: ListFile, out: ListOutput) {
  const partyOf = createCslParties();
  const isRepeat = createRepeats();
  const denied = new Map<string, ListedParty>();
  return {
    take(row: CslRow, list: string, line: number, text: string): void {
      if (isRepeat(text)) return out.merged();
      const order = list === 'DPL' && row.start !== '' ? `${row.name.trim()}|${row.start}|${row.end}` : null;
      const known = order === null ? undefined : denied.get(order);
      const party = partyOf(
        row,
        list,
        { file: file.name, line },
        (problem, at) => out.notice(problem, `${file.name}: ${line}: ${at}`),
        known?.id,
      );
      if (order === null) return out.party(party);
      if (known !== undefined) out.merged();
      denied.set(order, known === undefined ? party : together(known, party));
    },
    async finish(): Promise<void> {
      for (const party of denied.values()) {
        out.party(party);
        await out.room();
      }
    },
  };
}

function together(first: ListedParty, second: ListedParty): ListedParty {
  const remarks = [...new Set([first.remarks, second.remarks].filter((text) => text !== ''))].join(' | ');
  return {
    ...first,
    names: [...first.names, ...second.names.filter(({ text }) => first.names.every((name) => name.text !== text))],
    addresses: [...first.addresses, ...second.addresses.filter(({ text }) => first.addresses.every((address) => address.text !== text))],
    countries: [
      ...first.countries,
      ...second.countries.filter(({ code, role }) => first.countries.every((country) => country.code !== code || country.role !== role)),
    ],
    citations: [...new Set([...first.citations, ...second.citations])],
    remarks,
  };
}
