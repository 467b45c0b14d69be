import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import type { StartRequest, TemplateView } from '../../../../src-shared/contract/plan.ts';
import type { DutyRole } from '../../../../src-shared/model/duty-role.ts';
import { formatDay } from '../../../../src-shared/text/dates.ts';
import { errorSentence, QueryView, useDraft, useHostCommand, useHostQuery } from '../../../host/index.ts';
import { Note, type ProductText, useGoOn, useText, useToast, Wizard, type WizardStep } from '../../../ui/index.ts';
import { emptyDraft, StartDraft, type StartStep, startDay, startSteps } from './draft.ts';
import { StepContent } from './StepContent.tsx';
import { StepMeaning } from './StepMeaning.tsx';
import { weekWords } from './week-words.ts';

/** Starting a plan: template, Monday, holidays, owners, review. Nothing is written before the last step. */
export function StartWizard() {
  const templates = useHostQuery('plan.templates', {});
  const settings = useHostQuery('settings.get', {});
  return (
    <QueryView query={templates}>
      {(list) => <QueryView query={settings}>{({ today }) => <Wizardry templates={list} today={today} />}</QueryView>}
    </QueryView>
  );
}

function Wizardry({ templates, today }: { readonly templates: readonly TemplateView[]; readonly today: string }) {
  const t = useText();
  const navigate = useNavigate();
  const goOn = useGoOn();
  const toast = useToast();
  const start = useHostCommand('plan.start');
  const initial = useMemo(() => ({ ...emptyDraft(today), templateId: templates[0]?.id ?? null }), [today, templates]);
  const stored = useDraft<StartDraft>('plan.start', StartDraft, initial);
  const draft = stored.value;
  if (draft === null) return null;
  const template = templates.find((one) => one.id === draft.templateId) ?? null;
  const set = (change: Partial<StartDraft>) => stored.set({ ...draft, ...change });
  const go = (step: StartStep) => set({ step });
  const request = requestOf(t, draft, template);
  const at = startSteps.indexOf(draft.step);
  const next = startSteps[at + 1];
  const problem = problemOf(t, draft, template);
  const finish = async () => {
    if (request === null) return;
    const reply = await start.run(request);
    if (!reply.ok) return;
    await stored.discard();
    toast({ message: t('plan.start.done', { count: reply.value.tasks }) });
    goOn('/plan?view=timeline', { replace: true });
  };
  return (
    <Wizard<StartStep>
      title={t('plan.start.title')}
      subtitle={template?.title}
      steps={stepsOf(t, draft, template)}
      current={draft.step}
      onStep={go}
      heading={t(`plan.start.heading.${draft.step}`)}
      lead={t(`plan.start.lead.${draft.step}`)}
      meaning={<StepMeaning step={draft.step} template={template} />}
      onLeave={() => {
        void stored.flush();
        void navigate('/plan');
      }}
      next={
        next === undefined
          ? {
              label: t('plan.start.submit'),
              onClick: () => void finish(),
              disabledBecause: request === null ? problem : undefined,
              busy: start.pending,
            }
          : { label: t(`plan.start.step.${next}`), onClick: () => go(next), disabledBecause: problem }
      }
    >
      <StepContent draft={draft} set={set} templates={templates} template={template} request={request} />
      {start.error === null ? null : (
        <Note tone="restricted" live>
          {errorSentence(t, start.error)}
        </Note>
      )}
    </Wizard>
  );
}

/** What hinders going on from the present step; undefined where nothing does. */
function problemOf(t: ProductText, draft: StartDraft, template: TemplateView | null): string | undefined {
  if (template === null) return t('plan.start.templateFirst');
  const pastStart = startSteps.indexOf(draft.step) >= startSteps.indexOf('start');
  if (pastStart && startDay(draft.startsOn) === null) return t('plan.start.mondayFirst');
  if (pastStart && draft.weekdays.length === 0) return t('plan.start.weekdaysFirst');
  return undefined;
}

function requestOf(t: ProductText, draft: StartDraft, template: TemplateView | null): StartRequest | null {
  const startsOn = startDay(draft.startsOn);
  if (template === null || startsOn === null || draft.weekdays.length === 0) return null;
  return {
    templateId: template.id,
    title: t('plan.start.planTitle'),
    startsOn,
    calendar: { weekdays: [...draft.weekdays].sort((a, b) => a - b), holidays: draft.holidays },
    owners: Object.entries(draft.owners).flatMap(([role, name]) =>
      name.trim() === '' ? [] : [{ role: role as DutyRole, name: name.trim() }],
    ),
  };
}

function stepsOf(t: ProductText, draft: StartDraft, template: TemplateView | null): ReadonlyArray<WizardStep<StartStep>> {
  const at = startSteps.indexOf(draft.step);
  const day = startDay(draft.startsOn);
  const named = (template?.roles ?? []).filter(({ role }) => (draft.owners[role] ?? '').trim() !== '').length;
  const summary: Readonly<Record<StartStep, string | undefined>> = {
    template: template?.title,
    start: day === null ? undefined : `${formatDay(day, t.locale)}, ${weekWords(t, draft.weekdays)}`,
    holidays: t('plan.start.holidayCount', { count: draft.holidays.length }),
    owners: template === null ? undefined : t('plan.start.ownerCount', { named, count: template.roles.length }),
    review: undefined,
  };
  const bad: Readonly<Record<StartStep, boolean>> = {
    template: template === null,
    start: day === null || draft.weekdays.length === 0,
    holidays: false,
    owners: named === 0,
    review: false,
  };
  return startSteps.map((id, place) => ({
    id,
    title: t(`plan.start.step.${id}`),
    summary: place < at || id === 'template' ? summary[id] : undefined,
    state: place < at ? (bad[id] ? 'attention' : 'done') : 'todo',
  }));
}
