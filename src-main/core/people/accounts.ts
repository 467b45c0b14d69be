import type { AuditAccount } from '../../../src-shared/model/access-audit.ts';

/** An account and whose it is, as a roster, a list of service accounts or a person's decision says. */
export interface AccountEntry {
  readonly account: string;
  /** `github`, `okta` …; null where the account may stand in any log. */
  readonly system: string | null;
  readonly target: AuditAccount;
}

/** Accounts by their normal form. */
export interface AccountBook {
  /** Whose an account of the logs is; `unknown` where nobody has it or two have it. */
  find(account: string, system?: string | null): AuditAccount;
  /** Keys that different targets claim: none of them is linked. */
  readonly disputed: readonly string[];
}

/**
 * Normal form under which accounts are compared: compatibility forms, case, blanks, `mailto:` and other prefixes, and the domain in `DOMAIN\user`
 * are evened out. A plus-tag stays: `ana+ci@x.com` is another account than `ana@x.com`.
 */
export function accountKey(text: string): string {
  let key = text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .trim()
    .replace(/^'/, '')
    .replace(/^"(.*)"$/, '$1')
    .toLowerCase();
  const bracketed = /<([^<>\s]+@[^<>\s]+)>\s*$/.exec(key);
  if (bracketed?.[1] !== undefined) key = bracketed[1];
  key = key.replace(/^(?:mailto|smtp|sip|user|acct|upn|email|live\.com#)[:#]?\s*(?=\S+@)/, '');
  const domain = /^[a-z0-9][a-z0-9._-]*\\+([^\\]+)$/.exec(key);
  if (domain?.[1] !== undefined) key = domain[1];
  return key.replace(/^@(?=[a-z0-9-]+$)/, '').trim();
}

/** Forms under which an account may be known, surest first: as written, then the session name of an assumed role, then a guest's home address. */
export function accountForms(text: string): readonly string[] {
  const key = accountKey(text);
  const forms = [key];
  const assumed = /^arn:aws[a-z-]*:(?:sts|iam)::\d*:(?:assumed-role\/[^/]+|user(?:\/[^/]+)*)\/([^/]+)$/.exec(key);
  if (assumed?.[1] !== undefined) forms.push(accountKey(assumed[1]));
  const session = /^a[rik][a-z0-9]{14,}:(.+)$/.exec(key);
  if (session?.[1] !== undefined) forms.push(accountKey(session[1]));
  const guest = /^(.+)_([^_@]+\.[a-z]{2,})#ext#@/.exec(key);
  if (guest?.[1] !== undefined && guest[2] !== undefined) forms.push(`${guest[1]}@${guest[2]}`);
  return forms;
}

const unknownAccount: AuditAccount = { kind: 'unknown' };

export function createAccountBook(entries: readonly AccountEntry[]): AccountBook {
  const byKey = new Map<string, AccountEntry[]>();
  for (const entry of entries) {
    const key = accountKey(entry.account);
    if (key === '') continue;
    const known = byKey.get(key) ?? [];
    if (!known.some((one) => sameTarget(one.target, entry.target) && one.system === entry.system)) known.push(entry);
    byKey.set(key, known);
  }
  const one = (found: readonly AccountEntry[]): AuditAccount | null => {
    const [first] = found;
    return first !== undefined && found.every((entry) => sameTarget(entry.target, first.target)) ? first.target : null;
  };
  return {
    find(account, system = null) {
      for (const form of accountForms(account)) {
        const found = byKey.get(form);
        if (found === undefined) continue;
        const inSystem = system === null ? [] : found.filter((entry) => entry.system === system);
        const anywhere = found.filter((entry) => entry.system === null);
        return one(inSystem) ?? one(found) ?? one(anywhere) ?? unknownAccount;
      }
      return unknownAccount;
    },
    disputed: [...byKey].filter(([, found]) => one(found) === null).map(([key]) => key),
  };
}

function sameTarget(a: AuditAccount, b: AuditAccount): boolean {
  if (a.kind === 'person' && b.kind === 'person') return a.personId === b.personId;
  return a.kind === b.kind;
}

/** Whose each account is, by position. Exact identifiers only: names that merely look alike are proposed to a person, never linked here. */
export function linkAccounts(book: AccountBook, accounts: readonly string[], system: string | null = null): AuditAccount[] {
  return accounts.map((account) => book.find(account, system));
}
