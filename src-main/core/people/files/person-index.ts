import type { AuditPerson } from '../../../../src-shared/model/access-audit.ts';
import { plainText } from '../../importers/index.ts';
import type { AccountBook } from '../accounts.ts';

export interface PersonIndex {
  readonly byId: ReadonlyMap<string, string>;
  /** Null where two people share a name. */
  readonly byName: ReadonlyMap<string, string | null>;
}

/** People by identifier and by name, in either order of its parts. */
export function personIndex(people: readonly AuditPerson[]): PersonIndex {
  const byName = new Map<string, string | null>();
  for (const { id, name } of people) {
    for (const text of new Set([plainText(name), turned(name)])) {
      if (text === '') continue;
      byName.set(text, byName.has(text) && byName.get(text) !== id ? null : id);
    }
  }
  return { byId: new Map(people.map(({ id }) => [plainText(id), id])), byName };
}

/** `Silva, Ana` as `ana silva`. */
function turned(name: string): string {
  const [last, first, ...more] = name.split(',');
  return first === undefined || more.length > 0 ? plainText(name) : plainText(`${first} ${last ?? ''}`);
}

/** The person a file means by an identifier, an account or a full name; null where that is nobody, or more than one. */
export function findPerson(index: PersonIndex, accounts: AccountBook, text: string): string | null {
  const byId = index.byId.get(plainText(text));
  if (byId !== undefined) return byId;
  const byAccount = accounts.find(text);
  if (byAccount.kind === 'person') return byAccount.personId;
  return index.byName.get(plainText(text)) ?? index.byName.get(turned(text)) ?? null;
}
