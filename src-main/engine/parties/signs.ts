import type { IsoDate } from '../../../src-shared/model/dates.ts';
import type { PlaceSign } from '../../../src-shared/model/place-sign.ts';
import type { RulePack } from '../../../src-shared/model/rule-pack.ts';
import { placeName, placeNames } from '../rules/place-names.ts';
import { type PackPlaces, placesOf } from '../rules/places.ts';

/** What is known of where a party is. Country codes are ISO 3166-1 alpha-2; texts are addresses and names in which a region may be named. */
export interface PartyPlaces {
  readonly registration: string | null;
  readonly headquarters: string | null;
  readonly countries: readonly string[];
  readonly texts: readonly string[];
}

/**
 * Signs about places: an embargoed destination, a region of a country that is, a country of Group D:5, and a company whose registration and
 * headquarters lie in different groups. A region that the words do not name is a question, never a clear.
 *
 * Source: embargoes and country groups of the packs, each with its own citation.
 */
export function placeSigns(places: PartyPlaces, packs: readonly RulePack[], on: IsoDate): readonly PlaceSign[] {
  const all = [...new Set([places.registration, places.headquarters, ...places.countries].filter((code): code is string => code !== null))];
  return packs.flatMap((pack) => [...embargoSigns(pack, places, all), ...groupSigns(pack, places, all, on)]);
}

/**
 * The same for many parties. Of texts only the regions they name count, and most name none, so the signs of a set of places are worked out once;
 * what is answered may be shared and is not to be changed.
 */
export function createPlaceSigns(packs: readonly RulePack[], on: IsoDate): (places: PartyPlaces) => readonly PlaceSign[] {
  const regions = [...new Set(packs.flatMap(({ release }) => release?.embargoes.flatMap((embargo) => embargo.regions ?? []) ?? []))];
  const known = new Map<string, readonly PlaceSign[]>();
  return ({ texts, ...places }) => {
    const words = texts.map(plain);
    const named = regions.filter((region) => words.some((text) => text.includes(plainRegion(region))));
    const key = JSON.stringify([places.registration, places.headquarters, places.countries, named]);
    const signs = known.get(key) ?? placeSigns({ ...places, texts: named }, packs, on);
    known.set(key, signs);
    return signs;
  };
}

function embargoSigns(pack: RulePack, { texts }: PartyPlaces, countries: readonly string[]): PlaceSign[] {
  const { release } = pack;
  if (release === undefined) return [];
  const words = texts.map(plain);
  return release.embargoes.flatMap((embargo): PlaceSign[] => {
    const rule = release.rules.find(({ id }) => id === embargo.rule);
    if (rule === undefined) return [];
    const citations = [rule.citation.standing === 'verified' ? rule.citation.locator : `${rule.citation.locator}, unconfirmed`];
    const { regions } = embargo;
    if (regions === undefined) {
      if (!countries.includes(embargo.place)) return [];
      return [
        {
          kind: 'embargoed',
          severity: 'high',
          title: `${rule.title}: embargoed destination`,
          why: `${placeName(embargo.place)} is among the party's countries. ${rule.says}`,
          question: false,
          citations,
        },
      ];
    }
    const named = regions.filter((region) => words.some((text) => text.includes(plainRegion(region))));
    if (named.length > 0)
      return [
        {
          kind: 'embargoedRegion',
          severity: 'high',
          title: `${rule.title}: embargoed region`,
          why: `An address or name speaks of ${named.join(', ')}. ${rule.says}`,
          question: false,
          citations,
        },
      ];
    if (!countries.includes(embargo.place)) return [];
    return [
      {
        kind: 'embargoedRegion',
        severity: 'medium',
        title: `Which part of ${placeName(embargo.place)}?`,
        why: `Parts of the country are embargoed: ${regions.join(', ')}. Ask for the town of every address there. ${rule.says}`,
        question: true,
        citations,
      },
    ];
  });
}

function groupSigns(pack: RulePack, places: PartyPlaces, countries: readonly string[], on: IsoDate): PlaceSign[] {
  if (pack.countryGroups === undefined) return [];
  const { inGroup } = groupsOf(pack);
  const citation = pack.countryGroups.citation;
  const citations = [citation.locator];
  const armsEmbargo = countries.filter((code) => inGroup(code, 'D:5', on));
  const signs: PlaceSign[] = [];
  if (armsEmbargo.length > 0)
    signs.push({
      kind: 'controlledGroup',
      severity: 'medium',
      title: `Country Group D:5: ${placeNames(armsEmbargo)}`,
      why: 'A US arms embargo applies; advanced-computing items and end-use rules look at this group first.',
      question: false,
      citations,
    });
  const { registration, headquarters } = places;
  if (
    registration !== null &&
    headquarters !== null &&
    registration !== headquarters &&
    inGroup(headquarters, 'D:5', on) &&
    !inGroup(registration, 'D:5', on)
  )
    signs.push({
      kind: 'diversion',
      severity: 'medium',
      title: `Registered in ${placeName(registration)}, run from ${placeName(headquarters)}`,
      why: 'The address lies outside Country Group D:5 and the headquarters inside it. Find out who uses the items, and where.',
      question: true,
      citations,
    });
  return signs;
}

/** A register of thousands asks again and again about the same few packs and regions. */
const groupsByPack = new WeakMap<RulePack, PackPlaces>();
const plainRegions = new Map<string, string>();

function groupsOf(pack: RulePack): PackPlaces {
  const found = groupsByPack.get(pack) ?? placesOf(pack);
  groupsByPack.set(pack, found);
  return found;
}

function plainRegion(region: string): string {
  const found = plainRegions.get(region) ?? plain(region);
  plainRegions.set(region, found);
  return found;
}

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
