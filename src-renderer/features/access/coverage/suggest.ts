/** Pieces of a name: letters and figures, lower case, without the words that every path has. */
function pieces(name: string): readonly string[] {
  return name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((piece) => piece.length > 1 && !common.has(piece));
}

const common = new Set([
  'com',
  'org',
  'git',
  'https',
  'http',
  'api',
  'v1',
  'v2',
  'arn',
  'aws',
  's3',
  'projects',
  'models',
  'repos',
  'repo',
  'main',
  'prod',
]);

interface Named {
  readonly assetId: string;
  readonly name: string;
}

/**
 * The asset whose name a log's resource most likely means: most of the asset's own words stand in the resource. Null where
 * half or less do, or where two fit equally well: a wrong suggestion costs more than none.
 */
export function suggestAsset<T extends Named>(resource: string, assets: readonly T[]): T | null {
  const there = pieces(resource);
  const whole = there.join('');
  let best: T | null = null;
  let bestScore = 0;
  let tied = false;
  for (const asset of assets) {
    const own = pieces(asset.name);
    if (own.length === 0) continue;
    const found = own.filter((piece) => there.includes(piece) || (piece.length > 3 && whole.includes(piece))).length;
    // More words found beat fewer, so that “Vault-KM tests” wins over “Vault-KM” where both fit wholly.
    if (found / own.length <= 0.5) continue;
    const score = found / own.length + found / 100;
    if (score > bestScore) {
      best = asset;
      bestScore = score;
      tied = false;
    } else if (score === bestScore && best !== null) tied = true;
  }
  return tied ? null : best;
}
