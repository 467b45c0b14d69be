import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTimeReader, type TimeAnswers } from './reader.ts';

const now = Date.parse('2026-11-22T00:00:00Z');
const none: TimeAnswers = { zone: null, dateOrder: null, year: null, zoneWords: {} };
const readWith = (answers: Partial<TimeAnswers>) => {
  const reader = createTimeReader({ ...none, ...answers }, now);
  return (text: string) => {
    const ms = reader.read(text);
    return Number.isNaN(ms) ? `${reader.problem}${reader.zoneWord === null ? '' : ` ${reader.zoneWord}`}` : new Date(ms).toISOString();
  };
};

const two = (value: number) => String(value).padStart(2, '0');
const months = {
  en: 'January February March April May June July August September October November December'.split(' '),
  de: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' '),
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' '),
};
const half = (date: Date) => `${date.getUTCHours() % 12 || 12}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`;
const clock = (date: Date) => date.toISOString().slice(11, 19);
const shifted = (date: Date, minutes: number) => new Date(date.getTime() + minutes * 60_000);

/** Forms that keep milliseconds. */
const exact: Readonly<Record<string, (date: Date) => string>> = {
  iso: (date) => date.toISOString(),
  'iso with a blank': (date) => date.toISOString().replace('T', ' ').replace('Z', ' UTC'),
  'iso with a comma and nine digits': (date) => date.toISOString().replace(/\.(\d{3})Z/, ',$1000000Z'),
  'iso with an offset': (date) => shifted(date, 330).toISOString().replace('Z', '+05:30'),
  'iso with a tight offset': (date) => shifted(date, -480).toISOString().replace('Z', '-0800'),
  'iso with a short offset': (date) => shifted(date, 60).toISOString().replace('Z', '+01'),
  'iso without a zone': (date) => date.toISOString().slice(0, 23),
  'session zone of Snowflake': (date) => shifted(date, -420).toISOString().replace('T', ' ').replace('Z', ' -0700'),
  'epoch milliseconds': (date) => String(date.getTime()),
  'epoch microseconds': (date) => `${date.getTime()}123`,
  'epoch nanoseconds': (date) => `${date.getTime()}123456`,
  'epoch seconds with a fraction': (date) => (date.getTime() / 1000).toFixed(3),
  'Log Analytics': (date) =>
    `${date.getUTCMonth() + 1}/${date.getUTCDate()}/${date.getUTCFullYear()}, ${half(date)}.${date.toISOString().slice(20, 23)} ${date.getUTCHours() < 12 ? 'AM' : 'PM'}`,
};
/** Forms that keep seconds. */
const seconds: Readonly<Record<string, (date: Date) => string>> = {
  'epoch seconds': (date) => String(Math.floor(date.getTime() / 1000)),
  'common log': (date) =>
    `${two(shifted(date, 60).getUTCDate())}/${months.en[shifted(date, 60).getUTCMonth()]?.slice(0, 3)}/${shifted(date, 60).getUTCFullYear()}:${clock(shifted(date, 60))} +0100`,
  'RFC 2822': (date) =>
    `${['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'][date.getUTCDay()]}, ${two(date.getUTCDate())} ${months.en[date.getUTCMonth()]?.slice(0, 3)} ${date.getUTCFullYear()} ${clock(date)} +0000`,
  ctime: (date) =>
    `${['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'][date.getUTCDay()]} ${months.en[date.getUTCMonth()]?.slice(0, 3)} ${String(date.getUTCDate()).padStart(2)} ${clock(date)} UTC ${date.getUTCFullYear()}`,
  'American, slashed': (date) => `${date.getUTCMonth() + 1}/${date.getUTCDate()}/${date.getUTCFullYear()} ${clock(date)}`,
  dotted: (date) => `${date.getUTCDate()}.${two(date.getUTCMonth() + 1)}.${date.getUTCFullYear()} ${clock(date)}`,
  'year first, slashed': (date) => date.toISOString().slice(0, 19).replaceAll('-', '/').replace('T', ' '),
  'packed digits': (date) => date.toISOString().slice(0, 19).replace(/\D/g, ''),
  'packed ISO': (date) => `${date.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`,
  GitLab: (date) => `${date.toISOString().slice(0, 19).replace('T', ' ')} UTC`,
  'spreadsheet serial': (date) => (Math.floor(date.getTime() / 1000) / 86_400 + 25_569).toFixed(9),
  Cisco: (date) => `${months.en[date.getUTCMonth()]?.slice(0, 3)} ${two(date.getUTCDate())} ${date.getUTCFullYear()} ${clock(date)}`,
  English: (date) =>
    `${months.en[date.getUTCMonth()]} ${date.getUTCDate()}, ${date.getUTCFullYear()} at ${half(date)} ${date.getUTCHours() < 12 ? 'a.m.' : 'p.m.'}`,
  German: (date) => `${date.getUTCDate()}. ${months.de[date.getUTCMonth()]} ${date.getUTCFullYear()} um ${clock(date)}`,
  French: (date) => `${date.getUTCDate()} ${months.fr[date.getUTCMonth()]} ${date.getUTCFullYear()} à ${clock(date)}`,
  Spanish: (date) => `${date.getUTCDate()} de ${months.es[date.getUTCMonth()]} de ${date.getUTCFullYear()}, ${clock(date)}`,
};

const moments = fc.date({ min: new Date('2001-09-09T01:46:40Z'), max: new Date('2026-11-20T00:00:00Z'), noInvalidDate: true });

describe('reading back what was printed', () => {
  it.each(Object.entries(exact))('%s gives the same millisecond', (_name, print) => {
    const read = readWith({ zone: 'UTC', dateOrder: 'MDY' });
    fc.assert(
      fc.property(moments, (date) => {
        expect(read(print(date)), print(date)).toBe(date.toISOString());
      }),
    );
  });

  it.each(Object.entries(seconds))('%s gives the same second', (_name, print) => {
    const read = readWith({ zone: 'UTC', dateOrder: 'MDY' });
    fc.assert(
      fc.property(moments, (date) => {
        expect(read(print(date)), print(date)).toBe(`${date.toISOString().slice(0, 19)}.000Z`);
      }),
    );
  });

  it('finds the moment again from the clock of any place, but for the hour a clock shows twice', () => {
    for (const zone of ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'America/Sao_Paulo', 'Asia/Tehran']) {
      const print = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
      const reader = createTimeReader({ ...none, zone }, now);
      fc.assert(
        fc.property(moments, (date) => {
          const ms = reader.read(print.format(date));
          if (reader.problem !== 'twiceInClockChange')
            expect(ms, `${zone} ${date.toISOString()}`).toBe(Math.floor(date.getTime() / 1000) * 1000);
        }),
      );
    }
  });
});

describe('what cannot be known is said, not guessed', () => {
  it.each([
    ['03/10/2026 10:00', 'ambiguousDate'],
    ['2026-01-05 10:11:12', 'zoneUnknown'],
    ['Jan  5 10:11:12', 'yearUnknown'],
    ['1.62131E+12', 'damagedTimestamp'],
    ['2026-01-05 10:11:12 CET', 'zoneWordUnknown CET'],
    ['1999-12-31T23:59:59Z', 'impossibleYear'],
    ['2026-11-24T00:00:00Z', 'impossibleYear'],
    ['2026-02-30T00:00:00Z', 'badTimestamp'],
    ['2026-01-05T25:00:00Z', 'badTimestamp'],
    ['yesterday', 'badTimestamp'],
    ['123', 'badTimestamp'],
    ['2026-01-05T10:11:12+99:00', 'badTimestamp'],
  ])('%s: %s', (text, expected) => expect(readWith({})(text)).toBe(expected));

  it('reads a slashed date of one order only as that, and warns when the column has the other', () => {
    expect(readWith({ zone: 'UTC' })('13/01/2026 10:00')).toBe('2026-01-13T10:00:00.000Z');
    const reader = createTimeReader({ ...none, zone: 'UTC', dateOrder: 'MDY' }, now);
    expect([reader.read('13/01/2026 10:00'), reader.problem]).toEqual([Date.parse('2026-01-13T10:00Z'), 'againstDateOrder']);
    expect(readWith({ zone: 'UTC', dateOrder: 'DMY' })('03/10/2026 10:00')).toBe('2026-10-03T10:00:00.000Z');
    expect(readWith({ zone: 'UTC', dateOrder: 'MDY' })('3.10.2026 10:00')).toBe('2026-10-03T10:00:00.000Z');
  });

  it('refuses the hour a clock skipped and takes the first of an hour it showed twice', () => {
    const reader = createTimeReader({ ...none, zone: 'Europe/Berlin' }, now);
    expect([reader.read('2026-03-29 02:30:00'), reader.problem]).toEqual([Number.NaN, 'noSuchLocalTime']);
    expect([reader.read('2026-10-25 02:30:00'), reader.problem]).toEqual([Date.parse('2026-10-25T00:30Z'), 'twiceInClockChange']);
    expect([reader.read('2026-10-25 03:30:00'), reader.problem]).toEqual([Date.parse('2026-10-25T02:30Z'), null]);
  });

  it('takes a zone word in the meaning that was given, and names of places as they are', () => {
    expect(readWith({ zoneWords: { CET: 'Europe/Berlin', EST: '-05:00' } })('2026-07-05 10:11:12 CET')).toBe('2026-07-05T08:11:12.000Z');
    expect(readWith({ zoneWords: { EST: '-05:00' } })('Jan 5, 2026, 10:11:12 AM EST')).toBe('2026-01-05T15:11:12.000Z');
    expect(readWith({})('2026-01-05 10:11:12 America/New_York')).toBe('2026-01-05T15:11:12.000Z');
    expect(readWith({})('2026-01-05T10:11:12+01:00[Europe/Paris]')).toBe('2026-01-05T09:11:12.000Z');
    expect(readWith({ dateOrder: 'DMY' })('05/01/2026 10:11:12 UTC')).toBe('2026-01-05T10:11:12.000Z');
  });

  it('rolls the year over from December to January, also when a line comes late', () => {
    const read = readWith({ year: 2024, zone: 'UTC' });
    expect(['Dec 31 23:59:58', 'Jan  1 00:00:01', 'Dec 31 23:59:59', 'Jan  2 00:00:00', 'Feb 29 00:00:00'].map(read)).toEqual([
      '2024-12-31T23:59:58.000Z',
      '2025-01-01T00:00:01.000Z',
      '2024-12-31T23:59:59.000Z',
      '2025-01-02T00:00:00.000Z',
      'badTimestamp',
    ]);
  });
});
