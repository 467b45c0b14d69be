const FIRST_SIZE = 1 << 12;

/**
 * Numbers texts in the order they are met. A table of its own and no Map: a text is found without being cut out of a longer one, and a text that
 * is not there, as most are when a list is first read, is told by one look into a narrow table.
 */
export class TextNumbers {
  /** The texts by their numbers. */
  readonly texts: string[] = [];
  // Hash and number of each text side by side; 0 for no text, so numbers stand one higher.
  #slots = new Int32Array(2 * FIRST_SIZE);
  #mask = FIRST_SIZE - 1;

  /** Number of a text, or of the part of it from one place to another; a new one when it is met for the first time. */
  numberOf(text: string, from = 0, until = text.length): number {
    let hash = 0x811c9dc5;
    for (let at = from; at < until; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    hash ^= hash >>> 15;
    const length = until - from;
    const slots = this.#slots;
    let slot = hash & this.#mask;
    for (let number = slots[2 * slot + 1] as number; number !== 0; number = slots[2 * slot + 1] as number) {
      if (slots[2 * slot] === hash) {
        const one = this.texts[number - 1] as string;
        if (one.length === length && (one === text || text.startsWith(one, from))) return number - 1;
      }
      slot = (slot + 1) & this.#mask;
    }
    slots[2 * slot] = hash;
    slots[2 * slot + 1] = this.texts.push(length === text.length ? text : text.slice(from, until));
    if (this.texts.length * 2 > this.#mask) this.#grow();
    return this.texts.length - 1;
  }

  clear(): void {
    this.texts.length = 0;
    this.#slots.fill(0);
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Int32Array(old.length * 2);
    this.#mask = old.length - 1;
    for (let at = 0; at < old.length; at += 2) {
      if (old[at + 1] === 0) continue;
      let slot = (old[at] as number) & this.#mask;
      while (this.#slots[2 * slot + 1] !== 0) slot = (slot + 1) & this.#mask;
      this.#slots[2 * slot] = old[at] as number;
      this.#slots[2 * slot + 1] = old[at + 1] as number;
    }
  }
}
