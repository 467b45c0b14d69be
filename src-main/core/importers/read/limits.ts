/** What a foreign file may cost us at most. One place, so that the manual, the tests and the reader agree. */
export interface ReadLimits {
  readonly fileBytes: number;
  /** Bytes of all archive members together, counted while they inflate. */
  readonly unpackedBytes: number;
  /** Unpacked to packed bytes of one member; judged only above `ratioFloorBytes`, since small members of blank cells pack well. */
  readonly ratio: number;
  readonly ratioFloorBytes: number;
  readonly entries: number;
  readonly sheets: number;
  readonly rows: number;
  readonly columns: number;
  /** Characters; longer cells are cut and reported. */
  readonly cellChars: number;
  /** Characters at which a cell is no accident any more and the file is refused. */
  readonly hostileCellChars: number;
  /** Characters of one delimited record: a quote that never closes ends here. */
  readonly recordChars: number;
  /** Characters of all shared strings of a workbook. */
  readonly sharedChars: number;
  readonly sharedStrings: number;
  /** Bytes of files that can only be read whole (XLS, XLSB, ODS, HTML, XML 2003). */
  readonly wholeFileBytes: number;
  readonly wholeUnpackedBytes: number;
  readonly heapMiB: number;
  readonly parseMs: number;
}

const mebi = 1024 * 1024;

export const readLimits: ReadLimits = {
  fileBytes: 100 * mebi,
  unpackedBytes: 1024 * mebi,
  ratio: 200,
  ratioFloorBytes: 4 * mebi,
  entries: 10_000,
  sheets: 50,
  rows: 2_000_000,
  columns: 512,
  cellChars: 32_767,
  hostileCellChars: mebi,
  recordChars: 4 * mebi,
  sharedChars: 160 * mebi,
  sharedStrings: 8_000_000,
  wholeFileBytes: 24 * mebi,
  wholeUnpackedBytes: 64 * mebi,
  heapMiB: 512,
  parseMs: 120_000,
};

/**
 * Access logs: gigabytes and millions of rows are usual, a cell can be a whole JSON document. Memory stays the same, since nothing of them is
 * held; time is counted only while the thread works.
 */
export const logLimits: ReadLimits = {
  ...readLimits,
  fileBytes: 4096 * mebi,
  unpackedBytes: 16_384 * mebi,
  rows: 20_000_000,
  hostileCellChars: 4 * mebi,
  parseMs: 30 * 60_000,
};
