import type { ImportSession, ImportStep, Said } from '../../../src-shared/contract/imports.ts';
import type { ImportValue } from '../../../src-shared/formats/import-target.ts';
import type { ProductText, WizardStep } from '../../ui/index.ts';

/** A sentence that the core chose, in the person's language. */
export const sentence = (t: ProductText, said: Said): string => t.dynamic(said.key, said.params);

export const importSteps: readonly ImportStep[] = ['file', 'table', 'columns', 'values', 'check', 'review', 'done'];

/** Steps for the rail: what each came to, and why a later one cannot be visited yet. */
export function railSteps(t: ProductText, session: ImportSession): ReadonlyArray<WizardStep<ImportStep>> {
  const furthest = importSteps.indexOf(session.step);
  return session.steps.map(({ step, state, note }) => ({
    id: step,
    title: t(`imports.step.${step}`),
    summary: note === null || (state === 'notYet' && step !== 'values') ? undefined : sentence(t, note),
    state: state === 'attention' ? 'attention' : state === 'done' || (state === 'here' && step === 'done') ? 'done' : 'todo',
    ...(importSteps.indexOf(step) > furthest ? { blockedBecause: t('imports.ui.notYet') } : {}),
  }));
}

/** A value as text: figures grouped, lists joined, unknown said. */
export function valueText(t: ProductText, value: ImportValue | null): string {
  if (value === null) return t('imports.ui.nothing');
  if (value.state === 'unknown') return t('imports.ui.readUnknown');
  if (Array.isArray(value.value)) return value.value.map((one) => optionWord(t, one)).join(', ');
  if (typeof value.value === 'boolean') return t(value.value ? 'choice.yes' : 'choice.no');
  if (typeof value.value === 'number') return figure(value.value);
  return optionWord(t, value.value);
}

/** Option ids such as `mixtureOfExperts` have a word in the catalogue; a person's own text has none. */
function optionWord(t: ProductText, text: string): string {
  return /^[a-z]+(?:[A-Z][a-z]+)+$/.test(text) ? t.dynamic(`choice.${text}`, {}, text) : text;
}

/** Large figures as powers of ten, the way the rest of the product writes them. */
function figure(value: number): string {
  if (Math.abs(value) < 1e15) return value.toLocaleString('en-GB', { maximumFractionDigits: 6 });
  const [mantissa = '', exponent = ''] = value.toExponential(3).split('e+');
  return `${Number(mantissa)} × 10^${exponent}`;
}
