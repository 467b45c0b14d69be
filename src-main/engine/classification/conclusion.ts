import type { EntryFinding, ItemFinding, Tri } from '../../../src-shared/model/finding.ts';
import type { JudgedEntry } from './entry-finding.ts';
import type { ItemJudge } from './judge.ts';

export interface Conclusion {
  readonly classification: string;
  readonly subjectToEar: boolean | null;
}

/**
 * Main classification: the strongest entry that is met, unless a stronger one is still open. Nothing met and nothing open
 * gives the regime's residual word; outside the regime gives its outside word.
 */
export function conclude(judge: ItemJudge, judged: readonly JudgedEntry[]): Conclusion {
  const scope = judge.index.pack.scope;
  const outside = scope === undefined ? 'no' : judge.outside().value;
  const subject: Tri = scope === undefined ? 'unknown' : outside === 'yes' ? 'no' : judge.ask(scope.subject, 'scope', scope.citation).value;
  const subjectToEar = outside === 'unknown' && subject !== 'no' ? null : subject === 'unknown' ? null : subject === 'yes';
  if (subjectToEar === false) return { classification: scope?.outsideLabel ?? 'none', subjectToEar };

  const ranked = judged
    .filter(({ entry }) => entry.isExportControl && entry.isLaw && entry.classification !== null)
    .sort((a, b) => a.entry.rank - b.entry.rank);
  for (const { entry, finding } of ranked) {
    if (finding.verdict === 'meets') return { classification: entry.classification ?? entry.id, subjectToEar };
    if (finding.verdict === 'undetermined') return { classification: 'undetermined', subjectToEar };
  }
  if (scope?.noneTypes.includes(judge.item.type) === true) return { classification: 'none', subjectToEar };
  if (subjectToEar === true) return { classification: scope?.residualLabel ?? 'none', subjectToEar };
  return { classification: outside === 'unknown' || saysWhereItIsFrom(judge) ? 'undetermined' : 'none', subjectToEar };
}

/** Somebody looked at where the item is from, so an open answer is a finding and not a field nobody filled. */
const saysWhereItIsFrom = (judge: ItemJudge): boolean => judge.item.origin !== null && judge.item.origin !== undefined;

/**
 * Overall standing for lists: the worst that any printed or enforced rule of law says. An entry that is met only for
 * anti-terrorism reasons, an open entry or a duty that is no export control asks for a review. A clear answer that leans on
 * any source not read in the primary text is "clear on claimed rules", never plainly clear.
 */
export function standingOf(entries: readonly EntryFinding[], openConsiderations: boolean, concerns: boolean): ItemFinding['standing'] {
  const law = entries.filter((entry) => entry.isLaw);
  if (law.length === 0) return openConsiderations || concerns ? 'review' : 'unassessed';
  if (law.some((entry) => entry.verdict === 'meets' && entry.isExportControl && entry.reasons.some((reason) => reason !== 'AT'))) return 'restricted';
  if (concerns || openConsiderations || law.some((entry) => entry.verdict !== 'doesNotMeet')) return 'review';
  const firm = law.every((entry) => entry.confidence === 'text' && entry.textStatus !== 'unconfirmed' && entry.citations.every((citation) => citation.standing === 'verified'));
  return firm ? 'clear' : 'clearOnClaimedRules';
}
