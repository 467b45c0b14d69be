import { z } from 'zod';

/**
 * Something the workspace can count about itself at any moment. A task, a tile of the overview and `gatehouse status`
 * that name the same measure show the same number. Words under `measure.<id>`.
 */
export const MeasureId = z.enum([
  'modelsMapped',
  'assetsClassified',
  'questionsAnswered',
  'hitsReviewed',
  'findingsExplained',
  'citizenshipSourced',
  'listsFresh',
  'packsReviewed',
  'accessCovered',
  'ownersNamed',
  'mapsReviewed',
  'ownershipKnown',
  'trainingInDate',
  'transfersSettled',
]);
export type MeasureId = z.infer<typeof MeasureId>;

/** Measures that count assets: the register can be narrowed to those that meet one, or to those that do not. */
export const AssetMeasureId = MeasureId.extract(['modelsMapped', 'assetsClassified', 'questionsAnswered', 'accessCovered', 'ownersNamed']);
export type AssetMeasureId = z.infer<typeof AssetMeasureId>;

/** Where a measure stands: `done` of `of`. Nothing to count is `of` 0, which is neither met nor missed. */
export const MeasureReading = z.strictObject({
  id: MeasureId,
  done: z.int().nonnegative(),
  of: z.int().nonnegative(),
});
export type MeasureReading = z.infer<typeof MeasureReading>;

/** How far a measure was at some moment, without its name. */
export const MeasureShare = MeasureReading.omit({ id: true });
export type MeasureShare = z.infer<typeof MeasureShare>;

/** Whether a measure's share has been reached. Nothing to count is neither met nor missed: null. */
export function isMet(reading: MeasureShare, percent: number): boolean | null {
  return reading.of === 0 ? null : reading.done * 100 >= percent * reading.of;
}
