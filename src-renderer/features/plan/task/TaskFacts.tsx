import { useId } from 'react';
import type { PlanView } from '../../../../src-shared/contract/plan.ts';
import { percentOf, type ScheduledTask } from '../../../../src-shared/model/plan.ts';
import { formatDay } from '../../../../src-shared/text/dates.ts';
import { Checkbox, FactList, type FactRow, Note, ProgressBar, Section, useText } from '../../../ui/index.ts';
import classes from '../plan.module.css';
import { usePlanActions } from '../plan-data.ts';
import { proposalWords, readingWords, reopenedWords } from '../words.ts';

/** What the core did and proposes, in a sentence each: opened again what was lost, close what is met. */
export function ProposalNote({ task }: { readonly task: ScheduledTask }) {
  const t = useText();
  const reopened = reopenedWords(t, task);
  return (
    <>
      {reopened === null ? null : <Note tone="review">{reopened}</Note>}
      {task.proposal === null ? null : <Note tone={task.proposal === 'close' ? 'clear' : 'review'}>{proposalWords(t, task, 'long')}</Note>}
    </>
  );
}

/** Who, when, how late and how far, in pairs. */
export function TaskFactList({ task, labelWidth = 112 }: { readonly task: ScheduledTask; readonly labelWidth?: number }) {
  const t = useText();
  const span = (value: ScheduledTask['span']) =>
    value.start === value.end
      ? formatDay(value.start, t.locale)
      : t('plan.span', { start: formatDay(value.start, t.locale), end: formatDay(value.end, t.locale) });
  const rows: readonly (FactRow | null)[] = [
    { label: t('plan.column.state'), value: t(`plan.state.${task.state}`) },
    task.waitingFor === '' ? null : { label: t('plan.board.waiting.field'), value: task.waitingFor },
    { label: t('plan.column.owner'), value: task.owner === '' ? <span className="muted">{t('plan.nobody')}</span> : task.owner },
    task.ownerRole === null ? null : { label: t('plan.column.role'), value: t(`role.${task.ownerRole}`) },
    { label: t('plan.column.phase'), value: t(`plan.phase.${task.phase}`) },
    { label: t(task.closed === null ? 'plan.task.expected' : 'plan.task.lay'), value: span(task.expected) },
    task.planned === null ? null : { label: t('plan.task.planned'), value: span(task.planned) },
    task.closed !== null
      ? { label: t('plan.task.closed'), value: t('plan.task.closedBy', { day: formatDay(task.closed.on, t.locale), by: task.closed.by }) }
      : {
          label: t('plan.task.standing'),
          value: [
            task.slipDays > 0 ? t('plan.task.late', { days: task.slipDays }) : t('plan.task.onTime'),
            task.critical ? t('plan.legend.critical') : t('plan.task.slack', { days: task.slackDays }),
          ].join(', '),
        },
    { label: t('plan.column.cause'), value: t(`plan.cause.${task.cause}`) },
  ];
  return <FactList rows={rows.filter((row) => row !== null)} labelWidth={labelWidth} />;
}

/** How far it is: by its measure, which is read from the workspace, or by hand. */
export function MeasurePart({ task }: { readonly task: ScheduledTask }) {
  const t = useText();
  const reading = readingWords(t, task);
  if (task.measure === null || task.closed !== null) return null;
  return (
    <Section title={t('plan.task.measure')} aside={t('plan.task.measureAside')}>
      <div className={classes['measure']}>
        <div>
          <span>{t.dynamic(`measure.${task.measure.id}`)}</span>
          <span className="figures">{reading ?? t('plan.task.nothingToCount')}</span>
        </div>
        <ProgressBar value={percentOf(task)} max={100} label={t('plan.column.percentLong')} />
        <span className="caption muted">{t('plan.task.measureMet', { percent: task.measure.percent })}</span>
      </div>
    </Section>
  );
}

interface StepsPartProps {
  readonly plan: PlanView;
  readonly task: ScheduledTask;
  /** Its plan was closed: nothing can be ticked. */
  readonly ended?: boolean;
}

/** The steps as a list to tick. */
export function StepsPart({ plan, task, ended = false }: StepsPartProps) {
  const t = useText();
  const id = useId();
  const { change } = usePlanActions(plan);
  if (task.steps.length === 0) return null;
  const done = task.steps.filter((step) => step.done).length;
  return (
    <Section title={t('plan.task.steps')} aside={t('plan.reading', { done, of: task.steps.length })}>
      <div className={classes['steps']}>
        {task.steps.map((step, place) => (
          <Checkbox
            key={`${id} ${step.text}`}
            label={step.text}
            checked={step.done}
            disabled={ended || task.closed !== null}
            onChange={(ticked) =>
              void change(task, { steps: task.steps.map((one, other) => (other === place ? { ...one, done: ticked } : one)) })
            }
          />
        ))}
      </div>
    </Section>
  );
}

/** The tasks before and after it, as links. */
export function ChainPart({ plan, task }: { readonly plan: PlanView; readonly task: ScheduledTask }) {
  const t = useText();
  const before = plan.tasks.filter((one) => task.dependsOn.includes(one.id));
  const next = plan.tasks.filter((one) => one.dependsOn.includes(task.id));
  if (before.length + next.length === 0) return null;
  const list = (label: string, tasks: readonly ScheduledTask[]): FactRow | null =>
    tasks.length === 0
      ? null
      : {
          label,
          value: (
            <ul>
              {tasks.map((one) => (
                <li key={one.id}>
                  <a href={`#/plan/tasks/${one.id}`}>{one.title}</a> <span className="muted">{t(`plan.state.${one.state}`)}</span>
                </li>
              ))}
            </ul>
          ),
        };
  const rows = [list(t('plan.task.before'), before), list(t('plan.task.next'), next)].filter((row) => row !== null);
  return (
    <Section title={t('plan.task.chain')}>
      <FactList rows={rows} labelWidth={88} />
    </Section>
  );
}
