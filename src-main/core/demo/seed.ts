import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AppError } from '../../../src-shared/contract/kernel.ts';
import type { Facts } from '../../../src-shared/model/asset-fields.ts';
import { ok, type Result } from '../../../src-shared/model/result.ts';
import { chipFigures } from '../catalogues/index.ts';
import type { Connection } from '../db/index.ts';
import { addFile, fileOf } from '../evidence/index.ts';
import type { DemoSeeder, FeatureDeps } from '../feature.ts';
import {
  type Assessor,
  addVersion,
  changeFacts,
  findAsset,
  findVersion,
  insertAsset,
  insertLink,
  insertSite,
  type Stamp,
} from '../inventory/index.ts';
import { shippedData } from '../shipped/index.ts';
import { type DemoAccessCommands, playAccess } from './access.ts';
import { type DemoCaseCommands, playCases } from './cases.ts';
import { type DemoPartyCommands, playParties } from './parties.ts';
import { type DemoCommands, playPeople } from './people.ts';
import { type DemoPlanCommands, playPlan } from './plan.ts';
import { type DemoProgrammeCommands, playProgramme } from './programme.ts';
import { DemoFile, expandFacts } from './shorthand.ts';
import { type DemoTrainingCommands, playTraining } from './training.ts';
import { type DemoTransferCommands, playTransfers } from './transfers.ts';
import { type DemoVettingCommands, playVetting } from './vetting.ts';

type DemoAsset = DemoFile['assets'][number];

/** Fills the demo workspace with an invented company: sites, models with versions, chips, systems, software, data, and how they hang together. */
export function createDemoSeeder(
  assessorFor: (deps: FeatureDeps) => Assessor,
  commandsFor: (
    deps: FeatureDeps,
  ) => DemoCommands &
    DemoAccessCommands &
    DemoPartyCommands &
    DemoVettingCommands &
    DemoProgrammeCommands &
    DemoCaseCommands &
    DemoPlanCommands &
    DemoTrainingCommands &
    DemoTransferCommands,
): DemoSeeder {
  return async (deps) => {
    const file = DemoFile.parse(JSON.parse(readFileSync(join(deps.ports.paths.resources, 'samples', 'demo', 'demo.json'), 'utf8')));
    const assessor = assessorFor(deps);
    const stamp: Stamp = { newId: () => deps.ports.ids.next(), now: deps.ports.clock.now() };
    const ids = new Map<string, string>();
    const outcome = await deps
      .session()
      .writeInSlices({ method: 'demo.seed', params: { count: file.assets.length }, undoable: false }, async (tx) => {
        const siteIds = new Map(file.sites.map((site) => [site.id, insertSite(tx, site, stamp)]));
        // Parts come first: a computer's facts name the chips by their ids.
        const ordered = [...file.assets].sort((a, b) => Number(a.kind === 'computer') - Number(b.kind === 'computer'));
        for (const asset of ordered) {
          ids.set(
            asset.name,
            seedAsset(tx, deps, asset, siteIds.get(asset.site) ?? null, (name) => ids.get(name), stamp),
          );
          await tx.pause();
        }
        for (const asset of file.assets) {
          for (const [kind, target] of asset.links) {
            const linked = insertLink(tx, { kind, fromId: idOf(ids, asset.name), toId: idOf(ids, target), note: '' }, stamp);
            if (!linked.ok) return linked;
          }
        }
        for (const { asset, file: name, text, ...rest } of file.evidence) {
          await addFile(tx, fileOf(name, Buffer.from(text)), {
            id: stamp.newId(),
            record: { kind: 'asset', id: idOf(ids, asset) },
            part: rest.field,
            note: rest.note,
            addedBy: rest.by,
            addedAt: deps.ports.clock.now(),
          });
        }
        for (const id of ids.values()) {
          assessor.assess(tx, [id]);
          await tx.pause();
        }
        return ok(undefined);
      });
    if (!outcome.ok) throw new Error(`The demo could not be filled: ${outcome.error.code}`);
    const today = deps.ports.clock.today();
    const commands = commandsFor(deps);
    await playPeople(file, commands, (name) => idOf(ids, name), today);
    await playAccess(deps, commands, (name) => idOf(ids, name), today);
    await playParties(deps, commands, today);
    await playVetting(deps, commands, today);
    await playPlan(deps, commands, today);
    await playProgramme(deps, commands, (name) => idOf(ids, name), today);
    await playCases(deps, commands, (name) => idOf(ids, name), today);
    await playTraining(deps, commands, today);
    await playTransfers(deps, commands, (name) => ids.get(name), today);
  };
}

function seedAsset(
  tx: Connection,
  deps: FeatureDeps,
  asset: DemoAsset,
  siteId: string | null,
  assetIdOf: (name: string) => string | undefined,
  stamp: Stamp,
): string {
  const facts = { ...catalogueFacts(deps, asset), ...expandFacts(asset.facts, assetIdOf) };
  const [first, ...later] = [
    ...asset.older.map(([label, note, differing]) => ({ label, note, facts: { ...facts, ...expandFacts(differing, assetIdOf) } })),
    { label: asset.version, note: '', facts },
  ];
  if (first === undefined) throw new Error(`${asset.name} has no version`);
  const { assetId } = insertAsset(
    tx,
    {
      kind: asset.kind,
      name: asset.name,
      versionLabel: first.label,
      ownerName: asset.owner,
      stage: asset.stage,
      siteId,
      facts: first.facts,
    },
    stamp,
  );
  for (const version of later) mustHold(addLater(tx, assetId, version, stamp), asset.name);
  return assetId;
}

function addLater(
  tx: Connection,
  assetId: string,
  version: { readonly label: string; readonly note: string; readonly facts: Facts },
  stamp: Stamp,
): Result<unknown, AppError> {
  const asset = findAsset(tx, assetId);
  if (asset === undefined) return { ok: false, error: { code: 'record.notFound', entity: 'asset', id: assetId } };
  const added = addVersion(tx, asset, { label: version.label, note: version.note, copyFrom: null }, stamp);
  if (!added.ok) return added;
  const [current, record] = [findAsset(tx, assetId), findVersion(tx, added.value)];
  if (current !== undefined && record !== undefined)
    changeFacts(
      tx,
      current,
      record,
      Object.entries(version.facts).map(([field, value]) => ({ field, value })),
      stamp,
    );
  return ok(undefined);
}

function catalogueFacts(deps: FeatureDeps, asset: DemoAsset): Facts {
  if (asset.catalogueId === undefined) return {};
  const record = shippedData(deps.ports.paths.resources).chips().byId(asset.catalogueId);
  if (record === undefined) throw new Error(`The demo names an unknown chip: ${asset.catalogueId}`);
  return chipFigures(record);
}

function idOf(ids: ReadonlyMap<string, string>, name: string): string {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`The demo links to an asset it does not have: ${name}`);
  return id;
}

function mustHold(outcome: Result<unknown, AppError>, name: string): void {
  if (!outcome.ok) throw new Error(`${name}: ${outcome.error.code}`);
}
