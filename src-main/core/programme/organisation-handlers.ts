import type { HandlersFor, Reply } from '../../../src-shared/contract/kernel.ts';
import type { programmeMethods } from '../../../src-shared/contract/programme.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import { atRevision, type OpenWorkspace, prepared } from '../db/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { siteRecords } from '../inventory/index.ts';
import { personRecords } from '../people/index.ts';
import { programmeCatalogue } from './catalogue.ts';
import type { ProgrammeJoins } from './joins.ts';
import { findDuty, findPath, findRegion, organisationOf } from './organisation.ts';

type Handlers = Pick<
  HandlersFor<typeof programmeMethods>,
  | 'programme.organisation'
  | 'programme.saveDuty'
  | 'programme.removeDuty'
  | 'programme.saveRegion'
  | 'programme.savePath'
  | 'programme.removePath'
>;

/** Answers the methods of the organisation: duties, regions, escalation. Each answers with the whole picture. */
export function createOrganisationHandlers(deps: FeatureDeps, joins: ProgrammeJoins): Handlers {
  const regions = () => programmeCatalogue(deps.ports.paths.resources).regions;
  const view = (workspace: OpenWorkspace) => ok(organisationOf(workspace, regions(), joins));

  return {
    'programme.organisation': () => view(deps.session()),

    'programme.saveDuty': ({ id, revision, ...duty }) => {
      const workspace = deps.session();
      if (id !== null) {
        const found = atRevision('duty', id, revision, findDuty(workspace, id));
        if (!found.ok) return found;
      }
      const { siteId, personId } = duty;
      const missing = missingReference(workspace, siteId, personId);
      if (!missing.ok) return missing;
      const key = id ?? deps.ports.ids.next();
      return workspace.write(
        { method: 'programme.saveDuty', params: { name: duty.person }, subject: { entity: 'programme_duties', id: key } },
        () => {
          prepared(
            workspace.db,
            `INSERT INTO programme_duties (id, role, person, person_id, site_id, deputy, duties, may_stop, since) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
             ON CONFLICT (id) DO UPDATE SET role = excluded.role, person = excluded.person, person_id = excluded.person_id,
               site_id = excluded.site_id, deputy = excluded.deputy, duties = excluded.duties, may_stop = excluded.may_stop,
               since = excluded.since, revision = revision + 1`,
          ).run(key, duty.role, duty.person, personId, siteId, duty.deputy, duty.duties, duty.mayStop ? 1 : 0, duty.since);
          return view(workspace);
        },
      );
    },

    'programme.removeDuty': ({ id, revision }) => {
      const workspace = deps.session();
      const found = atRevision('duty', id, revision, findDuty(workspace, id));
      if (!found.ok) return found;
      const { person } = found.value;
      return workspace.write(
        { method: 'programme.removeDuty', params: { name: person }, subject: { entity: 'programme_duties', id } },
        () => {
          prepared(workspace.db, 'DELETE FROM programme_duties WHERE id = ?').run(id);
          return view(workspace);
        },
      );
    },

    'programme.saveRegion': ({ code, revision, own, checkedOn, checkedBy }) => {
      const workspace = deps.session();
      const note = regions().notes.find((one) => one.code === code);
      if (note === undefined) return err({ code: 'record.notFound', entity: 'region', id: code });
      const known = findRegion(workspace, code);
      if (known !== undefined && known.revision !== revision)
        return err({ code: 'record.stale', entity: 'region', id: code, yours: revision, current: known.revision });
      if (checkedOn !== null && checkedOn > deps.ports.clock.today())
        return err({ code: 'request.invalid', issues: ['checkedOn: the day lies ahead; give the day the text was read'] });
      if ((checkedOn === null) !== (checkedBy === ''))
        return err({ code: 'request.invalid', issues: ['checkedOn, checkedBy: give the day and the person, or neither'] });
      return workspace.write(
        { method: 'programme.saveRegion', params: { name: note.name }, subject: { entity: 'programme_regions', id: code } },
        () => {
          prepared(
            workspace.db,
            `INSERT INTO programme_regions (code, own, checked_on, checked_by) VALUES (?, ?, ?, ?)
             ON CONFLICT (code) DO UPDATE SET own = excluded.own, checked_on = excluded.checked_on, checked_by = excluded.checked_by,
               revision = revision + 1`,
          ).run(code, own, checkedOn, checkedBy);
          return view(workspace);
        },
      );
    },

    'programme.savePath': ({ id, revision, name, when, halt, steps }) => {
      const workspace = deps.session();
      if (id !== null) {
        const found = atRevision('escalation', id, revision, findPath(workspace, id));
        if (!found.ok) return found;
      }
      const key = id ?? deps.ports.ids.next();
      return workspace.write({ method: 'programme.savePath', params: { name }, subject: { entity: 'escalation_paths', id: key } }, () => {
        prepared(
          workspace.db,
          `INSERT INTO escalation_paths (id, name, taken_when, halt, steps) VALUES (?, ?, ?, ?, ?)
           ON CONFLICT (id) DO UPDATE SET name = excluded.name, taken_when = excluded.taken_when, halt = excluded.halt, steps = excluded.steps,
             revision = revision + 1`,
        ).run(key, name, when, halt, JSON.stringify(steps));
        return view(workspace);
      });
    },

    'programme.removePath': ({ id, revision }) => {
      const workspace = deps.session();
      const found = atRevision('escalation', id, revision, findPath(workspace, id));
      if (!found.ok) return found;
      const { name } = found.value;
      return workspace.write({ method: 'programme.removePath', params: { name }, subject: { entity: 'escalation_paths', id } }, () => {
        prepared(workspace.db, 'DELETE FROM escalation_paths WHERE id = ?').run(id);
        return view(workspace);
      });
    },
  };
}

/** A site or a person that is not on file is refused: a duty must not hang on nothing. */
function missingReference(workspace: OpenWorkspace, siteId: string | null, personId: string | null): Reply<null> {
  if (siteId !== null && !siteRecords.titles(workspace, [siteId]).has(siteId))
    return err({ code: 'record.notFound', entity: 'site', id: siteId });
  if (personId !== null && !personRecords.titles(workspace, [personId]).has(personId))
    return err({ code: 'record.notFound', entity: 'person', id: personId });
  return ok(null);
}
