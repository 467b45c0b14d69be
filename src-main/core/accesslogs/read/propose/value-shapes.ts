import type { LogField } from '../../../../../src-shared/formats/access-log.ts';
import { createParsedTime } from '../time/parsed.ts';
import { parseTime } from '../time/written.ts';
import { readAddress } from '../values/address.ts';
import { readAmount } from '../values/amount.ts';
import { readLoggedCountry } from '../values/country.ts';
import { readOutcome } from '../values/outcome.ts';

const parsed = createParsedTime();
const isMoment = (text: string) => {
  parseTime(text, parsed);
  return parsed.is !== 'nothing' && parsed.is !== 'damaged';
};
const isAddress = (text: string) => {
  const read = readAddress(text).text;
  return /^\d{1,3}(?:\.\d{1,3}){3}$/.test(read) || (read.includes(':') && /^[\da-f:]+$/.test(read));
};

/** Whether a text could be a value of a field. Free text could be anything, so it is judged by what it is not. */
const fits: Readonly<Record<LogField, (text: string) => boolean>> = {
  ts: isMoment,
  account: (text) => text.length <= 200 && !isMoment(text) && !isAddress(text) && /[\p{L}\d]/u.test(text),
  ip: isAddress,
  country: (text) => {
    const reading = readLoggedCountry(text.slice(text.lastIndexOf(',') + 1));
    return reading.good && reading.code !== '';
  },
  resource: (text) => !isMoment(text) && !isAddress(text),
  action: (text) => text.length <= 120 && !isMoment(text) && !isAddress(text),
  outcome: (text) => readOutcome(text, 'words') !== 0,
  count: (text) => !Number.isNaN(readAmount(text)),
  tokens: (text) => !Number.isNaN(readAmount(text)),
  bytes: (text) => !Number.isNaN(readAmount(text)),
  eventKey: (text) => /^[\w:.{}/+=@-]{1,200}$/.test(text),
};

/** Share of the filled values that fit a field, 0 to 1; 0 for a column without values. */
export function shareThatFits(field: LogField, values: readonly string[]): number {
  const filled = values.filter((text) => text.trim() !== '' && text.trim() !== '-').slice(0, 120);
  return filled.length === 0 ? 0 : filled.filter((text) => fits[field](text.trim().replace(/^'/, ''))).length / filled.length;
}

/** Share of filled values that look like e-mail addresses: nearly always the account. */
export function shareOfMail(values: readonly string[]): number {
  const filled = values.filter((text) => text.trim() !== '').slice(0, 120);
  return filled.length === 0 ? 0 : filled.filter((text) => /^'?[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim())).length / filled.length;
}

/** Share of filled values that are a day without a time, or a time of day without a day. */
export function shareOf(pattern: RegExp, values: readonly string[]): number {
  const filled = values.filter((text) => text.trim() !== '').slice(0, 120);
  return filled.length === 0 ? 0 : filled.filter((text) => pattern.test(text.trim())).length / filled.length;
}
