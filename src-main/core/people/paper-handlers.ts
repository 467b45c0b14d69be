import type { HandlersFor, Reply } from '../../../src-shared/contract/kernel.ts';
import type { PersonAuthorisation, peopleMethods, Trip } from '../../../src-shared/contract/people.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import { atRevision, type OpenWorkspace, prepared } from '../db/index.ts';
import { findAsset } from '../inventory/index.ts';
import { listAuthorisations, listTrips } from './detail.ts';
import type { PeopleContext } from './handlers.ts';
import { importList } from './import-list.ts';
import { findPerson } from './store.ts';

type Handlers = Pick<
  HandlersFor<typeof peopleMethods>,
  | 'people.authorisations'
  | 'people.saveAuthorisation'
  | 'people.removeAuthorisation'
  | 'people.trips'
  | 'people.saveTrip'
  | 'people.removeTrip'
  | 'people.importList'
>;

/** Authorisations and announced trips: a light record of each, by hand or from a list. */
export function createPaperHandlers(context: PeopleContext): Handlers {
  const { deps } = context;
  const subject = (id: string | null) => (id === null ? {} : { subject: { entity: 'people', id } });
  return {
    'people.authorisations': ({ personId }) => ok([...listAuthorisations(deps.session(), personId)]),

    'people.saveAuthorisation': ({ id, revision, ...input }) => {
      const workspace = deps.session();
      if (input.validFrom !== null && input.validTo !== null && input.validTo < input.validFrom)
        return err({ code: 'request.invalid', issues: ['validTo: the last day lies before the first'] });
      const note = { method: 'people.saveAuthorisation', params: { number: input.number }, ...subject(input.personId) };
      return workspace.write(note, () => {
        const missing = missingRecord(workspace, input.personId, input.assetIds);
        if (missing !== null) return missing;
        const values = [
          input.kind,
          input.number,
          input.personId,
          JSON.stringify(input.nationalities),
          JSON.stringify(input.assetIds),
          JSON.stringify(input.eccns),
          input.validFrom,
          input.validTo,
          input.status,
          input.note,
          input.evidence,
        ];
        const saved = id ?? deps.ports.ids.next();
        if (id === null)
          prepared(workspace.db, 'INSERT INTO authorisations VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)').run(saved, ...values);
        else {
          const current = atRevision('authorisation', id, revision, revisionOf(workspace, 'authorisations', id));
          if (!current.ok) return current;
          prepared(
            workspace.db,
            `UPDATE authorisations SET kind = ?, number = ?, person_id = ?, nationalities = ?, asset_ids = ?, eccns = ?, valid_from = ?, valid_to = ?,
               status = ?, note = ?, evidence = ?, revision = revision + 1 WHERE id = ?`,
          ).run(...values, id);
        }
        return found<PersonAuthorisation>(listAuthorisations(workspace, null, Number.MAX_SAFE_INTEGER), 'authorisation', saved);
      });
    },

    'people.removeAuthorisation': ({ id, revision }) => {
      const workspace = deps.session();
      return workspace.write({ method: 'people.removeAuthorisation' }, () => {
        const current = atRevision('authorisation', id, revision, revisionOf(workspace, 'authorisations', id));
        if (!current.ok) return current;
        prepared(workspace.db, 'DELETE FROM authorisations WHERE id = ?').run(id);
        return ok({ removed: true });
      });
    },

    'people.trips': ({ personId }) => ok([...listTrips(deps.session(), personId)]),

    'people.saveTrip': ({ id, revision, ...trip }) => {
      const workspace = deps.session();
      if (trip.until < trip.from) return err({ code: 'request.invalid', issues: ['until: the last day lies before the first'] });
      return workspace.write({ method: 'people.saveTrip', ...subject(trip.personId) }, () => {
        const missing = missingRecord(workspace, trip.personId, []);
        if (missing !== null) return missing;
        const saved = id ?? deps.ports.ids.next();
        const values = [trip.personId, trip.country, trip.from, trip.until, trip.source];
        if (id === null) prepared(workspace.db, 'INSERT INTO known_travel VALUES (?, ?, ?, ?, ?, ?, 0)').run(saved, ...values);
        else {
          const current = atRevision('trip', id, revision, revisionOf(workspace, 'known_travel', id));
          if (!current.ok) return current;
          prepared(
            workspace.db,
            'UPDATE known_travel SET person_id = ?, country = ?, from_on = ?, until_on = ?, source = ?, revision = revision + 1 WHERE id = ?',
          ).run(...values, id);
        }
        return found<Trip>(listTrips(workspace, trip.personId, Number.MAX_SAFE_INTEGER), 'trip', saved);
      });
    },

    'people.removeTrip': ({ id, revision }) => {
      const workspace = deps.session();
      return workspace.write({ method: 'people.removeTrip' }, () => {
        const current = atRevision('trip', id, revision, revisionOf(workspace, 'known_travel', id));
        if (!current.ok) return current;
        prepared(workspace.db, 'DELETE FROM known_travel WHERE id = ?').run(id);
        return ok({ removed: true });
      });
    },

    'people.importList': (input) => importList(context, input),
  };
}

function revisionOf(
  { db }: OpenWorkspace,
  table: 'authorisations' | 'known_travel',
  id: string,
): { readonly revision: number } | undefined {
  return prepared<[string], { revision: number }>(db, `SELECT revision FROM ${table} WHERE id = ?`).get(id);
}

function missingRecord(workspace: OpenWorkspace, personId: string | null, assetIds: readonly string[]): Reply<never> | null {
  if (personId !== null && findPerson(workspace, personId) === undefined)
    return err({ code: 'record.notFound', entity: 'person', id: personId });
  const asset = assetIds.find((id) => findAsset(workspace, id) === undefined);
  return asset === undefined ? null : err({ code: 'record.notFound', entity: 'asset', id: asset });
}

function found<T extends { readonly id: string }>(rows: readonly T[], entity: string, id: string): Reply<T> {
  const row = rows.find((one) => one.id === id);
  return row === undefined ? err({ code: 'record.notFound', entity, id }) : ok(row);
}
