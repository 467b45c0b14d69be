import type { IsoDate } from './dates.ts';

/** Citizenship or permanent residence of one country, ISO 3166-1 alpha-2; `since` null when the day is not known. */
export interface CountryTie {
  readonly country: string;
  readonly since: string | null;
}

/** Standing under US law. Unknown is `unknown` or null, never `none`. */
export type UsStatus = 'citizen' | 'lawfulPermanentResident' | 'protectedIndividual' | 'visa' | 'none' | 'unknown';

/** Fact pattern of one act of access, as `gatehouse release` reads it. An absent or null field is not known; it never means no. */
export interface ReleaseFacts {
  readonly person?: {
    readonly citizenships?: readonly CountryTie[] | null;
    readonly permanentResidences?: readonly CountryTie[] | null;
    readonly usStatus?: UsStatus | null;
    readonly employment?: string | null;
    readonly employer?: { readonly name?: string | null; readonly country?: string | null; readonly headquarters?: string | null } | null;
    readonly locatedIn?: string | null;
    readonly bornIn?: string | null;
  } | null;
  readonly item?: {
    readonly classification?: string | null;
    /** Entry of the item the technology is for. */
    readonly host?: string | null;
    readonly reasons?: readonly string[] | null;
    readonly form?: 'technology' | 'sourceCode' | 'objectCode' | 'weights' | 'hardware' | 'service' | null;
    readonly origin?: string | null;
    readonly published?: boolean | null;
    readonly [more: string]: unknown;
  } | null;
  readonly access?: {
    readonly kind?: string | null;
    readonly what?: string | null;
    /** Where the person is, or where the data lies. */
    readonly from?: string | null;
    readonly [more: string]: unknown;
  } | null;
  readonly authorisation?: { readonly type?: string | null; readonly [more: string]: unknown } | null;
  /** Countries whose nationals need a licence for the item, where the company has settled that itself; replaces the computed answer. */
  readonly licenceRequiredForNationalsOf?: readonly string[] | null;
  readonly [more: string]: unknown;
}

export type ReleaseEvent = 'deemedExport' | 'deemedReexport' | 'export' | 'reexport' | 'none' | 'undetermined';
export type ReleaseLicence = 'required' | 'notRequired' | 'exceptionPossible' | 'undetermined';

/** One exclusion or condition that was looked at, whether it applies or not. */
export interface ReleaseTest {
  /** Code such as `published.734.7` or `notForeignPerson.permanentResident`. */
  readonly code: string;
  /** Short name for a table: `Published`. */
  readonly title?: string;
  readonly result: 'applies' | 'doesNotApply' | 'unknown';
  /** What is known, in plain words, without naming a nationality. */
  readonly because: string;
  readonly citation: string;
}

export interface ReleaseAnswer {
  readonly release: 'yes' | 'no' | 'undetermined';
  readonly event: ReleaseEvent;
  /** ISO 3166-1 alpha-2, in the order: place first, then latest nationality. */
  readonly toCountries: readonly string[];
  /** As the rules are applied on the day. */
  readonly licence: ReleaseLicence;
  /** By the printed text alone, where that differs. */
  readonly textLicence?: ReleaseLicence;
  /** Whether an authorisation on file covers the act on the day; `licence` says whether one is needed at all. */
  readonly authorised: 'yes' | 'no' | 'unknown';
  /** Reasons for control under which a licence is needed. */
  readonly reasons: readonly string[];
  readonly excludedBy: readonly string[];
  readonly unknown: readonly string[];
  readonly ask: readonly string[];
  readonly exceptions: {
    readonly fit: readonly { readonly symbol: string; readonly conditions: readonly string[] }[];
    readonly fail: readonly { readonly symbol: string; readonly because: string }[];
  };
  readonly warnings: readonly string[];
  /** Every exclusion, in the order the law asks them: the table of a finding. */
  readonly tests: readonly ReleaseTest[];
  readonly citations: readonly string[];
  readonly trace: readonly { readonly step: string; readonly says: string; readonly citation: string | null }[];
  readonly on: IsoDate;
}
