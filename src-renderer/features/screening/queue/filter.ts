import type { HitState, QueueFilter } from '../../../../src-shared/contract/screening.ts';
import type { InputOf } from '../../../host/index.ts';

/** States in the order they are offered; the first five wait for somebody. */
export const hitStates = [
  'open',
  'lapsed',
  'needFacts',
  'escalated',
  'trueUnconfirmed',
  'trueMatch',
  'falsePositive',
  'gone',
] as const satisfies readonly HitState[];
export const waiting: readonly HitState[] = hitStates.slice(0, 5);
export const bands = ['strong', 'review'] as const;

/** What the queue is narrowed to. It lives in the address, so that a link from elsewhere opens the same queue. */
export interface Narrowing {
  readonly text: string;
  readonly states: readonly HitState[];
  readonly lists: readonly string[];
  readonly bands: readonly (typeof bands)[number][];
  /** Staff in place of parties: the restricted view. */
  readonly staff: boolean;
  /** Names of those whom a hit was passed on to. */
  readonly askedOf: readonly string[];
  readonly runId: string | null;
  readonly subject: QueueFilter['subject'];
}

export function readNarrowing(params: URLSearchParams): Narrowing {
  const several = (name: string): readonly string[] => (params.get(name) ?? '').split(',').filter((one) => one !== '');
  const states = hitStates.filter((one) => several('state').includes(one));
  const [kind, id] = (params.get('subject') ?? '').split(':');
  const subject = (kind === 'party' || kind === 'person') && id !== undefined && id !== '' ? ({ kind, id } as const) : null;
  return {
    text: params.get('text') ?? '',
    states: states.length === 0 ? waiting : states,
    lists: several('list'),
    bands: bands.filter((one) => several('band').includes(one)),
    staff: subject === null ? params.get('who') === 'staff' : subject.kind === 'person',
    askedOf: params.getAll('asked').filter((one) => one !== ''),
    runId: params.get('run'),
    subject,
  };
}

/** The same as the part of an address after `?`; what is as usual is left out. */
export function narrowingQuery(narrowing: Narrowing): string {
  const params = new URLSearchParams();
  const set = (name: string, value: string | null) => value !== null && value !== '' && params.set(name, value);
  set('text', narrowing.text);
  set('state', isWaiting(narrowing.states) ? null : narrowing.states.join(','));
  set('list', narrowing.lists.join(','));
  set('band', narrowing.bands.join(','));
  set('who', narrowing.staff && narrowing.subject === null ? 'staff' : null);
  for (const name of narrowing.askedOf) params.append('asked', name);
  set('run', narrowing.runId);
  set('subject', narrowing.subject === null ? null : `${narrowing.subject.kind}:${narrowing.subject.id}`);
  return params.toString();
}

export const isWaiting = (states: readonly HitState[]): boolean =>
  states.length === waiting.length && waiting.every((one) => states.includes(one));

/** Whether anything but whom to show is set. */
export const isNarrowed = (narrowing: Narrowing): boolean => narrowingQuery({ ...narrowing, staff: false }) !== '';

/** Groups on a page of the queue. */
export const PAGE = 100;

/** Where in the queue to look: at a group's place, or wherever a hit stands. */
export type Place = { readonly offset: number } | { readonly around: string };

export function queueInput(narrowing: Narrowing, place: Place): InputOf<'screening.queue'> {
  return {
    filter: {
      text: narrowing.text.trim(),
      states: [...narrowing.states],
      ...(narrowing.lists.length === 0 ? {} : { lists: [...narrowing.lists] }),
      ...(narrowing.bands.length === 0 ? {} : { bands: [...narrowing.bands] }),
      subjects: [narrowing.staff ? 'person' : 'party'],
      subject: narrowing.subject,
      ...(narrowing.askedOf.length === 0 ? {} : { askedOf: [...narrowing.askedOf] }),
      ...(narrowing.runId === null ? {} : { runId: narrowing.runId }),
    },
    limit: PAGE,
    ...('around' in place ? { offset: 0, around: place.around } : { offset: place.offset, around: null }),
  };
}
