/** Letters written together for one sound, and the sound. */
export type Cluster = readonly [letters: string, sound: string];

/** Clusters by the code of their first letter (`a-z`), in the order of the table. */
export type Clusters = readonly (readonly Cluster[] | undefined)[];

/** Sorts a table of clusters (longest first) by first letter, so that most letters of most words ask for nothing. */
export function clustersOf(table: readonly Cluster[]): Clusters {
  const byFirst: Cluster[][] = [];
  for (const cluster of table) {
    const code = cluster[0].charCodeAt(0);
    byFirst[code] = [...(byFirst[code] ?? []), cluster];
  }
  // Without holes, which are slow to ask for.
  return Array.from({ length: 128 }, (_, code) => byFirst[code]);
}

/** The first cluster of the table that stands at a place of a word and ends before `end`. */
export function clusterAt(clusters: Clusters, word: string, at: number, end = word.length): Cluster | undefined {
  const possible = clusters[word.charCodeAt(at)];
  if (possible === undefined) return undefined;
  for (const cluster of possible) if (word.startsWith(cluster[0], at) && at + cluster[0].length <= end) return cluster;
  return undefined;
}

/** Signs by the code of a letter, empty for the others. */
export function signsOf(signs: Readonly<Record<string, string>>): readonly string[] {
  return Array.from({ length: 128 }, (_, code) => signs[String.fromCharCode(code)] ?? '');
}
