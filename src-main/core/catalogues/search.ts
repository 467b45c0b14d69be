import type { Accelerator } from '../../../src-shared/formats/accelerator-catalogue.ts';
import { type ChipName, editDistance, parseChipName } from './names.ts';

/** Why a record answers a name. Shown to the user; text key `catalogue.match.<reason>`. */
export type MatchReason = 'sameName' | 'sameChip' | 'partOfName' | 'spelling' | 'extraWords';

export interface ChipMatch {
  readonly accelerator: Accelerator;
  /** Between 0 and 1; the order of the answer. */
  readonly score: number;
  readonly reason: MatchReason;
  /** Words of the question that the record does not explain. */
  readonly unexplained: readonly string[];
}

/**
 * Answer to "which chip is this?". `one`: the words name exactly one record. `several`: they fit variants that differ
 * (memory, packaging); the first is the likeliest and the others are listed. `close`: only by spelling or part of a name,
 * so a person should confirm. `none`: nothing fits.
 */
export interface ChipResolution {
  readonly status: 'one' | 'several' | 'close' | 'none';
  readonly matches: readonly ChipMatch[];
}

interface Entry {
  readonly accelerator: Accelerator;
  readonly names: readonly ChipName[];
  readonly own: ReadonlySet<string>;
  readonly aliases: ReadonlySet<string>;
}

export interface ChipIndex {
  readonly resolve: (text: string) => ChipResolution;
  /** Free search for a picker: every record that fits at all, best first; all records for an empty text. */
  readonly search: (text: string, limit: number) => readonly ChipMatch[];
  readonly byId: (id: string) => Accelerator | undefined;
}

/** Scores from here on name a record; below, they only resemble one. */
const sure = 0.8;
/** Variants of one chip that the words do not tell apart lie within this. */
const variantGap = 0.03;

/** Builds the index once; resolving a name is then one pass over a few hundred records. */
export function createChipIndex(accelerators: readonly Accelerator[]): ChipIndex {
  const entries = accelerators.map(toEntry);
  const ids = new Map(accelerators.map((one) => [one.id, one]));
  const ranked = (text: string): ChipMatch[] => {
    const asked = parseChipName(text);
    const plain = simplify(text);
    return entries
      .map((entry) => scoreEntry(entry, asked, plain))
      .filter((match) => match !== undefined)
      .sort((a, b) => b.score - a.score);
  };
  return {
    byId: (id) => ids.get(id),
    search: (text, limit) =>
      text.trim() === ''
        ? accelerators.slice(0, limit).map((accelerator) => ({ accelerator, score: 0, reason: 'partOfName' as const, unexplained: [] }))
        : ranked(text).slice(0, limit),
    resolve: (text) => {
      const matches = ranked(text);
      const [best] = matches;
      if (best === undefined) return { status: 'none', matches: [] };
      const level = matches.filter((match) => best.score - match.score < variantGap);
      if (best.score < sure) return { status: 'close', matches: matches.slice(0, 8) };
      return { status: level.length === 1 ? 'one' : 'several', matches: level.length === 1 ? [best] : level };
    },
  };
}

function toEntry(accelerator: Accelerator): Entry {
  const spelt = (texts: readonly string[]) => new Set([...texts, ...texts.map((text) => `${accelerator.vendor} ${text}`)].map(simplify));
  const own = [accelerator.name, accelerator.id];
  return { accelerator, names: [...own, ...accelerator.aliases].map(parseChipName), own: spelt(own), aliases: spelt(accelerator.aliases) };
}

function scoreEntry(entry: Entry, asked: ChipName, plain: string): ChipMatch | undefined {
  if (entry.own.has(plain)) return { accelerator: entry.accelerator, score: 1, reason: 'sameName', unexplained: [] };
  // A short name such as "H100" puts the usual variant first but does not hide the others.
  if (entry.aliases.has(plain)) return { accelerator: entry.accelerator, score: 0.98, reason: 'sameChip', unexplained: [] };
  const own = entry.names[0];
  let best: ChipMatch | undefined;
  for (const name of entry.names) {
    const scored = scoreName(name, asked);
    if (scored === undefined) continue;
    const score = Math.max(0, scored.score - variantPenalty(own ?? name, entry.accelerator, asked));
    if (best === undefined || score > best.score) best = { accelerator: entry.accelerator, ...scored, score };
  }
  return best !== undefined && best.score >= 0.3 ? best : undefined;
}

function scoreName(name: ChipName, asked: ChipName): Omit<ChipMatch, 'accelerator'> | undefined {
  if (asked.words.length === 0 || name.words.length === 0) return undefined;
  const known = new Set(name.words);
  const hits = asked.words.filter((word) => known.has(word));
  const unexplained = asked.words.filter((word) => !known.has(word));
  const isWhole = hits.length === name.words.length;
  if (isWhole && unexplained.length === 0) return { score: 0.96, reason: 'sameChip', unexplained };
  if (isWhole && name.words.some(isTelling)) {
    // A model word that the record lacks ("ti", "v4i", "3e") makes it another chip; a plain word does not.
    const otherModel = unexplained.some((word) => isTelling(word) || isVariant(word));
    return { score: otherModel ? 0.55 : 0.86 - 0.01 * unexplained.length, reason: 'extraWords', unexplained };
  }
  if (hits.some(isTelling))
    return { score: 0.5 + (0.2 * hits.length) / name.words.length - 0.08 * unexplained.length, reason: 'partOfName', unexplained };
  const near = asked.words.filter(
    (word) => word.length >= 4 && name.words.some((own) => own.length >= 4 && editDistance(word, own, 1) === 1),
  );
  if (near.length > 0)
    return { score: 0.45 - 0.05 * unexplained.filter((word) => !near.includes(word)).length, reason: 'spelling', unexplained };
  const begins = asked.words.every((word) => word.length >= 2 && name.words.some((own) => own.startsWith(word)));
  return begins ? { score: 0.4, reason: 'partOfName', unexplained: [] } : undefined;
}

/** Contradicting packaging weighs more than contradicting memory; what was not said costs next to nothing. */
function variantPenalty(name: ChipName, accelerator: Accelerator, asked: ChipName): number {
  let penalty = 0;
  if (asked.form !== undefined && name.form !== undefined && asked.form !== name.form) penalty += 0.3;
  if (asked.form !== undefined && name.form === undefined) penalty += 0.01;
  const memory = accelerator.memory_gb ?? name.memoryGb;
  if (asked.memoryGb !== undefined && memory !== undefined && Math.abs(asked.memoryGb - memory) > 1) penalty += 0.1;
  return penalty;
}

/** Holds a digit: `h100`, `v4`, `3090`. */
const isTelling = (word: string): boolean => /\d/.test(word);
const isVariant = (word: string): boolean => ['ti', 'super', 'd', 'xp', 'v', 'x', 'black', 'max', 'pro'].includes(word);

function simplify(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '');
}
