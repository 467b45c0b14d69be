import { z } from 'zod';
import { CellType, Delimiter, FileSniff, TextEncodingName } from '../formats/import-file.ts';
import { ImportField, ImportValue } from '../formats/import-target.ts';
import { FieldValue } from '../model/asset-fields.ts';
import { command, query } from './kernel.ts';

/**
 * The import frame: file → table → columns → values → check → review → done. Nothing reaches the register before `imports.commit`.
 * The renderer draws what these methods return; every count, guess and conclusion is made in the core.
 */

const Id = z.string().min(1).max(80);
const Text = z.string().max(32_767);
const Count = z.number().int().nonnegative();
/** Row number as the sheet or file shows it, from 1. */
const RowNumber = z.number().int().positive().max(4_000_000_000);
const ColumnIndex = z.number().int().nonnegative().max(511);
const Params = z.record(z.string(), z.union([z.string().max(400), z.number()]));
const Empty = z.strictObject({});

/** Every change names the session's revision it was made against; a stale one is refused with `record.stale`. */
const OnSession = { id: Id, revision: z.number().int().nonnegative() };

/** A sentence of the catalogue: `imports.*` key and what fills its gaps. */
export const Said = z.strictObject({ key: z.string().max(120), params: Params });
export type Said = z.infer<typeof Said>;

export const DateOrder = z.enum(['DMY', 'MDY', 'YMD']);
export type DateOrder = z.infer<typeof DateOrder>;

/** Which sign separates decimals where both readings are possible, as in `1.234`. */
export const DecimalSign = z.enum(['.', ',']);
export type DecimalSign = z.infer<typeof DecimalSign>;

export const ImportStep = z.enum(['file', 'table', 'columns', 'values', 'check', 'review', 'done']);
export type ImportStep = z.infer<typeof ImportStep>;

export const ImportStatus = z.enum(['open', 'committed', 'undone', 'discarded']);
export type ImportStatus = z.infer<typeof ImportStatus>;

export const TableChoice = z.strictObject({
  sheet: z.string().max(255),
  /** First header row; `null` when the table has none and columns go by their letter. */
  headerRow: RowNumber.nullable(),
  /** Header rows joined into one, at most three. */
  headerRows: z.number().int().min(1).max(3),
  /** `null` asks the reader to tell by content. */
  encoding: TextEncodingName.nullable(),
  delimiter: Delimiter.nullable(),
  /** `null` means not answered: dates that can be read two ways then stop the import. */
  dateOrder: DateOrder.nullable(),
  decimalSign: DecimalSign.nullable(),
  /** IANA zone of times that name none; `null` means not answered. */
  zone: z.string().max(60).nullable(),
});
export type TableChoice = z.infer<typeof TableChoice>;

export const RowCounts = z.strictObject({
  total: Count,
  ready: Count,
  /** Rows with an error: they are left out unless mended. */
  blocked: Count,
  /** Excluded by hand, blank, totals, repeated headers and repeats inside the file. */
  skipped: Count,
  warned: Count,
});
export type RowCounts = z.infer<typeof RowCounts>;

export const OutcomeCounts = z.strictObject({ new: Count, same: Count, changed: Count, skipped: Count, blocked: Count });
export type OutcomeCounts = z.infer<typeof OutcomeCounts>;

export const ImportSession = z.strictObject({
  id: Id,
  revision: z.number().int().nonnegative(),
  target: z.string().max(40),
  variant: z.string().max(40),
  status: ImportStatus,
  /** Furthest step the person may go to now. */
  step: ImportStep,
  steps: z.array(z.strictObject({ step: ImportStep, state: z.enum(['done', 'here', 'attention', 'notYet']), note: Said.nullable() })),
  fileName: z.string().max(300),
  file: FileSniff,
  table: TableChoice,
  /** Why this header row and sheet were proposed. */
  tableReason: Said.nullable(),
  profile: z.strictObject({ id: Id, name: z.string().max(120), version: z.number().int().positive() }).nullable(),
  /** The same file was brought in before with the same reading: importing it again changes nothing. */
  alreadyImported: z.strictObject({ batchId: Id, at: z.string().max(40) }).nullable(),
  counts: RowCounts.nullable(),
  outcomes: OutcomeCounts.nullable(),
  /** Errors that must be answered or left out before the import can go on. */
  openGroups: Count,
  /** Work under way on this session. */
  job: z.strictObject({ jobId: Id, kind: z.enum(['stage', 'check', 'commit']) }).nullable(),
  batchId: Id.nullable(),
  createdAt: z.string().max(40),
  updatedAt: z.string().max(40),
});
export type ImportSession = z.infer<typeof ImportSession>;

export const CellView = z.strictObject({ text: Text, type: CellType, raw: Text.optional() });
export type CellView = z.infer<typeof CellView>;

export const PreviewRow = z.strictObject({
  row: RowNumber,
  role: z.enum(['banner', 'header', 'data', 'repeatedHeader', 'totals', 'blank']),
  cells: z.array(CellView).max(512),
});
export type PreviewRow = z.infer<typeof PreviewRow>;

export const GuessConfidence = z.enum(['sure', 'likely', 'asks', 'none']);
export type GuessConfidence = z.infer<typeof GuessConfidence>;

export const ColumnView = z.strictObject({
  column: ColumnIndex,
  /** `A`, `B`, … as spreadsheets name it. */
  letter: z.string().max(3),
  header: z.string().max(400),
  samples: z.array(z.string().max(200)).max(3),
  /** Share of rows with something in the column, 0 to 1. */
  filled: z.number().min(0).max(1),
  distinct: Count,
  fieldId: z.string().max(80).nullable(),
  guess: z.strictObject({ fieldId: z.string().max(80).nullable(), confidence: GuessConfidence, because: z.array(Said).max(4) }),
  /** How the first samples would be read with the present answers. */
  readAs: z.array(z.strictObject({ from: z.string().max(200), to: z.string().max(200), doubt: z.boolean() })).max(3),
});
export type ColumnView = z.infer<typeof ColumnView>;

/** `null` leaves the value out of our list; it becomes a problem at the check. */
export const ValueTarget = z.union([
  z.strictObject({ to: z.literal('value'), value: z.string().max(120) }),
  z.strictObject({ to: z.literal('unknown') }),
  z.strictObject({ to: z.literal('leaveEmpty') }),
]);
export type ValueTarget = z.infer<typeof ValueTarget>;

export const DistinctValue = z.strictObject({
  from: z.string().max(400),
  count: Count,
  target: ValueTarget.nullable(),
  how: z.enum(['exact', 'alias', 'remembered', 'chosen', 'close', 'none']),
  suggestions: z.array(z.strictObject({ value: z.string().max(120), label: z.string().max(200) })).max(5),
});
export type DistinctValue = z.infer<typeof DistinctValue>;

export const ValueField = z.strictObject({
  field: ImportField,
  column: ColumnIndex,
  header: z.string().max(400),
  distinct: Count,
  unmatched: Count,
  values: z.array(DistinctValue).max(500),
});
export type ValueField = z.infer<typeof ValueField>;

export const ProblemKind = z.enum([
  'dateOrder',
  'decimalSign',
  'unknownChoice',
  'unknownCountry',
  'notANumber',
  'wrongUnit',
  'notADate',
  'notYesNo',
  'notAnAddress',
  'missingRequired',
  'missingIdentity',
  'duplicateInFile',
  'implausible',
  'damagedBySpreadsheet',
  'errorCell',
  'cutCell',
  'tooLong',
  'formulaText',
  'totalsRow',
  'repeatedHeader',
  'blankRow',
  'undecodable',
  'ambiguousMatch',
  'notOnRecord',
  'dayAhead',
  'hasEnded',
]);
export type ProblemKind = z.infer<typeof ProblemKind>;

export const FixKind = z.enum([
  'chooseDateOrder',
  'chooseDecimalSign',
  'mapValue',
  'editCells',
  'excludeRows',
  'acceptAsText',
  'setUnknown',
  'leaveEmpty',
  'setValue',
  'keepFirst',
  'keepLast',
  'keepAll',
  'accept',
]);
export type FixKind = z.infer<typeof FixKind>;

export const ProposedFix = z.strictObject({
  kind: FixKind,
  /** Value the fix would use: a date order, a decimal sign. */
  value: z.string().max(120).optional(),
  /** Cells the fix would settle. */
  fits: Count,
  recommended: z.boolean(),
  because: Said.nullable(),
});
export type ProposedFix = z.infer<typeof ProposedFix>;

export const ProblemGroup = z.strictObject({
  id: Id,
  kind: ProblemKind,
  severity: z.enum(['error', 'warning', 'settled']),
  fieldId: z.string().max(80).nullable(),
  column: ColumnIndex.nullable(),
  header: z.string().max(400),
  cells: Count,
  rows: Count,
  said: Said,
  /** Distinct values concerned, most frequent first. */
  values: z.array(z.strictObject({ value: z.string().max(400), count: Count })).max(50),
  fixes: z.array(ProposedFix).max(8),
});
export type ProblemGroup = z.infer<typeof ProblemGroup>;

export const FixAction = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('chooseDateOrder'), order: DateOrder }),
  z.strictObject({ kind: z.literal('chooseDecimalSign'), sign: DecimalSign }),
  z.strictObject({
    kind: z.literal('mapValue'),
    values: z
      .array(z.strictObject({ from: z.string().max(400), target: ValueTarget }))
      .min(1)
      .max(500),
    remember: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('excludeRows') }),
  z.strictObject({ kind: z.literal('acceptAsText') }),
  z.strictObject({ kind: z.literal('setUnknown') }),
  z.strictObject({ kind: z.literal('leaveEmpty') }),
  z.strictObject({ kind: z.literal('setValue'), text: z.string().max(2000) }),
  z.strictObject({ kind: z.literal('keepFirst') }),
  z.strictObject({ kind: z.literal('keepLast') }),
  z.strictObject({ kind: z.literal('keepAll') }),
  z.strictObject({ kind: z.literal('accept') }),
]);
export type FixAction = z.infer<typeof FixAction>;

export const RowFilter = z.enum(['all', 'ready', 'blocked', 'warned', 'skipped', 'new', 'same', 'changed']);
export type RowFilter = z.infer<typeof RowFilter>;

export const FieldChange = z.strictObject({ fieldId: z.string().max(80), before: ImportValue.nullable(), after: ImportValue });
export type FieldChange = z.infer<typeof FieldChange>;

export const StagedRow = z.strictObject({
  row: RowNumber,
  title: z.string().max(400),
  state: z.enum(['ready', 'blocked', 'skipped', 'unchecked']),
  skippedBecause: z.enum(['excluded', 'totals', 'repeatedHeader', 'blank', 'duplicate', 'unfit']).nullable(),
  outcome: z.enum(['new', 'same', 'changed']).nullable(),
  matchId: Id.nullable(),
  cells: z
    .array(
      z.strictObject({
        column: ColumnIndex,
        fieldId: z.string().max(80).nullable(),
        text: Text,
        type: CellType,
        raw: Text.optional(),
        edited: z.boolean(),
      }),
    )
    .max(512),
  values: z.record(z.string(), ImportValue),
  problems: z
    .array(
      z.strictObject({
        groupId: Id,
        kind: ProblemKind,
        severity: z.enum(['error', 'warning', 'settled']),
        fieldId: z.string().max(80).nullable(),
      }),
    )
    .max(100),
  changes: z.array(FieldChange).max(200),
});
export type StagedRow = z.infer<typeof StagedRow>;

const Page = { offset: Count.default(0), limit: z.number().int().min(1).max(200).default(100) };
const RowPage = z.strictObject({ total: Count, rows: z.array(StagedRow) });

export const ImportProfile = z.strictObject({
  id: Id,
  name: z.string().min(1).max(120),
  version: z.number().int().positive(),
  target: z.string().max(40),
  variant: z.string().max(40),
  columns: z.array(z.strictObject({ header: z.string().max(400), fieldId: z.string().max(80) })).max(512),
  updatedAt: z.string().max(40),
  uses: Count,
});
export type ImportProfile = z.infer<typeof ImportProfile>;

export const ImportBatch = z.strictObject({
  id: Id,
  target: z.string().max(40),
  variant: z.string().max(40),
  fileName: z.string().max(300),
  fileSha256: z.string().max(64),
  profile: z.string().max(160).nullable(),
  counts: OutcomeCounts,
  committedAt: z.string().max(40),
  undoneAt: z.string().max(40).nullable(),
});
export type ImportBatch = z.infer<typeof ImportBatch>;

/** A fact found in a model's published files, with the line it stands on. */
export const CandidateFact = z.strictObject({
  fieldId: z.string().max(80),
  value: ImportValue,
  file: z.string().max(200),
  line: z.number().int().positive().nullable(),
  excerpt: z.string().max(300),
  /** `stated`: the file says so. `computed`: worked out from stated figures, see `said`. `inferred`: read from running text. */
  basis: z.enum(['stated', 'computed', 'inferred']),
  said: Said,
  /** The same as the register keeps it; `null` for what it has no field for, which is shown only. */
  fact: FieldValue.nullable(),
});
export type CandidateFact = z.infer<typeof CandidateFact>;

export const PickedFile = z.strictObject({ handle: Id, name: z.string().max(300), bytes: Count });
export type PickedFile = z.infer<typeof PickedFile>;
const Written = z.strictObject({ name: z.string().max(300), bytes: Count }).nullable();

export const importMethods = {
  'imports.targets': query(Empty, z.array(z.strictObject({ target: z.string(), variant: z.string(), label: z.string() }))),
  /** Shows the system's dialog; `null` when it was closed without a choice. */
  'imports.chooseFile': query(z.strictObject({ purpose: z.enum(['table', 'modelFiles']) }), z.array(PickedFile).max(20)),
  'imports.start': command(z.strictObject({ target: z.string().max(40), variant: z.string().max(40), handle: Id }), ImportSession, [
    'imports',
  ]),
  'imports.sessions': query(Empty, z.array(ImportSession), ['imports']),
  'imports.session': query(z.strictObject({ id: Id }), ImportSession, ['imports']),
  'imports.discard': command(z.strictObject(OnSession), Empty, ['imports']),

  'imports.preview': query(
    z.strictObject({ id: Id, sheet: z.string().max(255).optional() }),
    z.strictObject({ rows: z.array(PreviewRow).max(200), more: z.boolean() }),
    ['imports'],
  ),
  'imports.setTable': command(z.strictObject({ ...OnSession, table: TableChoice.partial() }), ImportSession, ['imports']),

  'imports.columns': query(
    z.strictObject({ id: Id }),
    z.strictObject({
      columns: z.array(ColumnView).max(512),
      fields: z.array(ImportField),
      requiredMapped: Count,
      required: Count,
      sampledRows: Count,
    }),
    ['imports'],
  ),
  /** Columns not named keep their field. `fieldId: null` sets a column aside. */
  'imports.setColumns': command(
    z.strictObject({
      ...OnSession,
      columns: z.array(z.strictObject({ column: ColumnIndex, fieldId: z.string().max(80).nullable() })).max(512),
    }),
    ImportSession,
    ['imports'],
  ),

  'imports.values': query(z.strictObject({ id: Id }), z.array(ValueField), ['imports']),
  'imports.setValues': command(
    z.strictObject({
      ...OnSession,
      fieldId: z.string().max(80),
      values: z
        .array(z.strictObject({ from: z.string().max(400), target: ValueTarget.nullable() }))
        .min(1)
        .max(500),
      remember: z.boolean(),
    }),
    ImportSession,
    ['imports'],
  ),

  /** Reads every row with the present answers. Progress and end come as `job` events. */
  'imports.check': command(z.strictObject(OnSession), z.strictObject({ jobId: Id }), ['imports']),
  'imports.problems': query(z.strictObject({ id: Id }), z.strictObject({ counts: RowCounts, groups: z.array(ProblemGroup) }), ['imports']),
  'imports.problemRows': query(z.strictObject({ id: Id, groupId: Id, ...Page }), RowPage, ['imports']),
  'imports.fix': command(
    z.strictObject({ ...OnSession, groupId: Id, action: FixAction }),
    z.strictObject({ session: ImportSession, settled: Count }),
    ['imports'],
  ),
  'imports.unfix': command(z.strictObject({ ...OnSession, groupId: Id }), ImportSession, ['imports']),
  'imports.rows': query(z.strictObject({ id: Id, filter: RowFilter, ...Page }), RowPage, ['imports']),
  'imports.editCell': command(
    z.strictObject({ ...OnSession, row: RowNumber, column: ColumnIndex, text: z.string().max(32_767) }),
    z.strictObject({ session: ImportSession, row: StagedRow }),
    ['imports'],
  ),
  'imports.exclude': command(
    z.strictObject({ ...OnSession, rows: z.array(RowNumber).min(1).max(1000), excluded: z.boolean() }),
    ImportSession,
    ['imports'],
  ),

  'imports.review': query(
    z.strictObject({ id: Id }),
    z.strictObject({ outcomes: OutcomeCounts, changedFields: z.array(z.strictObject({ fieldId: z.string().max(80), rows: Count })) }),
    ['imports'],
  ),
  /** Ends with a `job` event; the session then carries its `batchId`. */
  'imports.commit': command(
    z.strictObject({ ...OnSession, saveProfileAs: z.string().trim().min(1).max(120).optional() }),
    z.strictObject({ jobId: Id }),
    ['imports', 'inventory', 'questions', 'classification', 'people', 'access', 'parties', 'screening', 'programme', 'transfers'],
  ),
  'imports.batches': query(Empty, z.array(ImportBatch), ['imports']),
  'imports.undo': command(z.strictObject({ batchId: Id }), ImportBatch, [
    'imports',
    'inventory',
    'questions',
    'classification',
    'people',
    'access',
    'parties',
    'screening',
    'programme',
    'transfers',
  ]),

  'imports.profiles': query(z.strictObject({ target: z.string().max(40).optional() }), z.array(ImportProfile), ['imports']),
  'imports.saveProfile': command(z.strictObject({ ...OnSession, name: z.string().trim().min(1).max(120) }), ImportProfile, ['imports']),
  'imports.useProfile': command(z.strictObject({ ...OnSession, profileId: Id }), ImportSession, ['imports']),
  'imports.deleteProfile': command(z.strictObject({ profileId: Id }), Empty, ['imports']),

  /** Writes an empty workbook to fill in, where the person chooses. */
  'imports.template': query(z.strictObject({ target: z.string().max(40), variant: z.string().max(40) }), Written),
  'imports.rejectedRows': query(z.strictObject({ id: Id, as: z.enum(['csv', 'xlsx']) }), Written),
  'imports.modelFiles': query(
    z.strictObject({ handles: z.array(Id).min(1).max(20) }),
    z.strictObject({ facts: z.array(CandidateFact).max(200), notes: z.array(Said).max(50) }),
  ),
} as const;
