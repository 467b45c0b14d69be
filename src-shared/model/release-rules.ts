import { z } from 'zod';
import { Citation, Confidence } from './citation.ts';
import { IsoDate } from './dates.ts';
import { Enforcement, TextStatus } from './finding.ts';

const Id = z.string().min(1).max(80);
const Text = z.string().min(1).max(1200);
const Code = z.string().min(1).max(80);
const Place = z.string().length(2);
const Group = z.string().min(1).max(40);
/** An entry or the beginning of one; `*` stands for any run of characters. */
const EntryPattern = z.string().min(1).max(60);
const Reason = z.string().min(1).max(12);

const dated = <T extends z.ZodType>(value: T) =>
  z
    .strictObject({ from: IsoDate, until: IsoDate.optional(), value, citation: Citation, note: Text.optional() })
    .refine((range) => range.until === undefined || range.from < range.until, 'The range ends before it starts');

/** A sentence of law the release engine leans on, with its place, its dates and how well it is known. */
export const ReleaseRule = z.strictObject({
  id: Id,
  title: z.string().min(1).max(200),
  says: Text,
  citation: Citation,
  confidence: Confidence,
  textStatus: z.array(dated(TextStatus)).min(1).max(10),
  enforcement: z.array(dated(Enforcement)).min(1).max(10),
  /** Something later that was not read and may change the rule. */
  caveat: z.strictObject({ from: IsoDate, says: Text, citation: Citation }).optional(),
});
export type ReleaseRule = z.infer<typeof ReleaseRule>;

/** Questions that can take an act, a person or a reason out. The engine knows how to test each; a pack says which exist and under what words. */
export const releaseTests = [
  'published',
  'patents',
  'fundamentalResearch',
  'teaching',
  'encrypted',
  'citizen',
  'permanentResident',
  'protectedIndividual',
  'objectCode',
  'noRelease',
  'noInspection',
  'noDeemedRule',
  'sameCountry',
  'entityAuthorised',
  'partnerEmployee',
  'screenedEmployee',
  'chipCarveOut',
  'employeeRelief',
  'noChartMark',
  'noListedEntry',
  'authorisation',
] as const;
export type ReleaseTestId = (typeof releaseTests)[number];

const Exclusion = z.strictObject({
  test: z.enum(releaseTests),
  /** Code an answer carries where it applies. */
  code: Code,
  title: z.string().min(1).max(200),
  rule: Id,
});

/** Which columns of the country chart a reason looks at. */
const ReasonColumns = z.strictObject({
  reason: Reason,
  /** Product groups (third character of the entry: A to E) this holds for; absent: all. */
  productGroups: z.array(z.string().length(1)).max(5).optional(),
  /** Columns; where their marks differ for a place the answer is open. Empty: not a chart column. */
  columns: z.array(z.string().min(2).max(8)).max(6),
  /** Without a chart column: a licence everywhere but in these places. */
  everywhereBut: z.array(Place).max(20).optional(),
  rule: Id,
});

const Embargo = z.strictObject({
  place: Place,
  /** Parts of the country it is limited to, by the words of the record. */
  regions: z.array(z.string().min(3).max(60)).max(20).optional(),
  /** Answer for an export to the place, and for a release to its national, of an item in an entry and of one in none. */
  export: z.strictObject({ listed: z.enum(['required', 'chart']), unlisted: z.enum(['required', 'undetermined']) }),
  deemed: z.strictObject({ listed: z.enum(['required', 'open', 'chart']), unlisted: z.enum(['required', 'undetermined', 'free']) }),
  /** Reason the licence is filed under. */
  reason: Reason,
  rule: Id,
});

const Exception = z.strictObject({
  symbol: z.string().min(2).max(12),
  rule: Id,
  /** Only for these entries; absent: any. */
  entries: z.array(EntryPattern).max(40).optional(),
  /** Not for technology or software of, or for, these entries. */
  notEntries: z.array(EntryPattern).max(60).optional(),
  /** The destination or nationality has to be in one of these. */
  groups: z.array(Group).max(10).optional(),
  notGroups: z.array(Group).max(10).optional(),
  onlyPlaces: z.array(Place).max(20).optional(),
  notPlaces: z.array(Place).max(20).optional(),
  /** Places that have the exception for a release to a person only, not for a sending. */
  deemedOnlyGroups: z.array(Group).max(4).optional(),
  /** No reason other than these may call for a licence. */
  onlyReasons: z.array(Reason).max(12).optional(),
  /** Whose it is: staff of the company for its own use; regular staff of a university; a US person's own use abroad. */
  persons: z.enum(['internalStaff', 'universityStaff', 'travellingUsPerson']).optional(),
  /** Printed text only: the rule that made it is not enforced. */
  textOnly: z.boolean().optional(),
  /** Both the destination and the headquarters of the employer have to be in this list. */
  destinationAndHeadquartersIn: Group.optional(),
  /** For a sending abroad, not for a release to a person at home. */
  sendingOnly: z.boolean().optional(),
  /** Only for items in no entry. */
  unlistedOnly: z.boolean().optional(),
  conditions: z.array(z.string().min(1).max(300)).min(1).max(12),
  /** Said where it fails, by what failed. */
  because: z.strictObject({
    groups: z.string().max(200).optional(),
    notGroups: z.string().max(200).optional(),
    onlyPlaces: z.string().max(200).optional(),
    notPlaces: z.string().max(200).optional(),
    notEntries: z.string().max(200).optional(),
    onlyReasons: z.string().max(200).optional(),
    persons: z.string().max(200).optional(),
  }),
});
export type ReleaseException = z.infer<typeof Exception>;

/** How one regime treats access by people: releases, exports by wire, exclusions, exceptions. Every statement points to a rule. */
export const ReleaseRules = z.strictObject({
  /** Words in a classification that mean this regime; empty for the one that is meant without words. */
  namedBy: z.array(z.string().min(1).max(60)).max(20),
  /** Where an item does not leave the regime's territory. */
  territory: z.array(Place).min(1).max(40),
  /** Reason named where a licence is needed and the regime knows no reasons for control. */
  reasonWithout: z.string().min(1).max(40).optional(),
  rules: z.array(ReleaseRule).min(1).max(120),
  exclusions: z.array(Exclusion).max(40),
  reasonColumns: z.array(ReasonColumns).max(60),
  embargoes: z.array(Embargo).max(20),
  exceptions: z.array(Exception).max(30),
  /** Regional-stability reach written into the chip entries: by the entry that a technology serves, the entry whose licence scope holds. */
  chips: z
    .strictObject({
      reason: Reason,
      serves: z.array(z.strictObject({ patterns: z.array(EntryPattern).min(1).max(60), scopesOf: z.array(Id).min(1).max(4) })).max(10),
      rule: Id,
    })
    .optional(),
  /** Licence lifted for releases to regular staff of companies from a list of countries. */
  employeeRelief: z.strictObject({ entries: z.array(EntryPattern).max(10), headquartersIn: Group, rule: Id }).optional(),
  /** Staff exclusions of a release abroad. */
  abroad: z.strictObject({ partners: Group, risk: z.array(Group).max(4) }).optional(),
  /** Encrypted storage: places where it must not lie. */
  storageBarredIn: z.array(Group).max(4),
  /** Use of somebody else's advanced chips that has to be looked into. */
  computeUse: z
    .strictObject({ entries: z.array(EntryPattern).max(60), groups: z.array(Group).max(4), plus: z.array(Place).max(10), rule: Id })
    .optional(),
});
export type ReleaseRules = z.infer<typeof ReleaseRules>;
