const inEnglish = new Intl.DisplayNames(['en'], { type: 'region' });
const known = new Map<string, string>();

/** A country in words, as sentences name it; the code where it is none. Kept, since an audit asks for the same few again and again. */
export function placeName(code: string): string {
  if (!/^[A-Z]{2}$/.test(code)) return code;
  const found = known.get(code) ?? inEnglish.of(code) ?? code;
  known.set(code, found);
  return found;
}

/** Several countries in words, in the order given. */
export const placeNames = (codes: readonly string[]): string => codes.map(placeName).join(', ');
