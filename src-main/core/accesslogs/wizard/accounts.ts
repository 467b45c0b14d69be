import type { AccountChoice, LogAccount } from '../../../../src-shared/contract/access-logs.ts';
import { systemOf } from '../read/system.ts';
import type { WizardContext } from './context.ts';
import { checkOf, type OpenSession } from './store.ts';

/** An account of the file without the suggestions, which are made for a page at a time. */
export type FileAccount = Omit<LogAccount, 'suggestions' | 'chosenName'>;

/** Accounts looked up in one go. */
const slice = 500;

/** Every account the file names (the 5,000 most frequent), with what is known of it and what was chosen; those without an answer first. */
export async function accountsIn(
  context: WizardContext,
  session: OpenSession,
): Promise<{ readonly distinct: number; readonly accounts: readonly FileAccount[] }> {
  const kept = checkOf(context.workspace(), session.id);
  if (kept === null) return { distinct: 0, accounts: [] };
  const { top, distinct } = kept.check.accounts;
  const system = systemOf(session.state.reading) || null;
  const { accounts: choices } = session.state;
  const pause = context.pause();
  const found: FileAccount[] = [];
  for (let from = 0; from < top.length; from += slice) {
    const part = top.slice(from, from + slice);
    const known = context.joins.accountsOf(
      context.workspace(),
      part.map(({ value }) => value),
      system,
    );
    part.forEach(({ value, count }, at) => {
      const one = known[at];
      found.push({
        account: value,
        count,
        known: one?.known ?? { is: 'nobody' },
        choice: Object.hasOwn(choices, value) ? (choices[value] ?? null) : null,
      });
    });
    await pause();
  }
  return { distinct, accounts: found.sort((a, b) => Number(!isOpen(a)) - Number(!isOpen(b)) || b.count - a.count) };
}

/** A page of accounts with suggestions for those nobody knows, and the names of people who were chosen. */
export function withSuggestions(context: WizardContext, page: readonly FileAccount[]): LogAccount[] {
  const { joins } = context;
  const workspace = context.workspace();
  const unknown = page.filter(({ known }) => known.is === 'nobody').map(({ account }) => account);
  const suggested = joins.suggestionsFor(workspace, unknown);
  const by = new Map(unknown.map((account, at) => [account, suggested[at] ?? []]));
  const names = joins.namesOf(
    workspace,
    page.flatMap(({ choice }) => (choice?.to === 'person' ? [choice.personId] : [])),
  );
  return page.map((one) => ({
    ...one,
    chosenName: one.choice?.to === 'person' ? (names.get(one.choice.personId) ?? null) : null,
    suggestions: (by.get(one.account) ?? []).slice(0, 3),
  }));
}

/** Nobody knows whose it is and nobody said. */
export const isOpen = ({ known, choice }: FileAccount): boolean => known.is === 'nobody' && choice === null;

/** How accounts divide, for the review. */
export function accountCounts(accounts: readonly FileAccount[]): { known: number; new: number; service: number; later: number } {
  const counts = { known: 0, new: 0, service: 0, later: 0 };
  for (const { known, choice } of accounts) counts[standingOf(known, choice)] += 1;
  return counts;
}

function standingOf(known: LogAccount['known'], choice: AccountChoice | null): 'known' | 'new' | 'service' | 'later' {
  if (choice !== null) return choice.to === 'person' ? 'known' : choice.to;
  return known.is === 'person' ? 'known' : known.is === 'service' ? 'service' : 'later';
}
