import type { AccessFindingType } from '../../../src-shared/model/access-audit.ts';
import { isDated, withheldTime } from '../../../src-shared/model/access-events.ts';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import { isoDay } from './days.ts';
import { stableHash } from './hash.ts';
import type { AuditFinding, AuditQuestion, FindingLevel, RuleContext, Subject } from './types.ts';

type Given = Omit<
  AuditFinding,
  | 'id'
  | 'type'
  | 'events'
  | 'firstTs'
  | 'lastTs'
  | 'personId'
  | 'account'
  | 'assetId'
  | 'assetIds'
  | 'fingerprint'
  | 'actionKind'
  | 'exclusions'
  | 'dataDay'
> &
  Partial<Pick<AuditFinding, 'actionKind' | 'exclusions' | 'dataDay' | 'assetId' | 'assetIds'>>;

/** Names a subject as findings are told apart by it. */
export const subjectKey = (subject: Subject): string =>
  subject.person === null ? `account:${subject.account.normalize('NFKC').trim().toLowerCase()}` : `person:${subject.person.id}`;

export const nameOf = (subject: Subject): string => (subject.person === null ? subject.account : subject.person.name || subject.person.id);

/**
 * Puts a finding together. `about` tells it apart from others of its type and must not depend on how many events there are;
 * `places` are positions of its events in order of time.
 */
export function makeFinding(
  { input }: Pick<RuleContext, 'input'>,
  type: AccessFindingType,
  subject: Subject | null,
  about: string,
  places: readonly number[],
  given: Given,
): AuditFinding {
  const { events } = input;
  const dated = places.filter((place) => isDated(events.ts[place] ?? withheldTime));
  const withheld = places.length - dated.length;
  const first = dated[0];
  const last = dated.at(-1);
  const isTimeless = withheld > 0 && dated.length === 0;
  const confidence = isTimeless ? lower[given.confidence] : given.confidence;
  const ids = Float64Array.from(places, (place) => events.id[place] ?? 0);
  const ground = {
    ...given.ground,
    events: String(ids.length),
    'which events': stableHash(ids.join(' ')),
    severity: given.severity,
    confidence,
  };
  return {
    actionKind: null,
    exclusions: [],
    dataDay: null,
    assetId: null,
    assetIds: given.assetId === null || given.assetId === undefined ? [] : [given.assetId],
    ...given,
    confidence,
    why: withheld === 0 ? given.why : [...given.why, withheldWords(withheld, places.length)],
    questions: isTimeless ? [...given.questions, whenQuestion] : given.questions,
    id: `${type}-${stableHash(`${type}|${subject === null ? '' : subjectKey(subject)}|${about}`)}`,
    type,
    events: ids,
    firstTs: first === undefined ? null : (events.ts[first] ?? null),
    lastTs: last === undefined ? null : (events.ts[last] ?? null),
    personId: subject?.person?.id ?? null,
    account: subject === null ? null : accountIn(input, subject, places[0]),
    ground,
    fingerprint: stableHash(JSON.stringify(Object.entries(ground).sort())),
  };
}

const lower: Readonly<Record<FindingLevel, FindingLevel>> = { high: 'medium', medium: 'low', low: 'low' };

const withheldWords = (withheld: number, total: number): string =>
  withheld === total
    ? 'The log withholds when this was. It is judged by what is known on the day of the audit; trips, authorities and corporate exits that are limited to days are not taken to cover it.'
    : `For ${withheld} of the ${total} events the log withholds the time.`;

/** Asked where no event of a finding has a time: with it the finding may look otherwise. */
const whenQuestion: AuditQuestion = {
  id: 'finding.when',
  ask: 'When was this? The log withholds the time; ask whoever handed it over.',
  about: 'finding',
  field: null,
  clearedBy: null,
};

/** The account as its first event writes it. */
function accountIn(input: RuleContext['input'], subject: Subject, first: number | undefined): string | null {
  const written = first === undefined ? undefined : input.dictionaries.accounts[input.events.account[first] ?? 0];
  return written ?? (subject.account === '' ? null : subject.account);
}

/** `4 events on 5 March 2026` in plain figures: count, first and last day. */
export function spanWords({ input }: Pick<RuleContext, 'input'>, places: readonly number[]): string {
  const { ts } = input.events;
  if (places.length === 0) return 'no event';
  const count = places.length === 1 ? 'one event' : `${places.length} events`;
  const dated = places.filter((place) => isDated(ts[place] ?? withheldTime));
  const [first, last] = [dated[0], dated.at(-1)];
  if (first === undefined || last === undefined) return `${count} at a time that the log withholds`;
  const [from, until] = [isoDay(ts[first] ?? 0), isoDay(ts[last] ?? 0)];
  const span = from === until ? `${count} on ${from}` : `${count} from ${from} to ${until}`;
  return dated.length === places.length ? span : `${span}, ${places.length - dated.length} of them without a time`;
}

/** The asset that all events are on, or null where there are several or none. */
export function onlyAsset({ input }: Pick<RuleContext, 'input'>, places: readonly number[]): string | null {
  let only: number | undefined;
  for (const place of places) {
    const asset = input.resources[input.events.resource[place] ?? 0] ?? -1;
    if (only !== undefined && only !== asset) return null;
    only = asset;
  }
  return only === undefined ? null : (input.assets[only]?.id ?? null);
}

/** The oldest data behind the addresses of some events. */
export function oldestData({ input }: Pick<RuleContext, 'input'>, places: readonly number[]): IsoDate | null {
  let oldest: string | null = null;
  for (const place of places) {
    const day = input.addresses[input.events.address[place] ?? 0]?.dataDay ?? null;
    if (day !== null && (oldest === null || day < oldest)) oldest = day;
  }
  return oldest as IsoDate | null;
}

/** Events by time, then id. */
export function inTimeOrder({ input: { events } }: Pick<RuleContext, 'input'>, places: Iterable<number>): number[] {
  return [...places].sort((a, b) => (events.ts[a] ?? 0) - (events.ts[b] ?? 0) || (events.id[a] ?? 0) - (events.id[b] ?? 0));
}

/** Adds an event to the list kept under a key. */
export function gather<K>(lists: Map<K, number[]>, key: K, place: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [place]);
  else list.push(place);
}
