import type { AuditAccount } from '../../../src-shared/model/access-audit.ts';
import type { ActionKind } from '../../../src-shared/model/access-events.ts';
import type { AddressFacts } from '../../../src-shared/model/network.ts';
import {
  actionKindsOf,
  addressesOf,
  eventsRevision,
  type LoggedAccount,
  loggedAccounts,
  type RollUp,
  rollUp,
  textsOf,
} from '../accesslogs/index.ts';
import { changeKey, type OpenWorkspace, untilChanged, untilChangedInSlices } from '../db/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { type AccessJoins, type Surroundings, surroundingsInSlices, surroundingsOf } from './sources.ts';

/** The daily roll-up with what its numbers stand for. */
export interface Picture {
  readonly around: Surroundings;
  readonly groups: RollUp;
  /** By number of the account. */
  readonly accounts: readonly (LoggedAccount | null)[];
  readonly links: readonly AuditAccount[];
  /** By number of the resource: position of its asset, or -1. */
  readonly assets: Int32Array;
  readonly resources: readonly string[];
  readonly actions: readonly ActionKind[];
  readonly addresses: readonly string[];
  readonly facts: readonly (AddressFacts | null)[];
  readonly loggedCountries: readonly string[];
}

const pictures = new WeakMap<OpenWorkspace, { readonly key: string; readonly picture: Picture }>();

/** What surrounds the events, kept until anything in the workspace or the law changes. */
export function currentSurroundings(workspace: OpenWorkspace, joins: AccessJoins): Surroundings {
  const { on, packsKey } = joins.judging(workspace);
  return untilChanged(workspace, 'surroundings', `${on} ${packsKey}`, () => surroundingsOf(workspace, joins));
}

/** The same, read a part at a time: `currentSurroundings` then has it at hand. */
export function surroundingsNow(session: () => OpenWorkspace, joins: AccessJoins, pause: () => Promise<void>): Promise<Surroundings> {
  const { on, packsKey } = joins.judging(session());
  return untilChangedInSlices(session, 'surroundings', `${on} ${packsKey}`, pause, (turn) => surroundingsInSlices(session, joins, turn));
}

interface Logs extends Pick<Picture, 'groups' | 'resources' | 'addresses' | 'facts' | 'loggedCountries'> {
  readonly logged: readonly LoggedAccount[];
}

const logs = new WeakMap<OpenWorkspace, { readonly key: string; readonly logs: Logs }>();

/** The logs alone, kept until events or what is known of their addresses change. */
async function currentLogs(workspace: OpenWorkspace, pause: () => Promise<void>): Promise<Logs> {
  const key = eventsRevision(workspace);
  const known = logs.get(workspace);
  if (known?.key === key) return known.logs;
  const groups = await rollUp(workspace, {}, pause);
  const { texts: addresses, facts } = await addressesOf(workspace, pause);
  const read: Logs = {
    groups,
    addresses,
    facts,
    resources: textsOf(workspace.db, 'resource'),
    loggedCountries: textsOf(workspace.db, 'country'),
    logged: loggedAccounts(workspace),
  };
  logs.set(workspace, { key, logs: read });
  return read;
}

/** The roll-up of everything that counts with whose and what it is, kept until anything changes. */
export async function currentPicture(deps: FeatureDeps, joins: AccessJoins, pause: () => Promise<void>): Promise<Picture> {
  const surroundings = await surroundingsNow(deps.session, joins, pause);
  const workspace = deps.session();
  const key = changeKey(workspace);
  const known = pictures.get(workspace);
  if (known?.key === key && known.picture.around === surroundings) return known.picture;
  const { logged, ...read } = await currentLogs(workspace, pause);
  const assets = new Int32Array(read.resources.length);
  for (const [place, resource] of read.resources.entries()) {
    assets[place] = surroundings.assetOf(resource);
    if (place % 1000 === 0) await pause();
  }
  const accounts: (LoggedAccount | null)[] = [null];
  const links: AuditAccount[] = [{ kind: 'unknown' }];
  for (const one of logged) {
    while (accounts.length < one.id) {
      accounts.push(null);
      links.push({ kind: 'unknown' });
    }
    accounts.push(one);
    links.push(surroundings.people.book.find(one.account, one.system || null));
  }
  const actions = textsOf(workspace.db, 'action').map(actionKindsOf(workspace));
  const picture: Picture = { ...read, around: surroundings, accounts, links, assets, actions };
  pictures.set(workspace, { key, picture });
  return picture;
}
