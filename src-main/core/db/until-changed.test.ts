import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { untilChanged, untilChangedInSlices } from './until-changed.ts';

let db: Database.Database;

beforeEach(() => {
  db = new Database(':memory:');
  db.exec('CREATE TABLE notes (id INTEGER PRIMARY KEY)');
});
afterEach(() => db.close());

const write = () => db.prepare('INSERT INTO notes DEFAULT VALUES').run();
const count = () => db.prepare<[], { n: number }>('SELECT count(*) AS n FROM notes').get()?.n ?? -1;
/** Counts twice with a turn for others between: both counts are of one moment, or the answer is wrong. */
const twice = (pause: () => Promise<void>) =>
  untilChangedInSlices(
    () => ({ db }),
    'counts',
    'today',
    pause,
    async (turn) => {
      const first = count();
      await turn();
      return [first, count()];
    },
  );

describe('what is kept', () => {
  it('is not what was read of rows that were taken back', () => {
    const kept = () => untilChanged({ db }, 'count', 'today', count);
    db.exec('BEGIN');
    write();
    expect(kept()).toBe(1);
    db.exec('ROLLBACK');
    expect(kept()).toBe(0);
  });
});

describe('what is worked out in slices', () => {
  it('is begun anew where something was written meanwhile, and in the end read in one go', async () => {
    let left = 1;
    const onceWritten = async () => {
      if (left > 0) write();
      left -= 1;
    };
    expect(await twice(onceWritten)).toEqual([1, 1]);
    write();
    expect(await twice(async () => void write())).toEqual([4, 4]);
  });

  it('is kept under its name for whoever asks next, until a row changes or the day', async () => {
    const made = await twice(() => Promise.resolve());
    expect(untilChanged({ db }, 'counts', 'today', () => [-1, -1])).toBe(made);
    expect(await twice(() => Promise.reject(new Error('not asked again')))).toBe(made);
    expect(untilChanged({ db }, 'counts', 'tomorrow', () => [-1, -1])).toEqual([-1, -1]);
    write();
    expect(untilChanged({ db }, 'counts', 'tomorrow', () => [-2, -2])).toEqual([-2, -2]);
  });
});
