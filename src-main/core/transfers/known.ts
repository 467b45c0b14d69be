import { daysBetween, type IsoDate } from '../../../src-shared/model/dates.ts';
import { oldListDays } from '../../../src-shared/model/listed-party.ts';
import type { VettingStanding } from '../../../src-shared/model/vetting.ts';
import { createPlaceSigns } from '../../engine/parties/index.ts';
import type { TransferAsset, TransferFacts, TransferGates, TransferPartyFacts } from '../../engine/transfers/index.ts';
import { graveFindingsByAsset } from '../access/index.ts';
import { gateTables, haltsByRecord } from '../cases/index.ts';
import type { JudgingFor } from '../classification/index.ts';
import { type OpenWorkspace, type RestsOn, untilChangedInSlices } from '../db/index.ts';
import { assetsForTransfers } from '../inventory/index.ts';
import { screenedLists } from '../lists/index.ts';
import { partyTables, type ReceivingParty } from '../parties/index.ts';
import type { TransferRecord } from './store.ts';

/** Puts what was read before in the place of what says the same. */
export type Same<T extends object> = (now: Map<string, T>, pause: Pause) => Promise<ReadonlyMap<string, T>>;

type Session = () => OpenWorkspace;
type Pause = () => Promise<void>;

/** What transfers take from other features. */
export interface TransferJoins {
  readonly judging: JudgingFor;
  readonly today: () => IsoDate;
  /** Gates of those among some assets that are models. */
  readonly gates: (session: Session, ids: readonly string[], pause: Pause) => Promise<ReadonlyMap<string, TransferGates>>;
  readonly parties: (session: Session, ids: readonly string[], pause: Pause) => Promise<readonly ReceivingParty[]>;
  /** Where checks and undertakings stand, by party. */
  readonly vettings: (workspace: OpenWorkspace) => (partyId: string) => readonly Pick<VettingStanding, 'kind' | 'state'>[];
}

/** Everything that judging some transfers asks of the workspace, read once. */
export interface Known {
  factsOf(record: TransferRecord): TransferFacts;
  /** What the facts of a transfer rest on beside its record: while these are the same, so is what is found about it. */
  restsOn(record: TransferRecord): readonly unknown[];
}

/** What is read of the assets, the parties and the lists that transfers name. */
export const knownTables: RestsOn = [...gateTables, 'decisions', 'vetting_rules', 'vettings'];
const assetTables: RestsOn = [...gateTables, 'decisions'];
const receiverTables: RestsOn = [...partyTables, 'incident_halts', 'incidents', 'vetting_rules', 'vettings'];

const assetsIn = (records: readonly TransferRecord[]): readonly string[] =>
  idsOf(records, ({ columns }) => columns.items.map(({ assetId }) => assetId));
const partiesIn = (records: readonly TransferRecord[]): readonly string[] =>
  idsOf(records, ({ columns }) => columns.parties.map(({ partyId }) => partyId));

/** Reads what some transfers name, a part at a time. */
export async function readKnown(session: Session, joins: TransferJoins, records: readonly TransferRecord[], pause: Pause): Promise<Known> {
  const assets = await readAssets(session, joins, assetsIn(records), pause);
  await pause();
  const parties = await readParties(session, joins, partiesIn(records), pause);
  await pause();
  return knownFrom(session(), joins, assets, parties);
}

type Facts<T> = ReadonlyMap<string, T>;

/**
 * The same of all transfers that are open: kept until something of the assets, or of the parties, is written; and then whatever says the same as
 * before is the same object as before.
 */
export async function readKnownOfAll(
  session: Session,
  joins: TransferJoins,
  records: readonly TransferRecord[],
  before: { readonly assets: Same<TransferAsset>; readonly parties: Same<TransferPartyFacts> },
  pause: Pause,
): Promise<Known> {
  const { packsKey, on, today } = joins.judging(session());
  const law = `${packsKey} ${on} ${today}`;
  const keep = <T extends object>(what: string, ids: readonly string[], tables: RestsOn, same: Same<T>, read: Read<T>): Promise<Facts<T>> =>
    untilChangedInSlices(
      session,
      what,
      `${law} ${ids.join(' ')}`,
      pause,
      async (turn) => same(await read(session, joins, ids, turn), turn),
      tables,
    );
  const assets = await keep('sentAssets', assetsIn(records), assetTables, before.assets, readAssets);
  await pause();
  const parties = await keep('receivingParties', partiesIn(records), receiverTables, before.parties, readParties);
  await pause();
  return knownFrom(session(), joins, assets, parties);
}

type Read<T> = (session: Session, joins: TransferJoins, ids: readonly string[], pause: Pause) => Promise<Map<string, T>>;

function knownFrom(
  workspace: OpenWorkspace,
  joins: TransferJoins,
  assets: Facts<TransferAsset>,
  parties: Facts<TransferPartyFacts>,
): Known {
  const today = joins.today();
  const { packs, on } = joins.judging(workspace);
  const signsOf = createPlaceSigns(packs, on);
  const grouped = packs.flatMap(({ countryGroups }) => countryGroups ?? []);
  const placeRules =
    grouped.length === 0 ? 'none' : grouped.every(({ citation }) => citation.standing === 'verified') ? 'verified' : 'claimed';
  const official = screenedLists(workspace).filter(({ training }) => !training);
  const old = official.filter(({ day }) => daysBetween(day, today) > oldListDays);
  const lists = { official: official.length, old: old.length, oldest: old[0]?.title ?? '' };
  const shared = JSON.stringify([joins.judging(workspace).packsKey, on, today, placeRules, lists]);
  return {
    restsOn: ({ columns }) => [
      shared,
      ...columns.items.map(({ assetId }) => (assetId === null ? null : assets.get(assetId))),
      ...columns.parties.map(({ partyId }) => (partyId === null ? null : parties.get(partyId))),
    ],
    factsOf({ columns }) {
      const { kind, items, parties: named, destination, transits, means, endUse, authority } = columns;
      const countries = [...new Set([...(destination === null ? [] : [destination]), ...transits])];
      return {
        ...{ kind, destination, transits, means, endUse, authority, placeRules, lists, today },
        items: items.map(({ assetId, name, quantity }) => ({
          ...{ name, quantity },
          asset: assetId === null ? null : (assets.get(assetId) ?? null),
        })),
        parties: named.map(({ partyId, name, role }) => ({
          ...{ name, role },
          party: partyId === null ? null : (parties.get(partyId) ?? null),
        })),
        signs: signsOf({ registration: null, headquarters: null, countries, texts: [means, endUse] }),
      };
    },
  };
}

const idsOf = (records: readonly TransferRecord[], pick: (record: TransferRecord) => readonly (string | null)[]): string[] => [
  ...new Set(records.flatMap((record) => pick(record).filter((id) => id !== null))),
];

async function readAssets(
  session: Session,
  joins: TransferJoins,
  ids: readonly string[],
  pause: Pause,
): Promise<Map<string, TransferAsset>> {
  const found = new Map<string, TransferAsset>();
  if (ids.length === 0) return found;
  const gates = await joins.gates(session, ids, pause);
  await pause();
  const findings = new Map(graveFindingsByAsset(session()).map(({ assetId, ...rest }) => [assetId, rest]));
  await pause();
  const haltsOf = haltsByRecord(session());
  for (let from = 0; from < ids.length; from += pageSize) {
    const workspace = session();
    for (const { kind, ...asset } of assetsForTransfers(workspace, joins.judging(workspace), ids.slice(from, from + pageSize))) {
      const open = findings.get(asset.id);
      found.set(asset.id, {
        ...asset,
        halts: haltsOn(haltsOf({ kind: 'asset', id: asset.id })),
        openFindings: open?.count ?? 0,
        firstFinding: open?.first ?? null,
        gates: kind === 'model' ? (gates.get(asset.id) ?? { releases: new Map(), trainingHeld: false }) : null,
      });
    }
    await pause();
  }
  return found;
}

const pageSize = 200;

async function readParties(
  session: Session,
  joins: TransferJoins,
  ids: readonly string[],
  pause: Pause,
): Promise<Map<string, TransferPartyFacts>> {
  if (ids.length === 0) return new Map();
  const vettings = joins.vettings(session());
  await pause();
  const read = await joins.parties(session, ids, pause);
  const haltsOf = haltsByRecord(session());
  const found = new Map<string, TransferPartyFacts>();
  for (const party of read) {
    found.set(party.id, { ...party, halts: haltsOn(haltsOf({ kind: 'party', id: party.id })), vettings: vettings(party.id) });
    await pause();
  }
  return found;
}

const haltsOn = (halts: ReturnType<ReturnType<typeof haltsByRecord>>) =>
  halts.map(({ incidentId, incidentNumber }) => ({ incidentId, number: incidentNumber }));
