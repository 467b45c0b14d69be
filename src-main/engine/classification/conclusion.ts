import type { ItemFinding, Tri } from '../../../src-shared/model/finding.ts';
import { unionOf } from '../rules/fact-value.ts';
import type { JudgedEntry } from './entry-finding.ts';
import type { ItemJudge } from './judge.ts';

export interface Conclusion {
  readonly classification: string;
  readonly subjectToEar: boolean | null;
  /** Facts that keep the classification open, or could overturn the presumption it rests on. */
  readonly missing: readonly string[];
}

/**
 * Main classification: the strongest entry that is met, unless a stronger one is still open. Nothing met and nothing open
 * gives the regime's residual word; outside the regime gives its outside word.
 */
export function conclude(judge: ItemJudge, judged: readonly JudgedEntry[]): Conclusion {
  const scope = judge.index.pack.scope;
  const outside = scope === undefined ? undefined : judge.outside();
  const inside = scope === undefined ? undefined : judge.peek(scope.subject, scope.citation);
  // A service is no item; what it hands over is. So the question stays open for the service itself.
  const isItem = scope?.noneTypes.includes(judge.item.type) !== true;
  const subjectToEar = isItem ? subjectOf(outside?.value ?? 'no', inside?.value ?? 'unknown') : null;
  const answer = (classification: string, missing: readonly string[] = []): Conclusion => ({ classification, subjectToEar, missing });
  if (subjectToEar === false) return answer(scope?.outsideLabel ?? 'none');

  const ranked = judged
    .filter(({ entry }) => entry.isExportControl && entry.isLaw && entry.classification !== null)
    .sort((a, b) => a.entry.rank - b.entry.rank);
  const met = ranked.findIndex(({ finding }) => finding.verdict === 'meets');
  const stronger = (met === -1 ? ranked : ranked.slice(0, met)).filter(({ finding }) => finding.verdict === 'undetermined');
  if (stronger.length > 0) return answer('undetermined', unionOf(...stronger.map(({ finding }) => finding.missing)));
  const strongest = ranked[met];
  if (strongest !== undefined) return answer(strongest.entry.classification ?? strongest.entry.id, strongest.finding.rebuttableBy ?? []);
  if (!isItem) return answer('none');
  if (subjectToEar === true) return answer(scope?.residualLabel ?? 'none');
  const open = unionOf(outside?.missing ?? [], inside?.missing ?? []);
  return outside?.value === 'unknown' || saysWhereItIsFrom(judge) ? answer('undetermined', open) : answer('none', open);
}

/** Subject to the regime: outside wins, an open "outside" keeps it open unless the item is not reached anyway. */
function subjectOf(outside: Tri, inside: Tri): boolean | null {
  if (outside === 'yes' || inside === 'no') return false;
  return outside === 'no' && inside === 'yes' ? true : null;
}

/** Somebody looked at where the item is from, so an open answer is a finding and not a field nobody filled. */
const saysWhereItIsFrom = (judge: ItemJudge): boolean => judge.item.origin !== null && judge.item.origin !== undefined;

/**
 * Overall standing for lists: the worst that any printed or enforced rule of law says. An entry that is met only for
 * anti-terrorism reasons, an open entry or a duty that is no export control asks for a review. A clear answer that leans on
 * any source not read in the primary text is "clear on claimed rules", never plainly clear.
 */
export function standingOf(judged: readonly JudgedEntry[], openConsiderations: boolean, concerns: boolean): ItemFinding['standing'] {
  const law = judged.flatMap(({ finding }) => (finding.isLaw ? [finding] : []));
  // A list that was not read can be settled by no fact about the item. It rules out a plain "clear" and asks for no review.
  const settled = judged.filter(
    ({ entry, finding }) => finding.isLaw && !(entry.classification === null && finding.verdict === 'undetermined'),
  );
  if (judged.length === 0 && !openConsiderations && !concerns) return 'clearOnClaimedRules';
  if (law.some((entry) => entry.verdict === 'meets' && entry.isExportControl && entry.reasons.some((reason) => reason !== 'AT')))
    return 'restricted';
  if (concerns || openConsiderations || settled.some(({ finding }) => finding.verdict !== 'doesNotMeet')) return 'review';
  // No rule of law looked at the item: nothing was found against it, and nothing in its favour either.
  const firm =
    law.length > 0 &&
    law.every(
      (entry) =>
        entry.verdict === 'doesNotMeet' &&
        entry.confidence === 'text' &&
        entry.textStatus !== 'unconfirmed' &&
        entry.citations.every((citation) => citation.standing === 'verified'),
    );
  return firm ? 'clear' : 'clearOnClaimedRules';
}
