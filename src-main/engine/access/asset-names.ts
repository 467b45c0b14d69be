/** An asset with the names logs may call it by. */
export interface NamedAsset {
  readonly id: string;
  readonly name: string;
  readonly version: string | null;
  /** Names given by the company; `*` stands for any run of characters. */
  readonly resourceNames: readonly string[];
}

const fold = (text: string): string => text.normalize('NFKC').toLowerCase().trim();

/** Words of a name: runs of letters and runs of figures with their points, so that `Atlas-70B v3.2` and `atlas_70b/3.2` have the same. */
function wordsOf(text: string): readonly string[] {
  return fold(text)
    .replace(/([^\p{L}\p{N}])v(?=\d)/gu, '$1')
    .split(/[^\p{L}\p{N}.]+|\.(?!\d)|(?<!\d)\./u)
    .filter((word) => word !== '');
}

/** Files and web addresses end in words that are no part of a name. */
const shortest = 2;

interface Candidate {
  readonly asset: number;
  readonly words: readonly string[];
}

/**
 * Says which asset a resource of a log is, by position, or -1. Names that the company gave count first, then the asset's id, name, or name
 * with version, then a path that holds them as whole words; the longest name wins, and of equal ones that of the first asset. A name
 * without a version stands for every version of an asset.
 */
export function createResourceMatcher(assets: readonly NamedAsset[]): (resource: string) => number {
  const steps = resourceMatcherInSteps(assets);
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
}

/** Assets taken in before a step of `resourceMatcherInSteps` ends. */
const assetsAStep = 500;

/** The same, put together in steps, so that others can have their turn between. */
export function* resourceMatcherInSteps(assets: readonly NamedAsset[]): Generator<undefined, (resource: string) => number> {
  const exact = new Map<string, number>();
  const patterns: { readonly pattern: RegExp; readonly asset: number }[] = [];
  const byFirstWord = new Map<string, Candidate[]>();
  const putExact = (text: string, asset: number) => {
    const key = fold(text);
    if (key !== '' && !exact.has(key)) exact.set(key, asset);
  };
  const putWords = (text: string, asset: number) => {
    const words = wordsOf(text);
    const [first] = words;
    if (first === undefined || text.trim().length < shortest) return;
    // Names of a company often begin alike: ten thousand stand under one word.
    const alike = byFirstWord.get(first);
    if (alike === undefined) byFirstWord.set(first, [{ asset, words }]);
    else alike.push({ asset, words });
  };
  for (const [asset, { resourceNames }] of assets.entries()) {
    if (asset % assetsAStep === 0) yield;
    for (const name of resourceNames) {
      if (name.includes('*')) patterns.push({ pattern: patternOf(name), asset });
      else {
        putExact(name, asset);
        putWords(name, asset);
      }
    }
  }
  for (const [asset, { id }] of assets.entries()) {
    if (asset % assetsAStep === 0) yield;
    putExact(id, asset);
    putWords(id, asset);
  }
  for (const [asset, { name, version }] of assets.entries()) {
    if (asset % assetsAStep === 0) yield;
    if (version !== null && version.trim() !== '') {
      putExact(`${name} ${version}`, asset);
      putWords(`${name} ${version}`, asset);
    }
  }
  for (const [asset, { name }] of assets.entries()) {
    if (asset % assetsAStep === 0) yield;
    putExact(name, asset);
    putWords(name, asset);
  }
  const known = new Map<string, number>();
  return (resource) => {
    const found = known.get(resource) ?? find(resource);
    known.set(resource, found);
    return found;
  };

  function find(resource: string): number {
    const key = fold(resource);
    if (key === '') return -1;
    const same = exact.get(key);
    if (same !== undefined) return same;
    const fits = patterns.find(({ pattern }) => pattern.test(key));
    if (fits !== undefined) return fits.asset;
    const words = wordsOf(resource);
    let best: Candidate | undefined;
    for (const [place, word] of words.entries()) {
      for (const candidate of byFirstWord.get(word) ?? []) {
        const isHere = candidate.words.every((part, offset) => words[place + offset] === part);
        if (
          isHere &&
          (best === undefined ||
            lengthOf(candidate) > lengthOf(best) ||
            (lengthOf(candidate) === lengthOf(best) && candidate.asset < best.asset))
        )
          best = candidate;
      }
    }
    return best?.asset ?? -1;
  }
}

const lengthOf = ({ words }: Candidate): number => words.length * 1000 + words.join(' ').length;

function patternOf(name: string): RegExp {
  const text = fold(name)
    .split('*')
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*');
  return new RegExp(`^${text}$`, 'su');
}
