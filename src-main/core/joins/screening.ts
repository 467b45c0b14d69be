import type { LookUpSign } from '../../../src-shared/contract/screening.ts';
import type { PlaceSign } from '../../../src-shared/model/place-sign.ts';
import { placeSigns } from '../../engine/parties/index.ts';
import type { OpenWorkspace } from '../db/index.ts';
import type { EscalationJoins } from '../escalations/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { type PartySubject, partiesForScreening, partySignsOf } from '../parties/index.ts';
import { peopleForScreening, type ScreenedPerson } from '../people/index.ts';
import {
  createIndexHolder,
  createRescreening,
  type IndexHolder,
  type Rescreening,
  reopenAnswered,
  type ScreenedSubject,
  type ScreeningJoins,
  type SubjectSource,
  trueMatchesOf,
} from '../screening/index.ts';
import { judgingFor } from './judging.ts';
import { recordsFor } from './records.ts';

/** What questions that were passed on take from other features. */
export const escalationJoinsFor = (deps: FeatureDeps): EscalationJoins => ({
  records: recordsFor(deps),
  answered: (workspace, hitId, answer, by) =>
    reopenAnswered(workspace, hitId, answer, { newId: () => deps.ports.ids.next(), now: deps.ports.clock.now(), by }),
});

/** Everybody who is screened: parties, and staff by their names alone, so that citizenship stays where it is kept. The same array until somebody changes. */
export const screenedSubjects: SubjectSource = (workspace) => {
  const [parties, people] = [partiesForScreening(workspace), peopleForScreening(workspace)];
  const last = lastSubjects.get(workspace);
  if (last?.parties === parties && last.people === people) return last.all;
  const all = [...parties.map(asSubject), ...people.map(asStaff)];
  lastSubjects.set(workspace, { parties, people, all });
  return all;
};

const lastSubjects = new WeakMap<
  OpenWorkspace,
  { readonly parties: readonly PartySubject[]; readonly people: readonly ScreenedPerson[]; readonly all: readonly ScreenedSubject[] }
>();

export const asSubject = ({ id, ...party }: PartySubject): ScreenedSubject => ({ subject: { kind: 'party', id }, ...party });

const asStaff = ({ id, names, role, team }: ScreenedPerson): ScreenedSubject => ({
  subject: { kind: 'person', id },
  name: names[0] ?? '',
  about: [role, team].filter(Boolean).join(', '),
  query: { names, type: 'person', countries: [], births: [], gender: null, identifiers: [], cities: [] },
});

/** One index and one re-screening for each set of deps: lists tell them of a change, screening uses them. */
const screeningParts = new WeakMap<FeatureDeps, { readonly holder: IndexHolder; readonly rescreening: Rescreening }>();

export function screeningPartsFor(deps: FeatureDeps) {
  const found = screeningParts.get(deps);
  if (found !== undefined) return found;
  const holder = createIndexHolder(deps);
  const parts = { holder, rescreening: createRescreening(deps, screenedSubjects, holder) };
  screeningParts.set(deps, parts);
  return parts;
}

const signInWords = ({ severity, title, why }: Pick<PlaceSign, 'severity' | 'title' | 'why'>): LookUpSign => ({
  severity,
  text: `${/[.?!]$/u.test(title) ? title : `${title}.`} ${why}`.slice(0, 400),
});

export const screeningJoinsFor = (deps: FeatureDeps): ScreeningJoins => ({
  subjects: screenedSubjects,
  holder: screeningPartsFor(deps).holder,
  signs: (workspace, name, country) => {
    const { packs, on } = judgingFor(deps)(workspace);
    return placeSigns({ registration: country, headquarters: null, countries: [], texts: [name] }, packs, on)
      .slice(0, 10)
      .map(signInWords);
  },
  partySigns: (workspace) => {
    const signsOf = partySignsOf(workspace, judgingFor(deps)(workspace), trueMatchesOf(workspace));
    return (id) => signsOf(id).slice(0, 10).map(signInWords);
  },
});
