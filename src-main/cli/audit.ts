import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { IsoDate } from '../../src-shared/model/dates.ts';
import {
  type AuditBatch,
  type AuditRefusal,
  runAuditBatch,
  settingNames,
  settingsFault,
  settingsWith,
} from '../core/access-batch/index.ts';
import { type CliIo, exitCodes } from './io.ts';

const usage = `Usage: gatehouse audit --people FILE --assets FILE --access FILE [--access FILE ...]
                       --findings OUT.jsonl --events OUT.jsonl --problems OUT.csv
                       [--licences FILE] [--service-accounts FILE] [--travel FILE] [--egress FILE] [--asn-lists DIR]
                       [--on YYYY-MM-DD] [--home ISO2] [--release-actions technology|all]
                       [--date-order MDY|DMY|YMD] [--zone ZONE] [--settings FILE.json] [--mapping FILE.json]

Audits access logs: possible deemed exports, log-ins from embargoed and high-risk places, hidden networks, impossible travel,
unknown and leaver accounts, roles, extraction, gaps. Columns are told by their titles and content unless --mapping names them.
  --on               day of the audit; today where it is not given
  --home             country whose deemed-export rule applies; US where it is not given
  --release-actions  technology (the rule): only what shows or hands over technology or source code; all: every successful access
  --date-order       how slashed and dashed dates are read; dotted dates are day first
  --zone             zone of times that name none: UTC, Europe/Amsterdam, +02:00
`;

const single = [
  'people',
  'assets',
  'licences',
  'service-accounts',
  'travel',
  'egress',
  'asn-lists',
  'on',
  'home',
  'release-actions',
  'date-order',
  'zone',
  'settings',
  'mapping',
  'findings',
  'events',
  'problems',
] as const;
type Single = (typeof single)[number];

type Values = Partial<Record<Single, string>> & { readonly access?: string[]; readonly help?: boolean };

/** `gatehouse audit`: 0 done, 2 bad arguments, 3 input rejected or ambiguous (the question on stderr). */
export async function run(args: readonly string[], io: CliIo): Promise<number> {
  let values: Values;
  try {
    const text = { type: 'string' } as const;
    const parsed = parseArgs({
      args: [...args],
      options: {
        ...Object.fromEntries(single.map((name) => [name, text])),
        access: { type: 'string', multiple: true },
        help: { type: 'boolean', short: 'h' },
      },
      strict: true,
    });
    values = parsed.values as Values;
  } catch (cause) {
    return complain(io, cause instanceof Error ? cause.message : String(cause));
  }
  if (values.help === true) {
    io.stdout(usage);
    return exitCodes.done;
  }
  const batch = batchOf(values, io);
  if (typeof batch === 'string') return complain(io, batch);
  if ('rejected' in batch) {
    io.stderr(`gatehouse audit: ${batch.rejected}\n`);
    return exitCodes.inputRejected;
  }
  const result = await runAuditBatch(batch);
  if (!result.ok) return explain(io, result.error);
  const { events, byType, problems, unmatchedResources } = result.value;
  const counts = Object.entries(byType).map(([type, count]) => `${count} ${type}`);
  io.stderr(
    `${events} events audited for ${batch.on}: ${counts.join(', ') || 'no finding'}. ${problems} problems in the files; ${unmatchedResources} resource names match no asset. Not legal advice.\n`,
  );
  return exitCodes.done;
}

/** The command line as a batch; a text is what is wrong with it, `rejected` what is wrong with a file it names. */
function batchOf(values: Values, io: CliIo): AuditBatch | string | { readonly rejected: string } {
  const { people, assets, findings, events, problems } = values;
  if (people === undefined || assets === undefined || values.access === undefined) return '--people, --assets and --access are needed.';
  if (findings === undefined || events === undefined || problems === undefined) return '--findings, --events and --problems are needed.';
  const full = (file: string) => path.resolve(io.cwd, file);
  const optional = (name: Single) => (values[name] === undefined ? null : full(values[name]));
  const inputs: readonly (readonly [string, string | null])[] = [
    ['people', full(people)],
    ['assets', full(assets)],
    ...values.access.map((file) => ['access', full(file)] as const),
    ...(['licences', 'service-accounts', 'travel', 'egress', 'settings', 'mapping'] as const).map(
      (name) => [name, optional(name)] as const,
    ),
  ];
  for (const [name, file] of inputs) {
    const fault = file === null ? undefined : faultOf(name, file, 'file');
    if (fault !== undefined) return fault;
  }
  const lists = optional('asn-lists');
  const listsFault = lists === null ? undefined : faultOf('asn-lists', lists, 'folder');
  if (listsFault !== undefined) return listsFault;
  const outputs = [findings, events, problems].map(full);
  if (new Set(outputs).size < outputs.length) return '--findings, --events and --problems must be three files.';
  if (outputs.some((file) => inputs.some(([, input]) => input === file))) return 'An output has the name of an input.';
  const on = IsoDate.safeParse(values.on ?? new Date().toISOString().slice(0, 10));
  if (!on.success) return `--on is not a day: ${values.on ?? ''}. Write YYYY-MM-DD.`;
  const order = values['date-order']?.toUpperCase();
  if (order !== undefined && order !== 'DMY' && order !== 'MDY' && order !== 'YMD')
    return `--date-order is DMY, MDY or YMD, not ${values['date-order']}.`;
  if (values.zone !== undefined && !isZone(values.zone))
    return `--zone is not a time zone: ${values.zone}. Write UTC, Europe/Amsterdam or +02:00.`;
  const settings = settingsOf(values, io);
  if (typeof settings === 'string') return settings;
  if ('rejected' in settings) return settings;
  const mapping = values.mapping === undefined ? {} : readObject(full(values.mapping));
  if (typeof mapping === 'string') return { rejected: `${values.mapping}: ${mapping}` };
  const faulty = Object.entries(mapping).find(([, part]) => !isTexts(part));
  if (faulty !== undefined) return { rejected: `${values.mapping ?? ''}: "${faulty[0]}" must be an object of field and column title.` };
  return {
    people: full(people),
    assets: full(assets),
    access: values.access.map(full),
    licences: optional('licences'),
    serviceAccounts: optional('service-accounts'),
    travel: optional('travel'),
    egress: optional('egress'),
    asnLists: lists,
    on: on.data,
    settings,
    dateOrder: order ?? null,
    zone: values.zone ?? null,
    mapping: { access: (mapping['access'] ?? {}) as Record<string, string>, assets: (mapping['assets'] ?? {}) as Record<string, string> },
    findings: full(findings),
    events: full(events),
    problems: full(problems),
    resources: io.resources,
    now: Date.now(),
  };
}

/** Thresholds: ours, then those of the file, then those of the command line. */
function settingsOf(values: Values, io: CliIo): AuditBatch['settings'] | string | { readonly rejected: string } {
  const file = values.settings;
  const given = file === undefined ? {} : readObject(path.resolve(io.cwd, file));
  if (typeof given === 'string') return { rejected: `${file ?? ''}: ${given}` };
  const inFile = settingsFault(given);
  if (inFile !== null) return { rejected: `${file ?? ''}: ${inFile}. Settings: ${settingNames.join(', ')}.` };
  const home = values.home === undefined ? {} : { home: values.home.toUpperCase() };
  const actions = values['release-actions'] === undefined ? {} : { releaseActions: values['release-actions'] };
  const [homeFault, actionsFault] = [settingsFault(home), settingsFault(actions)];
  if (homeFault !== null) return `--home: ${homeFault}.`;
  if (actionsFault !== null) return `--release-actions: ${actionsFault}.`;
  return settingsWith(given, home, actions);
}

const isTexts = (value: unknown): value is Record<string, string> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every((entry) => typeof entry === 'string');

function readObject(file: string): Record<string, unknown> | string {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'it must hold one JSON object.';
    return value as Record<string, unknown>;
  } catch (cause) {
    return `it is not JSON: ${cause instanceof Error ? cause.message : String(cause)}`;
  }
}

function isZone(zone: string): boolean {
  if (/^(UTC|GMT|Z)$/i.test(zone) || /^[+-]\d{2}:?\d{2}$/.test(zone)) return true;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

function faultOf(name: string, file: string, kind: 'file' | 'folder'): string | undefined {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined) return `--${name}: there is no ${kind} ${path.basename(file)}.`;
  return (kind === 'file' ? found.isFile() : found.isDirectory()) ? undefined : `--${name}: ${path.basename(file)} is no ${kind}.`;
}

function complain(io: CliIo, message: string): number {
  io.stderr(`gatehouse audit: ${message}\n\n${usage}`);
  return exitCodes.badArguments;
}

function explain(io: CliIo, error: AuditRefusal): number {
  switch (error.code) {
    case 'question':
      for (const question of error.questions) io.stderr(`gatehouse audit: ${question}\n`);
      io.stderr('Nothing was written. Answer and run the command again.\n');
      return exitCodes.inputRejected;
    case 'input.rejected':
      for (const problem of error.problems) io.stderr(`gatehouse audit: ${problem}\n`);
      io.stderr('Nothing was written.\n');
      return exitCodes.inputRejected;
    case 'output.unwritable':
      io.stderr(`gatehouse audit: ${path.basename(error.file)} cannot be written: ${error.detail}\n`);
      return exitCodes.badArguments;
  }
}
