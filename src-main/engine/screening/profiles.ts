import type { PartyType } from '../../../src-shared/model/listed-party.ts';
import type { ScreeningProfile } from '../../../src-shared/model/screening.ts';

const thresholds = (review: number, strong: number) => ({ review, strong });

/** The three ways of screening the product ships. `wide` finds more and asks more; `strict` asks least. */
export const screeningProfiles: Readonly<Record<ScreeningProfile['manner'], ScreeningProfile>> = {
  default: { id: 'default', manner: 'default', thresholds: { '*': thresholds(0.75, 0.9) } },
  wide: { id: 'wide', manner: 'wide', thresholds: { '*': thresholds(0.65, 0.88) } },
  strict: { id: 'strict', manner: 'strict', thresholds: { '*': thresholds(0.84, 0.93) } },
};

/** Thresholds for an entry of a list: the more exact key wins (`SDN/person`, `SDN`, `person`, `*`). */
export function thresholdsFor(
  profile: ScreeningProfile,
  list: string,
  type: PartyType,
): { readonly review: number; readonly strong: number } {
  const { thresholds: given } = profile;
  return given[`${list}/${type}`] ?? given[list] ?? given[type] ?? given['*'] ?? thresholds(0.75, 0.9);
}
