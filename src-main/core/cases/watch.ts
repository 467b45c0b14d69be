import type { PackReview, Watch, WatchCheckView, WatchEventView, WatchLook, WatchSubject } from '../../../src-shared/contract/cases.ts';
import { dayAfter, type IsoDate } from '../../../src-shared/model/dates.ts';
import type { RulePack } from '../../../src-shared/model/rule-pack.ts';
import { type Connection, prepared } from '../db/index.ts';
import { cited } from '../rulelibrary/index.ts';

/** A quarter: what is reviewed less often than that is easily overtaken. */
const usualReviewDays = 91;

interface LookRecord {
  readonly id: string;
  readonly kind: WatchSubject['kind'];
  readonly pack: string;
  readonly item_id: string;
  readonly checked_on: IsoDate;
  readonly looked_at: string;
  readonly found: string;
  readonly outcome: WatchLook['outcome'];
  readonly by_name: string;
  readonly next_on: IsoDate | null;
}

type Looks = ReadonlyMap<string, readonly WatchLook[]>;

const subjectKey = ({ kind, pack, id }: WatchSubject): string => `${kind} ${pack} ${id}`;

/** Looks by subject, the newest first. */
function allLooks({ db }: Pick<Connection, 'db'>): Looks {
  const looks = new Map<string, WatchLook[]>();
  for (const row of prepared<[], LookRecord>(db, 'SELECT * FROM watch_looks ORDER BY checked_on DESC, made_at DESC, id DESC').all()) {
    const look: WatchLook = {
      id: row.id,
      subject: { kind: row.kind, pack: row.pack, id: row.item_id },
      checkedOn: row.checked_on,
      where: row.looked_at,
      found: row.found,
      outcome: row.outcome,
      by: row.by_name,
      nextOn: row.next_on,
    };
    const key = subjectKey(look.subject);
    looks.set(key, [...(looks.get(key) ?? []), look]);
  }
  return looks;
}

/** Where a subject stands: the newest look decides, and lapses on the day it names. */
function standingOf(looks: Looks, subject: WatchSubject, today: IsoDate, since: IsoDate | null): WatchCheckView['standing'] {
  const own = (looks.get(subjectKey(subject)) ?? []).slice(0, 50);
  const [last] = own;
  const lapsed = last?.nextOn != null && last.nextOn <= today;
  if (last === undefined) return { state: 'due', dueSince: since, looks: [...own] };
  if (lapsed) return { state: 'due', dueSince: last.nextOn, looks: [...own] };
  if (last.outcome === 'stillOpen') return { state: 'due', dueSince: last.checkedOn, looks: [...own] };
  return { state: last.outcome === 'differs' ? 'differs' : 'settled', dueSince: null, looks: [...own] };
}

/** Days after which a pack is due to be looked through again. */
export const reviewDaysOf = ({ db }: Pick<Connection, 'db'>): number =>
  prepared<[], { days: number }>(db, 'SELECT review_days AS days FROM watch_settings WHERE id = 1').get()?.days ?? usualReviewDays;

function packReviews(packs: readonly RulePack[], looks: Looks, today: IsoDate, days: number): PackReview[] {
  return packs.map(({ manifest }) => {
    const standing = standingOf(looks, { kind: 'pack', pack: manifest.id, id: manifest.id }, today, null);
    const [last] = standing.looks;
    const reviewedOn = last !== undefined && last.checkedOn > manifest.lastChecked ? last.checkedOn : manifest.lastChecked;
    const dueOn = last?.nextOn != null && last.checkedOn >= manifest.lastChecked ? last.nextOn : dayAfter(reviewedOn, days);
    return {
      pack: manifest.id,
      title: manifest.title,
      version: manifest.version,
      lastChecked: manifest.lastChecked,
      reviewedOn,
      dueOn,
      overdue: dueOn <= today,
      standing,
    };
  });
}

/** Packs in use whose day to be looked through has come. */
export const packsDue = (connection: Pick<Connection, 'db'>, packs: readonly RulePack[], today: IsoDate): readonly PackReview[] =>
  packReviews(packs, allLooks(connection), today, reviewDaysOf(connection)).filter(({ overdue }) => overdue);

/** Packs in use that somebody looked through lately, or that were made lately: for the measure of reviewed packs. */
export function packsReviewed(
  connection: Pick<Connection, 'db'>,
  packs: readonly RulePack[],
  today: IsoDate,
): { readonly done: number; readonly of: number } {
  const reviews = packReviews(packs, allLooks(connection), today, reviewDaysOf(connection));
  return { done: reviews.filter(({ overdue }) => !overdue).length, of: reviews.length };
}

interface ItemRecord {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  readonly look: string;
  readonly owner: string;
  readonly due: IsoDate | null;
  readonly closed: number;
  readonly revision: number;
}

export const findWatchItem = ({ db }: Pick<Connection, 'db'>, id: string): ItemRecord | undefined =>
  prepared<[string], ItemRecord>(db, 'SELECT * FROM watch_items WHERE id = ?').get(id);

/** Everything the watch shows: what moved and will move, what has to be confirmed, what the company watches itself, and which packs are due. */
export function watchOf(
  connection: Pick<Connection, 'db'>,
  packs: readonly RulePack[],
  days: { readonly on: IsoDate; readonly today: IsoDate },
): Watch {
  const { today, on } = days;
  const looks = allLooks(connection);
  const reviewEveryDays = reviewDaysOf(connection);
  const checks = [
    ...packs.flatMap((pack) => packChecks(pack, looks, today)),
    ...prepared<[], ItemRecord>(connection.db, 'SELECT * FROM watch_items ORDER BY closed, coalesce(due, made_at), title COLLATE NOCASE')
      .all()
      .map((row) => ownItem(row, looks, today)),
  ];
  const states = new Map(checks.map(({ id, standing }) => [id, standing.state]));
  const events = packs
    .flatMap((pack) => packEvents(pack, on, states))
    .sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : a.id < b.id ? -1 : 1));
  const reviews = packReviews(packs, looks, today, reviewEveryDays);
  return {
    on,
    today,
    reviewEveryDays,
    packs: reviews,
    events,
    checks,
    due:
      checks.filter(({ standing, closed }) => !closed && standing.state === 'due').length + reviews.filter(({ overdue }) => overdue).length,
  };
}

function packChecks(pack: RulePack, looks: Looks, today: IsoDate): WatchCheckView[] {
  const { id: packId, title: packTitle } = pack.manifest;
  return (pack.watch?.checks ?? []).map((check) => {
    const subject: WatchSubject = { kind: 'check', pack: packId, id: check.id };
    return {
      id: `${packId}:${check.id}`,
      subject,
      packTitle,
      title: check.title,
      why: check.why,
      look: check.look,
      source: cited(pack, check.citation),
      confidence: check.confidence,
      since: check.since ?? null,
      entries: [...check.entries],
      ownership: check.ownership ?? null,
      owner: '',
      dueOn: null,
      closed: false,
      revision: 0,
      standing: standingOf(looks, subject, today, check.since ?? null),
    };
  });
}

function ownItem(row: ItemRecord, looks: Looks, today: IsoDate): WatchCheckView {
  const subject: WatchSubject = { kind: 'own', pack: '', id: row.id };
  const standing = standingOf(looks, subject, today, row.due);
  // Nobody looked yet, and the day has not come: nothing is due.
  const early = standing.looks.length === 0 && row.due !== null && row.due > today;
  return {
    id: row.id,
    subject,
    packTitle: '',
    title: row.title,
    why: row.why,
    look: row.look,
    source: null,
    confidence: 'unknown',
    since: null,
    entries: [],
    ownership: null,
    owner: row.owner,
    dueOn: row.due,
    closed: row.closed === 1,
    revision: row.revision,
    standing: early ? { ...standing, state: 'settled', dueSince: null } : standing,
  };
}

function packEvents(pack: RulePack, on: IsoDate, states: ReadonlyMap<string, WatchCheckView['standing']['state']>): WatchEventView[] {
  const { id: packId, title: packTitle } = pack.manifest;
  const now = <T extends { readonly from: IsoDate; readonly until?: IsoDate | undefined }>(history: readonly T[]): T | undefined =>
    history.find(({ from, until }) => from <= on && (until === undefined || on < until));
  return (pack.watch?.events ?? []).map((event) => {
    const text = now(event.textStatus);
    const applied = now(event.enforcement ?? []);
    const check = event.check === undefined ? null : `${packId}:${event.check}`;
    return {
      id: `${packId}:${event.id}`,
      pack: packId,
      packTitle,
      date: event.date,
      kind: event.kind,
      title: event.title,
      summary: event.summary,
      source: cited(pack, event.citation),
      confidence: event.confidence,
      textStatus: text?.value ?? null,
      enforcement: applied?.value ?? null,
      note: [text?.note, applied?.note].filter((note) => note !== undefined).join(' '),
      entries: [...event.entries],
      check,
      checkState: check === null ? null : (states.get(check) ?? null),
    };
  });
}
