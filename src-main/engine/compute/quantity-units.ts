import type { QuantityUnit } from '../../../src-shared/model/compute-inputs.ts';

/** What a unit word means: the unit it counts in and its size in it. */
export interface UnitWord {
  readonly unit: QuantityUnit | 'bits' | 'gigabytesPerSecond' | 'squareMillimetres';
  readonly scale: number;
}

/** Short and long words for powers of ten. `B` is a billion here, never a byte; `Bio` is the German Billion, 10^12. */
const magnitudeWords: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ['thousand', 1e3],
  ['tsd', 1e3],
  ['m', 1e6],
  ['mn', 1e6],
  ['mm', 1e6],
  ['mio', 1e6],
  ['million', 1e6],
  ['millions', 1e6],
  ['millionen', 1e6],
  ['b', 1e9],
  ['bn', 1e9],
  ['g', 1e9],
  ['billion', 1e9],
  ['billions', 1e9],
  ['mrd', 1e9],
  ['milliarde', 1e9],
  ['milliarden', 1e9],
  ['t', 1e12],
  ['tn', 1e12],
  ['trillion', 1e12],
  ['trillions', 1e12],
  ['bio', 1e12],
  ['billionen', 1e12],
  ['quadrillion', 1e15],
  ['quintillion', 1e18],
]);

/** Words that differ between the short and the long scale; reading them deserves a remark. */
export const longScaleWords: ReadonlySet<string> = new Set(['mrd', 'milliarde', 'milliarden', 'bio', 'billionen']);

const prefixes: ReadonlyMap<string, number> = new Map([
  ['', 1],
  ['k', 1e3],
  ['kilo', 1e3],
  ['m', 1e6],
  ['mega', 1e6],
  ['g', 1e9],
  ['giga', 1e9],
  ['t', 1e12],
  ['tera', 1e12],
  ['p', 1e15],
  ['peta', 1e15],
  ['e', 1e18],
  ['exa', 1e18],
  ['z', 1e21],
  ['zetta', 1e21],
  ['y', 1e24],
  ['yotta', 1e24],
  ['r', 1e27],
  ['ronna', 1e27],
]);

const plainUnits: ReadonlyMap<string, UnitWord> = new Map([
  ...entries('parameters', 1, 'parameters parameter params param weights parameter'),
  ...entries('tokens', 1, 'tokens token tok toks'),
  ...entries('images', 1, 'images image bilder'),
  ...entries('examples', 1, 'examples example samples sample pairs documents sequences'),
  ...entries('patches', 1, 'patches patch'),
  ...entries('frames', 1, 'frames frame'),
  ...entries('words', 1, 'words word'),
  ...entries('characters', 1, 'characters chars'),
  ...entries('steps', 1, 'steps step iterations iters'),
  ...entries('epochs', 1, 'epochs epoch'),
  ...entries('chips', 1, 'chips chip gpus gpu tpus tpu accelerators accelerator devices'),
  ...entries('hours', 1, 'h hr hrs hour hours stunden std'),
  ...entries('hours', 24, 'd day days tage'),
  ...entries('hours', 168, 'week weeks wochen'),
  ...entries('hours', 730.5, 'month months monate'),
  ...entries('hours', 1 / 60, 'min minutes minute'),
  ...entries('hours', 1 / 3600, 's sec secs second seconds'),
  ...entries('chipHours', 1, 'gpu-hours gpu-hour gpu-h gpuh chip-hours chip-hour tpu-hours tpu-hour accelerator-hours device-hours'),
  ...entries('chipHours', 24, 'gpu-days gpu-day chip-days tpu-days'),
  ...entries('fraction', 0.01, '% percent prozent'),
  ...entries('money', 1, 'usd eur gbp $ € £ dollars euros'),
]);

function entries(unit: UnitWord['unit'], scale: number, words: string): [string, UnitWord][] {
  return words.split(' ').map((word) => [word, { unit, scale }]);
}

/** Size of a magnitude word (`k`, `billion`, `Mrd`), if it is one. */
export const magnitudeOf = (word: string): number | undefined => magnitudeWords.get(word.toLowerCase().replace(/\.$/, ''));

/**
 * Reads a unit word. FLOP with a prefix is a total; with `/s` it is a rate; `FLOPS` in capitals is a rate and `FLOPs` a total,
 * which the caller should confirm. `PFLOP/s-days` is a total: a rate times a day.
 */
export function unitOf(text: string): (UnitWord & { readonly isDoubtful?: boolean }) | undefined {
  const word = text.trim().replace(/\.$/, '').replace(/[·*]/g, '-').replace(/\s+/g, ' ');
  const plain = plainUnits.get(word.toLowerCase()) ?? plainUnits.get(word.toLowerCase().replace(/ /g, '-'));
  if (plain !== undefined) return plain;

  const days = /^([a-z]*?)-?flops?(?:\/s|ps)?[- ]?(day|days|hour|hours|year|years|s-day|s-days)$/i.exec(word);
  if (days !== null) {
    const scale = prefixes.get((days[1] ?? '').toLowerCase());
    const seconds = /year/i.test(days[2] ?? '') ? 31_557_600 : /hour/i.test(days[2] ?? '') ? 3600 : 86_400;
    return scale === undefined ? undefined : { unit: 'flop', scale: scale * seconds };
  }
  const operations =
    /^([a-z]*?)[ -]?(flop|flops|op|ops|operations|flopps|fp-ops|floating[ -]point operations)(\/s|\/sec|\/second|ps| per second|s\^-1)?$/i.exec(
      word,
    );
  if (operations !== null) {
    const scale = prefixFor(operations[1] ?? '');
    if (scale === undefined) return undefined;
    const name = operations[2] ?? '';
    const isRate = operations[3] !== undefined || /flopps/i.test(name) || /^(T|P|G|E)?(FLOPS|OPS)$/.test(`${operations[1] ?? ''}${name}`);
    const isDoubtful = /s$/i.test(name) && operations[3] === undefined && !/operations/i.test(name);
    return { unit: isRate ? 'flopPerSecond' : 'flop', scale, ...(isDoubtful ? { isDoubtful } : {}) };
  }
  const power = /^([kmgt]?)w$/i.exec(word);
  if (power !== null) return { unit: 'watts', scale: prefixFor(power[1] ?? '') ?? 1 };
  const energy = /^([kmgt])wh$/i.exec(word);
  if (energy !== null) return { unit: 'kilowattHours', scale: (prefixFor(energy[1] ?? '') ?? 1e3) / 1e3 };
  if (/^gb\/s$|^gbps$/i.test(word)) return { unit: 'gigabytesPerSecond', scale: 1 };
  if (/^tb\/s$/i.test(word)) return { unit: 'gigabytesPerSecond', scale: 1000 };
  if (/^mm(2|²|\^2)$/i.test(word)) return { unit: 'squareMillimetres', scale: 1 };
  if (/^bits?$/i.test(word)) return { unit: 'bits', scale: 1 };
  return undefined;
}

function prefixFor(text: string): number | undefined {
  return prefixes.get(text.toLowerCase());
}
