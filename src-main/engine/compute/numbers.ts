/**
 * Writes a number for a line of arithmetic: plain digits with thousands separators up to a million, `3.79e25` beyond.
 *
 * Three significant digits are what an estimate can carry; up to five are kept below a million so that chip counts
 * and hours read as they were entered.
 */
export function show(value: number): string {
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size >= 1e6 || size < 1e-3) {
    const [mantissa = '', exponent = ''] = value.toExponential(2).split('e');
    return `${trimZeros(mantissa)}e${exponent.replace('+', '')}`;
  }
  return group(trimZeros(Number(value.toPrecision(6)).toString()));
}

/** Writes factors with `×` between them and the product after `=`. */
export function product(factors: readonly number[], value: number): string {
  return `${factors.map(show).join(' × ')} = ${show(value)}`;
}

/** Writes terms with `+` between them and the sum after `=`; a single term stands alone. */
export function sum(terms: readonly number[], value: number): string {
  return terms.length === 1 ? show(value) : `${terms.map(show).join(' + ')} = ${show(value)}`;
}

function trimZeros(digits: string): string {
  return digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits;
}

function group(digits: string): string {
  const [whole = '', part] = digits.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return part === undefined ? grouped : `${grouped}.${part}`;
}
