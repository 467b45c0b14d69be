import type { ComputeMessage } from '../../../src-shared/model/compute.ts';
import { err, ok, type Result } from '../../../src-shared/model/result.ts';
import { note, warning } from './method.ts';
import { longScaleWords, magnitudeOf, type UnitWord, unitOf } from './quantity-units.ts';

export interface ParsedQuantity {
  readonly value: number;
  /** Unit the text names; absent for a bare number. */
  readonly unit?: UnitWord['unit'];
  /** What was read in one of two possible ways; show it beside the field. */
  readonly notes: readonly ComputeMessage[];
}

export interface ParseOptions {
  /** Unit the field takes. A rate where a total is wanted is refused, and the other way round. */
  readonly wanted?: UnitWord['unit'];
  /** Decimal mark of the reader's language, for `1,234` and `1.234`. Default: point. */
  readonly decimal?: 'point' | 'comma';
}

const largest = 1e40;

/**
 * Reads a quantity as people type it: `1.2e25`, `405B`, `15.6T tokens`, `2.1 × 10^26`, `10²⁶`, `38 yottaFLOP`, `3640 PFLOP/s-days`,
 * `1.234.567,8`, `16,384 GPUs`, `40 %`, `15,6 Mrd. Parameter`.
 *
 * Units: the value is in the unit named (hours for days and weeks, kWh for energy, FLOP for PFLOP/s-days, 0 to 1 for percent).
 * Errors: message codes `empty`, `notANumber`, `rateForTotal`, `totalForRate`, `wrongKind`, `negative`, `tooLarge` (text under
 * `compute.quantity.*`). A text that could be a thousands or a decimal mark is read by `decimal` and noted.
 */
export function parseQuantity(text: string, options: ParseOptions = {}): Result<ParsedQuantity, ComputeMessage> {
  const shown = text.trim().slice(0, 80);
  if (shown === '') return err(warning('empty'));
  const plain = tidy(text);
  const notes: ComputeMessage[] = [];

  const match = /^([$€£]?)\s*([+-]?)\s*((?:\d[\d.,' ]*|[.,]\d+)?)(.*)$/su.exec(plain);
  const [, money = '', sign = '', digits = '', tail = ''] = match ?? [];
  if (match === null) return err(warning('notANumber', { text: shown }));
  const leading = readDigits(digits.trim(), options.decimal ?? 'point');
  const scaled = readPower(leading, digits.trim() === '', tail.trim());
  if (scaled === undefined) return err(warning('notANumber', { text: shown }));
  if (leading?.doubt !== undefined) notes.push(note(leading.doubt, { text: shown, value: leading.value }));

  const word = readWords(`${scaled.rest}${money === '' ? '' : ` ${money}`}`.trim());
  if (word === undefined) return err(warning('notANumber', { text: shown }));
  if (word.longScale) notes.push(note('longScale', { text: shown }));
  const value = scaled.value * word.scale;
  if (!Number.isFinite(value) || Math.abs(value) > largest) return err(warning('tooLarge', { text: shown }));
  if (sign === '-' && value !== 0) return err(warning('negative', { text: shown }));
  return fitToField({ value, ...(word.unit === undefined ? {} : { unit: word.unit }), notes }, word.isDoubtful, options.wanted, shown);
}

/** Compares the unit found with the one the field takes. `FLOPS` in a field for a total is taken as a total, with a warning. */
function fitToField(
  parsed: ParsedQuantity,
  isDoubtful: boolean,
  wanted: ParseOptions['wanted'],
  text: string,
): Result<ParsedQuantity, ComputeMessage> {
  const { unit } = parsed;
  if (wanted === undefined) {
    return ok(
      isDoubtful ? { ...parsed, notes: [...parsed.notes, warning(unit === 'flop' ? 'flopsMeansTotal' : 'readAsRate', { text })] } : parsed,
    );
  }
  if (unit === undefined) return ok({ ...parsed, unit: wanted });
  if (unit === wanted)
    return ok(isDoubtful && wanted === 'flop' ? { ...parsed, notes: [...parsed.notes, warning('flopsMeansTotal', { text })] } : parsed);
  if (wanted === 'flop' && unit === 'flopPerSecond') {
    if (isDoubtful) return ok({ ...parsed, unit: 'flop', notes: [...parsed.notes, warning('flopsMeansTotal', { text })] });
    return err(warning('rateForTotal', { text }));
  }
  if (wanted === 'flopPerSecond' && unit === 'flop')
    return isDoubtful ? ok({ ...parsed, unit: wanted }) : err(warning('totalForRate', { text }));
  return err(warning('wrongKind', { text, found: unit, wanted }));
}

/** Raised digits and signs as plain ones: what Unicode calls their compatibility form. */
const lowered = (raised: string): string => raised.normalize('NFKC').replaceAll('−', '-');

function tidy(text: string): string {
  return text
    .replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺]+/gu, (run) => (/mm$/i.test(text.slice(0, text.indexOf(run))) ? '2' : `^${lowered(run)}`))
    .replace(/[\u00a0\u2007\u2009\u202f]/g, ' ')
    .replace(/[’']/g, "'")
    .replace(/[−–]/g, '-')
    .replace(/[~≈≃]|\b(?:about|ca\.?|approx\.?|circa|roughly)\b/giu, '')
    .trim();
}

interface ReadDigits {
  readonly value: number;
  readonly doubt?: 'commaTakenAsThousands' | 'pointTakenAsDecimal';
}

/** Digits with decimal and thousands marks of either habit. */
function readDigits(digits: string, decimal: 'point' | 'comma'): ReadDigits | undefined {
  if (digits === '') return undefined;
  const bare = digits.replace(/[ ']/g, '');
  const points = bare.split('.').length - 1;
  const commas = bare.split(',').length - 1;
  if (points > 0 && commas > 0) {
    const isCommaDecimal = bare.lastIndexOf(',') > bare.lastIndexOf('.');
    const whole = isCommaDecimal ? bare.replaceAll('.', '').replace(',', '.') : bare.replaceAll(',', '');
    return asNumber(whole);
  }
  if (points > 1) return /^\d{1,3}(\.\d{3})+$/.test(bare) ? asNumber(bare.replaceAll('.', '')) : undefined;
  if (commas > 1) return /^\d{1,3}(,\d{3})+$/.test(bare) ? asNumber(bare.replaceAll(',', '')) : undefined;
  if (commas === 1) {
    const couldBeThousands = /^[1-9]\d{0,2},\d{3}$/.test(bare);
    if (couldBeThousands && decimal === 'point') return withDoubt(asNumber(bare.replace(',', '')), 'commaTakenAsThousands');
    return asNumber(bare.replace(',', '.'));
  }
  if (points === 1 && /^[1-9]\d{0,2}\.\d{3}$/.test(bare)) {
    return decimal === 'comma' ? asNumber(bare.replace('.', '')) : withDoubt(asNumber(bare), 'pointTakenAsDecimal');
  }
  return asNumber(bare);
}

function withDoubt(read: ReadDigits | undefined, doubt: NonNullable<ReadDigits['doubt']>): ReadDigits | undefined {
  return read === undefined ? undefined : { ...read, doubt };
}

function asNumber(text: string): ReadDigits | undefined {
  const value = Number(text);
  return text !== '' && Number.isFinite(value) ? { value } : undefined;
}

/** Exponents: `e25`, `× 10^25`, `*10**25`, and a bare `10^26` (which arrives as digits `10` and tail `^26`). */
function readPower(
  leading: ReadDigits | undefined,
  isBare: boolean,
  tail: string,
): { readonly value: number; readonly rest: string } | undefined {
  if (leading === undefined || isBare) return undefined;
  const scientific = /^e([+-]?\d{1,3})(?![\d])\s*(.*)$/isu.exec(tail);
  if (scientific !== null) return { value: Number(`${leading.value}e${scientific[1] ?? '0'}`), rest: scientific[2] ?? '' };
  const times = /^[×x*·]\s*10\s*(?:\^|\*\*)?\s*([+-]?\d{1,3})(?!\d)\s*(.*)$/isu.exec(tail);
  if (times !== null) return { value: Number(`${leading.value}e${times[1] ?? '0'}`), rest: times[2] ?? '' };
  const power = /^(?:\^|\*\*)\s*([+-]?\d{1,3})(?!\d)\s*(.*)$/su.exec(tail);
  if (power !== null) return leading.value === 10 ? { value: Number(`1e${power[1] ?? '0'}`), rest: power[2] ?? '' } : undefined;
  return { value: leading.value, rest: tail };
}

interface ReadWords {
  readonly scale: number;
  readonly unit?: UnitWord['unit'];
  readonly isDoubtful: boolean;
  readonly longScale: boolean;
}

/** A magnitude word, a unit, or both: `B`, `T tokens`, `million GPU hours`, `yottaFLOP`. */
function readWords(rest: string): ReadWords | undefined {
  if (rest === '') return { scale: 1, isDoubtful: false, longScale: false };
  const whole = unitOf(rest);
  // A lone letter is a magnitude before it is a unit: `405M` is millions, `12 h` has no magnitude `h`.
  const loneMagnitude = magnitudeOf(rest);
  if (loneMagnitude !== undefined)
    return { scale: loneMagnitude, isDoubtful: false, longScale: longScaleWords.has(rest.toLowerCase().replace(/\.$/, '')) };
  if (whole !== undefined) return { scale: whole.scale, unit: whole.unit, isDoubtful: whole.isDoubtful === true, longScale: false };
  const [, first = '', second = ''] = /^(\S+)\s+(.+)$/su.exec(rest) ?? [];
  const magnitude = magnitudeOf(first);
  const unit = unitOf(second);
  if (magnitude === undefined || unit === undefined) return undefined;
  return {
    scale: magnitude * unit.scale,
    unit: unit.unit,
    isDoubtful: unit.isDoubtful === true,
    longScale: longScaleWords.has(first.toLowerCase().replace(/\.$/, '')),
  };
}
