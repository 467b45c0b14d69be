/** Words that name makers, brands, packaging or plural forms; they never tell two chips of a maker apart. */
const noise = new Set(
  (
    'nvidia amd intel google amazon aws huawei cerebras meta microsoft tesla geforce instinct radeon gpu gpus accelerator accelerators card cards chip chips board ' +
    'tensor core cores the hgx dgx dgxs cloud data center centre datacenter edition gddr hbm generation hopper ampere ada lovelace blackwell volta turing pascal ' +
    'kepler maxwell ultra per package part of system node nodes server'
  ).split(' '),
);
const memoryKind = /^(hbm|gddr|lpddr)\d*[a-z]?$/;
/** Words that say how a chip is packaged; a contradiction between two of them tells variants apart. */
const forms: Readonly<Record<string, string>> = {
  sxm: 'sxm',
  sxm2: 'sxm',
  sxm3: 'sxm',
  sxm4: 'sxm',
  sxm5: 'sxm',
  sxm6: 'sxm',
  pcie: 'pcie',
  pci: 'pcie',
  pcle: 'pcie',
  nvl: 'nvl',
  oam: 'oam',
  nvl72: 'nvl72',
};

/** A chip name taken apart: the words that identify it, its packaging and its memory. */
export interface ChipName {
  readonly words: readonly string[];
  readonly form: string | undefined;
  readonly memoryGb: number | undefined;
}

/**
 * Takes a chip name apart the way people write them: case, dashes, brackets, maker and brand fall away;
 * `H100 SXM5 80 GB`, `h100-sxm` and `NVIDIA H100` keep the word `h100`.
 */
export function parseChipName(text: string): ChipName {
  const raw = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\([^)]*\)/g, ' ')
    .replace(/(\d)\s*(gb|gib)\b/g, '$1gb')
    .replace(/\btpu\s*-?\s*v?\s*(\d)/g, 'tpu v$1')
    .replace(/\b(gtx|rtx|titan|gaudi|mi|ascend)[\s-]*(?=\d)/g, (_, word: string) => (word === 'mi' ? 'mi' : `${word} `))
    .replace(/(\d{4})\s*(ti|d)\b/g, '$1 $2')
    .split(/[^a-z0-9.]+/)
    .filter((word) => word !== '' && word !== '.');
  const words: string[] = [];
  let form: string | undefined;
  let memoryGb: number | undefined;
  for (const word of raw) {
    const memory = /^(\d+)gb?$/.exec(word);
    const packaging = Object.hasOwn(forms, word) ? forms[word] : undefined;
    if (packaging !== undefined) form = packaging;
    else if (memory !== null && word.endsWith('b')) memoryGb = Number(memory[1]);
    else if (!noise.has(word) && !memoryKind.test(word)) words.push(word);
  }
  return { words, form, memoryGb };
}

/** Edits (insert, delete, replace, one letter) between two short words; stops caring above `limit`. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replace = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replace, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? limit + 1;
}
