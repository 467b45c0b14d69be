import type { LogField, LogReading } from '../../../../../src-shared/formats/access-log.ts';
import { eventOutcomes } from '../../../../../src-shared/model/access-events.ts';
import { createTimeReader } from '../time/reader.ts';
import { readAddress } from '../values/address.ts';
import { readAmount } from '../values/amount.ts';
import { readLoggedCountry } from '../values/country.ts';
import { readOutcome } from '../values/outcome.ts';

/** What a text of a field is read as, in words for the screen; `null` where it cannot be read. */
export function showValue(field: LogField, text: string, reading: LogReading, now: number): string | null {
  switch (field) {
    case 'ts': {
      const ms = createTimeReader(reading.answers, now).read(text);
      return Number.isNaN(ms) ? null : new Date(ms).toISOString();
    }
    case 'ip': {
      const address = readAddress(text);
      return address.good ? address.text.slice(0, 200) : null;
    }
    case 'country': {
      const country = readLoggedCountry(text);
      return country.good ? country.code : null;
    }
    case 'outcome': {
      const outcome = eventOutcomes[readOutcome(text, reading.outcome)];
      return outcome === undefined || outcome === 'unknown' ? null : outcome;
    }
    case 'count':
    case 'tokens':
    case 'bytes': {
      const amount = text.split('+').reduce((sum, part) => sum + readAmount(part), 0);
      return Number.isNaN(amount) ? null : String(amount);
    }
    default:
      return text.slice(0, 200);
  }
}
