import { clockMs } from './civil.ts';
import type { ParsedTime } from './parsed.ts';

const digits = (text: string, at: number, count: number): number => {
  let value = 0;
  for (let index = at; index < at + count; index += 1) {
    const digit = text.charCodeAt(index) - 48;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
};

/**
 * Reads `YYYY-MM-DDTHH:mm:ss` with a `T` or a blank, one to nine digits of fraction, and a zone of `Z`, `UTC` or an offset or none, without regular
 * expressions: nearly every row of nearly every log comes this way. False when the text has another shape; the slower reading then tries.
 */
export function parseIso(text: string, into: ParsedTime): boolean {
  if (text.length < 19 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45 || text.charCodeAt(13) !== 58) return false;
  const between = text.charCodeAt(10);
  if ((between !== 84 && between !== 32 && between !== 116) || text.charCodeAt(16) !== 58) return false;
  const hour = digits(text, 11, 2);
  const minute = digits(text, 14, 2);
  const second = digits(text, 17, 2);
  // A leap second counts as the first moment of the next minute.
  if (!(hour <= 23 && minute <= 59 && second <= 60)) return false;
  let ms = ((hour * 60 + minute) * 60 + second) * 1000;
  let at = 19;
  const mark = text.charCodeAt(at);
  if (mark === 46 || mark === 44) {
    at += 1;
    let weight = 100;
    const start = at;
    for (; at < text.length; at += 1) {
      const digit = text.charCodeAt(at) - 48;
      if (!(digit >= 0 && digit <= 9)) break;
      ms += digit * weight;
      weight = weight >= 10 ? weight / 10 : 0;
    }
    if (at === start || at - start > 9) return false;
  }
  const local = clockMs(digits(text, 0, 4), digits(text, 5, 2), digits(text, 8, 2), ms);
  if (Number.isNaN(local)) return false;
  return endZone(text, at, local, into);
}

function endZone(text: string, from: number, local: number, into: ParsedTime): boolean {
  const rest = text.length - from;
  into.zoneWord = null;
  into.onlyOrder = null;
  if (rest === 0) {
    into.is = 'local';
    into.ms = local;
    return true;
  }
  const sign = text.charCodeAt(from);
  if ((rest === 1 && (sign === 90 || sign === 122)) || (rest === 4 && text.endsWith(' UTC'))) {
    into.is = 'utc';
    into.ms = local;
    return true;
  }
  if (sign !== 43 && sign !== 45) return false;
  const hours = digits(text, from + 1, 2);
  const minutes =
    rest === 6 && text.charCodeAt(from + 3) === 58
      ? digits(text, from + 4, 2)
      : rest === 5
        ? digits(text, from + 3, 2)
        : rest === 3
          ? 0
          : Number.NaN;
  if (!(hours <= 18 && minutes <= 59)) return false;
  into.is = 'utc';
  into.ms = local - (sign === 45 ? -1 : 1) * (hours * 60 + minutes) * 60_000;
  return true;
}
