import { type AuditInput, accessFindingTypes } from '../../../src-shared/model/access-audit.ts';
import { findLeaverAccess, findRoleMismatches, findUnknownAccounts } from './accounts.ts';
import { findBursts } from './bursts.ts';
import { compareTexts, createContext } from './context.ts';
import { findCoverageGaps } from './coverage-gaps.ts';
import { dayNumberOf } from './days.ts';
import { findDeemedExports, groupDeemedExports } from './deemed-export.ts';
import { findImpossibleTravel } from './impossible-travel.ts';
import { findKeptAbroad } from './kept-abroad.ts';
import { findHidingNetworks, findSanctionedPlaces } from './location.ts';
import type { AccessSettings } from './settings.ts';
import type { AuditFinding, AuditLaw, FindingLevel, RuleContext } from './types.ts';

const level: Readonly<Record<FindingLevel, number>> = { high: 0, medium: 1, low: 2 };

/** Place of a finding in a ranked list, smaller first: severity, then the kind as the law weighs it, then confidence. */
export const rankOf = ({ severity, type, confidence }: Pick<AuditFinding, 'severity' | 'type' | 'confidence'>): number =>
  level[severity] * 100 + accessFindingTypes.indexOf(type) * 10 + level[confidence];

/**
 * Looks through access events for possible deemed exports and the signs around them, and answers with a short ranked list: severity,
 * then the kind of finding, then confidence, then the newest, then the id.
 *
 * The same input gives the same bytes, in whatever order events, people, assets and authorities come. Denied attempts are never found.
 * Times are UTC in milliseconds; days are those of UTC unless a rule says otherwise. Sources: the citations of each finding.
 */
export function auditAccess(input: AuditInput, settings: AccessSettings, law: AuditLaw): AuditFinding[] {
  const context = createContext(input, settings, law);
  const found = [...findDeemedExports(context), ...findTheRest(context)];
  return found.map((finding) => withDataAge(context, finding)).sort(byRank);
}

/**
 * The findings of `auditAccess`, in its order, one at a time: for whoever writes them down and keeps none. Possible deemed exports, of which a log can
 * hold a hundred thousand, are put into words twice, once to rank them and once to hand them out; what is kept of each is a few numbers.
 */
export function rankedFindings(input: AuditInput, settings: AccessSettings, law: AuditLaw): Iterable<AuditFinding> {
  const context = createContext(input, settings, law);
  // First what needs most room while it works and keeps little.
  const rest = findTheRest(context).map((finding) => draftOf(finding, () => finding));
  const { groups, find } = groupDeemedExports(context);
  const drafts = [...rest, ...groups.map((group) => draftOf(find(group), () => find(group)))].sort(byRank);
  return handOut(context, drafts);
}

function* handOut(context: RuleContext, drafts: readonly { readonly make: () => AuditFinding }[]): Generator<AuditFinding> {
  for (const { make } of drafts) yield withDataAge(context, make());
}

const findTheRest = (context: RuleContext): AuditFinding[] => [
  ...findKeptAbroad(context),
  ...findSanctionedPlaces(context),
  ...findHidingNetworks(context),
  ...findImpossibleTravel(context),
  ...findUnknownAccounts(context),
  ...findLeaverAccess(context),
  ...findRoleMismatches(context),
  ...findBursts(context),
  ...findCoverageGaps(context),
];

type Ranked = Pick<AuditFinding, 'id' | 'type' | 'severity' | 'confidence' | 'lastTs'>;

const draftOf = ({ id, type, severity, confidence, lastTs }: Ranked, make: () => AuditFinding) => ({
  id,
  type,
  severity,
  confidence,
  lastTs,
  make,
});

function byRank(a: Ranked, b: Ranked): number {
  return rankOf(a) - rankOf(b) || (b.lastTs ?? 0) - (a.lastTs ?? 0) || compareTexts(a.id, b.id);
}

/** Says how old the address data is that a finding rests on. It is no part of its ground: it grows by itself. */
function withDataAge({ input, settings }: RuleContext, finding: AuditFinding): AuditFinding {
  if (finding.dataDay === null) return finding;
  const age = dayNumberOf(input.on) - dayNumberOf(finding.dataDay);
  const old =
    age > settings.oldNetworkDataDays
      ? ` That is more than ${settings.oldNetworkDataDays} days old: bring newer data before relying on it.`
      : '';
  return { ...finding, why: [...finding.why, `Addresses were located with data of ${finding.dataDay}.${old}`] };
}
