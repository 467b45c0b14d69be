import type { HandlersFor, Reply } from '../../../src-shared/contract/kernel.ts';
import type { PersonDetail, PersonRow, peopleMethods } from '../../../src-shared/contract/people.ts';
import { ok } from '../../../src-shared/model/result.ts';
import type { OpenWorkspace, SlicedConnection } from '../db/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { plainText } from '../importers/index.ts';
import { recordEntries } from '../journal/index.ts';
import { createAccountHandlers, type LogAccountCount } from './account-handlers.ts';
import { personDetail } from './detail.ts';
import { createEraseHandlers } from './erase-handlers.ts';
import { listPeople, peopleCounts, peopleFacets } from './list-query.ts';
import { createPaperHandlers } from './paper-handlers.ts';
import type { ControlledAsset } from './reach.ts';
import { changePerson, findPerson, insertPerson, personAt, type Stamp, touch } from './store.ts';
import { createTieHandlers } from './tie-handlers.ts';

type Handlers = HandlersFor<typeof peopleMethods>;

/** What people's screens show of other features; each is absent until that feature is there. */
export interface PeopleSources {
  /** By the audit: where each of at most 500 people stands towards controlled items, and open findings. */
  readonly positionsOf?: (
    workspace: OpenWorkspace,
    ids: readonly string[],
  ) => ReadonlyMap<string, { readonly position: NonNullable<PersonRow['position']>; readonly findings: number }>;
  /** Assets with a control entry, with the roles and teams that should reach them. */
  readonly controlledReach?: (workspace: OpenWorkspace) => readonly ControlledAsset[];
  /** Ids of assets that findings say a person reached. */
  readonly reachedBy?: (workspace: OpenWorkspace, personId: string) => ReadonlySet<string>;
  /** Accounts of the logs, with the number their events point to. */
  readonly loggedAccounts?: (
    workspace: Pick<OpenWorkspace, 'db'>,
  ) => readonly { readonly id: number; readonly account: string; readonly system: string }[];
  /** Takes an erased person out of what other features keep: findings, answers and, for the accounts given, events. */
  readonly forget?: (tx: SlicedConnection, forgotten: Forgotten) => Promise<void>;
  /** Accounts that imported logs name, with how often. */
  readonly logAccounts?: (workspace: OpenWorkspace, pause: () => Promise<void>) => Promise<readonly LogAccountCount[]>;
}

/** Somebody who is being erased, for whoever else keeps something of them. */
export interface Forgotten {
  readonly personId: string;
  /** What stands in place of the name from now on. */
  readonly name: string;
  /** Names the person went by. */
  readonly names: readonly string[];
  /** Numbers the person goes by: of the roster, of badges. */
  readonly numbers: readonly string[];
  /** Accounts of the logs that are to be called otherwise. */
  readonly accounts: readonly { readonly id: number; readonly from: string; readonly to: string }[];
}

export interface PeopleContext {
  readonly deps: FeatureDeps;
  readonly sources: PeopleSources;
  stamp(): Stamp;
  detail(workspace: OpenWorkspace, id: string): Reply<PersonDetail>;
}

/** Answers the register of people. Nothing here but `people.revealTies` reads what a tie says. */
export function createPeopleHandlers(deps: FeatureDeps, sources: PeopleSources = {}): Handlers {
  const today = () => deps.ports.clock.today();
  const withPositions = (workspace: OpenWorkspace, rows: readonly PersonRow[]): PersonRow[] => {
    const found = sources.positionsOf?.(
      workspace,
      rows.map((row) => row.id),
    );
    return rows.map((row) => ({ ...row, ...found?.get(row.id) }));
  };
  const context: PeopleContext = {
    deps,
    sources,
    stamp: () => ({ newId: () => deps.ports.ids.next(), now: deps.ports.clock.now() }),
    detail(workspace, id) {
      const detail = personDetail(
        workspace,
        id,
        today(),
        sources.controlledReach?.(workspace) ?? [],
        sources.reachedBy?.(workspace, id) ?? new Set(),
      );
      if (!detail.ok) return detail;
      const [row = detail.value.row] = withPositions(workspace, [detail.value.row]);
      return ok({ ...detail.value, row });
    },
  };

  const accounts = createAccountHandlers(context);
  return {
    'people.list': (query) => {
      const workspace = deps.session();
      const { total, rows } = listPeople(workspace.db, query, today());
      return ok({ total, rows: withPositions(workspace, rows) });
    },
    'people.facets': () => ok(peopleFacets(deps.session())),
    'people.counts': async () => {
      const named = await accounts.named(deps.session());
      // The lock may have fallen meanwhile.
      const workspace = deps.session();
      return ok({ ...peopleCounts(workspace, today()), unlinkedAccounts: accounts.unlinked(workspace, named) });
    },
    'people.get': ({ id }) => context.detail(deps.session(), id),
    'people.history': ({ id }) => ok(recordEntries(deps.session().db, 'people', id, 200)),
    'people.find': ({ text, limit }) => ok(findPeople(deps.session(), text, limit)),

    'people.create': ({ columns, accounts: named }) => {
      const workspace = deps.session();
      return workspace.write({ method: 'people.create', params: { name: columns.name } }, () => {
        const id = insertPerson(workspace, columns, context.stamp(), { accounts: named.map((account) => ({ account, system: '' })) });
        return context.detail(workspace, id);
      });
    },

    'people.update': ({ id, revision, columns, otherNames, identifiers }) => {
      const workspace = deps.session();
      return workspace.write({ method: 'people.update', subject: { entity: 'people', id } }, () => {
        const person = personAt(workspace, id, revision);
        if (!person.ok) return person;
        const lists = {
          ...(otherNames === undefined ? {} : { otherNames: JSON.stringify(otherNames) }),
          ...(identifiers === undefined ? {} : { identifiers: JSON.stringify(identifiers) }),
        };
        changePerson(workspace, id, { ...columns, ...lists }, context.stamp());
        return context.detail(workspace, id);
      });
    },

    'people.archive': ({ ids, archived }) => {
      const workspace = deps.session();
      return workspace.write({ method: archived ? 'people.archive' : 'people.restore', params: { count: ids.length } }, () => {
        const at = context.stamp();
        let changed = 0;
        for (const id of ids) {
          const person = findPerson(workspace, id);
          if (person === undefined || person.erased_at !== null || (person.archived_at !== null) === archived) continue;
          workspace.db.prepare<[string | null, string]>('UPDATE people SET archived_at = ? WHERE id = ?').run(archived ? at.now : null, id);
          touch(workspace, id, at);
          changed += 1;
        }
        return ok({ changed });
      });
    },

    ...createTieHandlers(context),
    ...createEraseHandlers(context),
    ...createPaperHandlers(context),
    ...accounts.handlers,
  };
}

function findPeople(workspace: OpenWorkspace, text: string, limit: number) {
  const words = plainText(text)
    .split(' ')
    .filter((word) => word !== '');
  const where = words.map(() => 'AND instr(search_text, ?) > 0').join(' ');
  return workspace.db
    .prepare<unknown[], { id: string; name: string; team: string; externalId: string }>(
      `SELECT id, name, team, external_id AS externalId FROM people WHERE archived_at IS NULL ${where} ORDER BY name COLLATE NOCASE, id LIMIT ?`,
    )
    .all(...words, limit);
}
