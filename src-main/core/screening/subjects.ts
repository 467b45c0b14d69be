import { createHash } from 'node:crypto';
import type { Subject } from '../../../src-shared/contract/screening.ts';
import type { ScreeningQuery } from '../../../src-shared/model/screening.ts';
import type { OpenWorkspace } from '../db/index.ts';
import type { EntryBody } from '../lists/index.ts';

/** Somebody to be screened, as their own register knows them. */
export interface ScreenedSubject {
  readonly subject: Subject;
  readonly name: string;
  /** Country and role, in words. */
  readonly about: string;
  readonly query: ScreeningQuery;
}

/** One string for a subject, for maps. */
export const subjectKey = ({ kind, id }: Subject): string => `${kind} ${id}`;

/** Registers whose people and parties are screened. Each gives everybody who is not archived, in a steady order. */
export type SubjectSource = (workspace: OpenWorkspace) => readonly ScreenedSubject[];

/** Material facts of one side of a match: a decision holds while these stay as they were. Remarks, citations and file lines may change. */
export type Ground = Readonly<Record<string, string>>;

const sorted = (values: readonly string[]): string => [...new Set(values)].sort().join('; ');

/** `byAddress`: the entry is an address, so ours are what the decision rests on. */
export function subjectGround({ query }: ScreenedSubject, byAddress: boolean): Ground {
  return {
    names: sorted(query.names),
    type: query.type,
    countries: sorted(query.countries),
    births: sorted(query.births.map(({ text }) => text)),
    gender: query.gender ?? '',
    identifiers: sorted(query.identifiers.map(({ kind, value }) => `${kind} ${value}`)),
    cities: sorted(query.cities),
    ...(byAddress ? { addresses: sorted(query.addresses ?? []) } : {}),
  };
}

export function entryGround(body: EntryBody): Ground {
  return {
    names: sorted(body.names.map(({ text }) => text)),
    type: body.type,
    countries: sorted(body.countries.map(({ code }) => code)),
    births: sorted(body.births.map(({ text }) => text)),
    gender: body.gender ?? '',
    identifiers: sorted(body.identifiers.map(({ kind, value }) => `${kind} ${value}`)),
    addresses: sorted(body.addresses.map(({ text }) => text)),
    programmes: sorted(body.programmes),
    licence: sorted([body.licenceRequirement, body.licencePolicy].filter(Boolean)),
  };
}

export const groundText = (ground: Ground): string => JSON.stringify(ground);

/** Fields that two grounds differ in. */
export function groundChanges(before: string, after: string): readonly string[] {
  if (before === after) return [];
  const [was, is] = [JSON.parse(before) as Ground, JSON.parse(after) as Ground];
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((field) => (was[field] ?? '') !== (is[field] ?? ''));
}

/** Changes with whatever could change a subject's hits. */
export function subjectHash(one: ScreenedSubject): string {
  const known = hashes.get(one);
  if (known !== undefined) return known;
  const hash = createHash('sha256').update(JSON.stringify(one.query)).digest('hex').slice(0, 32);
  hashes.set(one, hash);
  return hash;
}

/** Registers hand out the same objects until something changes, so hashing everybody is done once. */
const hashes = new WeakMap<ScreenedSubject, string>();

const keyedSubjects = new WeakMap<readonly ScreenedSubject[], ReadonlyMap<string, ScreenedSubject>>();

/** The same by `kind id`. */
export function keyed(subjects: readonly ScreenedSubject[]): ReadonlyMap<string, ScreenedSubject> {
  const known = keyedSubjects.get(subjects);
  if (known !== undefined) return known;
  const map = new Map(subjects.map((one) => [subjectKey(one.subject), one]));
  keyedSubjects.set(subjects, map);
  return map;
}

/** One hit for one subject and one entry, whatever version it stands in. */
export const hitId = (subject: Subject, list: string, entryId: string): string =>
  createHash('sha256').update([subject.kind, subject.id, list, entryId].join('\u0000')).digest('hex').slice(0, 32);
