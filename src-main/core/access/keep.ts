import type { IsoDate } from '../../../src-shared/model/dates.ts';
import { type Connection, changeKey, type OpenWorkspace, prepared } from '../db/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { createSlicer } from '../jobs/index.ts';
import { type FindingRow, type FoundAsset, lastRun, packEvents } from './finding-rows.ts';
import type { AuditAnswer, PackedFinding } from './judge/audit-task.ts';
import { type AccessJoins, auditPeopleOf, peopleBasisOf, type Surroundings } from './sources.ts';

/** What a pool thread found, and what it rests on. */
export interface Judged {
  readonly around: Surroundings;
  readonly answer: AuditAnswer;
  /** How many events were judged. */
  readonly events: number;
  /** What the row of the run says it rests on. */
  readonly basis: string;
  readonly peopleBasis: string;
}

/** Writes some rows of many; false where it stopped because people changed. */
type InSteps = <T>(all: readonly T[], write: (workspace: OpenWorkspace, one: T) => void) => Promise<boolean>;

/** Rows written, or read, between two chances for other requests: some ten milliseconds. */
const rowsAStep = 30;
const rowsALook = 500;

/**
 * Writes what a run found, in steps between which other requests have their turn; the row of the run comes last. A break in the middle leaves
 * findings of both runs, and the next run makes that good: nothing says before that this one took place.
 *
 * False where people are no longer what they were when the run read them: nothing is written from then on, and the run is to be made anew.
 * Ids of findings that are new, differ, or are gone are added to `changed`.
 */
export async function keepFindings(
  deps: FeatureDeps,
  joins: AccessJoins,
  { around, answer, events, basis, peopleBasis }: Judged,
  changed: Set<string>,
): Promise<boolean> {
  const { findings, positions } = answer;
  const step = createSteps(deps, joins, peopleBasis);
  const known = await knownFindings(deps);
  const on = around.judging.on;
  const names = namesOf(around);
  let lastNumber = Math.max(
    lastRun(deps.session())?.last_number ?? 0,
    [...known.values()].reduce((most, { number }) => Math.max(most, number), 0),
  );
  const inSteps: InSteps = async (all, write) => {
    for (let from = 0; from < all.length; from += rowsAStep) {
      const isWritten = await step((workspace) => {
        for (const one of all.slice(from, from + rowsAStep)) write(workspace, one);
      }, 'withNext');
      if (!isWritten) return false;
    }
    return true;
  };
  const isFoundKept = await inSteps(findings, (workspace, finding) => {
    const before = known.get(finding.id);
    known.delete(finding.id);
    const isSame = before !== undefined && before.fingerprint === finding.fingerprint && before.gone === 0;
    if (!isSame) changed.add(finding.id);
    if (before === undefined) lastNumber += 1;
    put(workspace, finding, before?.number ?? lastNumber, before?.found_on ?? on, on, names);
  });
  if (!isFoundKept) return false;
  const isForgotten = await inSteps([...known.values()], (workspace, { id, gone }) => {
    if (gone === 0) changed.add(id);
    forget(workspace, id);
  });
  if (!isForgotten || !(await keepPositions(deps.session(), around, positions, inSteps))) return false;
  return step(({ db }) =>
    prepared(db, 'INSERT INTO access_runs (at, judged_on, events, changed, last_number, basis) VALUES (?, ?, ?, ?, ?, ?)').run(
      deps.ports.clock.now(),
      on,
      events,
      changed.size,
      lastNumber,
      basis,
    ),
  );
}

/** Makes steps of writing that stop once people are no longer what `before` says. A cancel comes too late: half a list of findings serves nobody. */
function createSteps(deps: FeatureDeps, joins: AccessJoins, before: string) {
  const { pause } = createSlicer();
  let seen = '';
  return async (write: (workspace: OpenWorkspace) => void, onDisk: 'atOnce' | 'withNext' = 'atOnce'): Promise<boolean> => {
    await pause();
    await deps.session().idle();
    const workspace = deps.session();
    // People are read again only where somebody else wrote since the last step.
    if (changeKey(workspace) !== seen && peopleBasisOf(auditPeopleOf(workspace, joins)) !== before) return false;
    workspace.writeUntracked(() => write(workspace), onDisk);
    seen = changeKey(workspace);
    return true;
  };
}

type Known = Pick<FindingRow, 'id' | 'number' | 'fingerprint' | 'found_on' | 'gone'>;

async function knownFindings(deps: FeatureDeps): Promise<Map<string, Known>> {
  const { pause } = createSlicer();
  const known = new Map<string, Known>();
  let after = '';
  for (;;) {
    const rows = prepared<[string, number], Known>(
      deps.session().db,
      'SELECT id, number, fingerprint, found_on, gone FROM access_findings WHERE id > ? ORDER BY id LIMIT ?',
    ).all(after, rowsALook);
    for (const row of rows) known.set(row.id, row);
    if (rows.length < rowsALook) return known;
    after = rows.at(-1)?.id ?? after;
    await pause();
  }
}

/** Keeps where people stand, and forgets those who are no longer there. Most stand where they stood. */
async function keepPositions(
  { db }: Connection,
  { people: { people } }: Surroundings,
  positions: AuditAnswer['positions'],
  inSteps: InSteps,
): Promise<boolean> {
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
  const areMoved = await inSteps(moved, (workspace, { id, position }) => {
    prepared(
      workspace.db,
      'INSERT INTO access_positions (person_id, position) VALUES (?, ?) ON CONFLICT (person_id) DO UPDATE SET position = excluded.position',
    ).run(id, position);
  });
  if (!areMoved) return false;
  return inSteps([...before.keys()], ({ db: writer }, id) => {
    prepared(writer, 'DELETE FROM access_positions WHERE person_id = ?').run(id);
  });
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
