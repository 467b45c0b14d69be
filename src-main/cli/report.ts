import { existsSync } from 'node:fs';
import path from 'node:path';
import type { OutputOf } from '../../src-shared/contract/index.ts';
import {
  type BinderOptions,
  type ExportRecord,
  ReportFormat,
  type ReportKindView,
  type ReportOptions,
} from '../../src-shared/contract/reports.ts';
import type { IsoDate } from '../../src-shared/model/dates.ts';
import { ProfileName, type Redaction, readyMadeNames } from '../../src-shared/model/redaction.ts';
import { ReportKind } from '../../src-shared/model/report-kind.ts';
import { err, ok, type Result } from '../../src-shared/model/result.ts';
import { dayOf, outputFault, pathFault } from './arguments.ts';
import { defineCommand, type Given } from './command.ts';
import type { CliIo } from './io.ts';
import { passphraseOf } from './passphrase.ts';
import { badArguments, inputRejected, type Refusal } from './refusal.ts';
import { type HeadlessWorkspace, openHeadless } from './workspace.ts';

const usage = `Usage: gatehouse report --workspace DIR --kind KIND --format pdf|xlsx|docx|json --out PATH
                        [--on YYYY-MM-DD] [--redaction PROFILE] [--record ID] [--paper A4|Letter]
                        [--passphrase-fd N] [--read-only] [--reports KIND,KIND] [--no-evidence]

Makes one report of a workspace, or an audit binder that bundles several with the files kept as evidence.
  --kind           ${ReportKind.options.slice(0, 5).join(', ')},
                   ${ReportKind.options.slice(5, 10).join(', ')},
                   ${ReportKind.options.slice(10).join(', ')}, or binder
  --format         of a binder: the format of its reports; several with commas (pdf,xlsx)
  --out            the file; of a binder a folder that is not there yet, or a name ending in .zip
  --on             day to judge by; the workspace's own where it is not given
  --redaction      what the reader may not see: ${readyMadeNames.join(', ')}, or the name of a profile that the
                   workspace keeps; nothing is hidden where it is not given
  --passphrase-fd  number of an open file descriptor whose first line is the passphrase; asked at the terminal where it is not given
  --read-only      claim and write nothing in the workspace; the export is then not recorded there
  --reports        of a binder: the kinds in it; all where it is not given
  --no-evidence    leave the files kept as evidence out of a binder
The passphrase is never an argument and never taken from the environment.
`;

const text = 'text' as const;
const options = {
  workspace: text,
  kind: text,
  format: text,
  out: text,
  on: text,
  redaction: text,
  record: text,
  paper: text,
  'passphrase-fd': text,
  'read-only': 'flag',
  reports: text,
  'no-evidence': 'flag',
} as const;

interface Asked {
  readonly folder: string;
  readonly output: string;
  readonly on: IsoDate | null;
  readonly readOnly: boolean;
  readonly job:
    | {
        readonly kind: 'report';
        readonly input: { readonly kind: ReportKind; readonly format: ReportFormat; readonly options: ReportOptions };
      }
    | {
        readonly kind: 'binder';
        readonly reports: readonly ReportKind[] | null;
        readonly formats: readonly ReportFormat[];
        readonly options: Omit<BinderOptions, 'reports'>;
      };
}

export const run = defineCommand({
  name: 'report',
  usage,
  options,
  perform: async (given, io) => {
    const asked = read(given, io);
    if (!asked.ok) return asked;
    const { host } = io;
    if (host === undefined) throw new Error('This command needs a host');
    const passphrase = await passphraseOf(given['passphrase-fd'], host);
    if (!passphrase.ok) return passphrase;
    const { folder, output, on, readOnly } = asked.value;
    const opened = await openHeadless({ folder, passphrase: passphrase.value, readOnly, on, output }, io, host);
    if (!opened.ok) return opened;
    try {
      const record = await made(opened.value, asked.value.job);
      if (!record.ok) return record;
      const { number, sha256, format, on: day } = record.value;
      const recorded = !opened.value.readOnly;
      io.stdout(
        `${JSON.stringify({ number, kind: record.value.what, format, on: day, sha256, contentHash: record.value.contentHash, recorded })}\n`,
      );
      return ok(
        `${number} written to ${path.basename(output)}, judged as of ${day}.${recorded ? '' : ' The workspace was open for reading only, so the export is not recorded in it.'} Not legal advice.`,
      );
    } finally {
      await opened.value.close();
    }
  },
});

async function made(workspace: HeadlessWorkspace, job: Asked['job']): Promise<Result<ExportRecord, Refusal>> {
  const { redaction } = job.kind === 'report' ? job.input.options : job.options;
  const profiles = await workspace.call<Redaction[]>('reports.redactionProfiles', {});
  if (!profiles.ok) return profiles;
  const names = profiles.value.map(({ profile }) => profile);
  if (!names.some((name) => name.toLowerCase() === redaction.toLowerCase()))
    return err(badArguments(`--redaction: there is no profile ${redaction} here. There are ${names.join(', ')}.`));
  if (job.kind === 'report') return workspace.call<ExportRecord>('reports.save', job.input);
  if (workspace.readOnly) {
    const binder = await workspace.call<OutputOf<'reports.binder'>>('reports.binder', {});
    if (!binder.ok) return binder;
    if (binder.value.key === null)
      return err(
        inputRejected([
          'The first binder makes the key that signs them, which is kept in the workspace, and the workspace is open for reading only. Close it elsewhere and run the command once without --read-only.',
        ]),
      );
  }
  const kinds = await workspace.call<ReportKindView[]>('reports.kinds', {});
  if (!kinds.ok) return kinds;
  const offered = kinds.value.map(({ kind }) => kind);
  const missing = job.reports?.find((kind) => !offered.includes(kind));
  if (missing !== undefined) return err(badArguments(`--reports: there is no report ${missing} here.`));
  const reports = (job.reports ?? offered).map((kind) => ({ kind, formats: [...job.formats] }));
  return workspace.call<ExportRecord>('reports.saveBinder', { ...job.options, reports });
}

function read(given: Given<typeof options>, io: CliIo): Result<Asked, Refusal> {
  const { workspace, kind, format, out } = given;
  if (workspace === undefined || kind === undefined || format === undefined || out === undefined)
    return err(badArguments('--workspace, --kind, --format and --out are needed.'));
  const folder = path.resolve(io.cwd, workspace);
  const fault = pathFault('workspace', folder, 'folder');
  if (fault !== undefined) return err(badArguments(fault));
  const output = path.resolve(io.cwd, out);
  if (output === folder || output.startsWith(`${folder}${path.sep}`)) return err(badArguments('--out lies inside the workspace.'));
  const day = given.on === undefined ? ok(null) : dayOf(given.on);
  if (!day.ok) return day;
  const redaction = ProfileName.safeParse(given.redaction ?? 'none');
  if (!redaction.success) return err(badArguments('--redaction is the name of a profile, of 60 signs at most.'));
  const paper = given.paper ?? 'A4';
  if (paper !== 'A4' && paper !== 'Letter') return err(badArguments(`--paper is A4 or Letter, not ${paper}.`));
  const formats = ReportFormat.array()
    .min(1)
    .safeParse(format.split(',').map((one) => one.trim()));
  if (!formats.success) return err(badArguments(`--format is ${ReportFormat.options.join(', ')}, not ${format}.`));
  const asFolder = kind === 'binder' && !output.toLowerCase().endsWith('.zip');
  if (asFolder && existsSync(output))
    return err(badArguments(`--out: ${path.basename(output)} is there already. A binder needs a folder of its own.`));
  const outFault = outputFault('out', output);
  if (outFault !== undefined) return err(badArguments(outFault));
  const common = { folder, output, on: day.value, readOnly: given['read-only'] === true };
  if (kind === 'binder') {
    const reports = given.reports === undefined ? ok(null) : kindsOf(given.reports);
    if (!reports.ok) return reports;
    const as = output.toLowerCase().endsWith('.zip') ? 'zip' : 'folder';
    const binder = { paper, redaction: redaction.data, evidence: given['no-evidence'] !== true, as } as const;
    return ok({ ...common, job: { kind: 'binder', reports: reports.value, formats: formats.data, options: binder } });
  }
  const known = ReportKind.safeParse(kind);
  if (!known.success) return err(badArguments(`--kind: there is no report ${kind}.`));
  const [only, ...more] = formats.data;
  if (only === undefined || more.length > 0) return err(badArguments('--format takes one format for a report.'));
  const asked = { paper, redaction: redaction.data, recordId: given.record ?? null } as const;
  return ok({ ...common, job: { kind: 'report', input: { kind: known.data, format: only, options: asked } } });
}

function kindsOf(list: string): Result<ReportKind[], Refusal> {
  const kinds: ReportKind[] = [];
  for (const one of list.split(',').map((each) => each.trim())) {
    const known = ReportKind.safeParse(one);
    if (!known.success) return err(badArguments(`--reports: there is no report ${one}.`));
    if (!kinds.includes(known.data)) kinds.push(known.data);
  }
  return ok(kinds);
}
