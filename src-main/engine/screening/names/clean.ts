// Marks that steer direction or joining, soft hyphens, and the Arabic stretching stroke: none is part of a name.
const unseen = /\p{Cf}|\p{Variation_Selector}|[\u0640\ufffd]/gu;
// Everything people use for an apostrophe, a hamza or an ʿayn, as one sign.
const apostrophes = /[\u0027\u0060\u00b4\u02b9-\u02bf\u02c8\u02ca\u02cb\u2018-\u201b\u2032\u2035\ua78b\ua78c\uff07]/gu;
const dashes = /[\u058a\u05be\u2010-\u2015\u2212\u30a0\ufe58\ufe63\uff0d]/gu;

const isPlain = /^[\x20-\x26\x28-\x5f\x61-\x7e]*$/u;

/** A name with presentation forms resolved, unseen marks gone, and one sign each for apostrophe (`'`) and hyphen (`-`). */
export function cleanName(text: string): string {
  if (isPlain.test(text)) return text;
  return text.normalize('NFKC').replace(unseen, '').replace(apostrophes, "'").replace(dashes, '-');
}
