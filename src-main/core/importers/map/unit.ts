/** Count words and their short forms. Upper and lower case mean the same except where it would confuse. */
const countWords: ReadonlyArray<readonly [RegExp, number]> = [
  [/^(?:k|tsd\.?|thousand|tausend|mille|mil|thsd\.?)(?![a-z])/i, 1e3],
  [/^(?:m|mm|mn|mio\.?|million(?:s|en)?|millones|milhões|millions)(?![a-z²/])/i, 1e6],
  [/^(?:b|bn|g|mrd\.?|billion(?:s)?|milliarden?|milliards?|miliardi)(?![a-z/])/i, 1e9],
  [/^(?:t|tn|trn|trillion(?:s)?|billionen|billones|bilhões)(?![a-z/])/i, 1e12],
  [/^(?:quadrillion(?:s)?|billiarden?)(?![a-z])/i, 1e15],
];

const prefixes: Readonly<Record<string, number>> = {
  '': 1,
  k: 1e3,
  K: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Z: 1e21,
  Y: 1e24,
  R: 1e27,
  m: 1e-3,
};
const prefixWords: ReadonlyArray<readonly [RegExp, string]> = [
  [/^kilo-?/i, 'k'],
  [/^mega-?/i, 'M'],
  [/^giga-?/i, 'G'],
  [/^tera-?/i, 'T'],
  [/^peta-?/i, 'P'],
  [/^exa-?/i, 'E'],
  [/^zetta-?/i, 'Z'],
  [/^yotta-?/i, 'Y'],
];

const wrong = (unit: string) => ({ wrong: unit.slice(0, 40) });
type Scale = number | { readonly wrong: string } | 'notAUnit';

/** Words that may follow a bare count without changing it, by the unit of the field. */
const nouns: Readonly<Record<string, RegExp>> = {
  parameters: /^(?:(?:active|total|trainable)\s+)?(?:params?|parameters?|parameter|paramètres|parámetros|weights)$/i,
  tokens: /^(?:training\s+)?(?:tokens?|tok|jetons|tokenów)$/i,
  passes: /^(?:epochs?|passes|epochen|x)$/i,
  chips: /^(?:x|gpus?|chips?|accelerators?|tpus?|cards?|units?|stück|stk\.?|pcs\.?)$/i,
  'chip-hours': /^(?:gpu|tpu|chip|card|device|accelerator)s?[\s-]*(?:hours?|hrs?|h)$/i,
  units: /^(?:x|units?|stück|stk\.?|pcs\.?|pieces|ea\.?)$/i,
  people: /^(?:people|persons?|users?|staff|heads?|fte|personen|personnes)$/i,
  transistors: /^(?:transistors?|xtors?)$/i,
  WT: /^(?:wt|weighted\s+teraflops)$/i,
};

/**
 * Factor from what was written after a number to the unit the field keeps. Plain counts take count words (`B`, `Mio.`, `trillion`);
 * physical units take prefixes. Rates where an amount is asked for (FLOP/s for training operations) and device-hours where hours are asked for
 * are the wrong unit, not a number to scale.
 */
export function readUnit(text: string, unit: string | undefined): Scale {
  if (text === '') return 1;
  switch (unit) {
    case '%':
    case 'percent':
      return /^(?:%|percent|prozent|pct\.?|pour ?cent)$/i.test(text) ? 1 : unknownUnit(text);
    case 'share':
    case 'fraction':
      return /^(?:%|percent|prozent|pct\.?)$/i.test(text) ? 0.01 : unknownUnit(text);
    case 'operations':
    case 'FLOP':
      return operations(text);
    case 'hours':
      return hours(text);
    case 'mm²':
    case 'mm2':
      return area(text);
    case 'GB/s':
      return bytesPerSecond(text);
    case 'GB':
      return bytes(text);
    case 'W':
      return prefixed(text, /^(?:W|watts?)$/, 1);
    case 'kWh':
      return prefixed(text, /^(?:Wh|watt-?hours?)$/, 1e-3);
    case 'TOPS':
      return teraOps(text);
    default:
      return count(text, unit);
  }
}

function unknownUnit(text: string): Scale {
  return /^[\p{L}%²/°·\s.()-]+$/u.test(text) ? wrong(text) : 'notAUnit';
}

function count(text: string, unit: string | undefined): Scale {
  const noun = unit === undefined ? undefined : nouns[unit];
  if (noun?.test(text) === true || (unit !== undefined && text.toLowerCase() === unit.toLowerCase())) return 1;
  // No word that counts has a digit, but the rest of a date or an address does; the patterns below are slow to begin with.
  if (/\d/.test(text)) return 'notAUnit';
  for (const [word, factor] of countWords) {
    const match = word.exec(text);
    if (match === null) continue;
    const rest = text.slice(match[0].length).replace(/^[\s-]+/, '');
    if (rest === '' || noun?.test(rest) === true || (unit === undefined && /^[\p{L}\s.]+$/u.test(rest))) return factor;
  }
  return unknownUnit(text);
}

/** Amounts of arithmetic. `FLOPs` is read as the amount, as papers write it; only an explicit "per second" makes it a rate. */
function operations(text: string): Scale {
  const days = /^(.*?)(?:flops?|f|ops)?(?:\s*\/\s*s)?[\s·*-]*(days?|d|tage|hours?|h)$/i.exec(text);
  if (days !== null && /flop|^[pez]f|peta|exa|zetta/i.test(text)) {
    const prefix = takePrefix((days[1] ?? '').trim());
    return prefix === null ? wrong(text) : prefix * (/^[dt]/i.test(days[2] ?? '') ? 86_400 : 3600);
  }
  if (/\/\s*s\b|per\s+sec/i.test(text)) return wrong(text);
  const word = count(text, undefined);
  if (typeof word === 'number' && countWords.some(([pattern]) => pattern.test(text))) return word;
  const amount = /^(.*?)[\s-]*(?:flops?|ops|operations?|macs?)$/i.exec(text);
  if (amount === null) return unknownUnit(text);
  // One multiply-accumulate is two operations.
  const each = /macs?$/i.test(text) ? 2 : 1;
  const lead = (amount[1] ?? '').trim();
  if (lead !== '' && /flops$/i.test(text) && /^[TP]$/.test(lead)) return wrong(text);
  const prefix = takePrefix(lead);
  return prefix === null ? wrong(text) : prefix * each;
}

function takePrefix(text: string): number | null {
  if (Object.hasOwn(prefixes, text)) return prefixes[text] ?? null;
  for (const [word, sign] of prefixWords) if (text.replace(word, '') === '') return prefixes[sign] ?? null;
  const words = countWords.find(([pattern]) => pattern.exec(text)?.[0] === text);
  return words?.[1] ?? null;
}

function prefixed(text: string, base: RegExp, toUnit: number): Scale {
  if (base.test(text)) return toUnit;
  const sign = text.charAt(0);
  if (Object.hasOwn(prefixes, sign) && base.test(text.slice(1))) return (prefixes[sign] ?? 1) * toUnit;
  for (const [word, short] of prefixWords) {
    const rest = text.replace(word, '');
    if (rest !== text && base.test(rest)) return (prefixes[short] ?? 1) * toUnit;
  }
  return unknownUnit(text);
}

function hours(text: string): Scale {
  if (/(?:gpu|tpu|chip|card|device|accelerator|node|core)s?[\s-]*(?:hours?|hrs?|h|days?|stunden)/i.test(text)) return wrong(text);
  const units: ReadonlyArray<readonly [RegExp, number]> = [
    [/^(?:s|sec|secs|seconds?|sekunden)$/i, 1 / 3600],
    [/^(?:min|mins|minutes?|minuten)$/i, 1 / 60],
    [/^(?:h|hr|hrs|hours?|std\.?|stunden?|heures?|horas?|wall[\s-]?hours?)$/i, 1],
    [/^(?:d|days?|tage?|jours?|días?|dias?)$/i, 24],
    [/^(?:w|wk|wks|weeks?|wochen?|semaines?)$/i, 168],
  ];
  const found = units.find(([pattern]) => pattern.test(text));
  if (found !== undefined) return found[1];
  return /^months?|monate?|mois/i.test(text) ? wrong(text) : count(text, 'hours');
}

function area(text: string): Scale {
  if (/^(?:mm(?:²|2|\^2)|sq\.?\s*mm|square millimet(?:er|re)s?|qmm)$/i.test(text)) return 1;
  if (/^(?:cm(?:²|2|\^2)|sq\.?\s*cm|square centimet(?:er|re)s?)$/i.test(text)) return 100;
  return unknownUnit(text);
}

function bytesPerSecond(text: string): Scale {
  const compact = text.replace(/\s+/g, '').replace(/(?:persecond|persec|ps)$/i, '/s');
  const match = /^([KMGTP]?)(i?)(B|bytes?|b|bits?)\/(?:s|sec)$/.exec(compact) ?? /^([kmgtp]?)(i?)(b)\/(?:s|sec)$/i.exec(compact);
  if (match === null) return unknownUnit(text);
  const bits = /^b(?:it)/.test(match[3] ?? '') || (match[3] === 'b' && /[KMGTP]/.test(match[1] ?? ''));
  return (byteStep(match[1] ?? '', match[2] === 'i') / 1e9) * (bits ? 1 / 8 : 1);
}

function bytes(text: string): Scale {
  const match = /^([kmgtp]?)(i?)(?:b|bytes?)$/i.exec(text.replace(/\s+/g, ''));
  return match === null ? unknownUnit(text) : byteStep(match[1] ?? '', match[2] === 'i') / (match[2] === 'i' ? 2 ** 30 : 1e9);
}

function byteStep(prefix: string, binary: boolean): number {
  const step = ['', 'K', 'M', 'G', 'T', 'P'].indexOf(prefix.toUpperCase());
  return (binary ? 1024 : 1000) ** Math.max(step, 0);
}

/** Rates in 10¹² operations a second. */
function teraOps(text: string): Scale {
  const match = /^([KMGTPE]?)(?:FLOPS?|OPS?)(?:\/s|ps)?$/i.exec(text.replace(/\s+/g, ''));
  if (match === null) return unknownUnit(text);
  return (prefixes[(match[1] ?? '').toUpperCase()] ?? 1) / 1e12;
}
