import type { Slot } from './types.ts';

const slots = new Map<string, Slot>();
const MOST_KEPT = 400_000;

/** The slot of a word as it is compared (`a-z0-9`); the same one for every spelling that comes to it. */
export function slotOf(norm: string): Slot {
  let slot = slots.get(norm);
  if (slot === undefined) {
    if (slots.size >= MOST_KEPT) slots.clear();
    slot = { norm, number: 0, whole: 0 };
    slots.set(norm, slot);
  }
  return slot;
}
