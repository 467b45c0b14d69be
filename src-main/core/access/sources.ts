import { createHash } from 'node:crypto';
import type { AssetRow } from '../../../src-shared/contract/inventory.ts';
import type {
  AuditAccount,
  AuditAsset,
  AuditInput,
  AuditPerson,
  Authorisation,
  KnownTravel,
} from '../../../src-shared/model/access-audit.ts';
import type { RulePack } from '../../../src-shared/model/rule-pack.ts';
import {
  type AccessSettings,
  createResourceMatcher,
  isControlled,
  type NamedAsset,
  resourceMatcherInSteps,
} from '../../engine/access/index.ts';
import { actionKindsOf, type EventQuery, eventsRevision, type LoadedEvents, loadEvents, loggedAccounts } from '../accesslogs/index.ts';
import type { Judging, JudgingFor } from '../classification/index.ts';
import type { OpenWorkspace } from '../db/index.ts';
import { keptInByAsset, listAssets } from '../inventory/index.ts';
import { mapInSlices } from '../jobs/index.ts';
import type { Networks } from '../networks/index.ts';
import { allAnswers, type StoredAnswer } from './answers.ts';
import { allAssetAccess } from './asset-access.ts';
import { readAccessSettings } from './settings-store.ts';

/** People as the audit reads them, from the feature that keeps them. */
export interface AuditPeople {
  readonly people: readonly AuditPerson[];
  readonly book: { find(account: string, system?: string | null): AuditAccount };
  readonly authorisations: readonly Authorisation[];
  readonly travel: readonly KnownTravel[];
}

/** What the audit takes from other features. */
export interface AccessJoins {
  readonly judging: JudgingFor;
  readonly people: (workspace: OpenWorkspace) => AuditPeople;
  /** The same, read a part at a time. */
  readonly peopleInSlices: (session: () => OpenWorkspace, pause: () => Promise<void>) => Promise<AuditPeople>;
  /** Days on which the company used an exit of its own. */
  readonly exits: (workspace: OpenWorkspace) => Pick<Networks, 'exitsOf'>;
}

/** Everything of a workspace that findings rest on, but for the events. */
export interface Surroundings {
  readonly judging: Judging;
  readonly settings: AccessSettings;
  readonly people: AuditPeople;
  readonly assets: readonly AuditAsset[];
  readonly names: readonly NamedAsset[];
  /** Position of the asset a resource stands for, or -1. */
  readonly assetOf: (resource: string) => number;
}

const inactive = new Set(['', 'undetermined', 'none']);
const forms: Readonly<Record<string, AuditAsset['form']>> = {
  technology: 'technology',
  service: 'service',
  chip: 'hardware',
  computer: 'hardware',
};

/** What form an asset of a kind has where nobody said; null where the kind leaves it open. */
export const formOfKind = (kind: string): AuditAsset['form'] => forms[kind] ?? null;

/** A classification that names no control entry, or none yet. */
export const hasNoEntry = (classification: string): boolean => inactive.has(classification);

export function surroundingsOf(workspace: OpenWorkspace, joins: AccessJoins): Surroundings {
  const judging = joins.judging(workspace);
  const rows = listed(workspace, judging, 0, allAssets);
  const assets = rows.map(assetReader(workspace, judging));
  const names = rows.map(namesReader(workspace));
  return {
    judging,
    settings: readAccessSettings(workspace),
    people: auditPeopleOf(workspace, joins),
    assets,
    names,
    assetOf: createResourceMatcher(names),
  };
}

/** The same, read a part at a time, for a job. */
export async function surroundingsInSlices(
  session: () => OpenWorkspace,
  joins: AccessJoins,
  pause: () => Promise<void>,
): Promise<Surroundings> {
  const judging = joins.judging(session());
  const rows: AssetRow[] = [];
  for (let page = listed(session(), judging, 0, pageSize); page.length > 0; page = listed(session(), judging, rows.length, pageSize)) {
    rows.push(...page);
    await pause();
  }
  const assets = await mapInSlices(rows, pause, assetReader(session(), judging));
  const names = await mapInSlices(rows, pause, namesReader(session()));
  await pause();
  const people = withAllAnswers(session(), await joins.peopleInSlices(session, pause));
  await pause();
  const matching = resourceMatcherInSteps(names);
  for (let step = matching.next(); ; step = matching.next()) {
    if (step.done === true) return { judging, settings: readAccessSettings(session()), people, assets, names, assetOf: step.value };
    await pause();
  }
}

const allAssets = 100_000;
const pageSize = 1000;

const listed = (workspace: OpenWorkspace, { packsKey, lastRuleChange, today }: Judging, offset: number, limit: number): AssetRow[] =>
  listAssets(workspace.db, { filter: {}, offset, limit }, { packsKey, lastRuleChange, today }).rows;

/** People with what was answered about them. */
export const auditPeopleOf = (workspace: OpenWorkspace, { people: peopleOf }: Pick<AccessJoins, 'people'>): AuditPeople =>
  withAllAnswers(workspace, peopleOf(workspace));

function withAllAnswers(workspace: OpenWorkspace, people: AuditPeople): AuditPeople {
  const answers = allAnswers(workspace);
  return { ...people, people: people.people.map((person) => withAnswers(person, answers)) };
}

/** Somebody who was said to be a permanent resident or protected is not foreign, until the register of people says so itself. */
function withAnswers(person: AuditPerson, answers: ReadonlyMap<string, StoredAnswer>): AuditPerson {
  const said = answers.get(`person:${person.id} person.protected`)?.answer;
  if (said === 'yes') return { ...person, usStatus: 'protectedIndividual' };
  return said === 'no' && person.usStatus === 'unknown' ? { ...person, usStatus: 'none' } : person;
}

/** Reads an asset as the audit knows it. */
function assetReader(workspace: OpenWorkspace, judging: Judging): (row: AssetRow) => AuditAsset {
  const access = allAssetAccess(workspace);
  const reasons = reasonsByEntry(judging.packs);
  const places = keptInByAsset(workspace);
  return (row) => {
    const said = access.get(row.id);
    const isOpen = hasNoEntry(row.classification);
    const entry = isOpen ? row.openEntry : row.classification;
    const roles = [...(said?.allowedRoles ?? []), ...(said?.allowedTeams ?? [])];
    const asset: AuditAsset = {
      id: row.id,
      version: row.versionLabel === '' ? null : row.versionLabel,
      name: row.name,
      kind: row.kind,
      eccn: entry === '' ? null : entry,
      reasons: reasons.get(entry) ?? [],
      // Where the company has settled for whom a licence is needed, an open entry leaves nothing open.
      eccnOpen: isOpen && entry !== '' && (said?.licenceRequiredForNationalsOf ?? null) === null,
      form: said?.form ?? formOfKind(row.kind),
      keptIn: places.get(row.id) ?? null,
      published: said?.published ?? (row.weights === 'published' ? true : null),
      fundamentalResearch: said?.fundamentalResearch ?? null,
      licenceRequiredForNationalsOf: said?.licenceRequiredForNationalsOf ?? null,
      allowedRoles: said === undefined || (said.allowedRoles === null && said.allowedTeams === null) ? null : roles,
    };
    const isReached = row.kind !== 'chip' && row.kind !== 'computer';
    return { ...asset, logExpected: said !== undefined || (isReached && row.stage !== 'retired' && isControlled(asset)) };
  };
}

/** Reads what a log may call an asset. */
function namesReader(workspace: OpenWorkspace): (row: AssetRow) => NamedAsset {
  const access = allAssetAccess(workspace);
  return (row) => ({
    id: row.id,
    name: row.name,
    version: row.versionLabel === '' ? null : row.versionLabel,
    resourceNames: access.get(row.id)?.resourceNames ?? [],
  });
}

function reasonsByEntry(packs: readonly RulePack[]): ReadonlyMap<string, readonly string[]> {
  return new Map(packs.flatMap(({ entries }) => entries.map(({ id, reasons }) => [id, reasons] as const)));
}

/** The audit's input: events, those a query wants or all, with everything around them. `loaded` are the same events as the store gave them. */
export async function auditInputOf(
  workspace: OpenWorkspace,
  around: Surroundings,
  query: EventQuery,
  pause: () => Promise<void>,
): Promise<{ readonly input: AuditInput; readonly loaded: LoadedEvents }> {
  const loaded = await loadEvents(workspace, query, pause);
  const { dictionaries, addresses, accountSystems } = loaded;
  const accounts: AuditAccount[] = [];
  for (const [place, account] of dictionaries.accounts.entries()) {
    accounts.push(account === '' ? { kind: 'unknown' } : around.people.book.find(account, accountSystems[place] || null));
    if (place % 2000 === 0) await pause();
  }
  const resources = new Int32Array(dictionaries.resources.length);
  for (const [place, resource] of dictionaries.resources.entries()) {
    resources[place] = around.assetOf(resource);
    if (place % 2000 === 0) await pause();
  }
  const input: AuditInput = {
    events: loaded.events,
    dictionaries,
    addresses,
    accounts,
    resources,
    actions: dictionaries.actions.map(actionKindsOf(workspace)),
    people: around.people.people,
    assets: around.assets,
    authorisations: around.people.authorisations,
    travel: around.people.travel,
    coverage: [],
    on: around.judging.on,
  };
  return { input, loaded };
}

const hash = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 16);

/** Another text after any change of what the audit reads of people, their papers or their trips; somebody's erasure is such a change. */
export const peopleBasisOf = ({ people, authorisations, travel }: AuditPeople): string => hash([people, authorisations, travel]);

/** The same hash of several lists, put together with chances for other requests between their rows. */
async function hashOfLists(lists: readonly (readonly unknown[])[], pause: () => Promise<void>): Promise<string> {
  const sum = createHash('sha256');
  let between = '[';
  for (const list of lists) {
    sum.update(`${between}[`);
    for (const [place, row] of list.entries()) {
      sum.update(`${place === 0 ? '' : ','}${JSON.stringify(row)}`);
      if (place % 200 === 0) await pause();
    }
    sum.update(']');
    between = ',';
  }
  return sum.update(']').digest('base64url').slice(0, 16);
}

/** What a run rested on, part by part, so that a later look can say which part moved. */
export async function basisOf(
  workspace: OpenWorkspace,
  around: Surroundings,
  pause: () => Promise<void>,
): Promise<Readonly<Record<BasisPart, string>>> {
  const { people, authorisations, travel } = around.people;
  const events = eventsRevision(workspace);
  return {
    events,
    people: await hashOfLists([people, authorisations, travel, accountLinksOf(workspace, around)], pause),
    assets: await hashOfLists([around.assets, around.names], pause),
    settings: hash(around.settings),
    rules: `${around.judging.packsKey} ${around.judging.lastRuleChange}`,
  };
}

export const basisParts = ['events', 'people', 'assets', 'settings', 'rules'] as const;
export type BasisPart = (typeof basisParts)[number];

/** Whose the accounts of the log are, in few bytes. */
function accountLinksOf(workspace: OpenWorkspace, { people: { book } }: Surroundings): readonly string[] {
  return loggedAccounts(workspace).map(({ account, system }) => {
    const link = book.find(account, system || null);
    return link.kind === 'person' ? link.personId : link.kind;
  });
}
