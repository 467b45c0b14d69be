const SUPERSCRIPT: Readonly<Record<string, string>> = {
  '-': '⁻',
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
};

const formatters = new Map<string, Intl.NumberFormat>();

/** Making a formatter costs far more than using it, and a table asks for the same few a thousand times. */
function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(locale, options);
  formatters.set(key, made);
  return made;
}

/** A number as the field writes it: `mantissa × 10^exponent`, or plain digits when `exponent` is null. */
export interface NumberParts {
  readonly mantissa: string;
  readonly exponent: number | null;
}

/**
 * Splits a number for display. From a million million up, and under a thousandth, it becomes a power of ten with two
 * significant digits (or `digits`); between, it is written out with thousands separators and at most four decimals.
 */
export function numberParts(value: number, locale: string, digits = 2): NumberParts {
  const size = Math.abs(value);
  if (!Number.isFinite(value) || value === 0 || (size < 1e12 && size >= 1e-3)) {
    return { mantissa: numberFormat(locale, { maximumSignificantDigits: size < 1e4 ? 6 : 15 }).format(value), exponent: null };
  }
  const [mantissa = '0', exponent = '0'] = value.toExponential(digits - 1).split('e');
  const shown = numberFormat(locale, { minimumFractionDigits: digits - 1, maximumFractionDigits: digits - 1 });
  return { mantissa: shown.format(Number(mantissa)), exponent: Number(exponent) };
}

/** Writes an exponent with raised figures: 25 becomes `²⁵`. */
export function superscript(exponent: number): string {
  return [...String(exponent)].map((sign) => SUPERSCRIPT[sign] ?? sign).join('');
}

/** A big or tiny number as plain text, `1.2 × 10²⁵`; exact powers of ten as `10²⁶`. */
export function formatQuantity(value: number, locale: string, digits = 2): string {
  const { mantissa, exponent } = numberParts(value, locale, digits);
  if (exponent === null) return mantissa;
  return Number(mantissa) === 1 && value === Number(`1e${exponent}`)
    ? `10${superscript(exponent)}`
    : `${mantissa} × 10${superscript(exponent)}`;
}

/** The raw value for the clipboard, exact enough to paste into a spreadsheet: `1.2e25`. */
export function rawNumber(value: number): string {
  return String(value);
}

const BYTE_UNITS = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

/** A file size in decimal units, as file managers show it: `214 MB`. */
export function formatBytes(bytes: number, locale: string): string {
  let size = bytes;
  let unit = 0;
  while (size >= 999.5 && unit < BYTE_UNITS.length - 1) {
    size /= 1000;
    unit += 1;
  }
  return `${numberFormat(locale, { maximumSignificantDigits: 3 }).format(size)} ${BYTE_UNITS[unit] ?? 'B'}`;
}

/**
 * Reads a number as people write it: `13.4e12`, `13.4 × 10^12`, `13.4*10**12`, `10²⁶`, `4,096`, `1 980`, `0.35`, `70B`, `15T`.
 *
 * `null` when it is not a number, or when a single comma could be a decimal or a thousands mark (`1,234` is read as
 * thousands; `1,5` is refused so that nobody is off by a factor of ten).
 */
export function parseQuantity(text: string): number | null {
  const plain = text
    .trim()
    .replace(/[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+/g, (raised) => `^${[...raised].map(lower).join('')}`)
    .replace(/[\s\u00a0\u202f']/g, '')
    .replace(/−/g, '-');
  const power = /^(?:([+-]?[\d.,]+)[×x*·])?10(?:\^|\*\*)([+-]?\d+)$/i.exec(plain);
  if (power !== null) {
    const factor = power[1] === undefined ? 1 : decimal(power[1]);
    return factor === null ? null : finite(Number(`${factor}e${power[2] ?? '0'}`));
  }
  const scaled = /^([+-]?[\d.,]+)(?:e([+-]?\d+)|([kKmMbBgGtT]))?$/i.exec(plain);
  if (scaled === null) return null;
  const base = decimal(scaled[1] ?? '');
  if (base === null) return null;
  const exponent = scaled[2] ?? SCALE[(scaled[3] ?? '').toLowerCase()] ?? '0';
  return finite(Number(`${base}e${exponent}`));
}

const SCALE: Readonly<Record<string, string>> = { k: '3', m: '6', b: '9', g: '9', t: '12' };

function lower(raised: string): string {
  const found = Object.entries(SUPERSCRIPT).find(([, sign]) => sign === raised);
  return found?.[0] ?? '';
}

function decimal(text: string): string | null {
  if (/^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text)) return text.replaceAll(',', '');
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(text) ? text : null;
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
