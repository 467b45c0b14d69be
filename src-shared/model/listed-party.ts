import type { IsoDate } from './dates.ts';

/** `unknown`: the list does not say (BIS and State rows). */
export const partyTypes = ['person', 'org', 'vessel', 'aircraft', 'unknown'] as const;
export type PartyType = (typeof partyTypes)[number];

/** `weak`: a name the publisher itself calls low quality; it finds only together with other evidence. */
export const listedNameKinds = ['primary', 'aka', 'fka', 'weak'] as const;
export type ListedNameKind = (typeof listedNameKinds)[number];

export interface ListedName {
  /** As printed. Persons on US lists: `LAST, First Middle`. */
  readonly text: string;
  readonly kind: ListedNameKind;
  /** ISO 15924 code of the script most letters are in: `Latn`, `Cyrl`, `Arab`, `Hani`, … */
  readonly script: string;
  /** BCP 47 where the list says; empty otherwise. */
  readonly language: string;
  /** Parts as far as the list itself tells them apart; empty strings otherwise. */
  readonly family: string;
  readonly given: string;
}

/** A date known to a day, a month, a year or a span: first and last day it can be. */
export interface DateSpan {
  readonly from: IsoDate;
  readonly until: IsoDate;
  /** The list says "circa" or "approximately": two years either side are no contradiction. */
  readonly circa: boolean;
  /** As printed. */
  readonly text: string;
}

export const listedCountryRoles = [
  'nationality',
  'citizenship',
  'residence',
  'address',
  'birth',
  'registration',
  'flag',
  'listedUnder',
] as const;
export type ListedCountryRole = (typeof listedCountryRoles)[number];

export interface ListedCountry {
  /** ISO 3166-1 alpha-2; user-assigned `XK` for Kosovo. */
  readonly code: string;
  readonly role: ListedCountryRole;
}

export const identifierKinds = [
  'passport',
  'nationalId',
  'taxId',
  'registration',
  'lei',
  'duns',
  'swift',
  'imo',
  'mmsi',
  'callSign',
  'aircraftSerial',
  'aircraftTail',
  'cryptoAddress',
  'email',
  'website',
  'phone',
  'other',
] as const;
export type IdentifierKind = (typeof identifierKinds)[number];

export interface PartyIdentifier {
  readonly kind: IdentifierKind;
  /** What the list calls it: `Tax ID No.`. */
  readonly label: string;
  readonly value: string;
  readonly country: string | null;
}

export interface PartyAddress {
  /** One line, as printed. */
  readonly text: string;
  readonly city: string;
  readonly country: string | null;
}

/** One entry of an official (or a company's own) list, in the one shape everything else reads. */
export interface ListedParty {
  /** Stable within its list from version to version: `SDN-2675`, `EL-…`. */
  readonly id: string;
  /** Short code of the list: `SDN`, `EL`, `UN`. */
  readonly list: string;
  readonly type: PartyType;
  /** Primary first, never empty. */
  readonly names: readonly ListedName[];
  readonly gender: 'male' | 'female' | null;
  readonly births: readonly DateSpan[];
  readonly birthPlaces: readonly string[];
  readonly countries: readonly ListedCountry[];
  readonly identifiers: readonly PartyIdentifier[];
  readonly addresses: readonly PartyAddress[];
  readonly programmes: readonly string[];
  /** Function or title, as printed. */
  readonly title: string;
  /** `For all items subject to the EAR`; empty where the list has no such column. */
  readonly licenceRequirement: string;
  readonly licencePolicy: string;
  /** Federal Register notices, regulations, UN reference. */
  readonly citations: readonly string[];
  /** Entity List footnote designations `1`, `4`, `5`. */
  readonly footnotes: readonly string[];
  readonly from: IsoDate | null;
  /** Day the entry lapses by its own words (denial orders). */
  readonly until: IsoDate | null;
  /** Owners and principals the list itself names. */
  readonly links: readonly { readonly relation: string; readonly partyId: string | null; readonly name: string }[];
  readonly vessel: { readonly kind: string; readonly flag: string; readonly owner: string; readonly tonnage: string } | null;
  readonly remarks: string;
  /** Where it stands: file name and line or record number, 1-based. */
  readonly source: { readonly file: string; readonly line: number };
}

/** What is known of one version of one list. Versions never change; a newer file is a newer version. */
export interface ListVersion {
  readonly list: string;
  /** Day the publisher dates it, where the file says; else null. */
  readonly published: IsoDate | null;
  readonly fileName: string;
  readonly sha256: string;
  readonly parties: number;
  readonly names: number;
}

/** Days after which a list is called old. */
export const oldListDays = 7;
