import { z } from 'zod';
import { eventOutcomes } from '../model/access-events.ts';
import { Delimiter, FileFormat, FileNotice, SheetInfo, TextEncodingName } from './import-file.ts';

/** What an access event consists of, whatever the product called it. `ts` and `account` are required. */
export const LogField = z.enum(['ts', 'account', 'ip', 'country', 'resource', 'action', 'outcome', 'count', 'tokens', 'bytes', 'eventKey']);
export type LogField = z.infer<typeof LogField>;

/** How a file is cut into rows: cells of a table, JSON records, or lines of a text log. */
export const LogShape = z.enum(['table', 'records', 'lines']);
export type LogShape = z.infer<typeof LogShape>;

/** Text logs whose lines we can take apart; each gives rows with fixed columns. */
export const LineFormat = z.enum(['openssh', 'webAccess', 'anyconnect', 'jupyterhub', 'globalprotect', 'alb']);
export type LineFormat = z.infer<typeof LineFormat>;

/** What is done with the text found before it counts as the field's value. */
export const LogTake = z.enum([
  /** `City, State, CC`: the part after the last comma. */
  'lastPart',
  /** `AROA…:alice@example.com`: the part after the last colon; nothing without a colon. */
  'afterColon',
  /** `arn:…/role/session`: the part after the last slash; the whole without a slash. */
  'afterSlash',
  /** Name of a model in a request path: what follows `/models/`, `/deployments/` or `/endpoints/`, else the path without its query. */
  'requestPath',
  /** `"POST /v1/models HTTP/1.1"`: the method. */
  'requestMethod',
  /** `s3.amazonaws.com`: `s3`. */
  'serviceName',
]);
export type LogTake = z.infer<typeof LogTake>;

export const LogSource = z.strictObject({
  /**
   * Column title, or a dotted path into a record or into a cell that holds JSON: `actor.alternateId`, `target[].displayName`,
   * `target[type=AppInstance].displayName`, `AuditData.ClientIP`. Spelling of case, blanks and underscores does not matter.
   */
  path: z.string().min(1).max(400),
  take: LogTake.optional(),
  /** A second path whose text is put after the first with a slash between: bucket and key. */
  append: z.string().min(1).max(400).optional(),
  /** Texts that do not count, so that the next source is tried: `system@okta`. */
  not: z.array(z.string().max(200)).max(10).optional(),
});
export type LogSource = z.infer<typeof LogSource>;

export const LogRule = z.strictObject({
  /** Tried in order; the first that holds something wins. With `join` all that hold something are joined. */
  from: z.array(LogSource).max(12),
  join: z.string().max(4).optional(),
});
export type LogRule = z.infer<typeof LogRule>;

/** Where each field comes from. A field that is absent is not in the file. */
export const LogMapping = z.partialRecord(LogField, LogRule);
export type LogMapping = z.infer<typeof LogMapping>;

export const LogDateOrder = z.enum(['DMY', 'MDY', 'YMD']);

/** How the text of the outcome is understood. */
export const OutcomeStyle = z.enum([
  /** Words, yes and no, HTTP status, or an error number where 0 is success. */
  'words',
  /** The name of the event may say it, `login_failure`; one that says nothing leaves it unknown and is nothing to explain. */
  'eventName',
  /** Nothing means success; any text is an error, and some of them a refusal. */
  'errorIfPresent',
  /** gRPC status: nothing or 0 is success, 7 and 16 are refusals. */
  'grpc',
]);
export type OutcomeStyle = z.infer<typeof OutcomeStyle>;

/** Answers to what a file leaves open. `null`: not asked, or not answered yet. */
export const LogAnswers = z.strictObject({
  /** Zone of times without one: IANA name, `UTC` or an offset such as `+02:00`. */
  zone: z.string().max(60).nullable(),
  dateOrder: LogDateOrder.nullable(),
  /** Year of the first line, where lines name none; later lines roll over from December to January. */
  year: z.number().int().min(2000).max(2100).nullable(),
  /** What zone words such as `CET` or `EST` mean: IANA name or offset. */
  zoneWords: z.record(z.string().max(10), z.string().max(60)),
  /** Rows that repeat an earlier row of the same file word for word: `drop` counts them as one event. */
  repeats: z.enum(['keep', 'drop']),
  /** Words of the file for outcomes and countries that we do not know, by the text as it stands there, trimmed and in lower case. */
  outcomeWords: z.record(z.string().max(120), z.enum(eventOutcomes)),
  /** ISO 3166-1 alpha-2, or nothing for "no country". */
  countryWords: z.record(z.string().max(120), z.string().max(2)),
  /** Regular expression with a group named `model`, taking the resource's name out of a longer text. */
  resourcePattern: z.string().max(300).nullable(),
});
export type LogAnswers = z.infer<typeof LogAnswers>;

export const noLogAnswers: LogAnswers = {
  zone: null,
  dateOrder: null,
  year: null,
  zoneWords: {},
  repeats: 'keep',
  outcomeWords: {},
  countryWords: {},
  resourcePattern: null,
};

/** What the file is, told by its content. `gzip` was looked into. */
export const LogFile = z.strictObject({
  format: FileFormat,
  gzip: z.boolean(),
  bytes: z.number().int().nonnegative(),
  /** Of the last change of the file, ISO; helps to guess the year of lines that name none. */
  changedAt: z.string().max(40).nullable(),
  encoding: TextEncodingName.nullable(),
  delimiter: Delimiter.nullable(),
  /** The first line is `sep=;`, an instruction and no row. */
  skipDirective: z.boolean(),
  lines: LineFormat.nullable(),
  sheets: z.array(SheetInfo),
  notices: z.array(FileNotice),
});
export type LogFile = z.infer<typeof LogFile>;

/** Where in the file the rows are. */
export const LogTable = z.strictObject({
  sheet: z.string().max(255).nullable(),
  encoding: TextEncodingName.nullable(),
  delimiter: Delimiter.nullable(),
  /** Row of the titles; `null` for records and lines, and for tables without any. */
  headerRow: z.number().int().positive().nullable(),
  headerRows: z.union([z.literal(1), z.literal(2)]),
});
export type LogTable = z.infer<typeof LogTable>;

/** Everything needed to turn a file into events, and to do it again in the same way. Saved with a session and, without `file`, in a profile. */
export const LogReading = z.strictObject({
  file: LogFile,
  table: LogTable,
  shape: LogShape,
  /** Product and export the file comes from; `null` for a sheet we know nothing of. Name under `accessLogs.preset.<id>`. */
  preset: z.string().max(60).nullable(),
  /** Column titles of a table, columns of a line format, or paths seen in the first records; repeated titles carry `(2)`. */
  titles: z.array(z.string().max(400)).max(2000),
  mapping: LogMapping,
  outcome: OutcomeStyle,
  /** Path of a list in a record each entry of which is an event of its own. */
  explode: z.string().max(120).nullable(),
  /** Paths that are never kept, not even as evidence: prompts and answers. */
  leaveOut: z.array(z.string().max(200)).max(20),
  answers: LogAnswers,
});
export type LogReading = z.infer<typeof LogReading>;

/** Why a row is no event, or an event with a doubt. Text under `accessLogs.problem.<kind>`. */
export const LogProblem = z.enum([
  'noTimestamp',
  'badTimestamp',
  'ambiguousDate',
  'zoneUnknown',
  'zoneWordUnknown',
  'yearUnknown',
  'noSuchLocalTime',
  'impossibleYear',
  'damagedTimestamp',
  'noAccount',
  'brokenRecord',
  // The event is taken, with a warning.
  'twiceInClockChange',
  'againstDateOrder',
  'badAddress',
  'unknownCountry',
  'damagedId',
  'timeWithheld',
  'repeatedRow',
  // No event and no error.
  'blankRow',
  'repeatedHeader',
  'footer',
  'notAnEvent',
]);
export type LogProblem = z.infer<typeof LogProblem>;
export const LogSeverity = z.enum(['rejected', 'warning', 'skipped']);
export type LogSeverity = z.infer<typeof LogSeverity>;

export const LogProblemGroup = z.strictObject({
  kind: LogProblem,
  severity: LogSeverity,
  field: LogField.nullable(),
  count: z.number().int().positive(),
  /** The first few, as they stand in the file. `column` is a title or path. */
  firsts: z.array(z.strictObject({ row: z.number().int(), column: z.string().max(400).nullable(), value: z.string().max(200) })).max(5),
});
export type LogProblemGroup = z.infer<typeof LogProblemGroup>;

/** Something that must be said before the file can be read as meant. Text under `accessLogs.question.<kind>`. */
export const LogQuestion = z.strictObject({
  kind: z.enum(['mapping', 'dateOrder', 'zone', 'year', 'zoneWord', 'repeats']),
  /** `mapping`: the required field. `zoneWord`: the word. Otherwise `null`. */
  about: z.string().max(60).nullable(),
  column: z.string().max(400).nullable(),
  /** Rows this would settle, as far as known. */
  count: z.number().int().nonnegative(),
  /** Offered answers with what the samples would become; UTC, ISO. Other answers may be given too. */
  options: z
    .array(
      z.strictObject({
        answer: z.string().max(60),
        samples: z.array(z.strictObject({ from: z.string().max(200), to: z.string().max(40).nullable() })).max(3),
      }),
    )
    .max(12),
});
export type LogQuestion = z.infer<typeof LogQuestion>;

/** How often each value occurs, most frequent first. `distinct` stops counting at a limit; then `more` is true. */
export const Tally = z.strictObject({
  distinct: z.number().int().nonnegative(),
  more: z.boolean(),
  top: z.array(z.strictObject({ value: z.string().max(400), count: z.number().int().positive() })).max(5000),
});
export type Tally = z.infer<typeof Tally>;

/** The same for texts that are understood as something else: an outcome, or a country's code; `null` where they are not. */
export const MeaningTally = z.strictObject({
  distinct: z.number().int().nonnegative(),
  more: z.boolean(),
  top: z
    .array(z.strictObject({ value: z.string().max(400), count: z.number().int().positive(), means: z.string().max(20).nullable() }))
    .max(500),
});
export type MeaningTally = z.infer<typeof MeaningTally>;

/** Outcome of reading a whole file without writing anything. */
export const LogCheck = z.strictObject({
  /** Of the file's bytes as they lie on disk. */
  sha256: z.string().length(64),
  /** Rows that hold something, headers left out. */
  rows: z.number().int().nonnegative(),
  /** Events; more than good rows where one record holds several. */
  events: z.number().int().nonnegative(),
  rejected: z.number().int().nonnegative(),
  skipped: z.number().int().nonnegative(),
  /** Events that repeat an earlier one of this file in every field. */
  repeated: z.number().int().nonnegative(),
  problems: z.array(LogProblemGroup).max(60),
  questions: z.array(LogQuestion).max(20),
  /** The answers as used: with an order of day and month that the values themselves decided. */
  answers: LogAnswers,
  /** First and last event, ISO UTC with milliseconds; `null` without events. */
  from: z.string().max(40).nullable(),
  to: z.string().max(40).nullable(),
  withAddress: z.number().int().nonnegative(),
  accounts: Tally,
  resources: Tally,
  actions: Tally,
  outcomes: MeaningTally,
  countries: MeaningTally,
  notices: z.array(FileNotice),
});
export type LogCheck = z.infer<typeof LogCheck>;
