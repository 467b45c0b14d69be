import { useId } from 'react';
import { maturities } from '../../../../src-shared/model/programme.ts';
import { useText } from '../../../ui/index.ts';
import classes from '../programme.module.css';

interface MaturityScaleProps {
  /** Null while nobody answered, or the question lies outside. */
  readonly value: number | null;
  /** Last time; marked on the scale. */
  readonly before: number | null;
  readonly target: number;
  readonly onChange: (value: number) => void;
}

/** The five steps side by side, or one above the other where there is no room for five; each with what it means; arrows move between them. */
export function MaturityScale({ value, before, target, onChange }: MaturityScaleProps) {
  const t = useText();
  const name = useId();
  const marks = (step: number) =>
    [step === before ? t('programme.assessment.lastTimeShort') : '', step === target ? t('programme.assessment.targetShort') : '']
      .filter((mark) => mark !== '')
      .join(', ');
  return (
    <div className={classes['scaleRoom']}>
      <fieldset className={classes['scale']}>
        <legend className="visually-hidden">{t('programme.assessment.maturity')}</legend>
        {maturities.map((step) => (
          <label key={step}>
            <input type="radio" name={name} checked={step === value} onChange={() => onChange(step)} />
            <span className={classes['scaleHead']}>
              <b>{step}</b>
              <span className="caption muted">{marks(step)}</span>
            </span>
            <b className="medium">{t(`programme.maturity.${step}`)}</b>
            <span className="muted">{t(`programme.maturity.${step}.what`)}</span>
          </label>
        ))}
      </fieldset>
    </div>
  );
}
