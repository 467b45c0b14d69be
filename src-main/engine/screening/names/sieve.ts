const BITS = 17;

/**
 * Tells most texts that no table holds by one bit, at a tenth of what it costs to look one up: nearly every word of a list is in no table. A text
 * it lets through is to be looked up all the same.
 */
export class Sieve {
  readonly #bits = new Uint32Array(1 << (BITS - 5));

  add(text: string): void {
    const place = placeOf(text, 0, text.length);
    this.#bits[place >>> 5] = (this.#bits[place >>> 5] as number) | (1 << (place & 31));
  }

  /** Whether a text, or the part of it from one place to another, may have been added. */
  mayHold(text: string, from = 0, until = text.length): boolean {
    const place = placeOf(text, from, until);
    return (((this.#bits[place >>> 5] as number) >>> (place & 31)) & 1) === 1;
  }
}

/** FNV-1a with its top bits, which are the good ones. */
function placeOf(text: string, from: number, until: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < until; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> (32 - BITS);
}
