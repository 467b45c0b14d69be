import { type ReactNode, useEffect, useId, useRef } from 'react';
import classes from './fields.module.css';
import { Icon, type IconType } from './Icon.tsx';

interface CheckboxProps {
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly hint?: ReactNode;
  readonly checked: boolean;
  /** Some but not all of what it stands for. */
  readonly mixed?: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean;
  readonly tabIndex?: number;
}

/** A tick box with its label. */
export function Checkbox({ label, labelHidden = false, hint, checked, mixed = false, onChange, disabled, tabIndex }: CheckboxProps) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current !== null) box.current.indeterminate = mixed;
  }, [mixed]);
  const input = (
    <input
      ref={box}
      type="checkbox"
      className={classes['tick']}
      checked={checked}
      disabled={disabled}
      tabIndex={tabIndex}
      aria-label={labelHidden ? label : undefined}
      onChange={(event) => onChange(event.target.checked)}
    />
  );
  if (labelHidden) return input;
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the `input` just below
    <label className={classes['check']}>
      {input}
      <span>
        {label}
        {hint === undefined ? null : <small>{hint}</small>}
      </span>
    </label>
  );
}

interface SwitchProps {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean;
}

/** A setting that acts at once. */
export function Switch({ label, hint, checked, onChange, disabled }: SwitchProps) {
  return (
    <label className={classes['check']}>
      <input
        type="checkbox"
        role="switch"
        aria-checked={checked}
        className={classes['switch']}
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>
        {label}
        {hint === undefined ? null : <small>{hint}</small>}
      </span>
    </label>
  );
}

export interface Choice<T extends string> {
  readonly value: T;
  readonly label: string;
  /** What follows from it; full sentence. */
  readonly detail?: ReactNode;
  /** At the right: `fits 412 of 412`. */
  readonly aside?: ReactNode;
  readonly icon?: IconType;
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly choices: ReadonlyArray<Choice<T>>;
  readonly value: T | null;
  readonly onChange: (value: T) => void;
}

/** One of a few answers that each need a sentence. Arrow keys move between them. */
export function ChoiceCards<T extends string>({ label, labelHidden = true, choices, value, onChange }: ChoiceProps<T>) {
  const name = useId();
  return (
    <fieldset className={classes['cards']}>
      <legend className={labelHidden ? 'visually-hidden' : classes['label']}>{label}</legend>
      {choices.map((choice) => (
        <label key={choice.value} className={classes['card']}>
          <input
            type="radio"
            name={name}
            className={classes['radio']}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
          />
          <span>
            <b>{choice.label}</b>
            {choice.detail === undefined ? null : <span className="muted">{choice.detail}</span>}
          </span>
          {choice.aside === undefined ? <span /> : <span className="caption muted">{choice.aside}</span>}
        </label>
      ))}
    </fieldset>
  );
}

/** One of two to five short answers or views, side by side. */
export function Segmented<T extends string>({ label, choices, value, onChange }: ChoiceProps<T>) {
  const name = useId();
  return (
    <fieldset className={classes['segments']}>
      <legend className="visually-hidden">{label}</legend>
      {choices.map((choice) => (
        <label key={choice.value}>
          <input type="radio" name={name} checked={choice.value === value} onChange={() => onChange(choice.value)} />
          {choice.icon === undefined ? null : <Icon of={choice.icon} />}
          {choice.label}
        </label>
      ))}
    </fieldset>
  );
}
