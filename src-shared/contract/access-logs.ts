import { z } from 'zod';
import { LogAnswers, LogField, LogFile, LogProblem, LogQuestion, LogSeverity, LogShape, LogTable } from '../formats/access-log.ts';
import { GuessConfidence, PickedFile, Said } from './imports.ts';
import { command, query } from './kernel.ts';

/**
 * The access-log wizard: file → table → columns → values → check → people → review → done. One session a file; several files wait in a queue.
 * No event counts before `accessLogs.commit`. The renderer draws what these methods return; every guess and count is made in the core.
 */

const Id = z.string().min(1).max(80);
const Count = z.number().int().nonnegative();
const Empty = z.strictObject({});
const Instant = z.string().max(40);
const Named = z.strictObject({ id: Id, name: z.string().max(400) });
/** A value as the file writes it. */
const Value = z.string().max(400);

/** Every change names the session's revision it was made against; a stale one is refused with `record.stale`. */
const OnSession = { id: Id, revision: Count };

export const LogStep = z.enum(['file', 'table', 'columns', 'values', 'check', 'people', 'review', 'done']);
export type LogStep = z.infer<typeof LogStep>;

/** `waiting`: in the queue, not looked at yet. `open`: a draft. `undone`: was committed and taken back. */
export const LogSessionStatus = z.enum(['waiting', 'open', 'committed', 'undone']);

/** What reading the file into the workspace came to; the events do not count before the commit. */
export const WrittenCounts = z.strictObject({
  importId: Id,
  rows: Count,
  /** Events that are new. */
  new: Count,
  /** Events that an earlier import holds already. */
  alreadyThere: Count,
  rejected: Count,
  firstAt: Instant.nullable(),
  lastAt: Instant.nullable(),
});
export type WrittenCounts = z.infer<typeof WrittenCounts>;

export const LogSession = z.strictObject({
  id: Id,
  revision: Count,
  status: LogSessionStatus,
  /** Furthest step the person may go to now. */
  step: LogStep,
  steps: z.array(z.strictObject({ step: LogStep, state: z.enum(['done', 'here', 'attention', 'notYet']), note: Said.nullable() })).max(8),
  /** Place among the files that were picked together, from 1. */
  queue: z.strictObject({ position: z.number().int().positive(), of: z.number().int().positive(), nextId: Id.nullable() }),
  fileName: z.string().max(300),
  bytes: Count,
  /** Hash of the file's bytes; `null` while it is being made. */
  sha256: z.string().length(64).nullable(),
  /** The file itself is at hand; after a restart it has to be given again. */
  fileAtHand: z.boolean(),
  file: LogFile.nullable(),
  table: LogTable.nullable(),
  shape: LogShape.nullable(),
  preset: z.string().max(60).nullable(),
  /** Why the product was recognised, or why not. */
  because: z.array(Said).max(8),
  /** What this kind of log can and cannot tell. */
  notes: z.array(Said).max(12),
  answers: LogAnswers,
  /** Still to be answered before the columns or the review. */
  questions: z.array(LogQuestion).max(20),
  profile: z.strictObject({ id: Id, name: z.string().max(120), version: z.number().int().positive() }).nullable(),
  /** The same file is in the workspace: importing it again adds nothing. */
  already: z.strictObject({ importId: Id, at: Instant }).nullable(),
  /** Rows of the file: exact after the check, an estimate before, `null` when nothing tells. */
  rows: z.strictObject({ count: Count, exact: z.boolean() }).nullable(),
  checked: z
    .strictObject({
      rows: Count,
      events: Count,
      rejected: Count,
      skipped: Count,
      repeated: Count,
      withAddress: Count,
      from: Instant.nullable(),
      to: Instant.nullable(),
    })
    .nullable(),
  /** Problems that must be answered or left out before the import can go on. */
  openProblems: Count,
  written: WrittenCounts.nullable(),
  /** Work under way on this session. */
  job: z.strictObject({ jobId: Id, kind: z.enum(['hash', 'check', 'write']) }).nullable(),
  updatedAt: Instant,
});
export type LogSession = z.infer<typeof LogSession>;

export const LogPreviewRow = z.strictObject({
  row: z.number().int().positive(),
  role: z.enum(['banner', 'header', 'data']),
  cells: z.array(z.string().max(400)).max(512),
});
export type LogPreviewRow = z.infer<typeof LogPreviewRow>;

/** How a time of the file would be read with the present answers; `to` is UTC, `null` when it cannot be read. */
export const TimeSample = z.strictObject({ from: z.string().max(200), to: Instant.nullable() });

export const LogColumn = z.strictObject({
  column: z.number().int().nonnegative().max(1999),
  title: z.string().max(400),
  samples: z.array(z.string().max(200)).max(3),
  /** Share of the sampled rows with something in the column, 0 to 1. */
  filled: z.number().min(0).max(1),
  /** Fields it is used for; `second` where it only fills in for an empty first choice. */
  uses: z.array(z.strictObject({ field: LogField, second: z.boolean() })).max(12),
  guess: z.strictObject({ field: LogField.nullable(), confidence: GuessConfidence, because: z.array(Said).max(4) }),
  /** How the samples are understood with the present answers. */
  readAs: z.array(z.strictObject({ from: z.string().max(200), to: z.string().max(200).nullable() })).max(3),
});
export type LogColumn = z.infer<typeof LogColumn>;

/** Values that can be given a meaning. */
export const LogValueKind = z.enum(['outcome', 'action', 'country', 'resource']);
export type LogValueKind = z.infer<typeof LogValueKind>;

export const LogValue = z.strictObject({
  from: Value,
  count: Count,
  /** Outcome, kind of action, country code or asset id; `null` when nobody knows. */
  means: z.string().max(80).nullable(),
  how: z.enum(['known', 'remembered', 'chosen', 'none']),
  suggestions: z.array(z.strictObject({ value: z.string().max(80), label: z.string().max(400) })).max(3),
});
export type LogValue = z.infer<typeof LogValue>;

export const LogValues = z.strictObject({
  kind: LogValueKind,
  distinct: Count,
  /** More values than are listed. */
  more: z.boolean(),
  unmatched: Count,
  values: z.array(LogValue).max(1000),
});
export type LogValues = z.infer<typeof LogValues>;

export const LogProblemView = z.strictObject({
  /** Kind and field: names the group in `accessLogs.leaveOut`. */
  id: Id,
  kind: LogProblem,
  severity: LogSeverity,
  field: LogField.nullable(),
  count: Count,
  /** `blocks`: must be answered or left out. `leftOut`: the person said so. `told`: only worth knowing. */
  standing: z.enum(['blocks', 'leftOut', 'told']),
  firsts: z.array(z.strictObject({ row: z.number().int(), column: z.string().max(400).nullable(), value: z.string().max(200) })).max(5),
  /** Question whose answer settles it; `null` when rows can only be left out. */
  question: LogQuestion.nullable(),
});
export type LogProblemView = z.infer<typeof LogProblemView>;

/** Who an account is: a person who is known, a new one, nobody in person, or to be told later. */
export const AccountChoice = z.discriminatedUnion('to', [
  z.strictObject({ to: z.literal('person'), personId: Id }),
  z.strictObject({ to: z.literal('new'), name: z.string().trim().min(1).max(200) }),
  z.strictObject({ to: z.literal('service') }),
  z.strictObject({ to: z.literal('later') }),
]);
export type AccountChoice = z.infer<typeof AccountChoice>;

export const LogAccount = z.strictObject({
  account: Value,
  count: Count,
  /** What is known without asking. */
  known: z.discriminatedUnion('is', [
    z.strictObject({ is: z.literal('person'), person: Named }),
    z.strictObject({ is: z.literal('service') }),
    z.strictObject({ is: z.literal('nobody') }),
  ]),
  choice: AccountChoice.nullable(),
  /** Name of the person who was chosen. */
  chosenName: z.string().max(300).nullable(),
  suggestions: z.array(Named.extend({ because: z.string().max(300) })).max(3),
});
export type LogAccount = z.infer<typeof LogAccount>;

export const LogProfile = z.strictObject({
  id: Id,
  name: z.string().max(120),
  version: z.number().int().positive(),
  preset: z.string().max(60).nullable(),
  uses: Count,
  updatedAt: Instant,
});
export type LogProfile = z.infer<typeof LogProfile>;

/** One import as the list shows it. */
export const LogImportLine = z.strictObject({
  id: Id,
  fileName: z.string().max(300),
  sha256: z.string().max(64),
  preset: z.string().max(60).nullable(),
  /** `broken`: reading stopped in the middle, can be gone on with. `ready`: read whole, not imported yet. */
  state: z.enum(['reading', 'broken', 'ready', 'committed', 'undone', 'discarded']),
  rows: Count,
  events: Count,
  alreadyThere: Count,
  rejected: Count,
  firstAt: Instant.nullable(),
  lastAt: Instant.nullable(),
  profile: z.string().max(160).nullable(),
  by: z.string().max(200).nullable(),
  startedAt: Instant,
  committedAt: Instant.nullable(),
  /** Session in the wizard, where there still is one. */
  sessionId: Id.nullable(),
});
export type LogImportLine = z.infer<typeof LogImportLine>;

const Written = z.strictObject({ name: z.string().max(300), bytes: Count }).nullable();
const Job = z.strictObject({ jobId: Id });
const RejectedAs = z.enum(['csv', 'xlsx']);

export const accessLogMethods = {
  /** Shows the system's dialog; empty when it was closed without a choice. A folder gives every log file below it. */
  'accessLogs.chooseFiles': query(z.strictObject({ folder: z.boolean() }), z.array(PickedFile).max(2000)),
  'accessLogs.start': command(z.strictObject({ handles: z.array(Id).min(1).max(2000) }), LogSession, ['accessLogs']),
  'accessLogs.sessions': query(Empty, z.array(LogSession).max(200), ['accessLogs']),
  'accessLogs.session': query(z.strictObject({ id: Id }), LogSession, ['accessLogs', 'people', 'access']),
  /** Looks into a file that waited, or takes the same file again after a restart. Errors: `record.conflict` for another file. */
  'accessLogs.open': command(z.strictObject({ id: Id, handle: Id.nullable() }), LogSession, ['accessLogs']),
  'accessLogs.discard': command(z.strictObject({ id: Id }), Empty, ['accessLogs']),

  'accessLogs.preview': query(
    z.strictObject({ id: Id }),
    z.strictObject({
      rows: z.array(LogPreviewRow).max(200),
      more: z.boolean(),
      times: z.array(z.strictObject({ column: z.string().max(400), samples: z.array(TimeSample).max(3) })).max(4),
    }),
    ['accessLogs'],
  ),
  /** `preset`: product to read it as; `null` reads it as a sheet nobody knows. */
  'accessLogs.setTable': command(
    z.strictObject({ ...OnSession, table: LogTable.partial(), preset: z.string().max(60).nullable().optional() }),
    LogSession,
    ['accessLogs'],
  ),
  'accessLogs.answer': command(z.strictObject({ ...OnSession, answers: LogAnswers.partial() }), LogSession, ['accessLogs']),

  'accessLogs.columns': query(
    z.strictObject({ id: Id }),
    z.strictObject({
      columns: z.array(LogColumn).max(2000),
      required: z.array(LogField).max(11),
      missing: z.array(LogField).max(11),
      sampledRows: Count,
    }),
    ['accessLogs'],
  ),
  /** `field: null` sets a column aside; `second` lets it fill in where the first choice is empty. */
  'accessLogs.setColumn': command(
    z.strictObject({
      ...OnSession,
      column: z.number().int().nonnegative().max(1999),
      field: LogField.nullable(),
      second: z.boolean().default(false),
    }),
    LogSession,
    ['accessLogs'],
  ),

  'accessLogs.values': query(
    z.strictObject({ id: Id }),
    z.strictObject({
      /** `false` until the whole file was read once: the values then come from the first rows. */
      whole: z.boolean(),
      fields: z.array(LogValues).max(4),
      assets: z.array(Named).max(5000),
    }),
    ['accessLogs', 'access', 'inventory'],
  ),
  'accessLogs.setValues': command(
    z.strictObject({
      ...OnSession,
      kind: LogValueKind,
      values: z
        .array(z.strictObject({ from: Value, means: z.string().max(80).nullable() }))
        .min(1)
        .max(1000),
    }),
    LogSession,
    ['accessLogs'],
  ),

  /** Reads the whole file without writing anything. Progress, in bytes, and end come as `job` events of kind `accessLogs.check`. */
  'accessLogs.check': command(z.strictObject({ id: Id }), Job, ['accessLogs']),
  'accessLogs.problems': query(z.strictObject({ id: Id }), z.array(LogProblemView).max(60), ['accessLogs']),
  'accessLogs.leaveOut': command(z.strictObject({ ...OnSession, problemId: Id, leftOut: z.boolean() }), LogSession, ['accessLogs']),
  /** Saves the rows that are left out, with the reason, where the person chooses. */
  'accessLogs.rejectedRows': query(z.strictObject({ id: Id, as: RejectedAs }), Written),

  'accessLogs.accounts': query(
    z.strictObject({
      id: Id,
      filter: z.enum(['all', 'open']).default('all'),
      offset: Count.default(0),
      limit: z.number().int().min(1).max(500).default(200),
    }),
    z.strictObject({
      total: Count,
      distinct: Count,
      open: Count,
      accounts: z.array(LogAccount).max(500),
    }),
    ['accessLogs', 'people'],
  ),
  'accessLogs.setAccounts': command(
    z.strictObject({
      ...OnSession,
      accounts: z.array(z.strictObject({ account: Value, choice: AccountChoice.nullable() })).max(500),
    }),
    LogSession,
    ['accessLogs'],
  ),

  /** Reads the file into the workspace without letting its events count: the ground of the review. Ends with a `job` event of kind `accessLogs.write`. */
  'accessLogs.write': command(z.strictObject({ id: Id }), Job, ['accessLogs']),
  'accessLogs.review': query(
    z.strictObject({ id: Id }),
    z.strictObject({
      written: WrittenCounts.nullable(),
      accounts: z.strictObject({ known: Count, new: Count, service: Count, later: Count }),
      assets: z.array(Named.extend({ events: Count })).max(500),
      unmatchedResources: Count,
      withoutAddress: Count,
      profile: z.string().max(120),
      /** Files of the queue that are laid out like this one. */
      alike: Count,
    }),
    ['accessLogs', 'people', 'access'],
  ),
  /** Lets the events count, with names, people and profile, and starts the audit: one press, one entry of the journal each. */
  'accessLogs.commit': command(z.strictObject({ ...OnSession, saveProfileAs: z.string().trim().min(1).max(120).nullable() }), LogSession, [
    'accessLogs',
    'access',
    'people',
    'journal',
  ]),
  /** Reads and commits the files of the queue that are laid out like this one, with its answers. Ends with a `job` event of kind `accessLogs.rest`. */
  'accessLogs.importAlike': command(z.strictObject({ id: Id }), Job, ['accessLogs']),

  'accessLogs.imports': query(Empty, z.array(LogImportLine).max(5000), ['accessLogs']),
  /** Goes on with an import that broke off; asks for the same file. Errors: `record.conflict` for another file. */
  'accessLogs.resumeImport': command(z.strictObject({ importId: Id, handle: Id }), z.strictObject({ jobId: Id, sessionId: Id }), [
    'accessLogs',
  ]),
  'accessLogs.discardImport': command(z.strictObject({ importId: Id }), Empty, ['accessLogs', 'access']),
  'accessLogs.undoImport': command(z.strictObject({ importId: Id }), Empty, ['accessLogs', 'access', 'journal']),
  'accessLogs.importRejected': query(z.strictObject({ importId: Id, as: RejectedAs }), Written),

  'accessLogs.profiles': query(Empty, z.array(LogProfile).max(500), ['accessLogs']),
  'accessLogs.useProfile': command(z.strictObject({ ...OnSession, profileId: Id.nullable() }), LogSession, ['accessLogs']),
  'accessLogs.deleteProfile': command(z.strictObject({ profileId: Id }), Empty, ['accessLogs', 'journal']),
  /** Writes an empty table to fill in, with two example rows, where the person chooses. */
  'accessLogs.template': query(Empty, Written),
} as const;
