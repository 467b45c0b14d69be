import type { ListedParty } from '../../../../../src-shared/model/listed-party.ts';
import type { ReadLimits } from '../../../importers/read/limits.ts';
import { headOf } from '../frame/list-file.ts';
import type { KnownFile, ListFormat, ListOutput } from '../frame/list-format.ts';
import { listedName } from '../values/names.ts';
import { listedParty } from '../values/party.ts';
import { addressOf, createFacts } from './facts.ts';
import { groupFlatFiles } from './flat-groups.ts';
import { columnCounts, type FlatRow, flatRows } from './flat-rows.ts';
import { type FlatPart, flatParts, flatShapeOf } from './flat-shape.ts';
import { isOffSdn, listCode, programmesOf } from './list-code.ts';
import { partyTypeOf } from './party-type.ts';
import { personName } from './person-name.ts';
import { readRemarks } from './remarks.ts';

/**
 * The flat files of the Treasury: comma, pipe, at-sign and fixed fields; no titles. A main file is read together with its aliases, addresses and spilled-over
 * remarks, joined by number. These files say no date, and fold every name into ASCII.
 */
export const ofacFlat: ListFormat = {
  id: 'ofacFlat',
  recognise: (head) => flatShapeOf(head)?.part ?? null,
  group: groupFlatFiles,
  async read(files, out, limits) {
    const main = files.find(({ part }) => part === 'main');
    if (main === undefined) return readOrphans(files, out, limits);
    const companions = new Map<FlatPart, Map<string, FlatRow[]>>();
    for (const part of flatParts) {
      if (part === 'main') continue;
      const known = files.find((file) => file.part === part);
      if (known !== undefined) companions.set(part, await byNumber(known, out, limits));
      else if (part !== 'remarks') out.notice('companionMissing', part);
    }
    const rows = await allRows(main, out, limits);
    const taken = await takeMain(main, rows, companions, out);
    for (const [part, numbers] of companions) {
      const name = files.find((file) => file.part === part)?.file.name ?? part;
      for (const [number, orphans] of numbers)
        if (!taken.has(number)) out.notice('orphanRows', `${name}: ${orphans[0]?.line ?? 0}: ${number}`, orphans.length);
    }
  },
};

/** Aliases or addresses alone make no party: they are counted as rows without theirs. */
async function readOrphans(files: readonly KnownFile[], out: ListOutput, limits: ReadLimits): Promise<void> {
  out.notice('companionMissing', 'main');
  for (const known of files) {
    const rows = await allRows(known, out, limits);
    if (rows.length > 0) out.notice('orphanRows', `${known.file.name}: ${rows[0]?.line ?? 1}`, rows.length);
  }
}

async function allRows(known: KnownFile, out: ListOutput, limits: ReadLimits): Promise<FlatRow[]> {
  const part = known.part as FlatPart;
  const shape = flatShapeOf(await headOf(known.file, limits))?.shape ?? { is: 'delimited', delimiter: ',' };
  const rows: FlatRow[] = [];
  for await (const some of flatRows(known.file, shape, part, limits, out.onBytes(known.file))) {
    for (const row of some) {
      if (row.cutOff) out.notice('cutShort', `${known.file.name}: ${row.line}`);
      else if (row.brokenQuotes) out.notice('brokenQuotes', `${known.file.name}: ${row.line}: ${row.text}`);
      if (row.text.includes('\ufffd')) out.notice('undecodable', `${known.file.name}: ${row.line}: ${row.text}`);
      rows.push(row);
    }
    await out.room();
  }
  return rows;
}

async function byNumber(known: KnownFile, out: ListOutput, limits: ReadLimits): Promise<Map<string, FlatRow[]>> {
  const numbers = new Map<string, FlatRow[]>();
  for (const row of await allRows(known, out, limits)) {
    const number = row.cells[0] ?? '';
    if (row.cells.length !== columnCounts[known.part as FlatPart] || !/^\d+$/.test(number)) {
      // It is no record of the main file, so it counts there as one that was seen and refused.
      out.reject(known.file, row.line, 'columns', row.text);
      continue;
    }
    const rows = numbers.get(number);
    if (rows === undefined) numbers.set(number, [row]);
    else rows.push(row);
  }
  return numbers;
}

/** Makes parties of the main rows; answers the numbers that are there. */
async function takeMain(
  main: KnownFile,
  rows: readonly FlatRow[],
  companions: ReadonlyMap<FlatPart, ReadonlyMap<string, readonly FlatRow[]>>,
  out: ListOutput,
): Promise<ReadonlySet<string>> {
  const { file } = main;
  const numbers = new Set<string>();
  const kept = new Map<string, string>();
  const idByName = idsByName(rows, companions);
  for (const [section, consolidated] of sectionsOf(rows)) {
    for (const row of section) {
      const number = row.cells[0] ?? '';
      if (row.cells.length !== 12) {
        out.reject(file, row.line, 'columns', row.text);
        continue;
      }
      if (!/^\d+$/.test(number)) {
        out.reject(file, row.line, 'noId', row.text);
        continue;
      }
      numbers.add(number);
      if ((row.cells[1] ?? '') === '') {
        out.reject(file, row.line, 'noName', row.text);
        continue;
      }
      const party = partyOf(main, row, companions, consolidated, out, idByName);
      const earlier = kept.get(party.id);
      if (earlier === row.text) out.merged();
      else if (earlier !== undefined) out.reject(file, row.line, 'repeatedId', row.text);
      else {
        kept.set(party.id, row.text);
        out.party(party);
      }
      await out.room();
    }
  }
  return numbers;
}

/** Runs of rows between end marks, each with whether it is the consolidated file or the SDN file: most of its first rows tell. */
function* sectionsOf(rows: readonly FlatRow[]): Generator<readonly [readonly FlatRow[], boolean]> {
  let start = 0;
  for (let at = 1; at <= rows.length; at += 1) {
    if (at < rows.length && rows[at]?.glued !== true) continue;
    const section = rows.slice(start, at);
    const first = section.slice(0, 400).filter(({ cells }) => cells.length === 12);
    const off = first.filter(({ cells }) => isOffSdn(programmesOf(cells[3] ?? ''), cells[11] ?? '')).length;
    yield [section, off * 2 > first.length];
    start = at;
  }
}

function partyOf(
  main: KnownFile,
  row: FlatRow,
  companions: ReadonlyMap<FlatPart, ReadonlyMap<string, readonly FlatRow[]>>,
  consolidated: boolean,
  out: ListOutput,
  idByName: ReadonlyMap<string, string | null>,
): ListedParty {
  const [number = '', name = '', kind = '', programme = '', title = '', callSign = '', vesselKind = '', tonnage = '', grt = '', flag = ''] =
    row.cells;
  const place = (text: string) => `${main.file.name}: ${row.line}: ${text}`;
  const type = partyTypeOf(kind) ?? 'unknown';
  if (type === 'unknown') out.notice('unknownCodes', place(kind));
  const facts = createFacts(type, (code, text) => out.notice(code, place(text)));
  const programmes = programmesOf(programme);
  const spilled = (companions.get('remarks')?.get(number) ?? []).map(({ cells }) => cells[1] ?? '').join('');
  const remarks = `${row.cells[11] ?? ''}${spilled}`.trim();
  const list = listCode(programmes, consolidated, remarks);

  facts.names.push(listedName(name, 'primary', type === 'person' ? personName(name) : {}));
  for (const { cells } of companions.get('names')?.get(number) ?? []) {
    const [, , aliasKind = '', alias = ''] = cells;
    facts.names.push(listedName(alias, aliasKind.toLowerCase() === 'fka' ? 'fka' : 'aka', type === 'person' ? personName(alias) : {}));
  }
  for (const { cells } of companions.get('addresses')?.get(number) ?? []) {
    const [, , line = '', town = '', country = '', remark = ''] = cells;
    const address = addressOf({ lines: [line], town, country, remark }, (code, text) => out.notice(code, place(text)));
    if (address !== null) facts.addresses.push(address);
  }
  if (title !== '') facts.titles.push(title);
  if (callSign !== '') facts.learn('Call Sign', callSign, '');
  if (type === 'aircraft' && /\d/.test(name) && /^[A-Z0-9]{1,4}-?[A-Z0-9]{1,6}$/.test(name)) facts.learn('Aircraft Tail Number', name, '');
  if (type === 'vessel') {
    Object.assign(facts.vessel, {
      kind: vesselKind,
      flag,
      owner: row.cells[10] ?? '',
      tonnage: [tonnage, grt].filter((part) => part !== '').join(' / '),
    });
    if (flag !== '') facts.country(flag, 'flag');
  }
  readRemarks(remarks, facts, (clause) => out.notice('unknownClauses', place(clause)));
  for (const link of facts.links) link.partyId = idByName.get(link.name) ?? idByName.get(`${link.name}.`) ?? null;
  return listedParty({
    id: `${list}-${number}`,
    list,
    type,
    ...facts.asParty(),
    programmes,
    remarks,
    source: { file: main.file.name, line: row.line },
  });
}

/** Ids of parties by any name of theirs, for "Linked To": `null` where several share it. */
function idsByName(
  rows: readonly FlatRow[],
  companions: ReadonlyMap<FlatPart, ReadonlyMap<string, readonly FlatRow[]>>,
): ReadonlyMap<string, string | null> {
  const ids = new Map<string, string | null>();
  const learn = (name: string, id: string) => {
    const known = ids.get(name);
    ids.set(name, known === undefined || known === id ? id : null);
  };
  for (const [section, consolidated] of sectionsOf(rows)) {
    for (const { cells } of section) {
      const number = cells[0] ?? '';
      const id = `${listCode(programmesOf(cells[3] ?? ''), consolidated, cells[11])}-${number}`;
      learn(cells[1] ?? '', id);
      for (const alias of companions.get('names')?.get(number) ?? []) learn(alias.cells[3] ?? '', id);
    }
  }
  return ids;
}
