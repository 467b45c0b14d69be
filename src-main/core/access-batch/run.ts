import path from 'node:path';
import type { AuditInput } from '../../../src-shared/model/access-audit.ts';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import { err, ok, type Result } from '../../../src-shared/model/result.ts';
import {
  type AccessSettings,
  type AuditFinding,
  actionKindOf,
  auditLawOf,
  createResourceMatcher,
  rankedFindings,
} from '../../engine/access/index.ts';
import { withExitDays } from '../access/index.ts';
import { choosePacks } from '../classification-batch/index.ts';
import { openNetworks, readExits, readNetworkLists } from '../networks/index.ts';
import {
  createAccountBook,
  type FileFault,
  type FileProblem,
  type FileQuestion,
  readLicencesFile,
  readPeopleFile,
  readServiceAccountsFile,
  readTravelFile,
} from '../people/index.ts';
import type { ColumnMapping } from './mapping.ts';
import { type AuditRefusal, AuditRefused, type InputProblem } from './problems.ts';
import { readAssets } from './read-assets.ts';
import { type LogOptions, readLogs } from './read-logs.ts';
import { eventLines, findingLines, problemLines, writeLines } from './write-answers.ts';

/** One audit over files: absolute paths, checked options. */
export interface AuditBatch {
  readonly people: string;
  readonly assets: string;
  readonly access: readonly string[];
  readonly licences: string | null;
  readonly serviceAccounts: string | null;
  readonly travel: string | null;
  readonly egress: string | null;
  /** Folder. */
  readonly asnLists: string | null;
  readonly on: IsoDate;
  readonly settings: AccessSettings;
  readonly dateOrder: LogOptions['dateOrder'];
  readonly zone: string | null;
  readonly syslogYear: LogOptions['syslogYear'];
  readonly mapping: ColumnMapping;
  readonly findings: string;
  readonly events: string;
  readonly problems: string;
  readonly resources: string;
  /** Milliseconds since 1970: times more than a day later are refused. */
  readonly now: number;
}

export interface AuditDone {
  readonly events: number;
  readonly byType: Readonly<Record<string, number>>;
  readonly problems: number;
  /** What was taken to hold because a file does not say it, in words. */
  readonly assumptions: readonly string[];
  readonly unmatchedResources: number;
}

/**
 * Runs the audit over files: the same readers, address data and rules as the workspace, in memory. Nothing but the three answers is
 * written, and they appear under their names once all of them are whole.
 */
export async function runAuditBatch(batch: AuditBatch): Promise<Result<AuditDone, AuditRefusal>> {
  try {
    return ok(await audit(batch));
  } catch (cause) {
    if (cause instanceof AuditRefused) return err(cause.refusal);
    throw cause;
  }
}

async function audit(batch: AuditBatch): Promise<AuditDone> {
  const problems: InputProblem[] = [];
  const packs = await choosePacks(path.join(batch.resources, 'rulepacks'), null);
  if (!packs.ok) throw new AuditRefused({ code: 'input.rejected', problems: ['A rule pack is not sound. Install the program again.'] });
  const assets = await readAssets(batch.assets, batch.mapping.assets, packs.value, batch.settings.home);
  problems.push(...assets.problems);
  const people = await readPeople(batch, assets.assets, problems);
  const networks = await readNetworks(batch, problems);
  const {
    read,
    problems: logProblems,
    assumptions,
  } = await readLogs(batch.access, {
    dateOrder: batch.dateOrder,
    zone: batch.zone,
    syslogYear: batch.syslogYear,
    mapping: batch.mapping.access,
    now: batch.now,
  });
  problems.push(...logProblems);
  const match = createResourceMatcher(assets.names);
  const input: AuditInput = withExitDays(
    {
      events: read.events,
      dictionaries: {
        accounts: read.accounts.texts,
        addresses: read.addresses.texts,
        resources: read.resources.texts,
        actions: read.actions.texts,
        loggedCountries: read.loggedCountries.texts,
      },
      addresses: [null, ...networks.locate(read.addresses.texts.slice(1))],
      accounts: read.accounts.texts.map((account, place) =>
        account === '' ? { kind: 'unknown' } : people.book.find(account, read.accounts.keys[place] || null),
      ),
      resources: Int32Array.from(read.resources.texts, match),
      actions: read.actions.texts.map((action) => actionKindOf(action)),
      people: people.people,
      assets: assets.assets,
      authorisations: people.authorisations,
      travel: people.travel,
      coverage: [],
      on: batch.on,
    },
    networks,
  );
  const fileNames = batch.access.map((file) => path.basename(file));
  const findings = rankedFindings(input, batch.settings, auditLawOf(packs.value));
  const byType = new Map<string, number>();
  await writeLines(batch.events, eventLines(read, input, fileNames));
  await writeLines(batch.problems, problemLines(problems));
  await writeLines(batch.findings, findingLines(counted(findings, byType), read, fileNames));
  return {
    events: read.events.length,
    byType: Object.fromEntries(byType),
    problems: problems.length,
    assumptions,
    unmatchedResources: input.resources.reduce((sum, asset, place) => sum + (asset < 0 && read.resources.texts[place] !== '' ? 1 : 0), 0),
  };
}

/** Counts findings by type as they pass. */
function* counted(findings: Iterable<AuditFinding>, byType: Map<string, number>): Generator<AuditFinding> {
  for (const finding of findings) {
    byType.set(finding.type, (byType.get(finding.type) ?? 0) + 1);
    yield finding;
  }
}

type PartFile = { readonly problems: readonly FileProblem[]; readonly questions: readonly FileQuestion[] };

async function readPeople(batch: AuditBatch, assets: AuditInput['assets'], problems: InputProblem[]) {
  const options = { dateOrder: batch.dateOrder, home: batch.settings.home };
  const { mapping } = batch;
  const take = async <T extends PartFile>(reading: Promise<Result<T, FileFault>>): Promise<T> => {
    const read = await reading;
    if (!read.ok) throw new AuditRefused({ code: 'input.rejected', problems: [`${read.error.file}: ${read.error.reason}.`] });
    const { questions } = read.value;
    if (questions.length > 0)
      throw new AuditRefused({
        code: 'question',
        questions: questions.map(
          ({ file, column, samples }) =>
            `${file}, column ${column}: are the dates day first or month first? Answer with --date-order DMY, MDY or YMD. Such as ${samples.slice(0, 3).join(', ')}`,
        ),
      });
    problems.push(...read.value.problems.map((problem) => ({ ...problem, sheet: null })));
    return read.value;
  };
  const roster = await take(readPeopleFile(batch.people, { ...options, columns: mapping.people }));
  const services =
    batch.serviceAccounts === null
      ? []
      : (await take(readServiceAccountsFile(batch.serviceAccounts, { ...options, columns: mapping.serviceAccounts }))).accounts;
  const book = createAccountBook([...roster.accounts, ...services]);
  const sources = { ...options, people: roster.people, accounts: book };
  return {
    people: roster.people,
    book,
    authorisations:
      batch.licences === null
        ? []
        : (await take(readLicencesFile(batch.licences, { ...sources, assets, columns: mapping.licences }))).authorisations,
    travel: batch.travel === null ? [] : (await take(readTravelFile(batch.travel, { ...sources, columns: mapping.travel }))).travel,
  };
}

async function readNetworks(batch: AuditBatch, problems: InputProblem[]) {
  const note = (file: string, row: number | null, value: string, reason: string) =>
    problems.push({ file, sheet: null, row, column: null, value, reason });
  const lists = batch.asnLists === null ? null : await readNetworkLists(batch.asnLists);
  if (lists !== null && lists.lists.length === 0)
    throw new AuditRefused({
      code: 'input.rejected',
      problems: [
        `${path.basename(batch.asnLists ?? '')}: no list of networks was found in this folder. Leave --asn-lists out to go without.`,
      ],
    });
  for (const { file, row, text, reason } of lists?.problems ?? []) note(file, row, text, `network list: ${reason}`);
  const exits = batch.egress === null ? null : await readExits(batch.egress, { dateOrder: batch.dateOrder, columns: batch.mapping.egress });
  if (exits !== null && !exits.ok)
    throw new AuditRefused({
      code: 'input.rejected',
      problems: [
        typeof exits.error === 'string'
          ? `${path.basename(batch.egress ?? '')}: no addresses of corporate exits were found in it.`
          : `${path.basename(batch.egress ?? '')}: no column is called ${exits.error.missingTitle}, as the mapping has it.`,
      ],
    });
  const exitProblems = exits === null ? [] : exits.value.problems;
  const file = path.basename(batch.egress ?? '');
  const asked = exitProblems.filter(({ reason }) => reason === 'dateTwoWays');
  if (asked.length > 0)
    throw new AuditRefused({
      code: 'question',
      questions: [
        `${file}: are the dates day first or month first? Answer with --date-order DMY, MDY or YMD. Such as ${asked
          .slice(0, 3)
          .map(({ text }) => text)
          .join(', ')}`,
      ],
    });
  for (const { row, text, reason } of exitProblems) note(file, row, text, `corporate exit: ${reason}`);
  return openNetworks({
    resources: batch.resources,
    ...(lists === null ? {} : { lists: lists.lists }),
    ...(exits === null ? {} : { exits: exits.value.exits }),
  });
}
