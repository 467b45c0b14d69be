import type { LogSession, LogStep } from '../../../src-shared/contract/access-logs.ts';
import type { LogField, LogQuestion } from '../../../src-shared/formats/access-log.ts';
import { sentence } from '../../host/index.ts';
import type { ProductText, WizardStep } from '../../ui/index.ts';

export const logSteps: readonly LogStep[] = ['file', 'table', 'columns', 'values', 'check', 'people', 'review', 'done'];

/** Steps for the rail: what each came to, and why a later one cannot be visited yet. */
export function railSteps(t: ProductText, session: LogSession, current: LogStep): ReadonlyArray<WizardStep<LogStep>> {
  const furthest = logSteps.indexOf(session.step);
  const here = logSteps.indexOf(current);
  const closed = session.status === 'committed' || session.status === 'undone';
  // A step that may be visited is done only once somebody has gone past it, or the whole file was read with its answers.
  const isDone = (step: LogStep) =>
    logSteps.indexOf(step) < here || session.written !== null || (session.checked !== null && step !== 'people');
  return session.steps.map(({ step, state, note }) => ({
    id: step,
    title: t(`accessLogs.wizard.step.${step}`),
    summary: note === null || state === 'notYet' ? undefined : sentence(t, note),
    state: state === 'attention' ? 'attention' : closed || (state === 'done' && isDone(step)) ? 'done' : 'todo',
    ...(closed && step !== 'done' ? { blockedBecause: t('accessLogs.wizard.done.closed') } : {}),
    ...(!closed && logSteps.indexOf(step) > furthest ? { blockedBecause: t('imports.ui.notYet') } : {}),
  }));
}

export const productName = (t: ProductText, preset: string | null): string =>
  preset === null ? t('accessLogs.preset.none') : t.dynamic(`accessLogs.preset.${preset}`, {}, preset);

export const fieldName = (t: ProductText, field: LogField): string => t(`accessLogs.field.${field}`);

/** A question in words, with the column or word it is about. */
export function questionText(t: ProductText, { kind, about, column }: LogQuestion): string {
  const question = t.dynamic(`accessLogs.question.${kind}`, { about: about ?? '' });
  return column === null ? question : t('accessLogs.wizard.questionAbout', { question, column });
}

/** An instant as people read it: `2026-10-03 07:14:00 UTC`. */
export const instantText = (iso: string): string => `${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC`;

/** What a sample became: instants shortened, other values as they are. */
export const sampleText = (to: string): string => (/^\d{4}-\d{2}-\d{2}T\d{2}:/.test(to) ? instantText(to).replace(/:00 UTC$/, ' UTC') : to);

/** The day of an instant in words, so that day and month cannot be mistaken: `3 October 2026`. */
export const dayText = (locale: string, iso: string): string =>
  new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(iso));
