import { TextNumbers } from './text-numbers.ts';
import type { Slot } from './types.ts';

const norms = new TextNumbers();
const slots: Slot[] = [];
const MOST_KEPT = 400_000;

/** The slot of a word as it is compared (`a-z0-9`); the same one for every spelling that comes to it. */
export function slotOf(norm: string): Slot {
  if (slots.length >= MOST_KEPT) {
    norms.clear();
    slots.length = 0;
  }
  const number = norms.numberOf(norm);
  if (number === slots.length) slots.push({ norm, number: 0, whole: 0 });
  return slots[number] as Slot;
}
