import { z } from 'zod';
import type { IsoDate } from '../model/dates.ts';
import type { PartyType } from '../model/listed-party.ts';
import type { ReadRefusal } from './import-file.ts';

/** How an official list can lie in files; texts under `lists.format.<id>`. */
export const listFormatIds = [
  'ofacFlat',
  'ofacXml',
  'ofacAdvancedXml',
  'ofacNames',
  'cslCsv',
  'cslJson',
  'cslLines',
  'corpus',
  'gatehouseList',
  'bisEntityXml',
  'bisEntityCsv',
  'bisDenied',
  'usJson',
  'usTable',
  'euCsv',
  'euXml',
  'unXml',
  'ukConCsv',
  'ukCsv',
  'ukXml',
  'ownList',
] as const;
export type ListFormatId = (typeof listFormatIds)[number];

/** Why a record of a list gave no party; texts under `lists.reject.<reason>`. */
export const listRejectReasons = [
  /** Not the number of columns (or the fields) the format has. */
  'columns',
  'noName',
  'noId',
  /** The id stands on an earlier record of the same file, which was kept. */
  'repeatedId',
  /** Neither JSON nor anything that can be taken apart. */
  'broken',
  /** A part of the list we do not know: another source code, another kind of record. */
  'unknownList',
  'tooLong',
  /** A heading or a placeholder: `[Reserved]`, `The following subordinate institutions of …:`. */
  'notAParty',
] as const;
export const ListRejectReason = z.enum(listRejectReasons);
export type ListRejectReason = z.infer<typeof ListRejectReason>;

/** A record that gave no party. Nothing is dropped without one of these. */
export const ListReject = z.strictObject({
  file: z.string(),
  /** Line of a text file, record of an XML or JSON file, row of a sheet; from 1. */
  line: z.number().int().nonnegative(),
  reason: ListRejectReason,
  /** The record as it stands, cut at 2,000 characters. */
  text: z.string(),
});
export type ListReject = z.infer<typeof ListReject>;

/** Something the person should know about a list; texts under `lists.notice.<code>`. */
export const listNoticeCodes = [
  /** Rows of a companion file (aliases, addresses, remarks) whose party is not in the main file: the files are of different days. */
  'orphanRows',
  /** The file with aliases, addresses or remarks was not given; `place` names the part. */
  'companionMissing',
  'headerRepeated',
  /** Clauses of remarks that we keep as text only. */
  'unknownClauses',
  'unknownCountries',
  'unknownDates',
  /** Dates of a column that can be read day first or month first, and nothing in the column settles it: each stands for both. */
  'ambiguousDates',
  /** Codes that the file itself does not define. */
  'unknownCodes',
  'unknownColumns',
  'undecodable',
  'brokenQuotes',
  /** The file says another number of records than it holds. */
  'countDiffers',
  /** The list comes from a better source among the same files; `place` names that file. */
  'listElsewhere',
  'olderVersion',
  'cutShort',
] as const;
export const ListNotice = z.strictObject({
  code: z.enum(listNoticeCodes),
  count: z.number().int().nonnegative(),
  /** File, and the first line, text or part. */
  place: z.string().max(300),
});
export type ListNotice = z.infer<typeof ListNotice>;
export type ListNoticeCode = ListNotice['code'];

/** A file or archive member as it was found. */
export interface ListSourceFile {
  readonly path: string;
  /** Member of a zip archive; `null` for a file of its own. */
  readonly member: string | null;
  /** Name to show: of the member, else of the file. */
  readonly name: string;
  /** What it is within its source: `main`, `names`, `addresses`, `remarks`. */
  readonly part: string;
}

/** Files that belong together and are read as one. */
export interface ListSource {
  /** From 0, in the order they are read. */
  readonly index: number;
  readonly format: ListFormatId;
  readonly files: readonly ListSourceFile[];
}

/** What came of one list in one source. */
export interface ListSummary {
  readonly list: string;
  /** Day the publisher dates it, where the file says. */
  readonly published: IsoDate | null;
  readonly parties: number;
  readonly names: number;
  readonly byType: Readonly<Partial<Record<PartyType, number>>>;
}

export interface ListSourceSummary {
  readonly source: ListSource;
  /** One a list in the order met: the Consolidated Screening List holds thirteen. */
  readonly lists: readonly ListSummary[];
  /** Of the bytes on disk; of several files, of their hashes (hex) in the order of `source.files`. */
  readonly sha256: string;
  readonly bytes: number;
  /** Records of the main file. Always the sum of the next three. */
  readonly records: number;
  readonly parties: number;
  readonly rejected: number;
  /** Records that added to a party met before: one line an address, or a header repeated. */
  readonly merged: number;
  readonly notices: readonly ListNotice[];
}

/** A file that was given and is no list we know, or cannot be read. */
export interface ListFileProblem {
  readonly path: string;
  readonly reason: ReadRefusal | 'noKnownList';
  readonly place: string | null;
  readonly limit: number | null;
}
