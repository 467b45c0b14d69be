const special = /[\\^$.*+?()[\]{}|/]/g;

/** Finds a text where it stands as whole words, whatever its case: “Li” is not in “Liu”, nor `ana` in `ana2`. */
export function wordPattern(text: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])${text.replace(special, '\\$&')}(?![\\p{L}\\p{N}])`, 'giu');
}
