import type { Buffer } from 'node:buffer';
import { type MmdbFacts, openMmdb } from './mmdb.ts';
import { DamagedMmdb, type MmdbValue } from './mmdb-values.ts';
import { createStepsBuilder } from './steps.ts';
import type { LabelledSteps } from './table.ts';

export type TableKind = 'country' | 'operator';

export interface Converted {
  readonly kind: TableKind;
  readonly facts: MmdbFacts;
  readonly table: LabelledSteps;
  /** Ranges that carry a country or an operator. */
  readonly ranges: number;
}

/** More distinct records than this is a city or a street database: its detail would be lost here, and its reading cost is not worth it. */
const maxRecords = 2_000_000;

/**
 * Turns a MaxMind DB file into a table of ours. It takes country databases (`country_code`, `country.iso_code`, `country`) and operator
 * databases (`autonomous_system_number`, `asn`). Throws `DamagedMmdb` for damaged files and for databases of another kind.
 */
export function convertMmdb(bytes: Buffer): Converted {
  const mmdb = openMmdb(bytes);
  const places = new Map<number, number>();
  const placeOf = new Map<string, number>([['', 0]]);
  const labels = [''];
  const numbers = [0];
  const builder = createStepsBuilder();
  let countries = 0;
  let operators = 0;
  let ranges = 0;

  const placeOfRecord = (record: number): number => {
    const known = places.get(record);
    if (known !== undefined) return known;
    if (places.size >= maxRecords) throw new DamagedMmdb('It has more distinct records than a country or operator database');
    const value = mmdb.record(record);
    const country = countryIn(value);
    const operator = operatorIn(value);
    if (country !== null) countries += 1;
    if (operator !== null) operators += 1;
    const key = operator === null ? (country ?? '') : `${operator.number}`;
    let place = placeOf.get(key);
    if (place === undefined) {
      place = labels.length;
      placeOf.set(key, place);
      labels.push(operator === null ? (country ?? '') : operator.name);
      numbers.push(operator?.number ?? 0);
    }
    places.set(record, place);
    return place;
  };

  for (const { range, record } of mmdb.ranges()) {
    const place = placeOfRecord(record);
    if (place === 0) continue;
    builder.add(range, place);
    ranges += 1;
  }
  if (ranges === 0) throw new DamagedMmdb('It holds neither countries nor network operators');
  const kind: TableKind = operators > 0 ? 'operator' : 'country';
  if (operators > 0 && countries > operators) throw new DamagedMmdb('It mixes countries and network operators');
  return { kind, facts: mmdb.facts, table: { steps: builder.finish(), labels, numbers }, ranges };
}

const codes = /^[A-Z]{2}$/;
/** Codes that registries and vendors use for "no single country": Europe, Asia/Pacific, unknown, satellite, proxy. */
const notCountries = new Set(['AP', 'EU', 'XX', 'ZZ', 'A1', 'A2', 'O1']);

/** A country code, or null for anything that is not one country. */
export function countryCode(text: string): string | null {
  const code = text.trim().toUpperCase();
  return codes.test(code) && !notCountries.has(code) ? code : null;
}

const at = (value: MmdbValue | undefined, name: string): MmdbValue | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, MmdbValue>)[name] : undefined;

function countryIn(value: MmdbValue): string | null {
  for (const found of [at(value, 'country_code'), at(at(value, 'country'), 'iso_code'), at(value, 'country')]) {
    if (typeof found === 'string') return countryCode(found);
  }
  return null;
}

const maxName = 200;

function operatorIn(value: MmdbValue): { readonly number: number; readonly name: string } | null {
  const stated = at(value, 'autonomous_system_number') ?? at(value, 'asn');
  const number =
    typeof stated === 'number' ? stated : typeof stated === 'string' ? Number(/^(?:AS)?(\d{1,10})$/i.exec(stated)?.[1]) : Number.NaN;
  if (!Number.isInteger(number) || number < 1 || number > 0xffff_ffff) return null;
  const name = at(value, 'autonomous_system_organization') ?? at(value, 'as_name') ?? at(value, 'name');
  return { number, name: typeof name === 'string' ? name.slice(0, maxName) : '' };
}
