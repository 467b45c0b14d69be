/** A count, tokens or bytes as written: `1,234`, `1 234`, `12.0`. NaN for anything else; negative numbers are none. */
export function readAmount(text: string): number {
  const plain = text.trim().replace(/(?<=\d)[,'\u00a0\u202f ](?=\d{3}(?:\D|$))/g, '');
  return /^\d{1,15}(?:\.\d+)?$/.test(plain) ? Math.round(Number(plain)) : Number.NaN;
}
