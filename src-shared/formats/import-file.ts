import { z } from 'zod';

/** What a file turned out to be, told by its content. */
export const FileFormat = z.enum([
  'xlsx',
  'xlsm',
  'xlsb',
  'xls',
  'ods',
  'xml2003',
  'html',
  'csv',
  'tsv',
  'json',
  'ndjson',
  'log',
  'markdown',
]);
export type FileFormat = z.infer<typeof FileFormat>;

export const TextEncodingName = z.enum([
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'shift_jis',
  'gb18030',
]);
export type TextEncodingName = z.infer<typeof TextEncodingName>;

export const Delimiter = z.enum([',', ';', '\t', '|']);
export type Delimiter = z.infer<typeof Delimiter>;

/** Something the reader saw and the person should know; text lives under `imports.notice.<code>`. */
export const FileNotice = z.strictObject({
  code: z.enum([
    'macros',
    'externalLinks',
    'hiddenSheets',
    'hiddenRows',
    'mergedCells',
    'formulas',
    'errorCells',
    'cutCells',
    'brokenQuotes',
    'unevenRows',
    'undecodable',
    'emptySheet',
    'guessedEncoding',
    'nameDisagrees',
    'cutShort',
  ]),
  count: z.number().int().nonnegative(),
  /** Where the first one is: `Sheet “Okt”, cell B7` or `row 12`. */
  place: z.string().max(200).optional(),
});
export type FileNotice = z.infer<typeof FileNotice>;

export const SheetInfo = z.strictObject({
  name: z.string().max(255),
  visibility: z.enum(['visible', 'hidden', 'veryHidden']),
  kind: z.enum(['table', 'other']),
  /** From the sheet's own statement of size, which may be wrong; `null` when it makes none. */
  rowEstimate: z.number().int().nonnegative().nullable(),
});
export type SheetInfo = z.infer<typeof SheetInfo>;

export const FileSniff = z.strictObject({
  format: FileFormat,
  bytes: z.number().int().nonnegative(),
  sha256: z.string().length(64),
  encoding: TextEncodingName.nullable(),
  hasBom: z.boolean(),
  delimiter: Delimiter.nullable(),
  sheets: z.array(SheetInfo),
  notices: z.array(FileNotice),
});
export type FileSniff = z.infer<typeof FileSniff>;

/** Why a file is refused; text under `fileRefused.<reason>`. */
export const ReadRefusal = z.enum([
  'empty',
  'unknownType',
  'encrypted',
  'damaged',
  'pdf',
  'image',
  'executable',
  'archive',
  'archiveOfTables',
  'eventLog',
  'parquet',
  'numbers',
  'document',
  'gzip',
  'notATable',
  'noSheets',
  'noSuchSheet',
  'doctype',
  'xml',
  'archiveNames',
  'limitFile',
  'limitUnpacked',
  'limitRatio',
  'limitEntries',
  'limitSheets',
  'limitRows',
  'limitColumns',
  'limitCell',
  'limitRecord',
  'limitDepth',
  'limitStrings',
  'limitOldFormat',
  'memory',
  'time',
  'cannotRead',
]);
export type ReadRefusal = z.infer<typeof ReadRefusal>;

/** A refusal with the place it happened and the limit it ran into. */
export interface ReadProblem {
  readonly reason: ReadRefusal;
  /** Sheet, row, column or archive member; `null` when the whole file is meant. */
  readonly place: string | null;
  readonly limit: number | null;
}

export const CellType = z.enum(['empty', 'text', 'number', 'date', 'bool', 'formula', 'error']);
export type CellType = z.infer<typeof CellType>;

/**
 * One cell as it was found. `text` is what the sheet shows, numbers in full with a point, dates as ISO.
 * `raw` holds the formula with its `=`, or the serial number behind a date; formulas are never evaluated, `text` is their stored result.
 */
export interface Cell {
  readonly text: string;
  readonly type: CellType;
  readonly raw?: string;
}
