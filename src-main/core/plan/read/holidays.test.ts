import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { HolidayFile } from '../../../../src-shared/formats/holiday-file.ts';
import { writeXlsx } from '../../exports/index.ts';
import { readLimits } from '../../importers/index.ts';
import { readHolidays } from './holidays.ts';

const folder = mkdtempSync(join(tmpdir(), 'gatehouse-holidays-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const years = { from: 2026, until: 2027 };
async function reading(bytes: string | Uint8Array, name: string) {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return readHolidays({ do: 'readHolidays', path, limits: readLimits, years });
}
async function file(bytes: string | Uint8Array, name = 'days.ics'): Promise<HolidayFile> {
  const read = await reading(bytes, name);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}
const calendar = (...events: readonly string[]) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    ...events.flatMap((event) => ['BEGIN:VEVENT', ...event.split('\n'), 'END:VEVENT']),
    'END:VCALENDAR',
    '',
  ].join('\r\n');
const days = ({ holidays }: HolidayFile) => holidays.map(({ day, name }) => `${day} ${name}`.trim());

describe('a calendar of holidays', () => {
  it('reads whole days, folded and escaped words, ranges with their exclusive end, and lengths', async () => {
    const read = await file(
      calendar(
        'DTSTART;VALUE=DATE:20261225\nSUMMARY;LANGUAGE="en:GB":Christmas\\, a very long name tha\n t goes on\nBEGIN:VALARM\nSUMMARY:Wake up\nEND:VALARM',
        'DTSTART;VALUE=DATE:20261228\nDTEND;VALUE=DATE:20270102\nSUMMARY:Works shut',
        'DTSTART:20260501T000000\nDTEND:20260502T000000\nSUMMARY:Labour Day',
        'DTSTART;VALUE=DATE:20260520\nDURATION:P2D\nSUMMARY:Bridge',
        'DTSTART;VALUE=DATE:20260603\nDTEND;VALUE=DATE:20260603\nSUMMARY:Its end is its start',
        'DTSTART;VALUE=DATE:20190101\nSUMMARY:Long ago',
      ),
    );
    expect(days(read)).toEqual([
      '2026-05-01 Labour Day',
      '2026-05-20 Bridge',
      '2026-05-21 Bridge',
      '2026-06-03 Its end is its start',
      '2026-12-25 Christmas, a very long name that goes on',
      ...['2026-12-28', '2026-12-29', '2026-12-30', '2026-12-31', '2027-01-01'].map((day) => `${day} Works shut`),
    ]);
    expect(read).toMatchObject({ format: 'calendar', otherYears: 1, rejected: 0 });
  });

  it('works out what comes round each year, with exceptions, additions and moved days', async () => {
    const read = await file(
      calendar(
        'UID:a\nDTSTART;VALUE=DATE:19700101\nRRULE:FREQ=YEARLY\nEXDATE;VALUE=DATE:20270101\nSUMMARY:New year',
        'UID:b\nDTSTART;VALUE=DATE:20001123\nRRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH\nSUMMARY:Thanksgiving',
        'UID:c\nDTSTART;VALUE=DATE:20000529\nRRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO;UNTIL=20261231\nSUMMARY:Memorial',
        'UID:d\nDTSTART;VALUE=DATE:20240229\nRRULE:FREQ=YEARLY;COUNT=2\nRDATE;VALUE=DATE:20260228\nSUMMARY:Leap day',
        'UID:e\nDTSTART;VALUE=DATE:20200610\nRRULE:FREQ=YEARLY\nSUMMARY:Founders',
        'UID:e\nRECURRENCE-ID;VALUE=DATE:20260610\nDTSTART;VALUE=DATE:20260612\nSUMMARY:Founders, moved',
      ),
    );
    expect(days(read)).toEqual([
      '2026-01-01 New year',
      '2026-02-28 Leap day',
      '2026-05-25 Memorial',
      '2026-06-12 Founders, moved',
      '2026-11-26 Thanksgiving',
      '2027-06-10 Founders',
      '2027-11-25 Thanksgiving',
    ]);
  });

  it('names each line that gave no day with its number, and loses nothing around it', async () => {
    const read = await file(
      calendar(
        'DTSTART:20260504T090000Z\nSUMMARY:Morning',
        'SUMMARY:No day at all',
        'DTSTART;VALUE=DATE:20260231\nSUMMARY:No such day',
        'DTSTART;VALUE=DATE:20260101\nDTEND;VALUE=DATE:20261231\nSUMMARY:A year',
        'DTSTART;VALUE=DATE:20260914\nRRULE:FREQ=WEEKLY\nSUMMARY:Mondays',
        'DTSTART;VALUE=DATE:20261102\nSTATUS:CANCELLED\nSUMMARY:Called off',
        'DTSTART;VALUE=DATE:20261103\nthis is no line\nSUMMARY:Kept',
      ).replace(/END:VEVENT\r\nEND:VCALENDAR\r\n$/u, ''),
    );
    expect(days(read)).toEqual(['2026-09-14 Mondays']);
    expect(read.rejects.map(({ line, reason }) => [line, reason])).toEqual([
      [4, 'timed'],
      [8, 'noDay'],
      [11, 'noDay'],
      [16, 'tooLong'],
      [21, 'repeats'],
      [26, 'cancelled'],
      [29, 'cut'],
      [31, 'noLine'],
    ]);
    expect(read.rejects[0]?.text).toBe('Morning: DTSTART:20260504T090000Z');
  });

  it('reads other code pages, and stands any torn or hostile calendar', async () => {
    const german = calendar('DTSTART;VALUE=DATE:20261003\nSUMMARY:Fête');
    expect(days(await file(Buffer.from(german, 'latin1')))).toEqual(['2026-10-03 Fête']);
    expect(days(await file(Buffer.from(`\ufeff${german}`, 'utf16le')))).toEqual(['2026-10-03 Fête']);
    expect(days(await file(`\ufeff${german}`))).toEqual(['2026-10-03 Fête']);
    for (let cut = 16; cut < german.length; cut += 29) await file(german.slice(0, cut));
    const many = await file(
      calendar(...Array.from({ length: 3000 }, (_, place) => `DTSTART;VALUE=DATE:00010101\nRRULE:FREQ=YEARLY\nSUMMARY:${place}`)),
    );
    expect(many.holidays).toHaveLength(2);
  });
});

describe('a table of holidays', () => {
  it('finds the columns of days and names in CSV and Excel, with or without a header', async () => {
    const expected = ['2026-04-03 Good Friday', '2026-12-25 Christmas Day'];
    expect(days(await file('Date,Holiday,Region\n2026-12-25,Christmas Day,all\n2026-04-03,Good Friday,all\n', 'a.csv'))).toEqual(expected);
    expect(days(await file('Good Friday;3.4.2026\nChristmas Day;25.12.2026\n', 'b.csv'))).toEqual(expected);
    const rows = [
      ['Company of Halden', null],
      ['Good Friday', '3 April 2026'],
      ['Christmas Day', '25 December 2026'],
    ];
    const sheet = {
      name: 'Days',
      columns: [
        { title: 'Name', width: 20 },
        { title: 'Day', width: 20 },
      ],
      rows,
    };
    const read = await file(await writeXlsx([sheet]), 'c.xlsx');
    expect(days(read)).toEqual(expected);
    expect(read.rejects).toEqual([{ line: 2, text: 'Company of Halden', reason: 'noDay' }]);
  });

  it('follows the other rows where day and month can be swapped, and rejects what stays open', async () => {
    const telling = await file('date,name\n12/25/2026,Christmas\n07/04/2026,Independence\n', 'd.csv');
    expect(days(telling)).toEqual(['2026-07-04 Independence', '2026-12-25 Christmas']);
    const open = await file('date,name\n01/05/2026,May or January\nsoon,Later\n2026-05-14,Ascension\n', 'e.csv');
    expect(days(open)).toEqual(['2026-05-14 Ascension']);
    expect(open.rejects.map(({ line, reason }) => [line, reason])).toEqual([
      [2, 'twoWays'],
      [3, 'noDay'],
    ]);
  });

  it('refuses what is no calendar and no table, with the reason', async () => {
    expect(await reading('', 'empty.ics')).toMatchObject({ ok: false, error: { reason: 'empty' } });
    expect(await reading('%PDF-1.7\n', 'days.pdf')).toMatchObject({ ok: false, error: { reason: 'pdf' } });
    expect(await readHolidays({ do: 'readHolidays', path: join(folder, 'none.ics'), limits: readLimits, years })).toMatchObject({
      ok: false,
      error: { reason: 'cannotRead' },
    });
  });
});
