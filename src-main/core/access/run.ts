import type { Reply } from '../../../src-shared/contract/kernel.ts';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import { type AuditAnswer, type AuditFinding, type AuditRequest, rankOf } from '../../engine/access/index.ts';
import { type Connection, type OpenWorkspace, prepared } from '../db/index.ts';
import type { FeatureDeps } from '../feature.ts';
import type { JobContext } from '../jobs/index.ts';
import { withExitDays } from './exit-days.ts';
import { type FindingBody, type FindingRow, type FoundAsset, lastRun, packEvents } from './finding-rows.ts';
import { type AccessJoins, auditInputOf, basisOf, type Surroundings, surroundingsOf } from './sources.ts';

export interface AuditRun {
  readonly events: number;
  readonly findings: number;
  /** Findings that are new, differ, or are gone. */
  readonly changed: number;
}

/**
 * Runs the audit over everything that counts and keeps what it finds: the core reads, a pool thread judges, the core writes in one
 * transaction. Findings that are alike stay untouched; those that somebody decided stay even where they are found no more.
 */
export async function runAudit(
  deps: FeatureDeps,
  joins: AccessJoins,
  job: Pick<JobContext, 'signal' | 'progress' | 'pause'>,
): Promise<Reply<AuditRun>> {
  const opened = deps.session();
  if (opened.readOnly !== null) return err({ code: 'workspace.readOnly', reason: opened.readOnly });
  const around = surroundingsOf(opened, joins);
  const basis = basisOf(opened, around);
  job.progress(0, 3);
  await job.pause();
  const { input: read } = await auditInputOf(opened, around, {}, job.pause);
  const input = withExitDays(read, joins.exits(deps.session()));
  job.progress(1, 3);
  const request: AuditRequest = { input, settings: around.settings, packs: around.judging.packs };
  const { events } = input;
  const transfer = [
    events.id,
    events.ts,
    events.account,
    events.address,
    events.resource,
    events.action,
    events.loggedCountry,
    events.outcome,
    events.count,
    events.tokens,
    events.bytes,
  ]
    .map(({ buffer }) => buffer)
    .filter((buffer) => buffer instanceof ArrayBuffer);
  const count = events.length;
  const answer = (await deps.jobs.pool(
    { task: 'access.audit', input: request, transfer: [...new Set(transfer)] },
    job.signal,
  )) as AuditAnswer;
  job.progress(2, 3);
  const workspace = deps.session();
  await workspace.idle();
  const changed = workspace.writeUntracked(() => keep(workspace, around, answer, count, JSON.stringify(basis), deps.ports.clock.now()));
  return ok({ events: count, findings: answer.findings.length, changed });
}

function keep(
  workspace: OpenWorkspace,
  around: Surroundings,
  { findings, positions }: AuditAnswer,
  events: number,
  basis: string,
  now: string,
): number {
  const { db } = workspace;
  const known = new Map(
    prepared<[], Pick<FindingRow, 'id' | 'number' | 'fingerprint' | 'found_on' | 'gone'> & { readonly title: string }>(
      db,
      'SELECT id, number, fingerprint, found_on, gone, title FROM access_findings',
    )
      .all()
      .map((row) => [row.id, row]),
  );
  const on = around.judging.on;
  const names = namesOf(around);
  let lastNumber = lastRun(workspace)?.last_number ?? 0;
  let changed = 0;
  for (const finding of findings) {
    const before = known.get(finding.id);
    known.delete(finding.id);
    const isSame = before !== undefined && before.fingerprint === finding.fingerprint && before.gone === 0;
    if (!isSame) changed += 1;
    if (before === undefined) lastNumber += 1;
    put(workspace, finding, before?.number ?? lastNumber, before?.found_on ?? on, on, names);
  }
  changed += forget(workspace, [...known.values()]);
  prepared(db, 'DELETE FROM access_positions').run();
  const position = prepared(db, 'INSERT INTO access_positions (person_id, position) VALUES (?, ?)');
  for (const [place, person] of around.people.people.entries()) position.run(person.id, positions[place] ?? 'unknown');
  prepared(db, 'INSERT INTO access_runs (at, judged_on, events, changed, last_number, basis) VALUES (?, ?, ?, ?, ?, ?)').run(
    now,
    on,
    events,
    changed,
    lastNumber,
    basis,
  );
  return changed;
}

/** Findings that the run did not find: open ones go, decided ones stay and say so. */
function forget({ db }: Connection, missing: readonly Pick<FindingRow, 'id' | 'gone'>[]): number {
  const decided = prepared<[string], { n: number }>(db, 'SELECT count(*) AS n FROM access_decisions WHERE finding_id = ?');
  let changed = 0;
  for (const { id, gone } of missing) {
    if (gone === 0) changed += 1;
    if ((decided.get(id)?.n ?? 0) === 0) prepared(db, 'DELETE FROM access_findings WHERE id = ?').run(id);
    else prepared(db, 'UPDATE access_findings SET gone = 1 WHERE id = ?').run(id);
  }
  return changed;
}

interface Names {
  readonly person: ReadonlyMap<string, string>;
  readonly asset: ReadonlyMap<string, string>;
}

const namesOf = ({ people, assets }: Surroundings): Names => ({
  person: new Map(people.people.map(({ id, name }) => [id, name])),
  asset: new Map(assets.map(({ id, name, version }) => [id, version === null ? name : `${name} ${version}`])),
});

function put({ db }: Connection, finding: AuditFinding, number: number, foundOn: string, on: IsoDate, names: Names): void {
  const { summary, actionKind, countries, why, citations, questions, exclusions, dataDay, ground } = finding;
  const body: FindingBody = { summary, actionKind, countries, why, citations, questions, exclusions, dataDay, ground };
  const personName = finding.personId === null ? '' : (names.person.get(finding.personId) ?? '');
  const assetName = finding.assetId === null ? '' : (names.asset.get(finding.assetId) ?? '');
  const assets = finding.assetIds.map((id): FoundAsset => ({ id, name: names.asset.get(id) ?? '' }));
  prepared(
    db,
    `INSERT INTO access_findings (id, number, type, title, severity, confidence, rank, person_id, person_name, account, asset_id, asset_name, assets,
       first_ts, last_ts, event_count, countries, events, body, fingerprint, found_on, judged_on, gone, search_text)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)
     ON CONFLICT (id) DO UPDATE SET title = excluded.title, severity = excluded.severity, confidence = excluded.confidence, rank = excluded.rank,
       person_id = excluded.person_id, person_name = excluded.person_name, account = excluded.account, asset_id = excluded.asset_id,
       asset_name = excluded.asset_name, assets = excluded.assets, first_ts = excluded.first_ts, last_ts = excluded.last_ts, event_count = excluded.event_count, countries = excluded.countries,
       events = excluded.events, body = excluded.body, fingerprint = excluded.fingerprint, judged_on = excluded.judged_on, gone = 0,
       search_text = excluded.search_text
     WHERE fingerprint <> excluded.fingerprint OR gone = 1 OR title <> excluded.title OR body <> excluded.body OR judged_on <> excluded.judged_on`,
  ).run(
    finding.id,
    number,
    finding.type,
    finding.title.slice(0, 400),
    finding.severity,
    finding.confidence,
    rankOf(finding),
    finding.personId,
    personName,
    finding.account,
    finding.assetId,
    assetName,
    JSON.stringify(assets),
    finding.firstTs,
    finding.lastTs,
    finding.events.length,
    countries.join(' '),
    packEvents(finding.events),
    JSON.stringify(body),
    finding.fingerprint,
    foundOn,
    on,
    [finding.title, personName, ...assets.map(({ name }) => name), finding.account ?? '']
      .join(' ')
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase(),
  );
}
