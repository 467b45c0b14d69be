import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ListReject, ListSourceSummary } from '../../../../../src-shared/formats/list-file.ts';
import type { ListedParty } from '../../../../../src-shared/model/listed-party.ts';
import { listLimits } from '../frame/limits.ts';
import { recogniseLists } from '../recognise.ts';
import { readSource } from '../run-task.ts';

const lists = resolve(import.meta.dirname, '../../../../../../shared/lists');
const here = existsSync(lists);
if (!here) console.log(`Skipped: the stored official lists are not at ${lists}.`);

async function readAt(path: string) {
  const { sources } = await recogniseLists([path], listLimits);
  const [source] = sources;
  if (source === undefined) throw new Error(`No list in ${path}`);
  const parties: ListedParty[] = [];
  const rejects: ListReject[] = [];
  const summary: ListSourceSummary = await readSource(source, listLimits, async (batch) => {
    parties.push(...(JSON.parse(batch.parties) as ListedParty[]));
    rejects.push(...batch.rejects);
  });
  return { summary, parties, rejects };
}

describe.skipIf(!here)('official lists as they were stored', () => {
  it.each([
    { file: 'un/consolidated.xml', format: 'unXml', list: 'UN', published: '2026-02-27', records: 1003, parties: 1003, rejected: 0 },
    {
      file: 'un/consolidated-2018.xml.gz',
      format: 'unXml',
      list: 'UN',
      published: '2018-10-29',
      records: 1093,
      parties: 1093,
      rejected: 0,
    },
    {
      file: 'un/consolidated-2025-08-16.xml.gz',
      format: 'unXml',
      list: 'UN',
      published: '2025-08-16',
      records: 879,
      parties: 879,
      rejected: 0,
    },
    {
      file: 'eu/eu-fsf-2018-07-04.sample.csv',
      format: 'euCsv',
      list: 'EU',
      published: '2018-07-04',
      records: 999,
      parties: 93,
      rejected: 0,
    },
    { file: 'eu/eu-fsf-1_1.sample.xml', format: 'euXml', list: 'EU', published: '2018-12-21', records: 2, parties: 2, rejected: 0 },
    {
      file: 'uk/ConList-2018-04-13.csv',
      format: 'ukConCsv',
      list: 'OFSI',
      published: '2018-04-13',
      records: 9487,
      parties: 2106,
      rejected: 0,
    },
    {
      file: 'uk/UK-Sanctions-List-2026.sample.csv',
      format: 'ukCsv',
      list: 'UK',
      published: '2026-10-08',
      records: 1,
      parties: 1,
      rejected: 0,
    },
    {
      file: 'uk/UK-Sanctions-List-2026.sample.xml',
      format: 'ukXml',
      list: 'UK',
      published: '2026-09-10',
      records: 3,
      parties: 3,
      rejected: 0,
    },
    { file: 'bis/dpl.txt', format: 'bisDenied', list: 'DPL', published: null, records: 581, parties: 461, rejected: 0 },
    { file: 'bis/bis_dpl.json', format: 'usJson', list: 'DPL', published: '2026-07-09', records: 564, parties: 469, rejected: 0 },
    { file: 'bis/bis_entity_list.json', format: 'usJson', list: 'EL', published: '2026-07-09', records: 3409, parties: 3409, rejected: 0 },
    { file: 'bis/bis_meu.json', format: 'usJson', list: 'MEU', published: '2026-07-09', records: 70, parties: 70, rejected: 0 },
    { file: 'us-other/dow_1260h.json', format: 'usJson', list: '1260H', published: '2026-07-09', records: 80, parties: 80, rejected: 0 },
    { file: 'us-other/dow_1286.json', format: 'usJson', list: '1286', published: '2026-07-09', records: 134, parties: 134, rejected: 0 },
    { file: 'us-other/dhs_uflpa.json', format: 'usJson', list: 'UFLPA', published: '2026-07-09', records: 148, parties: 148, rejected: 0 },
    // Two of the fifteen are categories of equipment, not companies.
    { file: 'us-other/fcc_covered.json', format: 'usJson', list: 'FCC', published: '2026-07-09', records: 15, parties: 13, rejected: 2 },
    { file: 'us-other/ofac_nscmic.json', format: 'usJson', list: 'CMIC', published: '2026-07-09', records: 68, parties: 68, rejected: 0 },
    {
      file: 'us-other/state_nonproliferation.json',
      format: 'usJson',
      list: 'ISN',
      published: '2026-07-09',
      records: 528,
      parties: 528,
      rejected: 0,
    },
    {
      file: 'us-other/state_debarred_statutory.json',
      format: 'usJson',
      list: 'DTC',
      published: '2026-07-09',
      records: 779,
      parties: 779,
      rejected: 0,
    },
  ])('$file', async ({ file, format, list, published, records, parties, rejected }) => {
    const { summary, parties: read } = await readAt(join(lists, file));
    expect(summary.source.format).toBe(format);
    expect(summary.lists.map((each) => [each.list, each.published])).toEqual([[list, published]]);
    expect([summary.records, summary.parties, summary.rejected]).toEqual([records, parties, rejected]);
    expect(summary.parties + summary.rejected + summary.merged).toBe(summary.records);
    expect(new Set(read.map(({ id }) => id)).size).toBe(read.length);
    expect(read.every(({ names }) => names[0] !== undefined && names.every(({ text }) => text.trim() !== ''))).toBe(true);
  });

  it('keeps the original script of the UN list', async () => {
    const { parties } = await readAt(join(lists, 'un/consolidated.xml'));
    const withScript = (code: string) => parties.filter(({ names }) => names.some(({ script }) => script === code)).length;
    expect([withScript('Arab') >= 366, withScript('Cyrl') >= 11]).toEqual([true, true]);
    expect([parties.filter(({ type }) => type === 'person').length, parties.filter(({ type }) => type === 'org').length]).toEqual([
      730, 273,
    ]);
  });

  it('makes of a printed table of the whole Entity List the names that were put in', async () => {
    const { entities } = JSON.parse(readFileSync(join(lists, 'bis/bis_entity_list.json'), 'utf8')) as { entities: Entity[] };
    // Names that still hold their aliases are left out: there is nothing to compare with.
    const whole = entities.filter(({ name }) => !/[af]\.k\.a|\(See|:$/.test(name));
    const { summary, parties } = await readAt(printed(whole));
    expect([summary.records, summary.parties]).toEqual([whole.length, whole.length]);
    const bare = (text: string | undefined) =>
      (text ?? '')
        .replace(/[’‘]/g, "'")
        .replace(/[\s.]+/g, ' ')
        .trim();
    const wrong = parties.filter((party, index) => bare(party.names[0]?.text) !== bare(whole[index]?.name));
    // A few names and addresses of scientists divide by a comma that no rule can tell.
    expect(wrong.length).toBeLessThanOrEqual(8);
    const aliases = whole.flatMap((entity, index) => entity.aliases.map((alias) => ({ alias: bare(alias), index })));
    const lost = aliases.filter(({ alias, index }) => !parties[index]?.names.some(({ text }) => bare(text) === alias));
    expect(lost.length / aliases.length).toBeLessThan(0.02);
  });

  it('reads footnote designations and the country each entry stands under', async () => {
    const { parties } = await readAt(join(lists, 'bis/bis_entity_list.json'));
    expect(parties.filter(({ footnotes }) => footnotes.includes('4')).length).toBeGreaterThan(90);
    expect(parties.every(({ countries }) => countries.some(({ role }) => role === 'listedUnder'))).toBe(true);
  });
});

interface Entity {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly country: string;
  readonly address: string | null;
  readonly notes: string | null;
  readonly federal_register: string;
}

/** The Entity List as the eCFR prints it, made of the parsed one. */
function printed(entities: readonly Entity[]): string {
  const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  let country = '';
  const rows = entities.map((entity) => {
    const { name, aliases, address } = entity;
    const ends = aliases.map((_alias, index) => (index === aliases.length - 1 ? '.' : index === aliases.length - 2 ? '; <I>and</I>' : ';'));
    const listed = aliases.map((alias, index) => `\u2014${escaped(alias)}${ends[index] ?? ''}`).join('<br/>');
    const cell =
      aliases.length === 0
        ? escaped(address === null ? name : `${name}, ${address}`)
        : `${escaped(name)}, a.k.a., the following ${aliases.length} aliases:<br/>${listed}<br/>${escaped(address ?? '')}`;
    const under = entity.country === country ? '' : entity.country.toUpperCase();
    country = entity.country;
    return `<TR><TD>${under}</TD><TD>${cell}</TD><TD>${escaped(entity.notes ?? '')}</TD><TD>Presumption of denial</TD><TD>${escaped(entity.federal_register)}</TD></TR>`;
  });
  const head = ['Country', 'Entity', 'License requirement', 'License review policy', 'Federal Register citation'];
  const path = join(mkdtempSync(join(tmpdir(), 'lists-')), 'part-744.xml');
  writeFileSync(
    path,
    `<ECFR><DIV9 N="Supplement No. 4 to Part 744"><HEAD>Supplement No. 4 to Part 744</HEAD><TABLE><TR>${head.map((title) => `<TH>${title}</TH>`).join('')}</TR>${rows.join('')}</TABLE></DIV9></ECFR>`,
  );
  return path;
}
