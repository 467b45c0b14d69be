import { describe, expect, it } from 'vitest';
import { benchmarksIn, chosenFrom, listed } from './bench-names.mjs';
import { fromRoot } from './paths.mjs';

const all = benchmarksIn(fromRoot('test', 'perf'));
const names = (words) => chosenFrom(all, words)?.map(({ name }) => name);

describe('the names of benchmarks', () => {
  it('runs all where nothing is asked for, and those whose name holds a word', () => {
    expect(names([])).toEqual(all.map(({ name }) => name));
    expect(names(['timeline'])).toEqual(['timeline']);
    expect(names(['window-imp', 'timeline'])).toEqual(['timeline', 'window-import']);
  });

  it('runs nothing for help, an unknown option, or a word that names none beside one that does', () => {
    expect(names(['--help'])).toBeUndefined();
    expect(names(['timeline', '-h'])).toBeUndefined();
    expect(() => names(['--fast'])).toThrow('There is no option --fast.');
    expect(() => names(['timeline', 'timelin3'])).toThrow('No benchmark is called timelin3.');
  });

  it('says every name with its title', () => {
    expect(all.filter(({ title }) => title === '')).toEqual([]);
    expect(listed(all)).toContain('timeline');
  });
});
