import type { ChipAnswer } from '../../../src-shared/contract/compute.ts';
import type { MapRegion } from '../../ui/index.ts';
import { type Box, outlinesOf } from './outline.ts';

type Tier = ChipAnswer['tiers'][number];

/** Tones by the order of strictness: the first family of paragraphs that licences hang on is restricted, the next reviewed. */
const tones = ['restricted', 'review', 'info'] as const;

/**
 * Paragraphs that consist of TPP and density alone, as regions of the map: one for each entry, its limbs joined. Drawn in the
 * order of the pack, stricter first; what a stricter one covers is not drawn again.
 */
export function regionsOf(tiers: readonly Tier[], right: number, top: number): readonly MapRegion[] {
  const byEntry = new Map<string, Box[]>();
  const stricter: Box[] = [];
  for (const tier of tiers.filter((one) => one.origin.isLaw)) {
    const box = boxOf(tier);
    if (box !== undefined) byEntry.set(tier.origin.entry, [...(byEntry.get(tier.origin.entry) ?? []), box]);
  }
  return [...byEntry].flatMap(([entry, boxes], place) => {
    const outlines = outlinesOf(boxes, stricter);
    stricter.push(...boxes);
    return outlines.map(
      (corners, ring): MapRegion => ({
        id: `${entry}-${ring}`,
        label: ring === 0 ? entry : '',
        tone: tones[Math.min(place, tones.length - 1)] ?? 'info',
        edge: place === 0 ? 'solid' : 'dashed',
        corners,
        labelAt: labelOf(corners, place, right, top),
      }),
    );
  });
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

/** The name stands inside the part that can be seen: near the upper edge of the first region, near the lower edge of others (log axes). */
function labelOf(corners: ReadonlyArray<readonly [number, number]>, place: number, right: number, top: number): readonly [number, number] {
  const xs = corners.map(([x]) => Math.min(Math.max(x, 1), right));
  const ys = corners.map(([, y]) => Math.min(Math.max(y, 0.1), top));
  const x = Math.sqrt(Math.min(...xs) * Math.max(...xs));
  if (place === 0) return [x, Math.max(...ys) / 1.18];
  const widest = Math.max(...xs) / 1.35;
  return [widest, Math.min(...ys) * 1.22];
}
