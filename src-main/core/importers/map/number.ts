import type { DecimalSign } from '../../../../src-shared/contract/imports.ts';
import { readUnit } from './unit.ts';

/** What the text of a cell says as a number, in the field's unit. */
export type NumberReading =
  | { readonly is: 'number'; readonly value: number; readonly low?: number; readonly high?: number; readonly approximate: boolean }
  /** `1.234` or `1,234`: a thousand and more, or one and a bit. */
  | { readonly is: 'twoWays'; readonly asPoint: number; readonly asComma: number }
  | { readonly is: 'wrongUnit'; readonly unit: string }
  | { readonly is: 'notANumber' };

const approximateMark = /^(?:~|≈|∼|ca\.?|circa|approx\.?|approximately|about|around|etwa|ungefähr|rund|env\.?|environ|aprox\.?)\s*/i;
const number = String.raw`10\^[+-]?\d{1,3}|[+-]?(?:\d[\d.,]*|[.,]\d+)(?:e[+-]?\d{1,3})?(?:[x*]10\^[+-]?\d{1,3})?`;
/** Things that come whole, so that a sign before three digits can only group: nobody has 16.384 chips. */
const wholeUnits = new Set(['parameters', 'tokens', 'chips', 'units', 'people', 'transistors']);
const oneQuantity = new RegExp(`^(${number})(.*)$`, 'i');
const range = new RegExp(
  `^(?:between|from|von|zwischen)?\\s*(${number})\\s*([^\\d]*?)\\s*(?:-|to|and|bis|und|à|a)\\s*(${number})(.*)$`,
  'i',
);

/**
 * Reads a number as people write it: `405B`, `15.6T tokens`, `2.1E+26`, `1,234.5`, `1.234,5`, `1.2 × 10²⁵`, `~70b`, `10–20 Mrd.`, `3.35 TB/s`, `35 %`.
 * The result is in `unit`. Whether a lone `.` or `,` before three digits groups or divides is never guessed: without `decimal` it reads two ways.
 */
export function readNumber(text: string, unit: string | undefined, decimal: DecimalSign | null): NumberReading {
  const direct = Number(text);
  // Plain numbers of machines and spreadsheets; `1.234` may have been typed by a person, so it goes the long way.
  if (text !== '' && Number.isFinite(direct) && /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text) && !/^[+-]?[1-9]\d{0,2}\.\d{3}$/.test(text)) {
    return { is: 'number', value: direct, approximate: false };
  }
  let rest = even(text);
  const approximate = approximateMark.test(rest);
  rest = rest.replace(approximateMark, '');
  if (rest === '' || rest.length > 80) return { is: 'notANumber' };

  const ranged = range.exec(rest);
  if (ranged !== null) {
    const tail = ranged[4] ?? '';
    const low = readOne(`${ranged[1]}${ranged[2] === '' ? tail : ranged[2]}`, unit, decimal);
    const high = readOne(`${ranged[3]}${tail}`, unit, decimal);
    if (low.is === 'number' && high.is === 'number' && low.value <= high.value) {
      return { is: 'number', value: (low.value + high.value) / 2, low: low.value, high: high.value, approximate: true };
    }
    return low.is === 'twoWays' || high.is === 'wrongUnit' ? (low.is === 'twoWays' ? low : high) : { is: 'notANumber' };
  }
  const one = readOne(rest, unit, decimal);
  return one.is === 'number' && approximate ? { ...one, approximate } : one;
}

/** Evens out signs: blanks that group digits, multiplication signs, superscripts, dashes. */
function even(text: string): string {
  return text
    .normalize('NFC')
    .replace(/^'/, '')
    .replace(/[\p{Cf}]/gu, '')
    .replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻]+/g, (run) => `^${run.normalize('NFKC').replace('+', '').replace('−', '-')}`)
    .replace(/(mm|cm|m)\^2/gi, '$1²')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .trim()
    .replace(/(\d)[\s\u00a0\u202f\u2009_’'](?=\d{3}(?:\D|$))/g, '$1')
    .replace(/\*\*/g, '^')
    .replace(/\s*[×✕·⋅x*]\s*10\s*\^\s*/gi, 'x10^')
    .replace(/\s*10\s*\^\s*/g, '10^')
    .replace(/(\d)\s*(?:e|E)\s*([+-]?\d)/g, '$1e$2')
    .trim();
}

function readOne(text: string, unit: string | undefined, decimal: DecimalSign | null): NumberReading {
  const match = oneQuantity.exec(text.trim());
  if (match === null) return { is: 'notANumber' };
  const scale = readUnit((match[2] ?? '').trim(), unit);
  if (scale === 'notAUnit') return { is: 'notANumber' };
  if (typeof scale !== 'number') return { is: 'wrongUnit', unit: scale.wrong };
  const digits = readDigits(match[1] ?? '', decimal, scale !== 1, scale === 1 && unit !== undefined && wholeUnits.has(unit));
  if (digits.is !== 'number')
    return digits.is === 'twoWays' ? { ...digits, asPoint: scaled(digits.asPoint, scale), asComma: scaled(digits.asComma, scale) } : digits;
  return { is: 'number', value: scaled(digits.value, scale), approximate: false };
}

/** Multiplies without the last-digit noise of binary fractions: 15.6 × 10¹² is 15600000000000. */
function scaled(value: number, scale: number): number {
  return scale === 1 ? value : Number((value * scale).toPrecision(15));
}

function readDigits(text: string, decimal: DecimalSign | null, hasUnit: boolean, whole = false): NumberReading {
  const power = /^(.*?)x?10\^([+-]?\d+)$/i.exec(text);
  if (power !== null) {
    const factor = power[1] === '' ? { is: 'number' as const, value: 1 } : readDigits(power[1] ?? '', decimal, true);
    return factor.is === 'number' ? plain(Number(`${factor.value}e${power[2]}`), factor.value) : factor;
  }
  const [, sign = '', body = '', exponent = ''] = /^([+-]?)([\d.,]+)((?:e[+-]?\d+)?)$/i.exec(text) ?? [];
  if (body === '') return { is: 'notANumber' };
  const value = (point: string) => Number(`${sign}${point}${exponent}`);
  const points = body.split('.').length - 1;
  const commas = body.split(',').length - 1;
  if (points === 0 && commas === 0) return plain(value(body));
  if (points > 0 && commas > 0) {
    const decimalIs = body.lastIndexOf('.') > body.lastIndexOf(',') ? '.' : ',';
    const grouping = decimalIs === '.' ? ',' : '.';
    const [whole = '', fraction = '', more] = body.split(decimalIs);
    if (more !== undefined || !isGrouped(whole, grouping)) return { is: 'notANumber' };
    return plain(value(`${whole.replaceAll(grouping, '')}.${fraction}`));
  }
  const mark: DecimalSign = points > 0 ? '.' : ',';
  if (points + commas > 1) return isGrouped(body, mark) ? plain(value(body.replaceAll(mark, ''))) : { is: 'notANumber' };
  const asDecimal = value(body.replace(mark, '.'));
  if (!/^[1-9]\d{0,2}[.,]\d{3}$/.test(body) || exponent !== '' || (hasUnit && mark === '.')) return plain(asDecimal);
  const asGrouped = value(body.replace(mark, ''));
  if (whole) return plain(asGrouped);
  if (decimal !== null) return plain(decimal === mark ? asDecimal : asGrouped);
  return mark === '.'
    ? { is: 'twoWays', asPoint: asDecimal, asComma: asGrouped }
    : { is: 'twoWays', asPoint: asGrouped, asComma: asDecimal };
}

function plain(value: number, check = value): NumberReading {
  return Number.isFinite(value) && Number.isFinite(check) ? { is: 'number', value, approximate: false } : { is: 'notANumber' };
}

function isGrouped(text: string, mark: string): boolean {
  const groups = text.split(mark);
  return (groups[0] ?? '').length >= 1 && (groups[0] ?? '').length <= 3 && groups.slice(1).every((group) => /^\d{3}$/.test(group));
}

/**
 * Which sign divides decimals in a column, told by the values that can be read only one way (`14,2`, `1.204,7`, `1,000,000`). `null` when none tells or they disagree.
 */
export function decimalSignOf(texts: Iterable<string>): DecimalSign | null {
  let found: DecimalSign | null = null;
  for (const text of texts) {
    const body = /[\d.,]*\d[\d.,]*/.exec(even(text))?.[0] ?? '';
    const sign = tellingSign(body);
    if (sign === null) continue;
    if (found !== null && found !== sign) return null;
    found = sign;
  }
  return found;
}

function tellingSign(body: string): DecimalSign | null {
  const lastPoint = body.lastIndexOf('.');
  const lastComma = body.lastIndexOf(',');
  if (lastPoint >= 0 && lastComma >= 0) return lastPoint > lastComma ? '.' : ',';
  const mark = lastPoint >= 0 ? '.' : lastComma >= 0 ? ',' : null;
  if (mark === null) return null;
  if (body.indexOf(mark) !== body.lastIndexOf(mark)) return isGrouped(body, mark) ? (mark === '.' ? ',' : '.') : null;
  return /^[1-9]\d{0,2}[.,]\d{3}$/.test(body) ? null : mark;
}
