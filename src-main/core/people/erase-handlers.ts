import type { HandlersFor } from '../../../src-shared/contract/kernel.ts';
import type { OtherName, peopleMethods } from '../../../src-shared/contract/people.ts';
import { dayAfter, type IsoDate } from '../../../src-shared/model/dates.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import { peopleText } from '../../../src-shared/text/en/people.ts';
import { createText } from '../../../src-shared/text/format.ts';
import { type Connection, prepared, type SlicedConnection } from '../db/index.ts';
import { heldError } from '../holds/index.ts';
import { forgetImported } from '../importers/index.ts';
import { eraseFromJournal } from '../journal/index.ts';
import { accountKey } from './accounts.ts';
import { accountBookFor } from './for-audit.ts';
import type { Forgotten, PeopleContext } from './handlers.ts';
import { findPerson, linksOf, type PersonRecord, personAt } from './store.ts';
import { forgetPerson, type TieRecord, tieNote } from './ties.ts';

type Handlers = Pick<HandlersFor<typeof peopleMethods>, 'people.erasePreview' | 'people.erase' | 'people.retention'>;

const text = createText('en', peopleText);

/** Tables whose rows name a person, or hold what was said of one. */
const namingTables = ['people', 'person_ties', 'account_links', 'known_travel', 'import_batch_rows', 'access_answers', 'incident_halts'];

/** Erasing a person, and what is due to be erased. */
export function createEraseHandlers({ deps, sources, detail, stamp }: PeopleContext): Handlers {
  const today = () => deps.ports.clock.today();

  /** Accounts of the logs that are the person's. */
  const loggedOf = (connection: Connection, personId: string) => {
    const logged = sources.loggedAccounts?.(connection) ?? [];
    const book = accountBookFor(
      connection,
      logged.map(({ account }) => account),
    );
    return logged.filter(({ account, system }) => {
      const target = book.find(account, system || null);
      return target.kind === 'person' && target.personId === personId;
    });
  };

  return {
    'people.erasePreview': ({ id }) => {
      const workspace = deps.session();
      if (findPerson(workspace, id) === undefined) return err({ code: 'record.notFound', entity: 'person', id });
      const one = (sql: string) => prepared<[string], { n: number }>(workspace.db, sql).get(id)?.n ?? 0;
      const logged = loggedOf(workspace, id).map(({ account }) => account);
      const keys = new Set(logged.map(accountKey));
      return ok({
        ties: one('SELECT count(*) AS n FROM person_ties WHERE person_id = ?'),
        accounts: linksOf(workspace, id).filter((link) => !keys.has(link.account_key)).length,
        logged: logged.slice(0, 200).map((account) => account.slice(0, 400)),
        trips: one('SELECT count(*) AS n FROM known_travel WHERE person_id = ?'),
        authorisations: one('SELECT count(*) AS n FROM authorisations WHERE person_id = ?'),
        findings: sources.positionsOf?.(workspace, [id]).get(id)?.findings ?? 0,
      });
    },

    'people.erase': ({ id, revision, reason, replaceAccounts }) => {
      const workspace = deps.session();
      const note = {
        method: 'people.erase',
        params: { reason, replaced: replaceAccounts ? 'yes' : 'no' },
        subject: { entity: 'people', id },
      };
      return workspace.writeInSlices({ ...note, undoable: false }, async (tx) => {
        const found = personAt(tx, id, revision);
        if (!found.ok) return found;
        const held = heldError(tx, { kind: 'person', id });
        if (held !== undefined) return err(held);
        const person = found.value;
        const name = text('people.erased.name', {
          tag: id
            .replace(/[^a-z0-9]/gi, '')
            .slice(-6)
            .toUpperCase(),
        });
        const logged = loggedOf(tx, id);
        const forgotten: Forgotten = {
          personId: id,
          name,
          names: namesOf(person),
          numbers: numbersOf(person),
          accounts: replaceAccounts
            ? logged.map(({ id: number, account }, place) => ({ id: number, from: account, to: `${name} ${place + 1}` }))
            : [],
        };
        const words = [
          ...forgotten.names,
          ...numbersOf(person),
          ...linksOf(tx, id).map(({ account }) => account),
          ...logged.map(({ account }) => account),
        ];
        eraseRecords(tx, person, forgotten, logged, { reason, now: stamp().now, newId: stamp().newId });
        await tx.pause();
        await sources.forget?.(tx, forgotten);
        await eraseFromJournal(tx, { tables: namingTables, id, words });
        return detail({ ...deps.session(), db: tx.db, orm: tx.orm }, id);
      });
    },

    'people.retention': ({ withinDays, offset, limit }) => {
      const { db } = deps.session();
      const until = dayAfter(today(), withinDays);
      const count = (sql: string, ...values: readonly string[]) => prepared<string[], { n: number }>(db, sql).get(...values)?.n ?? 0;
      const rows = prepared<[string, number, number], TieRecord & { readonly person_name: string }>(
        db,
        `SELECT t.*, p.name AS person_name FROM person_ties t JOIN people p ON p.id = t.person_id WHERE t.keep_until <= ?
           ORDER BY t.keep_until, p.name COLLATE NOCASE, t.id LIMIT ? OFFSET ?`,
      ).all(until, limit, offset);
      return ok({
        total: count('SELECT count(*) AS n FROM person_ties WHERE keep_until <= ?', until),
        overdue: count('SELECT count(*) AS n FROM person_ties WHERE keep_until < ?', today()),
        undated: count('SELECT count(*) AS n FROM person_ties WHERE keep_until IS NULL'),
        rows: rows.map((row) => ({ ...tieNote(row, today() as IsoDate), personId: row.person_id, personName: row.person_name })),
      });
    },
  };
}

const namesOf = (person: PersonRecord): string[] => [
  person.name,
  ...(JSON.parse(person.other_names) as OtherName[]).map(({ text: name }) => name),
];

const numbersOf = (person: PersonRecord): string[] => [
  person.external_id,
  ...(JSON.parse(person.identifiers) as { readonly value: string }[]).map(({ value }) => value),
];

/** Empties the person's own rows. Accounts that logs name stay tied to what is left, under the name events call them by. */
function eraseRecords(
  tx: SlicedConnection,
  person: PersonRecord,
  { name, accounts }: Forgotten,
  logged: readonly { readonly id: number; readonly account: string; readonly system: string }[],
  { reason, now, newId }: { readonly reason: string; readonly now: string; readonly newId: () => string },
): void {
  const { db } = tx;
  forgetPerson(tx, person.id);
  prepared(db, 'DELETE FROM account_links WHERE person_id = ?').run(person.id);
  const renamed = new Map(accounts.map(({ id, to }) => [id, to]));
  for (const { id, account, system } of logged) {
    const called = renamed.get(id) ?? account;
    prepared(db, "INSERT INTO account_links VALUES (?, ?, ?, ?, 'person', ?, '', '', 'person')").run(
      newId(),
      called,
      accountKey(called),
      system,
      person.id,
    );
  }
  prepared(db, 'DELETE FROM known_travel WHERE person_id = ?').run(person.id);
  forgetImported(tx, person.id);
  prepared(
    db,
    `UPDATE people SET external_id = '', external_key = '', name = @name, name_key = '', other_names = '[]', identifiers = '[]', employment = NULL,
       employer = '', employer_country = NULL, employer_headquarters = NULL, role = '', team = '', site = '', work_country = NULL, start_on = NULL,
       last_day = NULL, citizenship_state = 'notAsked', residence_state = 'notAsked', us_state = 'notAsked', sourced = 0, search_text = '',
       import_batch = NULL, updated_at = @now, archived_at = @now, erased_at = @now, erased_because = @reason, revision = revision + 1 WHERE id = @id`,
  ).run({ name, now, reason, id: person.id });
}
