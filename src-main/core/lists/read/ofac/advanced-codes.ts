import type { XmlNode } from '../frame/xml-records.ts';
import { child, children, childText, nodeText } from '../frame/xml-records.ts';

/** Codes of an advanced file as the file itself defines them: `AliasType`, `1400` → `A.K.A.` */
export interface Codes {
  define(node: XmlNode): void;
  /** Text of a code; empty and reported when the file defines none. */
  text(kind: string, id: string | undefined): string;
  /** Another attribute of a code's definition: `PartySubType`, `4`, `PartyTypeID` → `1`. */
  attribute(kind: string, id: string | undefined, name: string): string;
}

export function createCodes(onUnknown: (code: string) => void): Codes {
  const texts = new Map<string, string>();
  const attributes = new Map<string, Readonly<Record<string, string>>>();
  return {
    define(node) {
      const key = `${node.name} ${node.attributes['ID'] ?? ''}`;
      texts.set(key, nodeText(node));
      attributes.set(key, node.attributes);
    },
    text(kind, id) {
      if (id === undefined || id === '') return '';
      const text = texts.get(`${kind} ${id}`);
      if (text === undefined) onUnknown(`${kind} ${id}`);
      return text ?? '';
    },
    attribute: (kind, id, name) => attributes.get(`${kind} ${id ?? ''}`)?.[name] ?? '',
  };
}

/** A place of an advanced file: parts by what they are, in words. */
export interface Place {
  readonly lines: readonly string[];
  readonly city: string;
  readonly region: string;
  readonly country: string;
}

export function placeOf(node: XmlNode, codes: Codes): Place {
  const lines: string[] = [];
  let city = '';
  const region: string[] = [];
  for (const part of children(node, 'LocationPart')) {
    const kind = codes.text('LocPartType', part.attributes['LocPartTypeID']).toUpperCase();
    const value = children(part, 'LocationPartValue')
      .map((one) => childText(one, 'Value'))
      .find((text) => text !== '');
    if (value === undefined) continue;
    if (kind === 'CITY') city = value;
    else if (kind.startsWith('ADDRESS') || kind === '') lines.push(value);
    else region.push(value);
  }
  const named = children(node, 'LocationCountry').map((one) => codes.text('Country', one.attributes['CountryID']));
  const area = children(node, 'LocationAreaCode').map((one) => codes.text('AreaCode', one.attributes['AreaCodeID']));
  return { lines, city, region: region.join(', '), country: [...named, ...area].find((text) => text !== '') ?? '' };
}

export interface Days {
  readonly text: string;
  readonly circa: boolean;
}

/** A period as a text the reader of dates takes: `01 Jan 1962`, `1962`, `circa 1955 to 1960`. Empty for none. */
export function periodText(period: XmlNode): string {
  const start = child(period, 'Start');
  const end = child(period, 'End');
  const from = point(start === undefined ? undefined : (child(start, 'From') ?? child(start, 'To')));
  const until = point(end === undefined ? undefined : (child(end, 'To') ?? child(end, 'From'))) ?? from;
  if (from === null || until === null) return '';
  const circa = start?.attributes['Approximate'] === 'true' || end?.attributes['Approximate'] === 'true' ? 'circa ' : '';
  return `${circa}${span(from, until)}`;
}

interface Point {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export function point(node: XmlNode | undefined): Point | null {
  if (node === undefined) return null;
  const year = Number(childText(node, 'Year'));
  return year > 0 ? { year, month: Number(childText(node, 'Month') || 0), day: Number(childText(node, 'Day') || 0) } : null;
}

/** A whole year or month is written as its first and last day. */
function span(from: Point, until: Point): string {
  const same = from.year === until.year;
  if (from.month === 1 && from.day === 1 && until.month === 12 && until.day === 31)
    return same ? String(from.year) : `${from.year} to ${until.year}`;
  if (same && from.month === until.month && from.day === 1 && until.day >= 28 && until.day === lastDay(until.year, until.month))
    return `${months[from.month - 1] ?? ''} ${from.year}`;
  const first = printed(from);
  const last = printed(until);
  return first === last ? first : `${first} to ${last}`;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const lastDay = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();
const printed = ({ year, month, day }: Point) =>
  [day > 0 ? String(day).padStart(2, '0') : '', months[month - 1] ?? '', String(year)].filter((part) => part !== '').join(' ');
