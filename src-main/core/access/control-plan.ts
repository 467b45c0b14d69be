import type { ControlPlan } from '../../../src-shared/contract/access.ts';
import type { Authorisation } from '../../../src-shared/model/access-audit.ts';
import type { Text } from '../../../src-shared/text/format.ts';
import { auditLawOf, isControlled, planStandings } from '../../engine/access/index.ts';
import type { OpenWorkspace } from '../db/index.ts';
import { findAsset, listSafeguards } from '../inventory/index.ts';
import { briefingsOf } from './briefings.ts';
import { listFindings } from './finding-list.ts';
import { currentSurroundings } from './picture.ts';
import type { AccessJoins, Surroundings } from './sources.ts';

const MOST_AUTHORISATIONS = 100;

/**
 * Technology control plan of an asset as of the day the workspace judges by: who may see it, who may not, who cannot be said, with
 * reasons that name no nationality. Undefined where there is no such asset.
 */
export function controlPlanOf(workspace: OpenWorkspace, joins: AccessJoins, assetId: string, text: Text): ControlPlan | undefined {
  const record = findAsset(workspace, assetId);
  const around = currentSurroundings(workspace, joins);
  const asset = around.assets.find(({ id }) => id === assetId);
  if (record === undefined || asset === undefined) return undefined;
  const { authorisations } = around.people;
  const { on, packs } = around.judging;
  // Who has left is no question of the plan any more; access after the last day is a finding of its own.
  const people = around.people.people.filter(({ lastDay }) => lastDay === null || lastDay >= on);
  const standings = planStandings(people, asset, authorisations, around.settings, auditLawOf(packs), on);
  const rows = people
    .map((person, place) => ({
      row: {
        personId: person.id,
        name: (person.name || person.id).slice(0, 300),
        team: (person.team ?? '').slice(0, 200),
        because: (standings[place]?.because ?? '').slice(0, 400),
      },
      may: standings[place]?.may ?? 'open',
    }))
    .sort((a, b) => (a.row.team < b.row.team ? -1 : a.row.team > b.row.team ? 1 : a.row.name < b.row.name ? -1 : 1));
  const those = (may: 'yes' | 'no' | 'open') => rows.filter((one) => one.may === may).map(({ row }) => row);
  const names = new Map(around.people.people.map(({ id, name }) => [id, (name || id).slice(0, 300)]));
  const briefings = briefingsOf(workspace, assetId).map((briefing) => ({
    ...briefing,
    personName: names.get(briefing.personId) ?? briefing.personId,
  }));
  const briefed = new Set(briefings.map(({ personId }) => personId));
  const may = those('yes');
  return {
    assetId,
    assetName: record.name.slice(0, 300),
    version: asset.version?.slice(0, 80) ?? null,
    owner: record.ownerName.slice(0, 200),
    entry: asset.eccn?.slice(0, 80) ?? null,
    entryReasons: [...asset.reasons],
    judgedOn: on,
    basis: basisOf(around, asset, text),
    may,
    mayNot: those('no'),
    cannotSay: those('open'),
    safeguards: listSafeguards(workspace, assetId).map(({ kind, state, evidence }) => ({
      title: text.dynamic(`safeguard.${kind}`),
      state: text.dynamic(`safeguardState.${state}`),
      hasEvidence: evidence.trim() !== '',
    })),
    authorisations: authorisations
      .filter((one) => reaches(one, asset))
      .map((one) => inWords(one, text))
      .sort()
      .slice(0, MOST_AUTHORISATIONS),
    briefings,
    unbriefed: may.filter(({ personId }) => !briefed.has(personId)).map(({ personId, name }) => ({ id: personId, name })),
    findings: listFindings(workspace, {
      text: '',
      types: [],
      states: ['open', 'confirmed'],
      severities: [],
      personId: null,
      assetId,
      began: null,
      sort: 'rank',
      offset: 0,
      limit: 100,
    }).rows,
  };
}

type Asset = Surroundings['assets'][number];

const reaches = ({ assetIds, eccns }: Authorisation, asset: Asset): boolean =>
  assetIds.includes(asset.id) ||
  (asset.eccn !== null && eccns.some((eccn) => asset.eccn === eccn || asset.eccn?.startsWith(`${eccn}.`) === true));

/** Number, kind and days. Whom it covers stays in the register of people. */
function inWords(one: Authorisation, text: Text): string {
  const say = text.dynamic;
  return say('access.plan.authorisation', {
    number: one.number ?? one.id,
    kind: say(`access.plan.authKind.${one.kind}`),
    from: one.validFrom ?? 'none',
    until: one.validTo ?? 'none',
    status: say(`access.plan.authStatus.${one.status}`),
  }).slice(0, 300);
}

/** Why there is a plan, or why none is called for. */
function basisOf({ judging }: Surroundings, asset: Asset, text: Text): string[] {
  const say = text.dynamic;
  const packs = judging.packs.map(({ manifest }) => `${manifest.title} ${manifest.version}`).slice(0, 2);
  const controlled = isControlled(asset);
  const lines = [
    !controlled && say('access.plan.basis.free'),
    controlled && asset.licenceRequiredForNationalsOf !== null && say('access.plan.basis.list'),
    controlled &&
      asset.licenceRequiredForNationalsOf === null &&
      say('access.plan.basis.entry', { entry: asset.eccn ?? '', reasons: asset.reasons.length === 0 ? 'none' : asset.reasons.join(', ') }),
    controlled && say('access.plan.basis.release'),
    asset.published === true && say('access.plan.basis.published'),
    controlled && asset.published === null && say('access.plan.basis.publishedOpen'),
    asset.fundamentalResearch === true && say('access.plan.basis.research'),
    asset.allowedRoles === null ? say('access.plan.basis.noRoles') : say('access.plan.basis.roles'),
    packs.length > 0 && say('access.plan.basis.packs', { packs: packs.join('; ') }),
  ];
  return lines.filter((one) => one !== false).map((one) => one.slice(0, 600));
}
