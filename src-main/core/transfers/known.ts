import { daysBetween, type IsoDate } from '../../../src-shared/model/dates.ts';
import { oldListDays } from '../../../src-shared/model/listed-party.ts';
import type { VettingStanding } from '../../../src-shared/model/vetting.ts';
import { createPlaceSigns } from '../../engine/parties/index.ts';
import type { TransferAsset, TransferFacts, TransferGates, TransferPartyFacts } from '../../engine/transfers/index.ts';
import { graveFindingsByAsset } from '../access/index.ts';
import { haltsInForce } from '../cases/index.ts';
import type { JudgingFor } from '../classification/index.ts';
import type { OpenWorkspace } from '../db/index.ts';
import { assetsForTransfers } from '../inventory/index.ts';
import { screenedLists } from '../lists/index.ts';
import type { ReceivingParty } from '../parties/index.ts';
import type { TransferRecord } from './store.ts';

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
}

/** Reads what some transfers name, a part at a time. */
export async function readKnown(session: Session, joins: TransferJoins, records: readonly TransferRecord[], pause: Pause): Promise<Known> {
  const assets = await readAssets(
    session,
    joins,
    idsOf(records, ({ columns }) => columns.items.map(({ assetId }) => assetId)),
    pause,
  );
  await pause();
  const parties = await readParties(
    session,
    joins,
    idsOf(records, ({ columns }) => columns.parties.map(({ partyId }) => partyId)),
    pause,
  );
  await pause();
  const today = joins.today();
  const { packs, on } = joins.judging(session());
  const signsOf = createPlaceSigns(packs, on);
  const grouped = packs.flatMap(({ countryGroups }) => countryGroups ?? []);
  const placeRules =
    grouped.length === 0 ? 'none' : grouped.every(({ citation }) => citation.standing === 'verified') ? 'verified' : 'claimed';
  const official = screenedLists(session()).filter(({ training }) => !training);
  const old = official.filter(({ day }) => daysBetween(day, today) > oldListDays);
  const lists = { official: official.length, old: old.length, oldest: old[0]?.title ?? '' };
  return {
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
  for (let from = 0; from < ids.length; from += pageSize) {
    const workspace = session();
    for (const { kind, ...asset } of assetsForTransfers(workspace, joins.judging(workspace), ids.slice(from, from + pageSize))) {
      const open = findings.get(asset.id);
      found.set(asset.id, {
        ...asset,
        halts: haltsOn(workspace, 'asset', asset.id),
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
  const found = new Map<string, TransferPartyFacts>();
  for (const party of read) {
    found.set(party.id, { ...party, halts: haltsOn(session(), 'party', party.id), vettings: vettings(party.id) });
    await pause();
  }
  return found;
}

const haltsOn = (workspace: OpenWorkspace, kind: 'asset' | 'party', id: string) =>
  haltsInForce(workspace, { kind, id }).map(({ incidentId, incidentNumber }) => ({ incidentId, number: incidentNumber }));
