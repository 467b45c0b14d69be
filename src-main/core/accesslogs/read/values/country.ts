import { readCountry } from '../../../importers/map/country.ts';

export interface CountryReading {
  /** ISO 3166-1 alpha-2, or nothing. */
  readonly code: string;
  readonly good: boolean;
}

const none = /^(?:-|null|none|unknown|n\/a|private|reserved|internal|zz|xx|t1|a1|a2|ap|eu|\*+)?$/i;

/** Reads a country as a log gives it: code or name, a code with a region (`US-CA`), a place (`Berlin, DE`). Address ranges stand for the inside. */
export function readLoggedCountry(written: string): CountryReading {
  const text = written.trim();
  // Namibia's code is no "not available" in a column of countries.
  if (/^na$/i.test(text)) return { code: 'NA', good: true };
  if (none.test(text) || (/^[\d.:a-f]+(?:-[\d.:a-f]+)?$/i.test(text) && /[.:]/.test(text))) return { code: '', good: true };
  const region = /^([A-Za-z]{2})-[A-Za-z0-9]{1,3}$/.exec(text);
  const reading = readCountry(region?.[1]?.toUpperCase() ?? (/^[a-z]{2}$/.test(text) ? text.toUpperCase() : text));
  return reading.is === 'country' ? { code: reading.code, good: true } : { code: '', good: false };
}
