import { describe, expect, it } from 'vitest';
import type { AccessMatrix } from '../../../src-shared/contract/access.ts';
import { isoDate } from '../../../src-shared/model/dates.ts';
import { reportText } from '../reports/index.ts';
import { matrixPage, matrixSheets } from './matrix-page.ts';

/** Twenty assets and three people; the second reached none of the last four, the third nothing. */
const matrix: AccessMatrix = {
  columns: Array.from({ length: 20 }, (_, place) => ({
    assetId: `a${place}`,
    name: `Asset ${place + 1}`,
    version: null,
    entry: place === 0 ? '4E091' : null,
    controlled: place === 0 ? ('controlled' as const) : ('none' as const),
  })),
  rows: [
    {
      personId: 'p1',
      account: null,
      name: 'Priya Raman',
      group: 'Core',
      position: 'usPerson',
      cells: [
        { column: 0, events: 1200, mark: 'finding', findingId: 'f', says: 'Possible deemed export.' },
        { column: 19, events: 2, mark: 'none', findingId: null, says: 'Two events.' },
      ],
    },
    {
      personId: 'p2',
      account: null,
      name: '=Jonas Weber',
      group: 'Ops',
      position: 'licenceNeeded',
      cells: [{ column: 1, events: 7, mark: 'permitted', findingId: null, says: 'Seven events.' }],
    },
    { personId: 'p3', account: null, name: 'Nobody Here', group: 'Ops', position: 'unknown', cells: [] },
  ],
  people: 3,
  from: isoDate('2026-03-01'),
  until: isoDate('2026-03-31'),
};
const head = { number: 'AM-2026-001', on: '2026-11-21', team: null, workspace: 'Halden', exercise: false };

describe('the matrix on paper', () => {
  it('cuts a wide table into parts, each with its people, its header and its place in the whole', () => {
    const { blocks } = matrixPage(matrix, head, reportText());
    expect(blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []))).toEqual([
      'Assets 1 to 8 of 20',
      'Assets 9 to 16 of 20',
      'Assets 17 to 20 of 20',
    ]);
    const tables = blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));
    expect(tables.map(({ columns }) => columns.length)).toEqual([9, 5]);
    expect(JSON.stringify(tables[0])).toContain('\u25b2 1,200');
    expect(JSON.stringify(tables[0])).toContain('\u2713 7');
    expect(JSON.stringify(tables[1])).not.toContain('Jonas');
    expect(JSON.stringify(blocks)).not.toContain('Nobody Here');
  });

  it('says nowhere what anybody is: no position, no standing', () => {
    const everything = JSON.stringify([matrixPage(matrix, head, reportText()), matrixSheets(matrix, head, reportText())]);
    expect(everything).not.toMatch(/usPerson|US person|licenceNeeded|Licence needed/);
    expect(everything).toContain('Citizenship and standing are not part of this table.');
  });

  it('keeps counts as numbers in a workbook, and everybody in it', () => {
    const [table, findings] = matrixSheets(matrix, head, reportText());
    expect(table?.rows.map((row) => [row[0], row[2], row[21]])).toEqual([
      ['Priya Raman', 1200, 2],
      ['=Jonas Weber', null, null],
      ['Nobody Here', null, null],
    ]);
    expect(findings?.rows.map((row) => row[4])).toEqual(['Possible deemed export.', 'Seven events.']);
  });
});
