/** Numbers kept under 32-bit keys, in memory that threads share. Two texts may share a key, so a find is a candidate, never an answer. */
export interface HashLists {
  /** Start of each bucket in `keys`; a key's bucket is its top bits. One longer than the number of buckets. */
  readonly starts: Uint32Array;
  readonly keys: Uint32Array;
  readonly values: Uint32Array;
  /** A key is shifted right by this to give its bucket. */
  readonly shift: number;
}

/** Collects pairs of key and number, then lays them out for reading. */
export class HashListsBuilder {
  #keys: Uint32Array;
  #values: Uint32Array;
  #length = 0;

  constructor(expected = 1 << 12) {
    const size = Math.max(16, expected);
    this.#keys = new Uint32Array(size);
    this.#values = new Uint32Array(size);
  }

  add(key: number, value: number): void {
    if (this.#length === this.#keys.length) {
      this.#keys = grownTo(this.#keys, this.#length + 1);
      this.#values = grownTo(this.#values, this.#length + 1);
    }
    this.#keys[this.#length] = key;
    this.#values[this.#length] = value;
    this.#length += 1;
  }

  finish(): HashLists {
    const count = this.#length;
    let bits = 1;
    while (bits < 24 && 2 << bits < count) bits += 1;
    const shift = 32 - bits;
    const starts = sharedUint32((1 << bits) + 1);
    const keys = sharedUint32(count);
    const values = sharedUint32(count);
    for (let at = 0; at < count; at += 1) {
      const bucket = ((this.#keys[at] as number) >>> shift) + 1;
      starts[bucket] = (starts[bucket] as number) + 1;
    }
    for (let bucket = 1; bucket < starts.length; bucket += 1) starts[bucket] = (starts[bucket] as number) + (starts[bucket - 1] as number);
    if (count <= LARGE) place(this.#keys.subarray(0, count), this.#values, { starts, keys, values, shift });
    else {
      // First by the top bits of the key alone, then run by run: laying a run out stays in one corner of the memory.
      const runs = Uint32Array.from({ length: RUNS + 1 }, (_, run) => starts[run << (bits - RUN_BITS)] as number);
      place(this.#keys.subarray(0, count), this.#values, { starts: runs.slice(), keys, values, shift: 32 - RUN_BITS });
      for (let run = 0; run < RUNS; run += 1) {
        const [from, until] = [runs[run] as number, runs[run + 1] as number];
        place(keys.slice(from, until), values.slice(from, until), { starts, keys, values, shift });
      }
    }
    // Placing a pair moved the start of its bucket on: each is now where the next one starts, and all go up by one.
    starts.copyWithin(1, 0);
    starts[0] = 0;
    return { starts, keys, values, shift };
  }
}

/** Puts each pair where the next one of its bucket goes, and moves that on. */
function place(fromKeys: Uint32Array, fromValues: Uint32Array, { starts, keys, values, shift }: HashLists): void {
  for (let at = 0; at < fromKeys.length; at += 1) {
    const key = fromKeys[at] as number;
    const to = starts[key >>> shift] as number;
    starts[key >>> shift] = to + 1;
    keys[to] = key;
    values[to] = fromValues[at] as number;
  }
}

// More pairs than a processor's cache holds.
const LARGE = 1 << 16;
const RUN_BITS = 8;
const RUNS = 1 << RUN_BITS;

/** Calls `take` with every number kept under the key. */
export function eachUnder(lists: HashLists, key: number, take: (value: number) => void): void {
  const { starts, keys, values, shift } = lists;
  const end = starts[(key >>> shift) + 1] as number;
  for (let at = starts[key >>> shift] as number; at < end; at += 1) if (keys[at] === key) take(values[at] as number);
}

/** 32-bit key of a text; `salt` keeps kinds of keys apart, `before` is what the text is written on to. FNV-1a with a last mixing, so that the top bits are good. */
export function keyOf(text: string, salt: number, before = ''): number {
  let hash = 0x811c9dc5 ^ salt;
  for (let at = 0; at < before.length; at += 1) hash = Math.imul(hash ^ before.charCodeAt(at), 0x01000193);
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return mixed(hash);
}

/** Spreads the bits of a hash over all 32. */
export function mixed(hash: number): number {
  let mix = hash ^ (hash >>> 16);
  mix = Math.imul(mix, 0x7feb352d);
  mix ^= mix >>> 15;
  mix = Math.imul(mix, 0x846ca68b);
  return (mix ^ (mix >>> 16)) >>> 0;
}

export const sharedUint32 = (length: number): Uint32Array => new Uint32Array(new SharedArrayBuffer(Math.max(4, length * 4)), 0, length);
export const sharedInt32 = (length: number): Int32Array => new Int32Array(new SharedArrayBuffer(Math.max(4, length * 4)), 0, length);
export const sharedUint16 = (length: number): Uint16Array => new Uint16Array(new SharedArrayBuffer(Math.max(2, length * 2)), 0, length);
export const sharedUint8 = (length: number): Uint8Array => new Uint8Array(new SharedArrayBuffer(Math.max(1, length)), 0, length);
export const sharedFloat32 = (length: number): Float32Array => new Float32Array(new SharedArrayBuffer(Math.max(4, length * 4)), 0, length);

/** The numbers in an array of twice the size, or larger where that is too small for so many. */
export function grownTo(array: Uint32Array, length: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.max(array.length * 2, length));
  larger.set(array);
  return larger;
}
