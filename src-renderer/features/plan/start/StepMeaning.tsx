import type { TemplateView } from '../../../../src-shared/contract/plan.ts';
import { Meaning, useText } from '../../../ui/index.ts';
import type { StartStep } from './draft.ts';
import classes from './start.module.css';

/** What the step means for the plan; at the template, what it holds. */
export function StepMeaning({ step, template }: { readonly step: StartStep; readonly template: TemplateView | null }) {
  const t = useText();
  if (step === 'template' && template !== null)
    return (
      <>
        {template.phases.map((phase) => (
          <div key={phase.phase} className={classes['phase']}>
            <h3>{t('plan.template.phase', { phase: t(`plan.phase.${phase.phase}`), weeks: phase.weeks })}</h3>
            <ul>
              {phase.tasks.map((title) => (
                <li key={title}>{title}</li>
              ))}
            </ul>
          </div>
        ))}
      </>
    );
  return <Meaning title={t(`plan.start.meaning.${step}.title`)}>{t(`plan.start.meaning.${step}.text`)}</Meaning>;
}
