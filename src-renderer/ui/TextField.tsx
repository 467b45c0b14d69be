import { IconArrowBigUp, IconEye, IconEyeOff } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, type Ref, useState } from 'react';
import { Field, type FieldProps } from './Field.tsx';
import classes from './fields.module.css';
import { Icon, type IconType } from './Icon.tsx';
import { useText } from './text.tsx';

export interface TextFieldProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** The value is final for now: focus left, or `Enter` was pressed. Autosave hangs on this. */
  readonly onCommit?: ((value: string) => void) | undefined;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
  readonly placeholder?: string;
  readonly icon?: IconType;
  readonly size?: 'small' | 'medium' | 'large';
  readonly maxLength?: number;
  readonly disabled?: boolean;
  readonly search?: boolean;
  readonly autoFocus?: boolean;
  readonly code?: boolean;
  readonly suffix?: ReactNode;
  readonly ref?: Ref<HTMLInputElement>;
}

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const { value, onChange, onCommit, icon, size = 'medium' } = props;
  return (
    <Field {...props}>
      {({ id, describedBy, invalid }) => (
        <span
          className={classes['box']}
          data-size={size}
          data-invalid={invalid ? '' : undefined}
          data-off={props.disabled === true ? '' : undefined}
        >
          {icon === undefined ? null : <Icon of={icon} />}
          <input
            ref={props.ref}
            id={id}
            type={props.search === true ? 'search' : 'text'}
            className={props.code === true ? 'code' : undefined}
            value={value}
            placeholder={props.placeholder}
            maxLength={props.maxLength}
            disabled={props.disabled}
            required={props.required}
            autoFocus={props.autoFocus}
            data-autofocus={props.autoFocus === true ? '' : undefined}
            aria-invalid={invalid || undefined}
            aria-describedby={describedBy}
            autoComplete="off"
            onChange={(event) => onChange(event.target.value)}
            onBlur={() => onCommit?.(value)}
            onKeyDown={(event) => {
              props.onKeyDown?.(event);
              if (event.key === 'Enter' && !event.defaultPrevented) onCommit?.(value);
            }}
          />
          {props.suffix === undefined ? null : <span className={classes['unit']}>{props.suffix}</span>}
        </span>
      )}
    </Field>
  );
}

interface TextAreaProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onCommit?: ((value: string) => void) | undefined;
  readonly rows?: number;
  readonly maxLength?: number;
  readonly placeholder?: string;
  readonly autoFocus?: boolean;
}

/** Several lines of text. */
export function TextArea(props: TextAreaProps) {
  return (
    <Field {...props}>
      {({ id, describedBy, invalid }) => (
        <span className={`${classes['box'] ?? ''} ${classes['boxArea'] ?? ''}`} data-invalid={invalid ? '' : undefined}>
          <textarea
            id={id}
            className={classes['area']}
            autoFocus={props.autoFocus}
            data-autofocus={props.autoFocus === true ? '' : undefined}
            rows={props.rows ?? 3}
            value={props.value}
            maxLength={props.maxLength}
            placeholder={props.placeholder}
            aria-invalid={invalid || undefined}
            aria-describedby={describedBy}
            onChange={(event) => props.onChange(event.target.value)}
            onBlur={() => props.onCommit?.(props.value)}
          />
        </span>
      )}
    </Field>
  );
}

interface PassphraseFieldProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly autoFocus?: boolean;
  readonly size?: 'medium' | 'large';
  readonly isNew?: boolean;
  readonly ref?: Ref<HTMLInputElement>;
}

/** A secret: hidden by default, can be shown, tells when Caps Lock is on. Paste is allowed. */
export function PassphraseField(props: PassphraseFieldProps) {
  const t = useText();
  const [shown, setShown] = useState(false);
  const [capsLock, setCapsLock] = useState(false);
  const capsHint = (
    <span className="row">
      <Icon of={IconArrowBigUp} size={14} />
      {t('common.capsLock')}
    </span>
  );
  return (
    <Field {...props} hint={capsLock ? capsHint : props.hint}>
      {({ id, describedBy, invalid }) => (
        <span className={classes['box']} data-size={props.size ?? 'medium'} data-invalid={invalid ? '' : undefined}>
          <input
            ref={props.ref}
            id={id}
            type={shown ? 'text' : 'password'}
            placeholder=" "
            value={props.value}
            autoFocus={props.autoFocus}
            data-autofocus={props.autoFocus === true ? '' : undefined}
            aria-invalid={invalid || undefined}
            aria-describedby={describedBy}
            autoComplete={props.isNew === true ? 'new-password' : 'current-password'}
            spellCheck={false}
            maxLength={1000}
            onChange={(event) => props.onChange(event.target.value)}
            onKeyUp={(event) => setCapsLock(event.getModifierState('CapsLock'))}
            onBlur={() => setCapsLock(false)}
          />
          <button
            type="button"
            className={classes['reveal']}
            aria-label={shown ? t('common.hidePassphrase') : t('common.showPassphrase')}
            aria-pressed={shown}
            onClick={() => setShown(!shown)}
          >
            <Icon of={shown ? IconEyeOff : IconEye} size={18} />
          </button>
        </span>
      )}
    </Field>
  );
}
