import { readFileSync } from 'node:fs';
import path from 'node:path';
import { err, ok, type Result } from '../../src-shared/model/result.ts';
import {
  type AuditBatch,
  type AuditRefusal,
  readMapping,
  runAuditBatch,
  settingNames,
  settingsFault,
  settingsWith,
} from '../core/access-batch/index.ts';
import { countryOf } from '../core/lists/index.ts';
import { dayOf, outputFault, pathFault } from './arguments.ts';
import { defineCommand, type Given } from './command.ts';
import type { CliIo } from './io.ts';
import { badArguments, inputRejected, outputUnwritable, type Refusal } from './refusal.ts';

const usage = `Usage: gatehouse audit --people FILE --assets FILE --access FILE [--access FILE ...]
                       --findings OUT.jsonl --events OUT.jsonl --problems OUT.csv
                       [--licences FILE] [--service-accounts FILE] [--travel FILE] [--egress FILE] [--asn-lists DIR]
                       [--on YYYY-MM-DD] [--home ISO2] [--release-actions technology|all]
                       [--date-order MDY|DMY|YMD] [--zone ZONE] [--syslog-year YYYY]
                       [--settings FILE.json] [--mapping FILE.json]

Audits access logs: possible deemed exports, log-ins from embargoed and high-risk places, hidden networks, impossible travel,
unknown and leaver accounts, roles, extraction, gaps. Columns are told by their titles and content unless --mapping names them.
  --on               day of the audit; today where it is not given
  --home             country whose deemed-export rule applies; US where it is not given
  --release-actions  technology (the rule): only what shows or hands over technology or source code; all: every successful access
  --date-order       how slashed and dashed dates are read; dotted dates are day first
  --zone             zone of times that name none: UTC, Europe/Amsterdam, +02:00
  --syslog-year      year of the first line where lines name none; reckoned from the day of the file where it is not given
`;

const text = 'text' as const;
const options = {
  people: text,
  assets: text,
  access: 'texts',
  licences: text,
  'service-accounts': text,
  travel: text,
  egress: text,
  'asn-lists': text,
  on: text,
  home: text,
  'release-actions': text,
  'date-order': text,
  zone: text,
  'syslog-year': text,
  settings: text,
  mapping: text,
  findings: text,
  events: text,
  problems: text,
} as const;

type Values = Given<typeof options>;
type Single = Exclude<keyof Values, 'access'>;

export const run = defineCommand({
  name: 'audit',
  usage,
  options,
  perform: async (given, io) => {
    const batch = batchOf(given, io);
    if (!batch.ok) return batch;
    const result = await runAuditBatch(batch.value);
    if (!result.ok) return err(refusalOf(result.error));
    const { events, byType, problems, unmatchedResources, assumptions } = result.value;
    const counts = Object.entries(byType).map(([type, count]) => `${count} ${type}`);
    for (const assumption of assumptions) io.stderr(`gatehouse audit: ${assumption}\n`);
    return ok(
      `${events} events audited for ${batch.value.on}: ${counts.join(', ') || 'no finding'}. ${problems} problems in the files; ${unmatchedResources} resource names match no asset. Not legal advice.`,
    );
  },
});

function batchOf(values: Values, io: CliIo): Result<AuditBatch, Refusal> {
  const { people, assets, findings, events, problems } = values;
  if (people === undefined || assets === undefined || values.access === undefined)
    return err(badArguments('--people, --assets and --access are needed.'));
  if (findings === undefined || events === undefined || problems === undefined)
    return err(badArguments('--findings, --events and --problems are needed.'));
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
    const fault = file === null ? undefined : pathFault(name, file, 'file');
    if (fault !== undefined) return err(badArguments(fault));
  }
  const lists = optional('asn-lists');
  const listsFault = lists === null ? undefined : pathFault('asn-lists', lists, 'folder');
  if (listsFault !== undefined) return err(badArguments(listsFault));
  const outputs = [findings, events, problems].map(full);
  if (new Set(outputs).size < outputs.length) return err(badArguments('--findings, --events and --problems must be three files.'));
  if (outputs.some((file) => inputs.some(([, input]) => input === file))) return err(badArguments('An output has the name of an input.'));
  for (const [option, file] of Object.entries({ findings, events, problems })) {
    const fault = outputFault(option, full(file));
    if (fault !== undefined) return err(badArguments(fault));
  }
  const on = dayOf(values.on);
  if (!on.ok) return on;
  const order = values['date-order']?.toUpperCase();
  if (order !== undefined && order !== 'DMY' && order !== 'MDY' && order !== 'YMD')
    return err(badArguments(`--date-order is DMY, MDY or YMD, not ${values['date-order']}.`));
  if (values.zone !== undefined && !isZone(values.zone))
    return err(badArguments(`--zone is not a time zone: ${values.zone}. Write UTC, Europe/Amsterdam or +02:00.`));
  const syslogYear = values['syslog-year'] === undefined ? null : Number(values['syslog-year']);
  if (syslogYear !== null && !(Number.isInteger(syslogYear) && syslogYear >= 2000 && syslogYear <= 2100))
    return err(badArguments(`--syslog-year is a year from 2000 to 2100, not ${values['syslog-year']}.`));
  const settings = settingsOf(values, io);
  if (!settings.ok) return settings;
  const written = values.mapping === undefined ? {} : readObject(full(values.mapping));
  const mapping = typeof written === 'string' ? written : readMapping(written);
  if (typeof mapping === 'string') return err(inputRejected([`${values.mapping ?? ''}: ${mapping}`]));
  return ok({
    people: full(people),
    assets: full(assets),
    access: values.access.map(full),
    licences: optional('licences'),
    serviceAccounts: optional('service-accounts'),
    travel: optional('travel'),
    egress: optional('egress'),
    asnLists: lists,
    on: on.value,
    settings: settings.value,
    dateOrder: order ?? null,
    zone: values.zone ?? null,
    syslogYear,
    mapping,
    findings: full(findings),
    events: full(events),
    problems: full(problems),
    resources: io.resources,
    now: Date.now(),
  });
}

/** Thresholds: ours, then those of the file, then those of the command line. */
function settingsOf(values: Values, io: CliIo): Result<AuditBatch['settings'], Refusal> {
  const file = values.settings;
  const given = file === undefined ? {} : readObject(path.resolve(io.cwd, file));
  if (typeof given === 'string') return err(inputRejected([`${file ?? ''}: ${given}`]));
  const inFile = settingsFault(given);
  if (inFile !== null) return err(inputRejected([`${file ?? ''}: ${inFile}. Settings: ${settingNames.join(', ')}.`]));
  const home = values.home === undefined ? {} : { home: values.home.toUpperCase() };
  const actions = values['release-actions'] === undefined ? {} : { releaseActions: values['release-actions'] };
  if (values.home !== undefined && countryOf(values.home.toUpperCase()) === null)
    return err(badArguments(`--home is no country: ${values.home}. Write two letters, such as US or NL.`));
  const [homeFault, actionsFault] = [settingsFault(home), settingsFault(actions)];
  if (homeFault !== null) return err(badArguments(`--home: ${homeFault}.`));
  if (actionsFault !== null) return err(badArguments(`--release-actions: ${actionsFault}.`));
  return ok(settingsWith(given, home, actions));
}

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

function refusalOf(error: AuditRefusal): Refusal {
  switch (error.code) {
    case 'question':
      return inputRejected([...error.questions, 'Nothing was written. Answer and run the command again.']);
    case 'input.rejected':
      return inputRejected([...error.problems, 'Nothing was written.']);
    case 'output.unwritable':
      return outputUnwritable(path.basename(error.file), error.detail);
  }
}
