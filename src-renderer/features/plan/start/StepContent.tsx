import type { StartRequest, TemplateView } from '../../../../src-shared/contract/plan.ts';
import { formatDay, formatDayShort } from '../../../../src-shared/text/dates.ts';
import { QueryView, useHostQuery } from '../../../host/index.ts';
import { ChoiceCards, DayField, FactList, Note, Section, SimpleTable, useText } from '../../../ui/index.ts';
import { HolidayField, OwnerFields, WeekdayField } from './CalendarFields.tsx';
import { type StartDraft, startDay } from './draft.ts';
import classes from './start.module.css';
import { weekWords } from './week-words.ts';

interface StepProps {
  readonly draft: StartDraft;
  readonly set: (change: Partial<StartDraft>) => void;
  readonly templates: readonly TemplateView[];
  readonly template: TemplateView | null;
  readonly request: StartRequest | null;
}

/** What the step in view asks. */
export function StepContent(props: StepProps) {
  switch (props.draft.step) {
    case 'template':
      return <TemplateStep {...props} />;
    case 'start':
      return <WhenStep {...props} />;
    case 'holidays':
      return <HolidayField holidays={props.draft.holidays} onChange={(holidays) => props.set({ holidays: [...holidays] })} />;
    case 'owners':
      return <OwnerStep {...props} />;
    case 'review':
      return <ReviewStep {...props} />;
  }
}

function TemplateStep({ draft, set, templates }: StepProps) {
  const t = useText();
  return (
    <ChoiceCards<string>
      label={t('plan.start.step.template')}
      value={draft.templateId}
      choices={templates.map((template) => ({
        value: template.id,
        label: template.title,
        detail: template.about,
        aside: t('plan.template.size', {
          tasks: template.phases.reduce((sum, phase) => sum + phase.tasks.length, 0),
          weeks: template.weeks,
        }),
      }))}
      onChange={(templateId) => set({ templateId })}
    />
  );
}

function WhenStep({ draft, set }: StepProps) {
  const t = useText();
  const day = startDay(draft.startsOn);
  return (
    <div className={classes['form']}>
      <div className={classes['narrow']}>
        <DayField label={t('plan.start.monday')} value={draft.startsOn} onChange={(startsOn) => set({ startsOn })} required />
      </div>
      {day === null ? <Note tone="review">{t('plan.start.mondayFirst')}</Note> : null}
      <WeekdayField weekdays={draft.weekdays} onChange={(weekdays) => set({ weekdays: [...weekdays] })} />
    </div>
  );
}

function OwnerStep({ draft, set, template }: StepProps) {
  return <OwnerFields roles={template?.roles ?? []} owners={draft.owners} onChange={(owners) => set({ owners: { ...owners } })} />;
}

function ReviewStep({ draft, template, request }: StepProps) {
  const t = useText();
  if (template === null || request === null) return <Note tone="review">{t('plan.start.notReady')}</Note>;
  return (
    <div className={classes['form']}>
      <FactList
        rows={[
          { label: t('plan.start.step.template'), value: template.title },
          { label: t('plan.start.monday'), value: formatDay(request.startsOn, t.locale) },
          { label: t('plan.start.week'), value: weekWords(t, draft.weekdays) },
          { label: t('plan.start.step.holidays'), value: t('plan.start.holidayCount', { count: draft.holidays.length }) },
          {
            label: t('plan.start.step.owners'),
            value:
              request.owners.length === 0
                ? t('plan.nobody')
                : request.owners.map(({ role, name }) => `${name} (${t(`role.${role}`)})`).join(', '),
          },
        ]}
        labelWidth={132}
      />
      <Preview request={request} />
    </div>
  );
}

/** The dates that follow, and what the workspace already shows to be done. */
function Preview({ request }: { readonly request: StartRequest }) {
  const t = useText();
  const preview = useHostQuery('plan.preview', request, { keepPrevious: true });
  return (
    <QueryView query={preview} rows={4}>
      {(view) => (
        <>
          <Section title={t('plan.start.dates', { tasks: view.tasks, day: formatDay(view.endsOn, t.locale) })}>
            <SimpleTable
              label={t('plan.start.step.review')}
              place="inline"
              columns={[
                { id: 'phase', header: t('plan.column.phase'), cell: (row) => t(`plan.phase.${row.phase}`) },
                { id: 'start', header: t('plan.column.start'), width: 140, cell: (row) => formatDayShort(row.start, t.locale) },
                { id: 'end', header: t('plan.column.end'), width: 140, cell: (row) => formatDayShort(row.end, t.locale) },
              ]}
              groups={[{ id: 'all', rows: view.phases }]}
              rowKey={(row) => row.phase}
            />
          </Section>
          {view.already.length === 0 ? null : (
            <Section title={t('plan.start.already')} aside={t('plan.start.alreadyAside')}>
              <SimpleTable
                label={t('plan.start.already')}
                place="inline"
                columns={[
                  { id: 'title', header: t('plan.column.task'), cell: (row) => row.title },
                  {
                    id: 'done',
                    header: t('plan.column.progress'),
                    width: 140,
                    align: 'end',
                    cell: (row) => t('plan.reading', { done: row.done, of: row.of }),
                  },
                ]}
                groups={[{ id: 'all', rows: view.already }]}
                rowKey={(row) => row.title}
              />
            </Section>
          )}
        </>
      )}
    </QueryView>
  );
}
