import { describe, expect, it } from 'vitest';
import { readEarNames } from './ear-entry.ts';
import { readNotices } from './ear-notices.ts';

const others = (name: string, ...aliases: string[]) => readEarNames(name, aliases).others.map(({ text, kind }) => `${kind} ${text}`);

describe('names cut out of the tables of part 744', () => {
  it('tells an alias from the addresses behind it', () => {
    const entry = readEarNames('Fictional Works Co., Ltd.', [
      'M.A.G. Tech, 12 Long Avenue, Montreal, QC, Canada; and 5440 Short St, Office 103, Montreal, Canada',
      'Orchid Software Co. Ltd. 300 Oak Way, Green Park, Reading, RG2 6UF; and 6 Mitre Passage, United Kingdom',
      "State Office 'Lantern of the Northern Harbour and Its Approaches'. 3 Long Avenue, Anapa 353440, Russia",
    ]);
    expect(entry.others.map(({ text }) => text)).toEqual([
      'M.A.G. Tech',
      'Orchid Software Co. Ltd',
      "State Office 'Lantern of the Northern Harbour and Its Approaches'",
    ]);
    expect(entry.addresses).toEqual(['5440 Short St, Office 103, Montreal, Canada', '6 Mitre Passage, United Kingdom']);
  });

  it('leaves out what introduces a name, marks left open, and what is said of all names', () => {
    expect(others('Orchid Institute', 'and Lantern Works', 'a.k.a. Tern, Vera', 'HPX; and', 'f.k.a., Old Lantern')).toEqual([
      'aka Lantern Works',
      'aka Tern, Vera',
      'aka HPX',
      'fka Old Lantern',
    ]);
    expect(readEarNames('Orchid Trading (a.k.a.', []).name).toBe('Orchid Trading');
    expect(others('Orchid', 'Orchid Research (UK))', 'Orchid (HK)')).toEqual(['aka Orchid Research (UK)', 'aka Orchid (HK)']);
    const said = readEarNames('Orchid', ['Lantern Institute; (all of preceding located in or near Exampletown)']);
    expect([said.others.map(({ text }) => text), said.remarks]).toEqual([
      ['Lantern Institute'],
      ['all of preceding located in or near Exampletown'],
    ]);
  });
});

describe('readNotices', () => {
  it('parts notices however they are set', () => {
    expect(readNotices('80 F.R. 44930 7/28/15, 81 F.R.45276 7/13/2016,82 F.R.  2312 1/9/2017 83F.R. 28801')).toEqual([
      '80 F.R. 44930 7/28/15',
      '81 F.R.45276 7/13/2016',
      '82 F.R. 2312 1/9/2017',
      '83F.R. 28801',
    ]);
  });
});
