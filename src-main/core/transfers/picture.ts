import { createHash } from 'node:crypto';
import type { TransferDetail, TransferRow, TransferView } from '../../../src-shared/contract/transfers.ts';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import { type TransferCheck, transferNumber } from '../../../src-shared/model/transfer.ts';
import {
  type ClearanceGround,
  type GroundChange,
  groundChanges,
  groundOf,
  judgeTransfer,
  type TransferAsset,
  type TransferPartyFacts,
  transferState,
} from '../../engine/transfers/index.ts';
import { type OpenWorkspace, type RestsOn, untilChangedInSlices } from '../db/index.ts';
import { foldForSearch, searchWords } from '../inventory/index.ts';
import { type Known, knownTables, readKnown, readKnownOfAll, type Same, type TransferJoins } from './known.ts';
import { createSame } from './same.ts';
import { decisionsOf, findTransfer, type TransferRecord, transfersAfter } from './store.ts';

type Session = () => OpenWorkspace;
type Pause = () => Promise<void>;

/** One transfer with what was found about it. */
export interface Judged {
  readonly record: TransferRecord;
  readonly row: TransferRow;
  readonly checks: readonly TransferCheck[];
  readonly ground: ClearanceGround;
  /** SHA-256 over the ground, in hex. */
  readonly digest: string;
}

/** The queue as a whole. */
export interface TransferPicture {
  /** By planned day, those without one last. */
  readonly rows: readonly TransferRow[];
  readonly counts: Readonly<Record<TransferView, number>>;
  /** Rows of a view that hold every word of a text, in slices. */
  find(view: TransferView, text: string, pause: Pause): Promise<readonly TransferRow[]>;
}

const pageSize = 500;
const mostNamed = 3;

const keyOf = (workspace: OpenWorkspace, joins: TransferJoins): string => {
  const { packsKey, on } = joins.judging(workspace);
  return `${packsKey} ${on} ${joins.today()}`;
};

const recordTables: RestsOn = ['transfer_decisions', 'transfer_items', 'transfer_parties', 'transfers'];

/** What the queue is read from. */
export const transferTables: RestsOn = [...knownTables, ...recordTables];

/** What was found about one open transfer, with all that it rests on. */
interface Found {
  readonly record: TransferRecord;
  readonly restsOn: readonly unknown[];
  readonly row: TransferRow;
}

/** What was read and found last: of a queue of thousands, one change leaves most as it is. */
interface Last {
  readonly records: Same<TransferRecord>;
  readonly assets: Same<TransferAsset>;
  readonly parties: Same<TransferPartyFacts>;
  found: ReadonlyMap<string, Found>;
}

const lasts = new WeakMap<OpenWorkspace['db'], Last>();

function lastOf({ db }: OpenWorkspace): Last {
  const last = lasts.get(db) ?? { records: createSame(), assets: createSame(), parties: createSame(), found: new Map() };
  lasts.set(db, last);
  return last;
}

const isSame = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((one, place) => one === b[place]);

/** Every transfer with where it stands, judged a part at a time and kept until something of it is written, the day turns or the packs change. */
export async function transferPicture(session: Session, joins: TransferJoins, pause: Pause): Promise<TransferPicture> {
  const key = keyOf(session(), joins);
  const picture = await judgedInSlices(session, joins, key, pause);
  judgedLast.set(session().db, { key, picture });
  return picture;
}

const judgedLast = new WeakMap<object, { readonly key: string; readonly picture: TransferPicture }>();

/**
 * The queue as it was judged last under the packs and the day of now, for who cannot wait while it is judged: whatever was written since is not in it.
 * Undefined where nobody had it judged yet.
 */
export function lastTransferPicture(workspace: OpenWorkspace, joins: TransferJoins): TransferPicture | undefined {
  const last = judgedLast.get(workspace.db);
  return last?.key === keyOf(workspace, joins) ? last.picture : undefined;
}

const judgedInSlices = (session: Session, joins: TransferJoins, key: string, pause: Pause): Promise<TransferPicture> =>
  untilChangedInSlices(
    session,
    'transfers',
    key,
    pause,
    async (turn) => {
      const last = lastOf(session());
      const records = [...(await last.records(await readRecords(session, turn), turn)).values()];
      await turn();
      const open = records.filter(({ ended }) => ended === null);
      const known = await readKnownOfAll(session, joins, open, last, turn);
      const today = joins.today();
      const rows: TransferRow[] = [];
      const found = new Map<string, Found>();
      for (const record of records) {
        if (record.ended === null) found.set(record.id, foundOf(record, known, today, last.found.get(record.id)));
        rows.push(found.get(record.id)?.row ?? rowOf(record, [], [], today));
        await turn();
      }
      last.found = found;
      rows.sort(byDay);
      await turn();
      return pictureOf(rows);
    },
    transferTables,
  );

async function readRecords(session: Session, pause: Pause): Promise<Map<string, TransferRecord>> {
  const records = new Map<string, TransferRecord>();
  for (let after = 0; ; ) {
    const page = transfersAfter(session(), after, pageSize);
    for (const record of page) records.set(record.id, record);
    const last = page.at(-1);
    if (last === undefined || page.length < pageSize) return records;
    after = last.number;
    await pause();
  }
}

function foundOf(record: TransferRecord, known: Known, today: IsoDate, before: Found | undefined): Found {
  const restsOn = known.restsOn(record);
  if (before?.record === record && isSame(before.restsOn, restsOn)) return before;
  return { record, restsOn, row: judged(record, known, today).row };
}

/** One transfer, judged by itself: what it names is read at one moment. */
export const judgeOne = (session: Session, joins: TransferJoins, id: string, pause: Pause): Promise<Judged | null> =>
  untilChangedInSlices(session, 'transfer', `${id} ${keyOf(session(), joins)}`, pause, async (turn) => {
    const record = findTransfer(session(), id);
    if (record === undefined) return null;
    return judged(record, await readKnown(session, joins, [record], turn), joins.today());
  });

/** Some transfers in the order asked for, each with its checks; those that ended are not judged. */
export async function judgeThese(session: Session, joins: TransferJoins, ids: readonly string[], pause: Pause): Promise<readonly Judged[]> {
  const records: TransferRecord[] = [];
  for (const id of ids) {
    await pause();
    const record = findTransfer(session(), id);
    if (record !== undefined) records.push(record);
  }
  const known = await readKnown(session, joins, records, pause);
  const found: Judged[] = [];
  for (const record of records) {
    await pause();
    const one = judged(record, known, joins.today());
    found.push(record.ended === null ? one : { ...one, checks: [], row: rowOf(record, [], [], joins.today()) });
  }
  return found;
}

function judged(record: TransferRecord, known: Known, today: IsoDate): Judged {
  const facts = known.factsOf(record);
  const checks = judgeTransfer(facts);
  const ground = groundOf(facts, checks);
  const lapsed = record.ground === null ? [] : groundChanges(JSON.parse(record.ground) as ClearanceGround, ground);
  return {
    ...{ record, checks, ground },
    row: rowOf(record, checks, lapsed, today),
    digest: createHash('sha256').update(JSON.stringify(ground)).digest('hex'),
  };
}

function rowOf(record: TransferRecord, checks: readonly TransferCheck[], lapsed: readonly GroundChange[], today: IsoDate): TransferRow {
  const { id, number, columns, ended, goneOn, uncleared, hold, ground, revision } = record;
  const held = checks.filter(({ state }) => state === 'holds');
  const open = checks.filter(({ state }) => state === 'unknown');
  return {
    ...{ id, number: transferNumber(number), kind: columns.kind, reference: columns.reference, plannedOn: columns.plannedOn },
    state: transferState({ ended, held: hold !== null, cleared: ground !== null, lapsed: lapsed.length > 0 }, checks),
    late: ended === null && columns.plannedOn !== null && columns.plannedOn < today,
    ...{ goneOn, uncleared, revision, owner: columns.owner, destination: columns.destination },
    items: named(columns.items),
    parties: named(columns.parties),
    holds: held.length,
    unknowns: open.length,
    first: held[0] ?? open[0] ?? null,
    heldBecause: hold?.reason ?? '',
    heldUntil: hold?.until ?? null,
    lapsed: ended === null ? lapsed.slice(0, 60) : [],
  };
}

/** The first names, and how many more there are. */
function named(all: readonly { readonly name: string }[]): string {
  const names = [...new Set(all.map(({ name }) => name))];
  const shown = names.slice(0, mostNamed).map((name) => name.slice(0, 150));
  return `${shown.join(', ')}${names.length > mostNamed ? ` +${names.length - mostNamed}` : ''}`.slice(0, 500);
}

const day = ({ goneOn, plannedOn }: TransferRow): string => goneOn ?? plannedOn ?? '9999-12-31';
/** Rows come by number, which the sort keeps among those of one day. */
const byDay = (a: TransferRow, b: TransferRow): number => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0);

const isOpen = ({ state }: TransferRow) => state !== 'gone' && state !== 'refused' && state !== 'cancelled';

const belongs: Readonly<Record<TransferView, (row: TransferRow) => boolean>> = {
  open: isOpen,
  waiting: ({ state }) => state === 'waiting' || state === 'lapsed',
  held: ({ state }) => state === 'held',
  cleared: ({ state }) => state === 'cleared',
  late: ({ late }) => late,
  gone: ({ state }) => state === 'gone',
  refused: ({ state }) => state === 'refused' || state === 'cancelled',
  all: () => true,
};

function pictureOf(rows: readonly TransferRow[]): TransferPicture {
  const of = new Map<TransferView, readonly TransferRow[]>();
  const inView = (view: TransferView) => {
    const known = of.get(view) ?? (view === 'gone' ? rows.filter(belongs.gone).reverse() : rows.filter(belongs[view]));
    of.set(view, known);
    return known;
  };
  const counts = Object.fromEntries(Object.keys(belongs).map((view) => [view, inView(view as TransferView).length])) as Record<
    TransferView,
    number
  >;
  const texts = new Map<string, string>();
  const textOf = (row: TransferRow): string => {
    const known =
      texts.get(row.id) ??
      foldForSearch(`${row.number} ${row.reference} ${row.items} ${row.parties} ${row.destination ?? ''} ${row.owner}`);
    texts.set(row.id, known);
    return known;
  };
  return {
    rows,
    counts,
    async find(view, text, pause) {
      const words = searchWords(text);
      if (words.length === 0) return inView(view);
      const found: TransferRow[] = [];
      for (const row of inView(view)) {
        await pause();
        if (words.every((word) => textOf(row).includes(word))) found.push(row);
      }
      return found;
    },
  };
}

/** Everything the page of one transfer shows. */
export const detailOf = (workspace: OpenWorkspace, { record, row, checks, digest }: Judged): TransferDetail => ({
  ...{ row, digest },
  columns: record.columns,
  checks: record.ended === null ? [...checks] : [],
  decisions: decisionsOf(workspace, record.id),
  recordedOn: record.recordedOn,
});
