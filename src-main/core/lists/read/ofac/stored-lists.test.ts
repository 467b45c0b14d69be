import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listLimits } from '../frame/limits.ts';
import { recogniseLists } from '../recognise.ts';
import { readSource } from '../run-task.ts';

const lists = resolve(import.meta.dirname, '../../../../../../shared/lists');

async function read(...names: string[]) {
  const { sources, problems } = await recogniseLists(
    names.map((name) => join(lists, name)),
    listLimits,
  );
  expect(problems).toEqual([]);
  const [source] = sources;
  if (source === undefined) throw new Error(`No list in ${names.join(', ')}`);
  let parties = 0;
  const summary = await readSource(source, listLimits, async (batch) => {
    parties += (JSON.parse(batch.parties) as unknown[]).length;
  });
  expect(summary.records).toBe(summary.parties + summary.rejected + summary.merged);
  expect(parties).toBe(summary.parties);
  return summary;
}

const counts = (summary: Awaited<ReturnType<typeof read>>) => Object.fromEntries(summary.lists.map(({ list, parties }) => [list, parties]));

/** The official files as they are published; their counts are those the publishers' own tables give. */
describe.skipIf(!existsSync(lists))('stored official lists of the Treasury and trade.gov', () => {
  it('reads the whole SDN list with its companions: no row lost, orphans counted', async () => {
    const summary = await read(...['sdn.csv', 'alt.csv', 'add.csv', 'sdn_comments.csv'].map((name) => `ofac-sdn/${name}`));
    expect(summary).toMatchObject({ records: 14_965, parties: 14_965, rejected: 0, merged: 0 });
    expect(summary.lists).toMatchObject([{ list: 'SDN', byType: { person: 6854, org: 6884, vessel: 851, aircraft: 376 } }]);
    expect(summary.notices.filter(({ code }) => code === 'orphanRows').map(({ place, count }) => [place.split(':')[0], count])).toEqual([
      ['alt.csv', 1468],
      ['add.csv', 2474],
      ['sdn_comments.csv', 2],
    ]);
    expect(summary.notices.some(({ code }) => code === 'unknownCountries' || code === 'unknownDates')).toBe(false);
  });

  it('reads two files glued to one as two lists', async () => {
    const summary = await read('ofac-sdn/sdn-2022.csv.gz');
    expect(summary).toMatchObject({ records: 11_567, parties: 11_567, rejected: 0 });
    expect(counts(summary)).toEqual({ SDN: 11_118, PLC: 78, CAP: 1, SSI: 290, FSE: 3, MBS: 9, CMIC: 68 });
  });

  it.each([['cons_prim.pip'], ['cons_prim.del'], ['cons_prim.ff.gz'], ['consolidated.xml']])(
    'reads the consolidated list of 2018 from %s',
    async (name) => {
      const summary = await read(`ofac-consolidated/${name}`);
      expect(summary).toMatchObject({ records: 639, parties: 639 });
      expect(counts(summary)).toEqual({ EO13599: 264, PLC: 78, CAP: 1, SSI: 290, FSE: 6 });
    },
  );

  it('reads the consolidated list of 2025', async () => {
    const summary = await read(...['prim', 'alt', 'add', 'comments'].map((name) => `ofac-consolidated/cons_${name}.csv`));
    expect(summary).toMatchObject({ records: 442, parties: 442 });
    expect(counts(summary)).toEqual({ PLC: 78, CAP: 1, SSI: 286, MBS: 9, CMIC: 68 });
    expect(summary.notices.map(({ code }) => code)).not.toContain('orphanRows');
  });

  it('reads the Consolidated Screening List: all thirteen sources, the header twice, a last row cut short', async () => {
    const summary = await read('csl/consolidated.csv');
    expect(summary).toMatchObject({ records: 4228, parties: 4197, merged: 30, rejected: 1 });
    expect(counts(summary)).toMatchObject({
      SDN: 1737,
      EL: 919,
      DPL: 548,
      SSI: 288,
      UVL: 186,
      ISN: 144,
      DTC: 142,
      PLC: 78,
      MEU: 71,
      CMIC: 68,
      MBS: 14,
      FSE: 1,
      CAP: 1,
    });
    const whole = await read('csl/csl-2026-07-31.jsonl.gz');
    expect(whole).toMatchObject({ records: 25_921, parties: 25_921, rejected: 0 });
    expect(counts(whole)).toMatchObject({
      SDN: 19_181,
      EL: 3420,
      DPL: 1596,
      DTC: 787,
      SSI: 286,
      UVL: 222,
      ISN: 161,
      PLC: 78,
      MEU: 70,
      CMIC: 68,
      MBS: 51,
      CAP: 1,
    });
  });

  it('reads the corpus and the list of all names', async () => {
    expect(await read('eval/corpus.jsonl.gz')).toMatchObject({ records: 26_924, parties: 26_924, rejected: 0 });
    expect(await read('ofac-sdn/sdn-all-names-2026.jsonl.gz')).toMatchObject({ records: 17_815, parties: 17_815, rejected: 0 });
  });
});
