import type { z } from 'zod';
import type { HandlersFor, Reply } from '../../../src-shared/contract/kernel.ts';
import type { PartyDetail, PartyId, PartyName, PartyPlace, partyMethods } from '../../../src-shared/contract/parties.ts';
import type { PartyRole } from '../../../src-shared/model/party-role.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import type { JudgingFor } from '../classification/index.ts';
import { atRevision, type OpenWorkspace, prepared } from '../db/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { createSlicer } from '../jobs/index.ts';
import { recordEntries } from '../journal/index.ts';
import { createRegisterExport } from './export-register.ts';
import { type Beside, countParties, type Grounds, listParties, type Pause, rowsOf, type Standings } from './list.ts';
import { standpointsOf, type TrueMatches } from './ownership.ts';
import type { RegisteredParty } from './register.ts';
import {
  findHolding,
  findParty,
  holdingsIn,
  holdingsOf,
  holdingView,
  insertParty,
  listed,
  type PartyRecord,
  searchable,
  updateParty,
} from './store.ts';

/** What parties take from other features. */
export interface PartyJoins {
  readonly judging: JudgingFor;
  readonly standings: Standings;
  /** Of all parties together: a chain of owners asks about many. */
  readonly matches: (workspace: OpenWorkspace) => TrueMatches;
  /** Checks and undertakings of one party, for an export. */
  readonly vettings: (workspace: OpenWorkspace, partyId: string) => Pick<RegisteredParty, 'standings' | 'vettings'>;
  /** What other rooms keep of parties. */
  readonly beside: (workspace: OpenWorkspace) => Beside;
  /** Parties changed: screening looks at them again. */
  changed(): void;
}

/** Answers the party methods. */
export function createPartyHandlers(deps: FeatureDeps, joins: PartyJoins): HandlersFor<typeof partyMethods> {
  const now = () => deps.ports.clock.now();

  const detail = (workspace: OpenWorkspace, id: string): Reply<PartyDetail> => {
    const row = findParty(workspace, id);
    if (row === undefined) return err({ code: 'record.notFound', entity: 'party', id });
    const judging = joins.judging(workspace);
    const matches = joins.matches(workspace);
    const [line] = rowsOf(workspace, [row], joins.standings, { ...judging, matches, beside: joins.beside(workspace) });
    if (line === undefined) return err({ code: 'record.notFound', entity: 'party', id });
    return ok({
      row: line,
      columns: columnsOf(row),
      names: listed<z.infer<typeof PartyName>>(row.names),
      identifiers: listed<z.infer<typeof PartyId>>(row.identifiers),
      places: listed<z.infer<typeof PartyPlace>>(row.places),
      owners: holdingsIn(workspace, id).slice(0, 200).map(holdingView),
      owned: holdingsOf(workspace, id).slice(0, 200).map(holdingView),
      ...standpointsOf(workspace, row, judging, matches),
      source: row.source,
      ownersReason: row.owners_reason,
    });
  };

  const grounds = (workspace: OpenWorkspace): Grounds => ({
    ...joins.judging(workspace),
    matches: joins.matches(workspace),
    beside: joins.beside(workspace),
  });

  const pauses = (): Pause => {
    const slicer = createSlicer();
    return async () => {
      await slicer.pause();
      // Refuses where the workspace was locked meanwhile.
      deps.session();
    };
  };

  const changed = <T>(reply: Reply<T>): Reply<T> => {
    if (reply.ok) joins.changed();
    return reply;
  };

  const subject = (id: string) => ({ entity: 'parties', id });

  return {
    'parties.list': async (wanted) => ok(await listParties(deps.session(), wanted, joins.standings, grounds(deps.session()), pauses())),
    'parties.counts': async () => ok(await countParties(deps.session(), joins.standings, grounds(deps.session()), pauses())),
    'parties.export': createRegisterExport(deps, { standings: joins.standings, grounds, vettings: joins.vettings }),
    'parties.get': ({ id }) => detail(deps.session(), id),
    'parties.history': ({ id }) => ok(recordEntries(deps.session().db, 'parties', id, 200)),

    'parties.find': ({ text, limit }) => {
      const words = searchable(text).split(' ').filter(Boolean).slice(0, 8);
      const where = ['archived_at IS NULL', ...words.map(() => 'instr(search_text, ?) > 0')].join(' AND ');
      const rows = deps
        .session()
        .db.prepare(`SELECT id, name, kind, external_id AS externalId FROM parties WHERE ${where} ORDER BY name COLLATE NOCASE, id LIMIT ?`)
        .all(...words, limit) as { id: string; name: string; kind: PartyRecord['kind']; externalId: string }[];
      return ok(rows);
    },

    'parties.create': ({ columns }) => {
      const workspace = deps.session();
      const id = deps.ports.ids.next();
      return changed(
        workspace.write({ method: 'parties.create', params: { name: columns.name }, subject: subject(id) }, () => {
          insertParty(workspace, id, columns, {}, { now: now(), source: '', batch: null });
          return detail(workspace, id);
        }),
      );
    },

    'parties.update': ({ id, revision, columns, names, identifiers, places }) => {
      const workspace = deps.session();
      const found = atRevision('party', id, revision, findParty(workspace, id));
      if (!found.ok) return found;
      return changed(
        workspace.write({ method: 'parties.update', params: { name: columns.name ?? found.value.name }, subject: subject(id) }, () => {
          updateParty(workspace, found.value, columns, { names, identifiers, places }, now());
          return detail(workspace, id);
        }),
      );
    },

    'parties.setMany': ({ ids, change }) => {
      const workspace = deps.session();
      const { archived, ...columns } = change;
      return changed(
        workspace.write({ method: 'parties.setMany', params: { count: ids.length } }, () => {
          let count = 0;
          for (const id of ids) {
            const row = findParty(workspace, id);
            if (row === undefined) return err({ code: 'record.notFound', entity: 'party', id });
            updateParty(workspace, row, columns, {}, now());
            if (archived !== undefined)
              prepared(workspace.db, 'UPDATE parties SET archived_at = ? WHERE id = ?').run(archived ? now() : null, id);
            count += 1;
          }
          return ok({ changed: count });
        }),
      );
    },

    'parties.setOwnersKnown': ({ id, revision, ownersKnown, reason }) => {
      const workspace = deps.session();
      const found = atRevision('party', id, revision, findParty(workspace, id));
      if (!found.ok) return found;
      return workspace.write(
        { method: 'parties.setOwnersKnown', params: { name: found.value.name, ownersKnown }, subject: subject(id) },
        () => {
          prepared(
            workspace.db,
            'UPDATE parties SET owners_known = ?, owners_reason = ?, updated_at = ?, revision = revision + 1 WHERE id = ?',
          ).run(ownersKnown, reason, now(), id);
          return detail(workspace, id);
        },
      );
    },

    'parties.saveHolding': ({ id, revision, ownerId, ownedId, kind, percent, from, until, evidence, evidenceOn }) => {
      const workspace = deps.session();
      if (ownerId === ownedId) return err({ code: 'policy.refused', detail: 'A party cannot own itself' });
      if (from !== null && until !== null && until < from)
        return err({ code: 'request.invalid', issues: ['until: the holding ends before it begins'] });
      const [owner, owned] = [findParty(workspace, ownerId), findParty(workspace, ownedId)];
      if (owner === undefined) return err({ code: 'record.notFound', entity: 'party', id: ownerId });
      if (owned === undefined) return err({ code: 'record.notFound', entity: 'party', id: ownedId });
      if (owned.kind === 'person') return err({ code: 'policy.refused', detail: 'A person cannot be owned' });
      const known = id === null ? undefined : findHolding(workspace, id);
      if (id !== null) {
        const found = atRevision('holding', id, revision, known);
        if (!found.ok) return found;
      }
      const holding = id ?? deps.ports.ids.next();
      return workspace.write(
        { method: 'parties.saveHolding', params: { owner: owner.name, owned: owned.name }, subject: subject(ownedId) },
        () => {
          prepared(
            workspace.db,
            `INSERT INTO party_holdings (id, owner_id, owned_id, kind, percent, from_on, until_on, evidence, evidence_on)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
             ON CONFLICT (id) DO UPDATE SET owner_id = excluded.owner_id, owned_id = excluded.owned_id, kind = excluded.kind,
               percent = excluded.percent, from_on = excluded.from_on, until_on = excluded.until_on, evidence = excluded.evidence,
               evidence_on = excluded.evidence_on, revision = revision + 1`,
          ).run(holding, ownerId, ownedId, kind, percent, from, until, evidence, evidenceOn);
          const saved = findHolding(workspace, holding);
          return saved === undefined ? err({ code: 'record.notFound', entity: 'holding', id: holding }) : ok(holdingView(saved));
        },
      );
    },

    'parties.removeHolding': ({ id, revision }) => {
      const workspace = deps.session();
      const found = atRevision('holding', id, revision, findHolding(workspace, id));
      if (!found.ok) return found;
      const { owner_name: owner, owned_name: owned, owned_id } = found.value;
      return workspace.write({ method: 'parties.removeHolding', params: { owner, owned }, subject: subject(owned_id) }, () => {
        prepared(workspace.db, 'DELETE FROM party_holdings WHERE id = ?').run(id);
        return ok({ removed: true });
      });
    },
  };
}

const columnsOf = (row: PartyRecord): PartyDetail['columns'] => ({
  kind: row.kind,
  name: row.name,
  externalId: row.external_id,
  roles: listed<z.infer<typeof PartyRole>>(row.roles),
  registrationCountry: row.registration_country,
  headquartersCountry: row.headquarters_country,
  operationCountries: listed<string>(row.operation_countries),
  birth: row.birth,
  nationalities: listed<string>(row.nationalities),
  gender: row.gender,
  business: row.business,
  website: row.website,
  tier: row.tier,
  tierReason: row.tier_reason,
  owner: row.owner,
  note: row.note,
});
