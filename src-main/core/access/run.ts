import type { Reply } from '../../../src-shared/contract/kernel.ts';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import { type Connection, type OpenWorkspace, prepared } from '../db/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { createSlicer, createTurns, type JobContext } from '../jobs/index.ts';
import { withExitDays } from './exit-days.ts';
import { type FindingRow, type FoundAsset, lastRun, packEvents } from './finding-rows.ts';
import type { AuditAnswer, AuditRequest, PackedFinding } from './judge/audit-task.ts';
import { type AccessJoins, auditInputOf, basisOf, type Surroundings, surroundingsOf } from './sources.ts';

/** Two runs that end at the same time would give the same number to different findings. */
const inTurn = createTurns();

export interface AuditRun {
  readonly events: number;
  readonly findings: number;
  /** Findings that are new, differ, or are gone. */
  readonly changed: number;
}

/**
 * Runs the audit over everything that counts and keeps what it finds: the core reads, a pool thread judges, the core writes. Findings that
 * are alike stay untouched; those that somebody decided stay even where they are found no more.
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
  const changed = await inTurn('keep', () => keep(deps, around, answer, count, JSON.stringify(basis)));
  return ok({ events: count, findings: answer.findings.length, changed });
}

/**
 * Writes what a run found, in steps between which other requests have their turn; the row of the run comes last. A break in the middle leaves
 * findings of both runs, and the next run makes that good: nothing says before that this one took place.
 */
async function keep(
  deps: FeatureDeps,
  around: Surroundings,
  { findings, positions }: AuditAnswer,
  events: number,
  basis: string,
): Promise<number> {
  // A cancel comes too late: half a list of findings serves nobody.
  const { pause } = createSlicer();
  const known = new Map(knownFindings(deps.session()).map((row) => [row.id, row]));
  const on = around.judging.on;
  const names = namesOf(around);
  let lastNumber = Math.max(
    lastRun(deps.session())?.last_number ?? 0,
    [...known.values()].reduce((most, { number }) => Math.max(most, number), 0),
  );
  let changed = 0;
  const inSteps = async <T>(all: readonly T[], write: (workspace: OpenWorkspace, one: T, place: number) => void) => {
    for (let from = 0; from < all.length; from += rowsAStep) {
      await pause();
      await deps.session().idle();
      const workspace = deps.session();
      workspace.writeUntracked(() => {
        for (const [at, one] of all.slice(from, from + rowsAStep).entries()) write(workspace, one, from + at);
      }, 'withNext');
    }
  };
  await inSteps(findings, (workspace, finding) => {
    const before = known.get(finding.id);
    known.delete(finding.id);
    const isSame = before !== undefined && before.fingerprint === finding.fingerprint && before.gone === 0;
    if (!isSame) changed += 1;
    if (before === undefined) lastNumber += 1;
    put(workspace, finding, before?.number ?? lastNumber, before?.found_on ?? on, on, names);
  });
  await inSteps([...known.values()], (workspace, missing) => {
    if (missing.gone === 0) changed += 1;
    forget(workspace, missing.id);
  });
  await keepPositions(deps.session(), around, positions, inSteps);
  await deps.session().idle();
  const workspace = deps.session();
  workspace.writeUntracked(() =>
    prepared(workspace.db, 'INSERT INTO access_runs (at, judged_on, events, changed, last_number, basis) VALUES (?, ?, ?, ?, ?, ?)').run(
      deps.ports.clock.now(),
      on,
      events,
      changed,
      lastNumber,
      basis,
    ),
  );
  return changed;
}

/** Rows written in one go: a few milliseconds. */
const rowsAStep = 100;

const knownFindings = ({ db }: Connection) =>
  prepared<[], Pick<FindingRow, 'id' | 'number' | 'fingerprint' | 'found_on' | 'gone'>>(
    db,
    'SELECT id, number, fingerprint, found_on, gone FROM access_findings',
  ).all();

/** Keeps where people stand, and forgets those who are no longer there. Most stand where they stood. */
async function keepPositions(
  { db }: Connection,
  { people: { people } }: Surroundings,
  positions: AuditAnswer['positions'],
  inSteps: <T>(all: readonly T[], write: (workspace: OpenWorkspace, one: T, place: number) => void) => Promise<void>,
): Promise<void> {
  const before = new Map(
    prepared<[], { person_id: string; position: string }>(db, 'SELECT person_id, position FROM access_positions')
      .all()
      .map((row) => [row.person_id, row.position]),
  );
  const moved: { readonly id: string; readonly position: string }[] = [];
  for (const [place, { id }] of people.entries()) {
    const position = positions[place] ?? 'unknown';
    if (before.get(id) !== position) moved.push({ id, position });
    before.delete(id);
  }
  await inSteps(moved, (workspace, { id, position }) =>
    prepared(
      workspace.db,
      'INSERT INTO access_positions (person_id, position) VALUES (?, ?) ON CONFLICT (person_id) DO UPDATE SET position = excluded.position',
    ).run(id, position),
  );
  await inSteps([...before.keys()], (workspace, id) => prepared(workspace.db, 'DELETE FROM access_positions WHERE person_id = ?').run(id));
}

/** A finding that the run did not find: an open one goes, a decided one stays and says so. */
function forget({ db }: Connection, id: string): void {
  const decided = prepared<[string], { n: number }>(db, 'SELECT count(*) AS n FROM access_decisions WHERE finding_id = ?').get(id);
  if ((decided?.n ?? 0) === 0) prepared(db, 'DELETE FROM access_findings WHERE id = ?').run(id);
  else prepared(db, 'UPDATE access_findings SET gone = 1 WHERE id = ?').run(id);
}

interface Names {
  readonly person: ReadonlyMap<string, string>;
  readonly asset: ReadonlyMap<string, string>;
}

const namesOf = ({ people, assets }: Surroundings): Names => ({
  person: new Map(people.people.map(({ id, name }) => [id, name])),
  asset: new Map(assets.map(({ id, name, version }) => [id, version === null ? name : `${name} ${version}`])),
});

function put({ db }: Connection, finding: PackedFinding, number: number, foundOn: string, on: IsoDate, names: Names): void {
  const personName = finding.personId === null ? '' : (names.person.get(finding.personId) ?? '');
  const assetName = finding.assetId === null ? '' : (names.asset.get(finding.assetId) ?? '');
  const assets = finding.assetIds.map((id): FoundAsset => ({ id, name: names.asset.get(id) ?? '' }));
  prepared(
    db,
    `INSERT INTO access_findings (id, number, type, title, severity, confidence, rank, person_id, person_name, account, asset_id, asset_name, assets,
       first_ts, last_ts, event_count, countries, events, packed, fingerprint, found_on, judged_on, gone, search_text, body)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, '')
     ON CONFLICT (id) DO UPDATE SET title = excluded.title, severity = excluded.severity, confidence = excluded.confidence, rank = excluded.rank,
       person_id = excluded.person_id, person_name = excluded.person_name, account = excluded.account, asset_id = excluded.asset_id,
       asset_name = excluded.asset_name, assets = excluded.assets, first_ts = excluded.first_ts, last_ts = excluded.last_ts, event_count = excluded.event_count, countries = excluded.countries,
       events = excluded.events, packed = excluded.packed, body = '', fingerprint = excluded.fingerprint, judged_on = excluded.judged_on, gone = 0,
       search_text = excluded.search_text
     WHERE fingerprint <> excluded.fingerprint OR gone = 1 OR title <> excluded.title OR packed <> excluded.packed OR judged_on <> excluded.judged_on`,
  ).run(
    finding.id,
    number,
    finding.type,
    finding.title.slice(0, 400),
    finding.severity,
    finding.confidence,
    finding.rank,
    finding.personId,
    personName,
    finding.account,
    finding.assetId,
    assetName,
    JSON.stringify(assets),
    finding.firstTs,
    finding.lastTs,
    finding.events.length,
    finding.countries.join(' '),
    packEvents(finding.events),
    finding.body,
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
