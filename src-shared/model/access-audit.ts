import type { ActionKind, EventColumns, EventDictionaries } from './access-events.ts';
import type { IsoDate } from './dates.ts';
import type { AddressFacts } from './network.ts';
import type { CountryTie, UsStatus } from './release.ts';

export const accessFindingTypes = [
  'deemed_export',
  'sanctioned_country',
  'vpn_hosting_tor',
  'impossible_travel',
  'unknown_account',
  'terminated_access',
  'role_mismatch',
  'query_burst',
  'coverage_gap',
] as const;
export type AccessFindingType = (typeof accessFindingTypes)[number];

/** A person as the audit needs them. Null or an empty list is "not known", except where a field says otherwise. */
export interface AuditPerson {
  readonly id: string;
  readonly name: string;
  readonly citizenships: readonly CountryTie[];
  readonly permanentResidences: readonly CountryTie[];
  readonly usStatus: UsStatus;
  readonly employment: string | null;
  readonly employerCountry: string | null;
  readonly employerHeadquarters: string | null;
  readonly role: string | null;
  readonly team: string | null;
  readonly site: string | null;
  /** ISO 3166-1 alpha-2 of the place of work. */
  readonly workCountry: string | null;
  readonly startOn: IsoDate | null;
  readonly lastDay: IsoDate | null;
}

/** An account of the logs: whose it is. `service`: registered as a batch or service account. */
export type AuditAccount =
  | { readonly kind: 'person'; readonly personId: string }
  | { readonly kind: 'service'; readonly owner: string | null }
  | { readonly kind: 'unknown' };

/** An asset that logs can name. */
export interface AuditAsset {
  readonly id: string;
  readonly version: string | null;
  readonly name: string;
  readonly kind: string | null;
  /** Control entry, for example `5D002`; null where not classified. */
  readonly eccn: string | null;
  readonly reasons: readonly string[];
  /** True where the entry may apply and a fact decides that is still open. */
  readonly eccnOpen?: boolean;
  /** Technology, source code, object code, weights …; null where not known. */
  readonly form: 'technology' | 'sourceCode' | 'objectCode' | 'weights' | 'hardware' | 'service' | null;
  /** ISO 3166-1 alpha-2 of the country where its files are kept; absent or null where not known, and then taken to lie at home. */
  readonly keptIn?: string | null;
  readonly published: boolean | null;
  readonly fundamentalResearch: boolean | null;
  /** ISO 3166-1 alpha-2 list that replaces the computed answer; null leaves it computed. */
  readonly licenceRequiredForNationalsOf: readonly string[] | null;
  /** Roles that should reach it; null where nobody said, which raises no role finding. */
  readonly allowedRoles: readonly string[] | null;
  /** False for assets that nobody reaches over a logged way, such as a chip in a shelf: no log is no gap there. */
  readonly logExpected?: boolean;
}

/** Licence, technology control plan or other authority for a person, or for nationals of a country, over an item and a time. */
export interface Authorisation {
  readonly id: string;
  readonly kind: 'licence' | 'technologyControlPlan' | 'exception' | 'other';
  readonly number: string | null;
  readonly personId: string | null;
  /** ISO 3166-1 alpha-2; empty covers no nationality by itself. */
  readonly nationalities: readonly string[];
  /** Assets by id; empty together with empty `eccns` covers nothing. */
  readonly assetIds: readonly string[];
  readonly eccns: readonly string[];
  readonly validFrom: IsoDate | null;
  readonly validTo: IsoDate | null;
  /** `pending` or `revoked` authorises nothing. */
  readonly status: 'valid' | 'pending' | 'revoked' | 'expired' | 'unknown';
}

/** A trip that was announced: log-ins from there on those days are expected. */
export interface KnownTravel {
  readonly personId: string;
  readonly country: string;
  readonly from: IsoDate;
  readonly until: IsoDate;
}

/** Days a log speaks for. */
export interface LogCoverage {
  readonly importId: string;
  readonly source: string;
  readonly from: IsoDate;
  readonly until: IsoDate;
  /** Assets the log is the record of; empty where it is not tied to any. */
  readonly assetIds: readonly string[];
}

/** Everything the audit looks at, by position: `addresses[i]` is what is known of `dictionaries.addresses[i]`, and so on. */
export interface AuditInput {
  readonly events: EventColumns;
  readonly dictionaries: EventDictionaries;
  readonly addresses: readonly (AddressFacts | null)[];
  readonly accounts: readonly AuditAccount[];
  /** Position in `assets`, or -1. */
  readonly resources: Int32Array;
  readonly actions: readonly ActionKind[];
  readonly people: readonly AuditPerson[];
  readonly assets: readonly AuditAsset[];
  readonly authorisations: readonly Authorisation[];
  readonly travel: readonly KnownTravel[];
  readonly coverage: readonly LogCoverage[];
  readonly on: IsoDate;
}
