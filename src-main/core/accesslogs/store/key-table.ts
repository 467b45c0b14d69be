/** Which event has which key, in memory while a file is imported: some 40 bytes an event, a fraction of a microsecond a question. */
export interface KeyTable {
  /** Id of the event that has the key at `place` in `words`; when there is none, it becomes that of `id` and the answer is 0. */
  findOrAdd(words: Uint32Array, place: number, id: number): number;
  /** Whether an event has the key at `place` in `words`; adds nothing. */
  has(words: Uint32Array, place: number): boolean;
  /** Adds keys that are known to differ, one for each id. */
  addAll(words: Uint32Array, ids: ArrayLike<number>): void;
}

/** 32-bit words of a key: 16 bytes of a SHA-256, compared in full, so that two events are taken for one only when the hash is broken. */
export const wordsPerKey = 4;

/** Parts that grow each by itself, so that no growing takes long. */
const shards = 64;
const leastKeys = 256;

export function createKeyTable(expected = 0): KeyTable {
  const each = Math.max(leastKeys, Math.ceil((expected * 1.05) / shards));
  // Hashes fill all parts alike: of the same size they would all grow at the same moment.
  const parts = Array.from({ length: shards }, (_, at) => createShard(Math.ceil(each * 2 ** (at / shards))));
  const partOf = (words: Uint32Array, place: number) => parts[(words[place * wordsPerKey + wordsPerKey - 1] ?? 0) % shards];
  const findOrAdd = (words: Uint32Array, place: number, id: number): number => partOf(words, place)?.findOrAdd(words, place, id) ?? 0;
  return {
    findOrAdd,
    has: (words, place) => partOf(words, place)?.has(words, place) ?? false,
    addAll(words, ids) {
      for (let place = 0; place < ids.length; place += 1) findOrAdd(words, place, ids[place] ?? 0);
    },
  };
}

function createShard(expected: number): Pick<KeyTable, 'findOrAdd' | 'has'> {
  let capacity = expected;
  let known = new Uint32Array(capacity * wordsPerKey);
  let ids = new Float64Array(capacity);
  let size = 0;
  /** Position in `known`, plus 1; a power of two in length, at most two thirds full. */
  let slots = new Uint32Array(slotsFor(capacity));

  const slotOf = (words: Uint32Array, place: number): number => {
    const mask = slots.length - 1;
    const at = place * wordsPerKey;
    for (let slot = (words[at] ?? 0) & mask; ; slot = (slot + 1) & mask) {
      const entry = slots[slot] ?? 0;
      if (entry === 0) return slot;
      const there = (entry - 1) * wordsPerKey;
      if (
        known[there] === words[at] &&
        known[there + 1] === words[at + 1] &&
        known[there + 2] === words[at + 2] &&
        known[there + 3] === words[at + 3]
      )
        return slot;
    }
  };

  const grow = () => {
    capacity *= 2;
    const more = new Uint32Array(capacity * wordsPerKey);
    more.set(known);
    known = more;
    const moreIds = new Float64Array(capacity);
    moreIds.set(ids);
    ids = moreIds;
    slots = new Uint32Array(slotsFor(capacity));
    for (let place = 0; place < size; place += 1) slots[slotOf(known, place)] = place + 1;
  };

  const has = (words: Uint32Array, place: number): boolean => slots[slotOf(words, place)] !== 0;
  const findOrAdd = (words: Uint32Array, place: number, id: number): number => {
    if (size === capacity) grow();
    const slot = slotOf(words, place);
    const entry = slots[slot] ?? 0;
    if (entry !== 0) return ids[entry - 1] ?? 0;
    for (let word = 0; word < wordsPerKey; word += 1) known[size * wordsPerKey + word] = words[place * wordsPerKey + word] ?? 0;
    ids[size] = id;
    size += 1;
    slots[slot] = size;
    return 0;
  };
  return { findOrAdd, has };
}

function slotsFor(capacity: number): number {
  let slots = 512;
  while (slots < capacity * 1.5) slots *= 2;
  return slots;
}
