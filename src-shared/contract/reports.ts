import { z } from 'zod';
import { IsoDate, IsoInstant } from '../model/dates.ts';
import { ProfileName, Redaction } from '../model/redaction.ts';
import { ReportKind } from '../model/report-kind.ts';
import { Paper, ReportPage } from '../model/report-page.ts';
import { ResultFilter } from './classification.ts';
import { AssetId, VersionId } from './inventory.ts';
import { command, query, Topic } from './kernel.ts';

const Id = z.string().min(1).max(80);

/** Parts of the memo a person can leave out. The conclusion, the warnings and the sources always stay. */
export const MemoParts = z.strictObject({
  facts: z.boolean(),
  entries: z.boolean(),
  questions: z.boolean(),
  trace: z.boolean(),
  /** Notes on the asset. */
  remarks: z.boolean(),
  /** Notes marked as attorney advice, which may lose their privilege when passed on. */
  attorneyAdvice: z.boolean(),
  signatures: z.boolean(),
});
export type MemoParts = z.infer<typeof MemoParts>;

/** `redaction` is the name of a profile: a ready-made one, or one the workspace keeps. */
export const MemoOptions = z.strictObject({ paper: Paper, redaction: ProfileName, parts: MemoParts });
export type MemoOptions = z.infer<typeof MemoOptions>;

const MemoRequest = z.strictObject({
  assetId: AssetId,
  /** The current version where absent. */
  versionId: VersionId.optional(),
  options: MemoOptions,
});

/** What left the program: which report, by whom, and the hash of the bytes written. */
export const ExportRecord = z.strictObject({
  id: Id,
  number: z.string().max(40),
  what: z.enum([
    'memo',
    'workbook',
    'controlPlan',
    'screeningCertificate',
    'accessMatrix',
    'partyRegister',
    'transferRegister',
    'binder',
    'taskList',
    'burndown',
    'checkIn',
    ...ReportKind.options,
  ]),
  format: z.enum(['pdf', 'print', 'xlsx', 'docx', 'csv', 'json', 'html', 'zip', 'folder', 'svg']),
  subject: z.string().max(700),
  assetId: AssetId.nullable(),
  /** Name of the profile it was made under, as it was called then. */
  redaction: ProfileName,
  on: IsoDate,
  at: IsoInstant,
  by: z.string().max(500),
  /** Name of the file as saved, without its folder; absent for a print. */
  fileName: z.string().max(300).nullable(),
  sizeBytes: z.number().int().nonnegative().nullable(),
  /** SHA-256 of the file; for a print, of the page that was sent. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Hash of what the report says, alike for the same content. */
  contentHash: z.string().regex(/^[0-9a-f]{64}$/),
});
export type ExportRecord = z.infer<typeof ExportRecord>;

/** Something the reader of the preview should know before printing. Text under `report.notice.<code>`. */
export const MemoNotice = z.strictObject({
  code: z.enum(['undetermined', 'noDecision', 'findingStale', 'decisionExpired', 'exercise', 'attorneyAdvice']),
  count: z.number().int().nonnegative(),
});
export type MemoNotice = z.infer<typeof MemoNotice>;

export const MemoPreview = z.strictObject({
  /** The number the memo gets when it is printed or saved next. */
  number: z.string().max(40),
  contentHash: z.string(),
  asset: z.strictObject({ id: AssetId, kind: z.string().max(40), name: z.string().max(500), version: z.string().max(500).nullable() }),
  page: ReportPage,
  notices: z.array(MemoNotice),
});
export type MemoPreview = z.infer<typeof MemoPreview>;

/** How a report of the gallery is drawn. */
export const ReportOptions = z.strictObject({
  paper: Paper,
  /** Name of a redaction profile. Errors: `record.notFound` for one that is not there. */
  redaction: ProfileName,
  /** One record where the kind is about one; null for all. */
  recordId: Id.nullable(),
});
export type ReportOptions = z.infer<typeof ReportOptions>;

/** A kind of report as the gallery shows it. Words: `report.kind.<kind>`, `report.kind.<kind>.for`. */
export const ReportKindView = z.strictObject({
  kind: ReportKind,
  /** The last one that left the program. */
  last: ExportRecord.nullable(),
  /** Commands since then that touched what the report draws on; null where none was made. */
  changesSince: z.number().int().nonnegative().nullable(),
});
export type ReportKindView = z.infer<typeof ReportKindView>;

export const ReportPreview = z.strictObject({
  kind: ReportKind,
  title: z.string().max(700),
  /** The number the report gets when it is printed or saved next. */
  number: z.string().max(40),
  contentHash: z.string().max(64),
  page: ReportPage,
  /** Rows and blocks that only the saved report holds, so that a screen need not draw thousands. */
  leftOut: z.number().int().nonnegative(),
});
export type ReportPreview = z.infer<typeof ReportPreview>;

export const ReportFormat = z.enum(['pdf', 'xlsx', 'docx', 'json']);
export type ReportFormat = z.infer<typeof ReportFormat>;

/** Largest logo, in bytes. */
export const maxLogoBytes = 256 * 1024;
/** Least contrast of the brand's colour against white paper, as for any text. */
export const leastContrast = 4.5;

/** Who presents the reports of this workspace: a consultant's brand, or the company's own. */
export const Brand = z.strictObject({
  /** PNG or SVG as a data address, checked when it was taken in. */
  logo: z.string().max(700_000).nullable(),
  colour: z
    .string()
    .regex(/^#[0-9a-f]{6}$/)
    .nullable(),
  /** Name, address, telephone, mail: a line each. */
  lines: z.array(z.string().trim().min(1).max(120)).max(4),
});
export type Brand = z.infer<typeof Brand>;

/** What goes into an audit binder. */
export const BinderOptions = z.strictObject({
  paper: Paper,
  redaction: ProfileName,
  /** Each kind at most once, in the order of the index. */
  reports: z.array(z.strictObject({ kind: ReportKind, formats: z.array(ReportFormat).min(1).max(4) })).max(ReportKind.options.length),
  /** Files of evidence too. Held back where the profile leaves them out, as every one that hides people does: a file cannot be redacted. */
  evidence: z.boolean(),
  as: z.enum(['folder', 'zip']),
});
export type BinderOptions = z.infer<typeof BinderOptions>;

/** The key that signs binders, by its public half. Null before the first binder. */
export const SigningKeyView = z.strictObject({
  fingerprint: z.string().length(64),
  publicKey: z.string().max(400),
  madeAt: IsoInstant,
});
export type SigningKeyView = z.infer<typeof SigningKeyView>;

/** A report may draw on anything. */
const everything = Topic.options.filter((topic) => !['journal', 'jobs', 'backups', 'drafts', 'views'].includes(topic));

const drawn = z.strictObject({ kind: ReportKind, options: ReportOptions });

export const reportMethods = {
  'reports.memoPreview': query(MemoRequest, MemoPreview, ['inventory', 'classification', 'questions', 'rulepacks', 'settings', 'reports']),
  'reports.memoPrint': command(MemoRequest.extend({ to: z.enum(['pdf', 'print']) }), ExportRecord, ['reports', 'journal']),
  'reports.memoSave': command(MemoRequest.extend({ format: z.literal('json') }), ExportRecord, ['reports', 'journal']),
  'reports.workbook': command(
    z.strictObject({ filter: ResultFilter, redaction: ProfileName, format: z.enum(['xlsx', 'csv', 'json']) }),
    ExportRecord,
    ['reports', 'journal'],
  ),
  'reports.exports': query(z.strictObject({ assetId: AssetId.optional(), limit: z.int().positive().max(1000) }), z.array(ExportRecord), [
    'reports',
  ]),
  /** Ready-made profiles first, then those of the workspace. */
  'reports.redactionProfiles': query(z.strictObject({}), z.array(Redaction), ['reports']),
  /** A new profile where `was` is null, else a change of the one so called. Errors: `policy.refused` for a name that is taken, `record.notFound`. */
  'reports.saveRedactionProfile': command(Redaction.extend({ was: ProfileName.nullable() }), Redaction, ['reports', 'journal']),
  'reports.deleteRedactionProfile': command(z.strictObject({ profile: ProfileName }), z.null(), ['reports', 'journal']),
  'reports.kinds': query(z.strictObject({}), z.array(ReportKindView), ['reports', 'journal']),
  'reports.preview': query(drawn, ReportPreview, everything),
  /** A job `reports.save` that counts parts and can be cancelled; a cancelled one writes and records nothing. */
  'reports.save': command(drawn.extend({ format: ReportFormat }), ExportRecord, ['reports', 'journal']),
  'reports.brand': query(z.strictObject({}), Brand, ['reports']),
  /** Errors: `policy.refused` for a colour too light to read on paper. */
  'reports.setBrand': command(Brand.omit({ logo: true }), Brand, ['reports', 'journal']),
  /** Asks for a PNG or SVG file. Errors: `cancelled`, `file.refused` for one that is too large, no such picture, or an SVG that reaches outside itself. */
  'reports.pickLogo': command(z.strictObject({}), Brand, ['reports', 'journal']),
  'reports.removeLogo': command(z.strictObject({}), Brand, ['reports', 'journal']),
  /** Files kept as evidence that a binder would take, and the key that would sign it. */
  'reports.binder': query(
    z.strictObject({}),
    z.strictObject({
      evidence: z.strictObject({ files: z.int().nonnegative(), bytes: z.number().int().nonnegative() }),
      key: SigningKeyView.nullable(),
    }),
    ['evidence', 'reports'],
  ),
  /** A job `reports.binder` that counts reports and files and can be cancelled; a cancelled one leaves nothing. */
  'reports.saveBinder': command(BinderOptions, ExportRecord, ['reports', 'journal']),
  'reports.print': command(drawn, ExportRecord, ['reports', 'journal']),
};
