import type { ChipAnswer } from '../../../src-shared/contract/compute.ts';
import type { MapRegion } from '../../ui/index.ts';
import { type Box, outlinesOf } from './outline.ts';

type Tier = ChipAnswer['tiers'][number];

/** Tones by the order of strictness: the first family of paragraphs that licences hang on is restricted, the next reviewed. */
const tones = ['restricted', 'review', 'info'] as const;

/**
 * Paragraphs that consist of TPP and density alone, as regions of the map: one for each entry, its limbs joined. Drawn in the
 * order of the pack; later ones lie above.
 */
export function regionsOf(tiers: readonly Tier[], right: number, top: number): readonly MapRegion[] {
  const byEntry = new Map<string, Box[]>();
  for (const tier of tiers) {
    const box = boxOf(tier);
    if (box !== undefined) byEntry.set(tier.origin.entry, [...(byEntry.get(tier.origin.entry) ?? []), box]);
  }
  return [...byEntry].flatMap(([entry, boxes], place) =>
    outlinesOf(boxes).map(
      (corners, ring): MapRegion => ({
        id: `${entry}-${ring}`,
        label: ring === 0 ? entry : '',
        tone: tones[Math.min(place, tones.length - 1)] ?? 'info',
        edge: place === 0 ? 'solid' : 'dashed',
        corners,
        labelAt: labelOf(boxes, place, right, top),
      }),
    ),
  );
}

function boxOf(tier: Tier): Box | undefined {
  let box: Box = { left: 0, right: Number.POSITIVE_INFINITY, bottom: 0, top: Number.POSITIVE_INFINITY };
  let hasTpp = false;
  for (const { quantity, atLeast, above, below } of tier.conditions) {
    const from = atLeast ?? above ?? 0;
    const to = below ?? Number.POSITIVE_INFINITY;
    if (quantity === 'tpp') {
      hasTpp = true;
      box = { ...box, left: Math.max(box.left, from), right: Math.min(box.right, to) };
    } else if (quantity === 'performanceDensity') box = { ...box, bottom: Math.max(box.bottom, from), top: Math.min(box.top, to) };
    else return undefined;
  }
  return hasTpp ? box : undefined;
}

/** The name stands near the upper edge of the widest box, in the middle of what can be seen of it (log axes). */
function labelOf(boxes: readonly Box[], place: number, right: number, top: number): readonly [number, number] {
  const widest = boxes.reduce((best, box) =>
    Math.min(box.right, right) / box.left > Math.min(best.right, right) / best.left ? box : best,
  );
  const x = Math.sqrt(Math.max(widest.left, 1) * Math.min(widest.right, right));
  const upper = Math.min(widest.top, top);
  return [x, place === 0 ? upper / 1.18 : Math.max(widest.bottom, 0.1) * 1.22];
}
