import type { IsoDate } from '../../../src-shared/model/dates.ts';
import type { RulePack } from '../../../src-shared/model/rule-pack.ts';

/** Places and country groups of one pack, as they stood on a day. Codes are ISO 3166-1 alpha-2. */
export interface PackPlaces {
  /** Whether a place is in a group on a day; places that follow another one share its groups. */
  readonly inGroup: (place: string, group: string, on: IsoDate) => boolean;
  /** The place whose rows and groups hold for it: `HK` gives `CN`. */
  readonly follows: (place: string, on: IsoDate) => string;
}

export function placesOf(pack: RulePack): PackPlaces {
  const groups = new Map((pack.countryGroups?.groups ?? []).map((group) => [group.id, new Set(group.members)]));
  const changes = pack.countryGroups?.changes ?? [];
  const inherited = new Map((pack.countryChart?.inheritance ?? []).map((one) => [one.code, one]));
  // Before the day from which a place follows another one it had rows of its own, which the pack does not hold.
  const follows = (place: string, on: IsoDate): string => {
    const found = inherited.get(place);
    return found === undefined || (found.from !== undefined && on < found.from) ? place : found.follows;
  };
  return {
    follows,
    inGroup(place, group, on) {
      const code = follows(place, on);
      let member = groups.get(group)?.has(code) ?? false;
      // The lists are those of the newest copy; a change after the day judged has not happened yet.
      const later = changes.filter((change) => change.group === group && change.code === code && change.on > on);
      for (const change of later.sort((a, b) => (a.on < b.on ? 1 : -1))) member = change.change === 'left';
      return member;
    },
  };
}
