import type { OwnershipFindingView, PartyDetail, PartySign } from '../../../src-shared/contract/parties.ts';
import type { OwnershipNode } from '../../../src-shared/model/ownership.ts';
import {
  createPlaceSigns,
  judgeOwnership,
  type OwnershipPicture,
  type PartyPlaces,
  placeSigns,
  ultimateParents,
} from '../../engine/parties/index.ts';
import type { Judging } from '../classification/index.ts';
import type { OpenWorkspace, RestsOn } from '../db/index.ts';
import { openFlagSigns } from './red-flags.ts';
import { asHolding, findParty, type HoldingRecord, holdingsIn, holdingView, listed, ownedIds, type PartyRecord } from './store.ts';
import { countriesOf } from './subjects.ts';

/** What standings, signs and ownership of parties are read from, the lists in use among it: entries of one version never change. */
export const partyTables: RestsOn = [
  'list_choices',
  'list_versions',
  'parties',
  'party_flags',
  'party_holdings',
  'screening_bases',
  'screening_decisions',
  'screening_hits',
  'screening_settings',
  'screening_subjects',
];

/** Confirmed matches by party: the lists it is on, with the programmes of the entries. Who has none is absent. */
export type TrueMatches = ReadonlyMap<string, OwnershipNode['listed']>;

const mostAbove = 500;

interface Above {
  readonly picture: OwnershipPicture;
  readonly holdings: readonly HoldingRecord[];
}

/** A party and everybody above it, as far as the register goes, nearest first. */
function allAbove(workspace: OpenWorkspace, id: string, matches: TrueMatches): Above {
  const nodes = new Map<string, OwnershipNode>();
  const holdings: HoldingRecord[] = [];
  const waiting = [id];
  for (let next = waiting.shift(); next !== undefined && nodes.size < mostAbove; next = waiting.shift()) {
    if (nodes.has(next)) continue;
    const row = findParty(workspace, next);
    if (row === undefined) continue;
    nodes.set(next, nodeOf(row, matches));
    for (const holding of holdingsIn(workspace, next)) {
      holdings.push(holding);
      waiting.push(holding.owner_id);
    }
  }
  return { picture: { nodes: [...nodes.values()], holdings: holdings.map(asHolding) }, holdings };
}

const nodeOf = (row: PartyRecord, matches: TrueMatches): OwnershipNode => ({
  id: row.id,
  name: row.name,
  // People own; nobody owns them.
  ownersKnown: row.kind === 'person' ? 'noneFurther' : row.owners_known,
  headquarters: row.headquarters_country ?? (row.kind === 'person' ? row.registration_country : null),
  listed: matches.get(row.id) ?? [],
});

/** What ownership comes to under every rule of the packs in use, and the signs that places and ownership give. */
export function standpointsOf(
  workspace: OpenWorkspace,
  row: PartyRecord,
  { packs, on }: Pick<Judging, 'packs' | 'on'>,
  matches: TrueMatches,
): Pick<PartyDetail, 'above' | 'ownership' | 'signs' | 'ultimateParents'> {
  const { picture, holdings } = allAbove(workspace, row.id, matches);
  const people = row.kind === 'person';
  const ownership = judged(row, picture, packs, on);
  const nameOf = new Map(picture.nodes.map((node) => [node.id, node]));
  return {
    above: {
      holdings: holdings.slice(0, 500).map(holdingView),
      listed: picture.nodes.filter(({ listed }) => listed.length > 0).map(({ id }) => id),
    },
    ownership,
    ultimateParents: people
      ? []
      : ultimateParents(row.id, picture, on)
          .filter(({ id }) => id !== row.id)
          .slice(0, 20)
          .map(({ id, complete }) => ({
            id,
            complete,
            name: nameOf.get(id)?.name ?? '',
            headquarters: nameOf.get(id)?.headquarters ?? null,
          })),
    signs: [...flagSigns(workspace, row.id), ...allSigns(row, ownership, packs, on)].slice(0, mostSigns),
  };
}

/** What decides the one word for a party: how each ownership rule ends, and how grave each sign is. */
export interface Brief {
  readonly ownership: readonly Pick<OwnershipFindingView, 'outcome' | 'test'>[];
  readonly signs: readonly Pick<PartySign, 'kind' | 'severity' | 'question' | 'title'>[];
}

/**
 * Tells of many parties what the rows of a list say: the same outcomes and signs as a party's own page has. Most parties have no owner on
 * file; what the rules make of those hangs on three facts alone, so it is worked out once for each set of facts.
 */
export function createBriefs(
  workspace: OpenWorkspace,
  { packs, on }: Pick<Judging, 'packs' | 'on'>,
  matches: TrueMatches,
): (row: PartyRecord) => Brief {
  const signsOf = createPlaceSigns(packs, on);
  const flags = openFlagSigns(workspace, null);
  const ownershipOf = createOwnership(workspace, { packs, on }, matches);
  return (row) => {
    const ownership = ownershipOf(row);
    return {
      ownership,
      signs: [...(flags.get(row.id) ?? []), ...signsOf(placesOf(row)), ...ownershipSigns(ownership)].slice(0, mostSigns),
    };
  };
}

/** What each ownership rule says of many parties. */
export function createOwnership(
  workspace: OpenWorkspace,
  { packs, on }: Pick<Judging, 'packs' | 'on'>,
  matches: TrueMatches,
): (row: PartyRecord) => readonly OwnershipFindingView[] {
  const owned = ownedIds(workspace);
  const alone = new Map<string, OwnershipFindingView[]>();
  return (row) => {
    if (owned.has(row.id)) return judged(row, allAbove(workspace, row.id, matches).picture, packs, on);
    const node = nodeOf(row, matches);
    const key = JSON.stringify([row.kind, node.ownersKnown, node.headquarters, node.listed]);
    const found = alone.get(key) ?? judged(row, { nodes: [node], holdings: [] }, packs, on);
    alone.set(key, found);
    return found;
  };
}

/** Signs of parties by id, gravest first, for what is printed about them elsewhere. */
export function partySignsOf(
  workspace: OpenWorkspace,
  judging: Pick<Judging, 'packs' | 'on'>,
  matches: TrueMatches,
): (id: string) => readonly PartySign[] {
  const grades: readonly string[] = ['high', 'medium', 'low'];
  return (id) => {
    const row = findParty(workspace, id);
    if (row === undefined) return [];
    const { signs } = standpointsOf(workspace, row, judging, matches);
    return [...signs].sort((a, b) => grades.indexOf(a.severity) - grades.indexOf(b.severity));
  };
}

/** What each rule says of a party. Nobody owns a person. */
function judged(row: PartyRecord, picture: OwnershipPicture, packs: Judging['packs'], on: Judging['on']): OwnershipFindingView[] {
  if (row.kind === 'person') return [];
  return judgeOwnership(row.id, picture, packs, on)
    .slice(0, 5)
    .map((found) => ({
      ...found,
      citations: found.citations.slice(0, 20),
      steps: found.steps.slice(0, 200),
      why: found.why.slice(0, 40),
      questions: found.questions.slice(0, 40),
    }));
}

const mostSigns = 60;

/** Red flags that were seen and are not resolved. They stand first: a person saw them. */
const flagSigns = (workspace: OpenWorkspace, id: string): PartySign[] =>
  (openFlagSigns(workspace, id).get(id) ?? []).map((sign) => ({ ...sign, citations: [...sign.citations] }));

const allSigns = (row: PartyRecord, ownership: readonly OwnershipFindingView[], packs: Judging['packs'], on: Judging['on']): PartySign[] =>
  [
    ...placeSigns(placesOf(row), packs, on).map((sign) => ({ ...sign, citations: [...sign.citations] })),
    ...ownershipSigns(ownership),
  ].slice(0, mostSigns);

const placesOf = (row: PartyRecord): PartyPlaces => ({
  registration: row.registration_country,
  headquarters: row.headquarters_country,
  countries: countriesOf(row),
  texts: [
    row.name,
    ...listed<{ text: string; city: string; region: string }>(row.places).flatMap(({ text, city, region }) => [text, city, region]),
  ],
});

function ownershipSigns(ownership: readonly OwnershipFindingView[]): PartySign[] {
  return ownership
    .filter(({ outcome }) => outcome === 'met')
    .map(({ test, confirmed, why, citations }) => ({
      kind: test === 'headquarters' ? 'headquarters' : 'ownership',
      severity: 'high',
      title: why.at(-1) ?? '',
      why: why[0] ?? '',
      question: !confirmed,
      citations,
    }));
}
