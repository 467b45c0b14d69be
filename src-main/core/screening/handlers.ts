import type { HandlersFor } from '../../../src-shared/contract/kernel.ts';
import type { LookUp, LookUpSign, Profile, ProfileEffect, screeningMethods } from '../../../src-shared/contract/screening.ts';
import type { DateSpan } from '../../../src-shared/model/listed-party.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import type { ScreeningExplanation, ScreeningProfile, ScreeningQuery } from '../../../src-shared/model/screening.ts';
import type { ExplainTask } from '../../engine/screening/index.ts';
import { screeningProfiles } from '../../engine/screening/profiles.ts';
import type { OpenWorkspace } from '../db/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { createSlicer } from '../jobs/index.ts';
import { recordEntries } from '../journal/index.ts';
import { spanOf } from '../lists/index.ts';
import { readWorkspaceSettings } from '../settings/index.ts';
import { createCertificateHandler } from './certificate-handlers.ts';
import { confirm, decide } from './decisions.ts';
import { hitDetail, hitLine } from './hit-view.ts';
import type { IndexHolder } from './index-holder.ts';
import { keepLookUp, listsOfLookUp, lookUpHit, screenNames } from './look-up.ts';
import { readMeasures } from './measures.ts';
import { profileOf, readProfile } from './profile.ts';
import { readQueue } from './queue.ts';
import { runScreening } from './run.ts';
import { screeningStanding } from './standing.ts';
import { findHit, hitsOfSubject, runsOf, standingHits } from './store.ts';
import { keyed, type ScreenedSubject, type SubjectSource, subjectKey } from './subjects.ts';

export interface ScreeningJoins {
  readonly subjects: SubjectSource;
  readonly holder: IndexHolder;
  /** Signs that a name and a country give by themselves, in words. */
  readonly signs: (workspace: OpenWorkspace, name: string, country: string | null) => readonly LookUpSign[];
  /** Signs beside the lists of the parties of the register, owners included, by the id of the party. */
  readonly partySigns: (workspace: OpenWorkspace) => (id: string) => readonly LookUpSign[];
}

const neverAborted = () => ({ signal: new AbortController().signal, pause: createSlicer().pause });

/** Answers the screening methods. */
export function createScreeningHandlers(
  deps: FeatureDeps,
  { subjects, holder, signs, partySigns }: ScreeningJoins,
): HandlersFor<typeof screeningMethods> {
  const today = () => deps.ports.clock.today();
  const profileHere = (): ScreeningProfile => profileOf(readProfile(deps.session()));
  const byKey = (workspace: OpenWorkspace) => keyed(subjects(workspace));

  return {
    'screening.standing': () => ok(screeningStanding(deps.session(), subjects(deps.session()), today())),

    'screening.queue': ({ filter, ...page }) => ok(readQueue(deps.session(), profileHere(), byKey(deps.session()), filter, page)),

    'screening.hit': ({ id }) => {
      const workspace = deps.session();
      const hit = findHit(workspace, profileHere(), id);
      const detail = hit === undefined ? null : hitDetail(workspace, hit, byKey(workspace).get(`${hit.subject_kind} ${hit.subject_id}`));
      return detail === null ? err({ code: 'record.notFound', entity: 'hit', id }) : ok(detail);
    },

    'screening.hitsOf': ({ subject }) => ok(hitsOfSubject(deps.session(), profileHere(), subject).map(hitLine)),

    'screening.hitHistory': ({ id }) => ok(recordEntries(deps.session().db, 'hit', id, 200)),

    'screening.decide': (input) => decide(deps.session(), input, stamp()),

    'screening.second': (input) => {
      const workspace = deps.session();
      const confirmed = confirm(workspace, input, deps.ports.clock.now());
      if (!confirmed.ok) return confirmed;
      const hit = confirmed.value;
      const detail = hitDetail(workspace, hit, byKey(workspace).get(`${hit.subject_kind} ${hit.subject_id}`));
      return detail === null ? err({ code: 'record.notFound', entity: 'hit', id: input.id }) : ok(detail);
    },

    'screening.run': ({ cause, subjects: chosen }) => {
      const ids = chosen === null ? null : new Set(chosen.map(subjectKey));
      const jobId = deps.jobs.start({ kind: 'screening.run', touches: ['screening', 'parties'] }, (job) =>
        runScreening(deps, subjects, holder, { cause: cause === 'subjects' && ids === null ? 'changes' : cause, ids }, job),
      );
      return ok({ jobId });
    },

    'screening.runs': ({ limit }) => ok(runsOf(deps.session(), limit)),

    'screening.lookUp': async ({ names, manner }) => {
      const going = neverAborted();
      const own = readProfile(deps.session());
      const profile = own.manner === manner ? profileOf(own) : screeningProfiles[manner];
      const index = await holder.current(going);
      const started = performance.now();
      const queries = names.map(({ name, type, country, birth }): ScreeningQuery => queryOf(name, type, country, birth));
      const found = await screenNames(deps, index, queries, profile, going.signal);
      const milliseconds = performance.now() - started;
      const workspace = deps.session();
      const byCode = new Map(index.lists.map((list) => [list.code, list]));
      const lookUp: LookUp = {
        id: deps.ports.ids.next(),
        at: deps.ports.clock.now(),
        names: names.map(({ name, type, country }, at) => ({
          ...{ name, type, country },
          hits: (found[at] ?? []).map((hit) => lookUpHit(deps, byCode, queries[at] ?? queryOf(name, type, country, ''), hit)),
          signs: [...signs(workspace, name, country)],
        })),
        lists: listsOfLookUp(index.lists, today()),
        manner,
        milliseconds,
      };
      if (workspace.readOnly === null) keepLookUp(workspace, lookUp);
      return ok(lookUp);
    },

    'screening.explain': async ({ name, type, country, list, entryId }) => {
      const going = neverAborted();
      const index = await holder.current(going);
      const query = queryOf(name, type, country, '');
      const profile = profileHere();
      const input: ExplainTask = { index: index.data, indexKey: index.key, query, entryId, profile, options: { on: today() } };
      const explained = (await deps.jobs.pool({ task: 'screening.explain', input })) as ScreeningExplanation | null;
      if (explained === null) return err({ code: 'record.notFound', entity: 'listEntry', id: entryId.slice(0, 80) });
      const byCode = new Map(index.lists.map((one) => [one.code, one]));
      return ok({
        outcome: explained.outcome,
        hit: explained.best === null || explained.best.list !== list ? null : lookUpHit(deps, byCode, query, explained.best),
        names: explained.names.slice(0, 200).map(({ text, nameScore }) => ({ text: text.slice(0, 1000), nameScore })),
        reviewAt: explained.reviewAt,
        strongAt: explained.strongAt,
      });
    },

    'screening.profile': () => ok(readProfile(deps.session())),

    'screening.tryProfile': ({ manner, thresholds }) =>
      ok(effectOf(deps.session(), profileHere(), profileOf({ manner, thresholds }), byKey(deps.session()))),

    'screening.saveProfile': (profile) => {
      const workspace = deps.session();
      const before = readProfile(workspace);
      if (before.revision !== profile.revision)
        return err({ code: 'record.stale', entity: 'screeningProfile', id: '1', yours: profile.revision, current: before.revision });
      const wrong = Object.entries(profile.thresholds).find(([, { review, strong }]) => review > strong);
      if (wrong !== undefined)
        return err({ code: 'request.invalid', issues: [`thresholds.${wrong[0]}: the review threshold lies above the strong one`] });
      const after: Profile = { ...profile, revision: before.revision + 1 };
      return workspace.write({ method: 'screening.saveProfile', params: { manner: profile.manner } }, () => {
        workspace.db
          .prepare(
            `INSERT INTO screening_settings VALUES (1, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET manner = excluded.manner,
             thresholds = excluded.thresholds, second_person = excluded.second_person, remind_after_days = excluded.remind_after_days,
             revision = excluded.revision`,
          )
          .run(after.manner, JSON.stringify(after.thresholds), after.secondPerson ? 1 : 0, after.remindAfterDays, after.revision);
        return ok(after);
      });
    },

    'screening.measures': () => ok(readMeasures(deps.session(), profileHere())),

    'screening.exportCertificate': createCertificateHandler(deps, subjects, partySigns),
  };

  function stamp() {
    return {
      newId: () => deps.ports.ids.next(),
      now: deps.ports.clock.now(),
      today: deps.ports.clock.today(),
      by: readWorkspaceSettings(deps.session().db).person.name,
    };
  }
}

function queryOf(name: string, type: ScreeningQuery['type'], country: string | null, birth: string): ScreeningQuery {
  const span: DateSpan | null = birth === '' ? null : spanOf(birth);
  return {
    names: [name],
    type,
    countries: country === null ? [] : [country],
    births: span === null ? [] : [span],
    gender: null,
    identifiers: [],
    cities: [],
  };
}

const shownEffects = 50;

/** What another profile would do, from the scores the last runs kept. */
function effectOf(
  workspace: OpenWorkspace,
  before: ScreeningProfile,
  after: ScreeningProfile,
  subjects: ReadonlyMap<string, ScreenedSubject>,
): ProfileEffect {
  type Row = {
    readonly id: string;
    readonly subject_kind: string;
    readonly subject_id: string;
    readonly entry_name: string;
    readonly list: string;
    readonly score: number;
    readonly band: 'strong' | 'review';
    readonly state: ProfileEffect['lost'][number]['decided'];
    readonly query_name: string;
  };
  const under = (profile: ScreeningProfile): readonly Row[] =>
    workspace.db
      .prepare(
        `SELECT id, subject_kind, subject_id, entry_name, list, score, band, state, query_name FROM (${standingHits(profile)})
         WHERE state <> 'gone' AND score >= 0 ORDER BY score DESC, id`,
      )
      .all() as Row[];
  const counted = (rows: readonly Row[]) => ({
    subjects: new Set(rows.map(({ subject_kind, subject_id }) => `${subject_kind} ${subject_id}`)).size,
    hits: rows.length,
    strong: rows.filter(({ band }) => band === 'strong').length,
  });
  const [was, is] = [under(before), under(after)];
  const [wasIds, isIds] = [new Set(was.map(({ id }) => id)), new Set(is.map(({ id }) => id))];
  const nameOf = (row: Row) => (subjects.get(`${row.subject_kind} ${row.subject_id}`)?.name ?? row.query_name).slice(0, 400);
  return {
    before: counted(was),
    after: counted(is),
    thresholds: { ...after.thresholds },
    gained: is
      .filter(({ id }) => !wasIds.has(id))
      .slice(0, shownEffects)
      .map((row) => ({ subjectName: nameOf(row), entryName: row.entry_name.slice(0, 1000), list: row.list, score: row.score })),
    lost: was
      .filter(({ id }) => !isIds.has(id))
      .slice(0, shownEffects)
      .map((row) => ({
        subjectName: nameOf(row),
        entryName: row.entry_name.slice(0, 1000),
        list: row.list,
        score: row.score,
        decided: row.state,
      })),
  };
}
