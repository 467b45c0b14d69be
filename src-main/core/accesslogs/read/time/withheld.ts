/**
 * Words that stand where a time was taken out before the log was handed over, whole cells only, in any case, with or without brackets. The list is
 * closed: whatever is not on it, and is no time, is an error.
 */
const words = new Set([
  'redacted',
  'masked',
  'removed',
  'hidden',
  'withheld',
  'suppressed',
  'obfuscated',
  'anonymised',
  'anonymized',
  'scrubbed',
  'sanitised',
  'sanitized',
  'geschwärzt',
  'entfernt',
  'maskiert',
  'anonymisiert',
  'masqué',
  'supprimé',
  'oculto',
  'eliminado',
]);

/** `***`, `xxx`, `xxxx-xx-xx xx:xx:xx`, `████`: at least three signs that cover something. Crosses of a sheet, `###`, are a column too narrow. */
const covers = /^(?:[*x█■•]|[-/.:, tz](?=[*x█■•])){3,}z?$/i;

/** Characters of the longest cell that is looked at: a time with its date and zone, and brackets. */
const longest = 60;

/** True where a cell says that its time was withheld. */
export function saysWithheld(text: string): boolean {
  if (text.length > longest) return false;
  const bare = text
    .trim()
    .replace(/^[[({<]+|[\])}>]+$/g, '')
    .trim()
    .toLowerCase();
  return words.has(bare) || covers.test(bare);
}
