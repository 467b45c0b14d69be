const names = new Intl.DisplayNames(['en'], { type: 'region' });

/** A country in words, as sentences name it; the code where it is none. */
export function placeName(code: string): string {
  return /^[A-Z]{2}$/.test(code) ? (names.of(code) ?? code) : code;
}

/** Several countries in words, in the order given. */
export const placeNames = (codes: readonly string[]): string => codes.map(placeName).join(', ');
