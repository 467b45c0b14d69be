import type { AuditInput, KnownTravel } from '../../../src-shared/model/access-audit.ts';
import { eventOutcomes, isDated, withheldTime } from '../../../src-shared/model/access-events.ts';
import type { AccessSettings } from './settings.ts';
import type { AuditLaw, RuleContext, Subject } from './types.ts';

/** Puts together what the rules share: events in order of time, and whose each account is. */
export function createContext(input: AuditInput, settings: AccessSettings, law: AuditLaw): RuleContext {
  const travel = new Map<string, KnownTravel[]>();
  for (const trip of input.travel) travel.set(trip.personId, [...(travel.get(trip.personId) ?? []), trip]);
  return { input, settings, law, ...byTime(input), ...subjectsOf(input), done: doneOf(input, settings), travel };
}

/** Positions by time, then id. Most logs come sorted; only the others are sorted. */
function byTime({ events }: AuditInput): Pick<RuleContext, 'order' | 'whole'> {
  const { ts, id, length } = events;
  const sorted = Uint32Array.from({ length }, (_, place) => place);
  const comesBefore = (a: number, b: number) => (ts[a] ?? 0) - (ts[b] ?? 0) || (id[a] ?? 0) - (id[b] ?? 0);
  for (let place = 1; place < length; place += 1)
    if (comesBefore(place - 1, place) > 0) {
      sorted.sort(comesBefore);
      break;
    }
  // Events without a time stand first by their number; they go to the end.
  let undated = 0;
  while (undated < length && !isDated(ts[sorted[undated] ?? 0] ?? withheldTime)) undated += 1;
  const order = sorted.subarray(undated);
  if (undated === 0) return { order, whole: order };
  const whole = new Uint32Array(length);
  whole.set(order);
  whole.set(sorted.subarray(0, undated), order.length);
  return { order, whole };
}

const foldedAccount = (account: string): string => account.normalize('NFKC').trim().toLowerCase();

function subjectsOf(input: AuditInput): Pick<RuleContext, 'subjects' | 'subjectOf'> {
  const people = new Map(input.people.map((person, place) => [person.id, place]));
  const subjects: Subject[] = input.people.map((person) => ({ kind: 'person', person, account: '' }));
  const others = new Map<string, number>();
  const { accounts } = input.dictionaries;
  const subjectOf = new Int32Array(accounts.length).fill(-1);
  // Spellings in the order of the alphabet, so that the spelling shown does not depend on which event came first.
  const places = accounts.map((_, place) => place).sort((a, b) => compareTexts(accounts[a] ?? '', accounts[b] ?? ''));
  for (const place of places) {
    const account = accounts[place] ?? '';
    const link = input.accounts[place];
    const known = link?.kind === 'person' ? people.get(link.personId) : undefined;
    if (known !== undefined) subjectOf[place] = known;
    else if (account.trim() !== '' && account.trim() !== '-') {
      const kind = link?.kind === 'service' ? 'service' : 'unknown';
      const key = `${kind} ${foldedAccount(account)}`;
      const subject = others.get(key) ?? subjects.length;
      if (subject === subjects.length) {
        others.set(key, subject);
        subjects.push({ kind, person: null, account });
      }
      subjectOf[place] = subject;
    }
  }
  return { subjects, subjectOf };
}

function doneOf({ events }: AuditInput, { unknownOutcomeCounts }: AccessSettings): Uint8Array {
  const counts = eventOutcomes.map((outcome) => (outcome === 'success' || (outcome === 'unknown' && unknownOutcomeCounts) ? 1 : 0));
  return Uint8Array.from(events.outcome, (outcome) => counts[outcome] ?? 0);
}

export const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
