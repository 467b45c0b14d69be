/**
 * Spreadsheet serial number to ISO text, `YYYY-MM-DD`, `YYYY-MM-DDTHH:mm:ss` or, for a bare time of day, `HH:mm:ss`.
 * The 1900 system counts a 29 February 1900 that never was: days before 1 March 1900 are one off, and the phantom day itself has no date.
 * `null` for numbers that are no day of the years 1900 to 9999.
 */
export function serialToIso(serial: number, epoch1904: boolean): string | null {
  if (!Number.isFinite(serial) || serial < 0 || serial >= 2_958_466) return null;
  const totalMs = Math.round(serial * 86_400_000);
  let days = Math.floor(totalMs / 86_400_000);
  const ms = totalMs - days * 86_400_000;
  const time = ms === 0 ? '' : timeText(ms);
  if (days === 0 && !epoch1904) return time === '' ? '00:00:00' : time;
  if (epoch1904) days += 1462;
  else if (days === 60) return null;
  else if (days < 60) days += 1;
  const date = dateText(days);
  return time === '' ? date : `${date}T${time}`;
}

let lastDays = 0;
let lastDate = '1899-12-30';

/** Rows of a log mostly share their day with the row before. */
function dateText(days: number): string {
  if (days !== lastDays) {
    lastDays = days;
    lastDate = new Date(Date.UTC(1899, 11, 30) + days * 86_400_000).toISOString().slice(0, 10);
  }
  return lastDate;
}

const twoDigits = Array.from({ length: 60 }, (_, value) => String(value).padStart(2, '0'));

function timeText(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const hour = twoDigits[Math.floor(seconds / 3600)];
  const text = `${hour}:${twoDigits[Math.floor(seconds / 60) % 60]}:${twoDigits[seconds % 60]}`;
  return ms % 1000 === 0 ? text : `${text}.${String(ms % 1000).padStart(3, '0')}`;
}

export type NumberLook = 'plain' | 'date' | 'percent';

const builtInDates = new Set([
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 47, 50, 51, 52, 53, 54, 55, 56, 57, 58,
]);

/** What a number format makes of a number. `custom` is its code where the workbook defines one. */
export function numberLook(formatId: number, custom: string | undefined): NumberLook {
  if (custom === undefined) {
    if (builtInDates.has(formatId)) return 'date';
    return formatId === 9 || formatId === 10 ? 'percent' : 'plain';
  }
  // Quoted text, escaped characters, padding and bracketed conditions or colours say nothing about the kind; a bracketed [h] is a duration, a number.
  const bare = (custom.split(';')[0] ?? '').replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '');
  if (/general/i.test(bare)) return 'plain';
  if (/\[(h+|m+|s+)\]/i.test(custom)) return 'plain';
  if (/[ymdhs]/i.test(bare)) return 'date';
  return bare.includes('%') ? 'percent' : 'plain';
}
