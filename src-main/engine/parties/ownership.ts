import type { Citation } from '../../../src-shared/model/citation.ts';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import type { Holding, OwnershipFinding, OwnershipNode, OwnershipOutcome, OwnershipStep } from '../../../src-shared/model/ownership.ts';
import type { HeadquartersRule, OwnershipRule } from '../../../src-shared/model/ownership-rules.ts';
import type { RulePack } from '../../../src-shared/model/rule-pack.ts';
import { valueOn } from '../rules/dated.ts';
import { placeName } from '../rules/place-names.ts';
import { type PackPlaces, placesOf } from '../rules/places.ts';

/** Who owns whom, as far as anybody looked. Owners that are not among the nodes count as owners of whom nothing is known. */
export interface OwnershipPicture {
  readonly nodes: readonly OwnershipNode[];
  readonly holdings: readonly Holding[];
}

interface Chart {
  readonly node: (id: string) => OwnershipNode | undefined;
  readonly nameOf: (id: string) => string;
  /** Holdings in a company that stood on the day, greatest share first. */
  readonly ownersOf: (id: string) => readonly Holding[];
  readonly ids: readonly string[];
}

/** What is known for certain and what cannot be ruled out, for every company of the picture. */
interface Reach {
  readonly surely: ReadonlySet<string>;
  readonly maybe: ReadonlySet<string>;
}

/**
 * Applies every ownership test of the packs to one party, on a day.
 *
 * Shares are never multiplied down a chain: a company that meets a test counts in full as an owner of the next one. What is not known
 * (an owner's share, who the rest belongs to, who stands behind an owner) can only ever give a question, not a clear. A rule
 * whose standing on the day is not confirmed says so in `confirmed` and asks for it.
 *
 * Sources: 90 FR 47201 and 90 FR 50857 (BIS affiliates), 15 CFR 742.6(a)(6)(iii)(A) and 744.23(a)(3) (headquarters); the tests of
 * OFAC, the EU and the UK rest on common knowledge and are never confirmed.
 */
export function judgeOwnership(
  partyId: string,
  picture: OwnershipPicture,
  packs: readonly RulePack[],
  on: IsoDate,
): readonly OwnershipFinding[] {
  const chart = chartOf(picture, on);
  return packs.flatMap((pack) => {
    const rules = pack.ownership;
    if (rules === undefined) return [];
    const tests = rules.rules.flatMap((rule) => {
      const found = judgeShares(partyId, rule, chart, on);
      return found === null ? [] : [found];
    });
    const headquarters =
      rules.headquarters === undefined ? null : judgeHeadquarters(partyId, rules.headquarters, chart, placesOf(pack), on);
    return headquarters === null ? tests : [...tests, headquarters];
  });
}

/** A party's highest owners. `complete`: somebody looked all the way up and nothing is open. Rings of companies that own each other end nowhere and are never complete. */
export function ultimateParents(
  partyId: string,
  picture: OwnershipPicture,
  on: IsoDate,
): readonly { readonly id: string; readonly complete: boolean }[] {
  const chart = chartOf(picture, on);
  const found = new Map<string, boolean>();
  const climb = (id: string, above: ReadonlySet<string>, sound: boolean): void => {
    const state = chart.node(id)?.ownersKnown ?? 'unknown';
    const owners = new Set(majorityOwners(chart, id));
    const settled = sound && (state === 'complete' || state === 'noneFurther');
    if (owners.size === 0) {
      found.set(id, (found.get(id) ?? true) && settled);
      return;
    }
    for (const owner of owners) {
      if (above.has(owner)) found.set(id, false);
      else climb(owner, new Set([...above, owner]), settled);
    }
  };
  climb(partyId, new Set([partyId]), true);
  return [...found].map(([id, complete]) => ({ id, complete })).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Owners that can be a parent: more than half, or control by another right. Without any such, everybody named. */
function majorityOwners(chart: Chart, id: string): readonly string[] {
  const owners = chart.ownersOf(id);
  const parents = owners.filter(({ kind, percent }) => (kind !== 'shares' && kind !== 'beneficial') || percent === null || percent >= 50);
  return [...new Set(parents.map(({ ownerId }) => ownerId))];
}

function chartOf({ nodes, holdings }: OwnershipPicture, on: IsoDate): Chart {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const owners = new Map<string, Holding[]>();
  for (const holding of holdings) {
    if ((holding.from !== null && holding.from > on) || (holding.until !== null && holding.until < on)) continue;
    owners.set(holding.ownedId, [...(owners.get(holding.ownedId) ?? []), holding]);
  }
  for (const list of owners.values()) list.sort((a, b) => (b.percent ?? -1) - (a.percent ?? -1) || (a.ownerId < b.ownerId ? -1 : 1));
  return {
    node: (id) => byId.get(id),
    nameOf: (id) => byId.get(id)?.name ?? id,
    ownersOf: (id) => owners.get(id) ?? [],
    ids: [...new Set([...byId.keys(), ...owners.keys(), ...holdings.map(({ ownerId }) => ownerId)])].sort(),
  };
}

const counts = (rule: OwnershipRule, node: OwnershipNode | undefined): boolean =>
  (node?.listed ?? []).some(({ list, programmes }) =>
    rule.owners.some(
      (owner) => owner.list === list && (owner.programmes === undefined || owner.programmes.some((tag) => programmes.includes(tag))),
    ),
  );

/** The largest total a share can be: what is left of 100 when nobody looked further. */
function openShare(chart: Chart, id: string, rule: OwnershipRule): number {
  const state = chart.node(id)?.ownersKnown ?? 'unknown';
  if (state === 'complete' || state === 'noneFurther') return 0;
  const known = chart.ownersOf(id).filter(({ kind }) => rule.countedKinds.includes(kind));
  return Math.max(0, 100 - known.reduce((sum, { percent }) => sum + (percent ?? 0), 0));
}

const enough = (rule: OwnershipRule, percent: number): boolean => (rule.exactlyIsEnough ? percent >= rule.percent : percent > rule.percent);

/** Percent that a set of owners holds together, or, where shares are not added, the greatest of them. `open` takes owners whose share nobody knows as holding whatever is left. */
function total(rule: OwnershipRule, chart: Chart, id: string, among: ReadonlySet<string>, open: boolean): number {
  const byOwner = new Map<string, number>();
  let unknown = false;
  for (const { ownerId, kind, percent } of chart.ownersOf(id)) {
    if (!rule.countedKinds.includes(kind) || !among.has(ownerId)) continue;
    if (percent === null) unknown = true;
    // One owner's shares and votes in a company are the same stake told twice.
    else byOwner.set(ownerId, Math.max(byOwner.get(ownerId) ?? 0, percent));
  }
  if (open && unknown) return 100;
  const shares = [...byOwner.values()];
  return rule.addsUp ? shares.reduce((sum, share) => sum + share, 0) : Math.max(0, ...shares);
}

const controlled = (rule: OwnershipRule, chart: Chart, id: string, among: ReadonlySet<string>): boolean =>
  chart.ownersOf(id).some(({ kind, ownerId }) => rule.controlKinds.includes(kind) && among.has(ownerId));

/** Works upwards and downwards at once: starts from the listed and adds what they reach until nothing new comes. Rings are no harm. */
function reachOf(rule: OwnershipRule, chart: Chart): Reach {
  const listed = chart.ids.filter((id) => counts(rule, chart.node(id)));
  const surely = grow(chart.ids, listed, (id, so) => enough(rule, total(rule, chart, id, so, false)) || controlled(rule, chart, id, so));
  const maybe = grow(chart.ids, listed, (id, so) => {
    const open = openShare(chart, id, rule);
    const held = total(rule, chart, id, so, true);
    return (
      enough(rule, rule.addsUp ? held + open : Math.max(held, open)) ||
      controlled(rule, chart, id, so) ||
      // Nobody knows who is behind an owner that holds enough.
      (chart.ownersOf(id).length === 0 && open > 0)
    );
  });
  return { surely, maybe };
}

function grow(
  ids: readonly string[],
  start: readonly string[],
  joins: (id: string, soFar: ReadonlySet<string>) => boolean,
): ReadonlySet<string> {
  const reached = new Set(start);
  for (let before = -1; before !== reached.size; ) {
    before = reached.size;
    for (const id of ids) if (!reached.has(id) && joins(id, reached)) reached.add(id);
  }
  return reached;
}

function judgeShares(partyId: string, rule: OwnershipRule, chart: Chart, on: IsoDate): OwnershipFinding | null {
  const status = valueOn(rule.test, rule.textStatus, on);
  // Before the rule was made there is nothing to judge.
  if (!status.ok) return null;
  const standing = status.value.value;
  const { surely, maybe } = reachOf(rule, chart);
  const stepsUp = stepsTo(rule, chart, partyId, surely);
  const held = total(rule, chart, partyId, surely, false);
  const named = [...chart.ownersOf(partyId)].filter(({ ownerId }) => surely.has(ownerId));
  const listedItself = counts(rule, chart.node(partyId));
  const met = !listedItself && surely.has(partyId);
  const possible = !listedItself && !met && maybe.has(partyId);
  const off = standing === 'suspended' || standing === 'lapsed' || standing === 'repealed' || standing === 'notYetInForce';
  const confirmed = !off && standing !== 'unconfirmed' && rule.confidence !== 'background' && rule.confidence !== 'unknown';

  const why = [rule.says];
  if (listedItself) why.push('The party is on the list itself, so the entry governs and not this test.');
  else if (met && named.length > 0)
    why.push(
      `Owners that count hold ${percentText(held)} of ${chart.nameOf(partyId)}: ${named.map((one) => shareText(chart, one)).join(', ')}.`,
    );
  else if (held > 0) why.push(`Owners that count hold ${percentText(held)}, which is below the limit of ${percentText(rule.percent)}.`);
  if (!met && named.length > 0 && rule.minority !== undefined) why.push(rule.minority);
  if (status.value.note !== undefined) why.push(status.value.note);
  if (off && (met || possible)) why.push('On the day judged the rule was not applied; the holding remains a red flag.');

  const questions = possible ? openQuestions(rule, chart, partyId, maybe) : [];
  if (!confirmed && !off && (met || possible || named.length > 0) && rule.check !== undefined) questions.push(rule.check);
  return {
    test: rule.test,
    outcome: outcomeOf(met, possible || (named.length > 0 && !met && !listedItself && rule.minority !== undefined && !off), off),
    confirmed,
    citations: [citationText(rule.citation), citationText(status.value.citation)].filter((text, place, all) => all.indexOf(text) === place),
    steps: stepsUp,
    aggregate: chart.ownersOf(partyId).some(({ kind }) => rule.countedKinds.includes(kind)) ? held : null,
    why,
    questions: [...new Set(questions)],
  };
}

const outcomeOf = (met: boolean, open: boolean, off: boolean): OwnershipOutcome => {
  if (met) return off ? 'question' : 'met';
  return open ? 'question' : 'notMet';
};

/** The path from the party up to the listed owners, nearest tier first; each company once. */
function stepsTo(rule: OwnershipRule, chart: Chart, partyId: string, surely: ReadonlySet<string>): readonly OwnershipStep[] {
  const steps: OwnershipStep[] = [];
  const seen = new Set([partyId]);
  let tier = [partyId];
  while (tier.length > 0) {
    const next: string[] = [];
    for (const ownedId of tier) {
      for (const holding of chart.ownersOf(ownedId)) {
        const { ownerId, kind, percent } = holding;
        if (!surely.has(ownerId) || !(rule.countedKinds.includes(kind) || rule.controlKinds.includes(kind))) continue;
        const listed = counts(rule, chart.node(ownerId)) ? ', which is listed' : '';
        steps.push({ ownedId, ownerId, percent, text: `${shareText(chart, holding)} of ${chart.nameOf(ownedId)}${listed}` });
        if (!seen.has(ownerId)) next.push(ownerId);
        seen.add(ownerId);
      }
    }
    tier = next;
  }
  return steps;
}

function openQuestions(rule: OwnershipRule, chart: Chart, partyId: string, maybe: ReadonlySet<string>): string[] {
  const questions: string[] = [];
  const seen = new Set<string>();
  const ask = (id: string): void => {
    if (seen.has(id)) return;
    seen.add(id);
    const owners = chart.ownersOf(id);
    const name = chart.nameOf(id);
    if (owners.length === 0 && openShare(chart, id, rule) > 0 && !counts(rule, chart.node(id)))
      questions.push(`Who owns ${name}, with which shares, up to the people or the state behind it?`);
    else if (
      openShare(chart, id, rule) >= rule.percent ||
      (openShare(chart, id, rule) > 0 && owners.some(({ ownerId }) => maybe.has(ownerId)))
    )
      questions.push(`Who holds the other ${percentText(openShare(chart, id, rule))} of ${name}?`);
    for (const { ownerId, percent, kind } of owners) {
      if (percent === null && rule.countedKinds.includes(kind) && maybe.has(ownerId))
        questions.push(`What share of ${name} does ${chart.nameOf(ownerId)} hold?`);
      if (maybe.has(ownerId)) ask(ownerId);
    }
  };
  ask(partyId);
  return questions;
}

function judgeHeadquarters(
  partyId: string,
  rule: HeadquartersRule,
  chart: Chart,
  places: PackPlaces,
  on: IsoDate,
): OwnershipFinding | null {
  const status = valueOn('headquarters', rule.textStatus, on);
  if (!status.ok) return null;
  const caught = (country: string): boolean =>
    rule.places.includes(country) || rule.groups.some((group) => places.inGroup(country, group, on));
  const steps: OwnershipStep[] = [];
  const questions: string[] = [];
  const why = [rule.says];
  let met = false;
  const seen = new Set<string>();
  const climb = (id: string): void => {
    if (seen.has(id)) return;
    seen.add(id);
    const node = chart.node(id);
    const name = chart.nameOf(id);
    const seat = node?.headquarters ?? null;
    if (seat !== null && caught(seat)) {
      met = true;
      why.push(
        id === partyId
          ? `${name} has its headquarters in ${placeName(seat)}.`
          : `${name}, an owner above it, has its headquarters in ${placeName(seat)}.`,
      );
    }
    const state = node?.ownersKnown ?? 'unknown';
    const parents = chart.ownersOf(id).filter(({ ownerId }) => majorityOwners(chart, id).includes(ownerId));
    if (seat === null && (id === partyId || parents.length === 0)) questions.push(`Where is the headquarters of ${name}?`);
    if (parents.length === 0 && state !== 'complete' && state !== 'noneFurther')
      questions.push(`Who is the ultimate parent of ${name}, and where is its headquarters?`);
    for (const holding of parents) {
      steps.push({ ownedId: id, ownerId: holding.ownerId, percent: holding.percent, text: `${shareText(chart, holding)} of ${name}` });
      climb(holding.ownerId);
    }
  };
  climb(partyId);
  return {
    test: 'headquarters',
    outcome: met ? 'met' : questions.length > 0 ? 'question' : 'notMet',
    confirmed: status.value.value === 'inForce',
    citations: rule.citations.map(citationText),
    steps,
    aggregate: null,
    why,
    questions: met ? [] : [...new Set(questions)],
  };
}

const percentText = (percent: number): string => `${Math.round(percent * 100) / 100} %`;

function shareText(chart: Chart, { ownerId, kind, percent }: Holding): string {
  const share = percent === null ? 'an unknown share' : percentText(percent);
  const held: Record<Holding['kind'], string> = {
    shares: `holds ${share}`,
    beneficial: `holds ${share} as beneficial owner`,
    votingRights: `holds ${share} of the votes`,
    boardMajority: 'fills a majority of the board',
    rightToAppoint: 'may appoint a majority of the board',
    actualControl: 'controls it in fact',
  };
  return `${chart.nameOf(ownerId)} ${held[kind]}`;
}

const citationText = ({ locator, standing }: Citation): string => (standing === 'verified' ? locator : `${locator}, unconfirmed`);
