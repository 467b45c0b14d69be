import type { AuditPerson, Authorisation, KnownTravel } from '../../../src-shared/model/access-audit.ts';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import { type Connection, prepared, untilChanged } from '../db/index.ts';
import { type AccountBook, type AccountEntry, accountForms, createAccountBook } from './accounts.ts';
import { listAuthorisations, listTrips } from './detail.ts';
import { allLinks, type LinkRecord, type PersonRecord } from './store.ts';
import { standings } from './ties.ts';

const all = Number.MAX_SAFE_INTEGER;

export interface PeopleForAudit {
  readonly people: readonly AuditPerson[];
  readonly book: AccountBook;
  readonly authorisations: readonly Authorisation[];
  readonly travel: readonly KnownTravel[];
}

/** Everything the audit takes of people, with the ids of the register. Archived people stay in: the log may name them. */
export function peopleForAudit(connection: Connection): PeopleForAudit {
  const known = standings(connection);
  const people = connection.db
    .prepare<[], PersonRecord>('SELECT * FROM people ORDER BY id')
    .all()
    .map((row): AuditPerson => {
      const standing = known.get(row.id);
      return {
        id: row.id,
        name: row.name,
        citizenships: standing?.citizenships ?? [],
        permanentResidences: standing?.permanentResidences ?? [],
        usStatus: standing?.usStatus ?? 'unknown',
        employment: row.employment,
        employerCountry: row.employer_country,
        employerHeadquarters: row.employer_headquarters,
        role: row.role === '' ? null : row.role,
        team: row.team === '' ? null : row.team,
        site: row.site === '' ? null : row.site,
        workCountry: row.work_country,
        startOn: row.start_on as IsoDate | null,
        lastDay: row.last_day as IsoDate | null,
      };
    });
  return {
    people,
    book: accountBookOf(connection),
    authorisations: listAuthorisations(connection, null, all).map(toAudit),
    travel: travelOf(connection),
  };
}

/** The same, read a part at a time. */
export async function peopleForAuditInSlices(session: () => Connection, pause: () => Promise<void>): Promise<PeopleForAudit> {
  for (const part of [standings, accountBookOf]) {
    part(session());
    await pause();
  }
  return peopleForAudit(session());
}

/** Whose each account is: what rosters, lists and people said. Ignored accounts stand with the batch accounts;
 * of a shared one nobody knows who used it, so it stays unknown. Kept until one is written. */
export const accountBookOf = (connection: Connection): AccountBook =>
  untilChanged(connection, 'accountBook', '', () => bookOf(allLinks(connection)), ['account_links']);

/** The same for some accounts only: what they are called is looked up, however many people there are. */
export function accountBookFor(connection: Connection, accounts: readonly string[]): AccountBook {
  const named = prepared<[string], LinkRecord>(connection.db, 'SELECT * FROM account_links WHERE account_key = ?');
  return bookOf([...new Set(accounts.flatMap(accountForms))].flatMap((key) => named.all(key)));
}

function bookOf(links: readonly LinkRecord[]): AccountBook {
  return createAccountBook(
    links.flatMap((link): AccountEntry[] => {
      const system = link.system === '' ? null : link.system;
      if (link.state === 'person' && link.person_id !== null)
        return [{ account: link.account, system, target: { kind: 'person', personId: link.person_id } }];
      if (link.state === 'shared' || link.state === 'person') return [];
      return [{ account: link.account, system: null, target: { kind: 'service', owner: link.owner === '' ? null : link.owner } }];
    }),
  );
}

function toAudit(one: ReturnType<typeof listAuthorisations>[number]): Authorisation {
  return {
    id: one.id,
    kind: one.kind,
    number: one.number === '' ? null : one.number,
    personId: one.personId,
    nationalities: one.personId === null ? one.nationalities : [],
    assetIds: one.assetIds,
    eccns: one.eccns,
    validFrom: one.validFrom,
    validTo: one.validTo,
    status: one.status,
  };
}

function travelOf(connection: Connection): readonly KnownTravel[] {
  return listTrips(connection, null, all).map(({ personId, country, from, until }) => ({ personId, country, from, until }));
}
