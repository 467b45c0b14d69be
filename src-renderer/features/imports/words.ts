import type { ImportSession, ImportStep } from '../../../src-shared/contract/imports.ts';
import type { ImportField, ImportValue } from '../../../src-shared/formats/import-target.ts';
import { countryName } from '../../../src-shared/text/countries.ts';
import { formatQuantity, rawNumber } from '../../../src-shared/text/numbers.ts';
import { sentence } from '../../host/index.ts';
import type { ProductText, WizardStep } from '../../ui/index.ts';

/** What rows become, as one word for addresses and choices: the kind of asset, or the register. */
export const kindOf = ({ target, variant }: { readonly target: string; readonly variant: string }): string =>
  variant === '' ? target : variant;

/** The register and kind behind that word. */
export const targetOf = (kind: string): { readonly target: string; readonly variant: string } =>
  kind === 'people' || kind === 'parties' || kind === 'training' || kind === 'transfers'
    ? { target: kind, variant: '' }
    : { target: 'assets', variant: kind };

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

/** A value as text: figures grouped, lists joined, unknown said; a country by its name where the `type` of the field says that it is one. */
export function valueText(t: ProductText, value: ImportValue | null, type?: ImportField['type']): string {
  if (value === null) return t('imports.ui.nothing');
  if (value.state === 'unknown') return t('imports.ui.readUnknown');
  const word = (text: string) => (type === 'country' || type === 'countries' ? countryName(t.locale, text) : optionWord(t, text));
  if (Array.isArray(value.value)) return value.value.map(word).join(', ');
  if (typeof value.value === 'boolean') return t(value.value ? 'choice.yes' : 'choice.no');
  if (typeof value.value === 'number') return formatQuantity(value.value, t.locale, digitsOf(value.value));
  return word(value.value);
}

/** Option ids such as `mixtureOfExperts` have a word in the catalogue; a person's own text has none. */
function optionWord(t: ProductText, text: string): string {
  return /^[a-z]+(?:[A-Z][a-z]+)+$/.test(text) ? t.dynamic(`choice.${text}`, {}, text) : text;
}

/** A value with its figure in full and a country as its code, for copying and for a tooltip. */
export function rawText(t: ProductText, value: ImportValue | null): string {
  return value?.state === 'known' && typeof value.value === 'number' ? rawNumber(value.value) : valueText(t, value);
}

/** As many digits as the figure has, so that two that differ never look the same: from 2 to 6. */
function digitsOf(value: number): number {
  const mantissa = Math.abs(value).toExponential().split('e')[0] ?? '';
  return Math.min(6, Math.max(2, mantissa.replace('.', '').length));
}
