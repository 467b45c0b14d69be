import type { Line, Run } from '../../../src-shared/model/report-page.ts';
import { numberParts } from '../../../src-shared/text/numbers.ts';

type Style = 'text' | 'strong' | 'quiet';

/** `10^25`, `10²⁵` and `4.05e11`, as packs, screens and the engine write powers. */
const power = /(?<![\p{L}\p{N}.,])(?:10(?:\^\{?([-−]?\d+)\}?|([⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+))|(\d+(?:\.\d+)?)e([+-]?\d+))(?![\p{L}\p{N}])/gu;

/** Text as runs, with every power of ten set with a raised exponent. */
export function line(text: string, style: Style = 'text'): Line {
  const runs: Run[] = [];
  let from = 0;
  for (const match of text.matchAll(power)) {
    const before = text.slice(from, match.index);
    const [whole, plain, raised, mantissa, exponent] = match;
    const up = plain ?? (raised === undefined ? exponent : raised.normalize('NFKC')) ?? '';
    runs.push(...run(`${before}${mantissa === undefined || mantissa === '1' ? '10' : `${mantissa} × 10`}`, style));
    runs.push({ kind: 'up', text: up.replace('+', '').replace('-', '−'), strong: style === 'strong' });
    from = match.index + whole.length;
  }
  runs.push(...run(text.slice(from), style));
  return runs;
}

/** A number with its unit, big and tiny ones as a power of ten. */
export function figure(value: number, locale: string, unit = '', style: Style = 'text'): Line {
  const { mantissa, exponent } = numberParts(value, locale);
  const after = unit === '' ? '' : ` ${unit}`;
  if (exponent === null) return run(`${mantissa}${after}`, style);
  const base = Number(mantissa) === 1 && value === Number(`1e${exponent}`) ? '10' : `${mantissa} × 10`;
  return [...run(base, style), { kind: 'up', text: String(exponent).replace('-', '−'), strong: style === 'strong' }, ...run(after, style)];
}

/** References as `[1] [4]`. */
export const noteRefs = (notes: readonly number[]): Line => notes.map((number) => ({ kind: 'note', number }));

/** Lines one after another, with a separator between those that say something. */
export function joined(lines: readonly Line[], separator: string): Line {
  return lines.filter((each) => each.length > 0).flatMap((each, index) => (index === 0 ? each : [...run(separator, 'text'), ...each]));
}

/** Everything a line says, as plain text: `9.0 × 10^24`. */
export function plain(runs: Line): string {
  return runs.map((each) => (each.kind === 'note' ? ` [${each.number}]` : each.kind === 'up' ? `^${each.text}` : each.text)).join('');
}

function run(text: string, style: Style): Line {
  return text === '' ? [] : [{ kind: style, text }];
}
