import type { HandlersFor } from '../../../src-shared/contract/kernel.ts';
import type { AccountTarget, LogAccount, peopleMethods } from '../../../src-shared/contract/people.ts';
import { isoDate } from '../../../src-shared/model/dates.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import { type OpenWorkspace, prepared } from '../db/index.ts';
import { createSlicer } from '../jobs/index.ts';
import { accountKey } from './accounts.ts';
import { toLink } from './detail.ts';
import { accountBookFor } from './for-audit.ts';
import type { PeopleContext } from './handlers.ts';
import { addLink, allLinks, findPerson, type LinkRecord, type Stamp, touch } from './store.ts';
import { suggestPeople } from './suggest.ts';

/** How often imported logs name an account, and on which days. */
export interface LogAccountCount {
  readonly account: string;
  readonly system: string | null;
  readonly events: number;
  readonly firstOn: string | null;
  readonly lastOn: string | null;
}

type Handlers = Pick<HandlersFor<typeof peopleMethods>, 'people.accounts' | 'people.linkAccounts'>;

/** Accounts of the logs and whose they are. A suggestion is only that: nothing links by itself but an exact identifier of a roster. */
export function createAccountHandlers({ deps, sources, stamp }: PeopleContext): {
  readonly handlers: Handlers;
  named(workspace: OpenWorkspace): Promise<readonly LogAccountCount[]>;
  unlinked(workspace: OpenWorkspace, named: readonly LogAccountCount[]): number;
} {
  const named = async (workspace: OpenWorkspace) => (await sources.logAccounts?.(workspace, createSlicer().pause)) ?? [];
  return {
    named,
    unlinked(workspace, accounts) {
      if (accounts.length === 0) return 0;
      const book = accountBookFor(
        workspace,
        accounts.map(({ account }) => account),
      );
      const answered = prepared<[string]>(workspace.db, 'SELECT 1 FROM account_links WHERE account_key = ? LIMIT 1');
      return accounts.filter(
        (one) => book.find(one.account, one.system).kind === 'unknown' && answered.get(accountKey(one.account)) === undefined,
      ).length;
    },
    handlers: {
      'people.accounts': async ({ show, text, offset, limit }) => {
        const counted = await named(deps.session());
        const workspace = deps.session();
        const rows = accountRows(workspace, counted, show !== 'unlinked').filter(
          (row) =>
            fits(row, show) &&
            (text === '' ||
              `${row.account} ${row.link?.personName ?? ''} ${row.link?.owner ?? ''}`.toLowerCase().includes(text.toLowerCase())),
        );
        rows.sort((a, b) => b.events - a.events || a.account.localeCompare(b.account));
        const page = rows.slice(offset, offset + limit);
        const open = page.filter((row) => row.link === null).map((row) => row.account);
        const suggested = suggestPeople(workspace, open);
        const of = new Map(open.map((account, at) => [account, suggested[at] ?? []]));
        return ok({
          total: rows.length,
          rows: page.map((row) => (row.link === null ? { ...row, suggestions: [...(of.get(row.account) ?? [])] } : row)),
        });
      },

      'people.linkAccounts': ({ accounts, target }) => {
        const workspace = deps.session();
        const params = { account: accounts[0]?.account.slice(0, 200) ?? '', count: accounts.length, state: target.state };
        return workspace.write({ method: 'people.linkAccounts', params }, () => {
          if (target.state === 'person' && !isThere(workspace, target.personId))
            return err({ code: 'record.notFound', entity: 'person', id: target.personId });
          const at = stamp();
          const touched = new Set<string>(target.state === 'person' ? [target.personId] : []);
          for (const { account, system } of accounts)
            for (const id of answerAccount(workspace, account, system, target, at)) touched.add(id);
          for (const id of touched) touch(workspace, id, at);
          return ok({ changed: accounts.length });
        });
      },
    },
  };
}

/** Whether somebody can have accounts: known, and not erased. */
export const isThere = (workspace: OpenWorkspace, personId: string): boolean => findPerson(workspace, personId)?.erased_at === null;

/** Puts one answer in place of those before. Returns the people who had the account until now. */
export function answerAccount(
  workspace: OpenWorkspace,
  account: string,
  system: string,
  target: AccountTarget,
  at: Stamp,
): readonly string[] {
  const before = prepared<[string, string], LinkRecord>(
    workspace.db,
    "SELECT * FROM account_links WHERE account_key = ? AND system IN ('', ?)",
  ).all(accountKey(account), system);
  for (const link of before) prepared(workspace.db, 'DELETE FROM account_links WHERE id = ?').run(link.id);
  if (target.state !== 'none')
    addLink(
      workspace,
      {
        account,
        system,
        state: target.state,
        person_id: target.state === 'person' ? target.personId : null,
        owner: 'owner' in target ? target.owner : '',
        purpose: 'purpose' in target ? target.purpose : '',
        origin: 'person',
      },
      at,
    );
  return before.flatMap((link) => (link.person_id === null ? [] : [link.person_id]));
}

function fits(row: LogAccount, show: 'unlinked' | 'person' | 'service' | 'shared' | 'ignored' | 'all'): boolean {
  if (show === 'all') return true;
  return show === 'unlinked' ? row.link === null : row.link?.state === show;
}

/** Accounts of the logs with their links and, where asked for, linked accounts that no log has named yet. */
function accountRows(workspace: OpenWorkspace, counted: readonly LogAccountCount[], withQuiet: boolean): LogAccount[] {
  const { db } = workspace;
  const book = accountBookFor(
    workspace,
    counted.map(({ account }) => account),
  );
  const name = prepared<[string], { name: string }>(db, 'SELECT name FROM people WHERE id = ?');
  const named = prepared<[string], LinkRecord>(db, 'SELECT * FROM account_links WHERE account_key = ? ORDER BY system');
  const ofPerson = prepared<[string], LinkRecord>(db, 'SELECT * FROM account_links WHERE person_id = ? LIMIT 1');
  const seen = new Set<string>();
  const show = (link: LinkRecord) => toLink(link, link.person_id === null ? '' : (name.get(link.person_id)?.name ?? ''));
  const linkOf = (account: string, system: string) => {
    const links = named.all(accountKey(account));
    const direct = links.find((link) => link.system === system) ?? links.find((link) => link.system === '') ?? links[0];
    if (direct !== undefined) {
      for (const link of links) seen.add(link.id);
      return show(direct);
    }
    // A role's session or a guest's address may name somebody whose account is written otherwise.
    const target = book.find(account, system);
    const other = target.kind === 'person' ? ofPerson.get(target.personId) : undefined;
    return other === undefined ? null : show(other);
  };
  const rows = counted.map(
    (one): LogAccount => ({
      account: one.account.slice(0, 400),
      system: one.system ?? '',
      events: one.events,
      firstOn: one.firstOn === null ? null : isoDate(one.firstOn),
      lastOn: one.lastOn === null ? null : isoDate(one.lastOn),
      link: linkOf(one.account, one.system ?? ''),
      suggestions: [],
    }),
  );
  if (!withQuiet) return rows;
  const quiet = allLinks(workspace).filter((link) => !seen.has(link.id));
  return [
    ...rows,
    ...quiet.map(
      (link): LogAccount => ({
        account: link.account,
        system: link.system,
        events: 0,
        firstOn: null,
        lastOn: null,
        link: show(link),
        suggestions: [],
      }),
    ),
  ];
}
