import type { TrainingCounts } from '../../../../src-shared/contract/training.ts';
import type { TrainingState } from '../../../../src-shared/model/training.ts';
import { StatusText, type Tone, useText } from '../../../ui/index.ts';
import classes from './training.module.css';

const tones: Readonly<Record<TrainingState, Tone>> = { done: 'clear', soon: 'info', toDo: 'info', overdue: 'review' };

/** Where somebody stands with what is asked of them, by word and mark. */
export function StateWord({ state }: { readonly state: TrainingState }) {
  const t = useText();
  return <StatusText tone={tones[state]}>{t(`training.state.${state}`)}</StatusText>;
}

const parts = ['inDate', 'toDo', 'overdue'] as const;

/** People in date, not yet due and overdue as one bar; its words and figures are said to whoever cannot see it. */
export function CountsBar({ counts }: { readonly counts: TrainingCounts }) {
  const t = useText();
  if (counts.people === 0) return <span className="muted">–</span>;
  return (
    <span className={classes['counts']} role="img" aria-label={t('training.bar', counts)} title={t('training.bar', counts)}>
      <span className={classes['bar']}>
        {parts.map((part) => (
          <span key={part} data-part={part} style={{ ['--share' as string]: counts[part] / counts.people }} />
        ))}
      </span>
      <span className="figures">
        {counts.inDate.toLocaleString(t.locale)} / {counts.people.toLocaleString(t.locale)}
      </span>
    </span>
  );
}
