import type { AccessEvent } from '../../../../src-shared/contract/access.ts';
import { eventOutcomes, isDated } from '../../../../src-shared/model/access-events.ts';
import type { OpenWorkspace } from '../../db/index.ts';
import { accountById, addressById, textById } from './dictionaries.ts';
import type { EventJoins } from './filter.ts';
import { listLogImports } from './imports.ts';
import type { EventRow } from './query.ts';

/** Events as screens show them: numbers become texts, people and assets, each looked up once for the page. */
export function eventViews(workspace: OpenWorkspace, rows: readonly EventRow[], joins: EventJoins): AccessEvent[] {
  const { db } = workspace;
  const lookUp = <Value>(number: (row: EventRow) => number, find: (number: number) => Value) =>
    new Map([...new Set(rows.map(number))].map((one) => [one, find(one)]));
  const accounts = lookUp(
    (row) => row.account,
    (number) => accountById(db, number) ?? { id: number, account: '', system: '' },
  );
  const people = new Map(joins.people(workspace, [...accounts.values()]).map((person, place) => [[...accounts.keys()][place], person]));
  const resources = lookUp(
    (row) => row.resource,
    (number) => textById(db, 'resource', number),
  );
  const assets = new Map(joins.assets(workspace, [...resources.values()]).map((asset, place) => [[...resources.keys()][place], asset]));
  const actions = lookUp(
    (row) => row.action,
    (number) => textById(db, 'action', number),
  );
  const countries = lookUp(
    (row) => row.loggedCountry,
    (number) => textById(db, 'country', number),
  );
  const addresses = lookUp(
    (row) => row.address,
    (number) => addressById(db, number),
  );
  const imports = new Map(listLogImports(workspace).map((one) => [one.number, one]));
  const kindOf = joins.actionKinds(workspace);
  const findings = joins.findingsOf(
    workspace,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => {
    const resource = resources.get(row.resource) ?? '';
    const action = actions.get(row.action) ?? '';
    const address = addresses.get(row.address);
    const facts = address?.facts ?? null;
    const logged = countries.get(row.loggedCountry) ?? '';
    const from = imports.get(row.import);
    const isLocated = facts !== null && (facts.country !== null || facts.country2 !== null);
    return {
      id: row.id,
      at: isDated(row.ts) ? new Date(row.ts).toISOString() : null,
      account: accounts.get(row.account)?.account.slice(0, 400) ?? '',
      person: people.get(row.account) ?? null,
      asset: assets.get(row.resource) ?? null,
      resource: resource.slice(0, 1000),
      action: action.slice(0, 400),
      actionKind: kindOf(action, resource),
      outcome: eventOutcomes[row.outcome] ?? 'unknown',
      address: address?.address.slice(0, 200) ?? '',
      country: isLocated || logged.length !== 2 ? (facts?.country ?? null) : logged,
      country2: facts?.country2 ?? null,
      network: [facts?.asn === null || facts?.asn === undefined ? '' : `AS${facts.asn}`, facts?.operator ?? '']
        .join(' ')
        .trim()
        .slice(0, 200),
      tags: [...(facts?.tags ?? [])],
      count: row.count,
      tokens: row.tokens,
      bytes: row.bytes,
      importId: from?.id ?? '-',
      fileName: from?.fileName.slice(0, 300) ?? '',
      sheet: from?.sheet ?? null,
      row: row.row,
      findings: [...(findings.get(row.id) ?? [])].slice(0, 9),
    };
  });
}
