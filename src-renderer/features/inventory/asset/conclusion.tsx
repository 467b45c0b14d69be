import type { Question } from '../../../../src-shared/contract/inventory.ts';
import type { ItemFinding } from '../../../../src-shared/model/finding.ts';
import { isAskedColumn } from '../../../../src-shared/model/open-question.ts';
import type { ProductText } from '../../../ui/index.ts';

/** The verdict of a finding in one or two full sentences. It repeats what the engine said; it concludes nothing itself. */
export function conclusionOf(t: ProductText, finding: ItemFinding, questions: readonly Pick<Question, 'ask' | 'factId'>[]): string {
  const lead = finding.packs[0]?.id;
  const control = finding.entries.filter((entry) => entry.isExportControl && entry.isLaw && entry.pack === lead);
  const elsewhere = new Set(
    finding.entries
      .filter((entry) => entry.isExportControl && entry.isLaw && entry.pack !== lead && entry.verdict === 'undetermined')
      .map((entry) => entry.pack),
  );
  const met = [...new Set(control.filter((entry) => entry.verdict === 'meets').map((entry) => entry.entry))].filter(
    (entry) => entry !== 'EAR99',
  );
  const open = [...new Set(control.filter((entry) => entry.verdict === 'undetermined').map((entry) => entry.entry))];
  const parts: string[] = [];
  const isOutside = finding.classification === 'notSubjectToEar';
  if (isOutside) parts.push(t('inventory.conclusion.notSubject'));
  if (met.length > 0 && isOutside) parts.push(t('inventory.conclusion.metOutside', { entries: met.slice(0, 4).join(', ') }));
  else if (met.length > 0) parts.push(t('inventory.conclusion.met', { entries: met.slice(0, 4).join(', '), count: met.length }));
  else if (open.length > 0) parts.push(t('inventory.conclusion.noneMet'));
  if (open.length > 0)
    parts.push(
      t('inventory.conclusion.open', { entries: open.slice(0, 4).join(', '), count: open.length, more: Math.max(0, open.length - 4) }),
    );
  const [first] = questions.filter(({ factId }) => !isAskedColumn(factId));
  if (open.length > 0 && first !== undefined) parts.push(t('inventory.conclusion.ask', { ask: first.ask }));
  if (parts.length === 0)
    parts.push(
      t(finding.standing === 'clearOnClaimedRules' ? 'inventory.conclusion.clearClaimed' : 'inventory.conclusion.clear', {
        classification: finding.classification,
      }),
    );
  if (
    finding.standing === 'clearOnClaimedRules' &&
    met.length === 0 &&
    open.length === 0 &&
    parts.length > 0 &&
    finding.classification === 'notSubjectToEar'
  )
    parts.push(t('inventory.conclusion.claimed'));
  if (elsewhere.size > 0) parts.push(t('inventory.conclusion.elsewhere', { count: elsewhere.size }));
  return parts.join(' ');
}
