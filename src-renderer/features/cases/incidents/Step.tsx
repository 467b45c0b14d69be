import type { ReactNode } from 'react';
import type { IncidentStepId } from '../../../../src-shared/contract/cases.ts';
import { useText } from '../../../ui/index.ts';
import classes from '../cases.module.css';

export type StepId = IncidentStepId | 'what' | 'history';

interface StepProps {
  readonly id: StepId;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** One step of the file; the rail jumps to it. */
export function Step({ id, actions, children }: StepProps) {
  const t = useText();
  const about = id === 'what' || id === 'history' ? null : t(`cases.stepAbout.${id}`);
  return (
    <section id={`step-${id}`} className={classes['step']} aria-label={t(`cases.step.${id}`)} tabIndex={-1}>
      <header>
        <h2>{t(`cases.step.${id}`)}</h2>
        {about === null ? null : <span className={classes['small']}>{about}</span>}
        {actions === undefined ? null : <span data-end="">{actions}</span>}
      </header>
      {children}
    </section>
  );
}
