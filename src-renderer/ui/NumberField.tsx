import { type ReactNode, useState } from 'react';
import { flushSync } from 'react-dom';
import { formatQuantity, numberParts, parseQuantity } from '../../src-shared/text/numbers.ts';
import { Field, type FieldProps } from './Field.tsx';
import classes from './fields.module.css';
import { useText } from './text.tsx';

interface NumberFieldProps extends FieldProps {
  /** `null` means nothing is given. */
  readonly value: number | null;
  /** Called when the person leaves the field or presses `Enter`, with the number read or `null` when it was emptied. */
  readonly onCommit: (value: number | null) => void;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  /** Shown inside, at the right: `mm²`, `h`. */
  readonly unit?: ReactNode;
  readonly size?: 'small' | 'medium';
  readonly disabled?: boolean;
  readonly integer?: boolean;
  readonly placeholder?: string;
}

/**
 * A number as the trade writes it: `13.4e12`, `13.4 × 10^12`, `420B`, `4,096`. Shows the typed form while the focus is
 * inside and the readable one after. What cannot be read stays in the field with the reason; nothing typed is lost.
 */
export function NumberField(props: NumberFieldProps) {
  const { value, onCommit, min, max, unit, size = 'medium' } = props;
  const t = useText();
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | undefined>(undefined);

  const commit = () => {
    if (typed === null) return;
    if (typed.trim() === '') {
      setTyped(null);
      setProblem(undefined);
      if (value !== null) onCommit(null);
      return;
    }
    const read = parseQuantity(typed);
    if (read === null || (props.integer === true && !Number.isInteger(read))) return setProblem(t('common.notANumber'));
    if (min !== undefined && read < min) return setProblem(t('common.tooSmall', { min: formatQuantity(min, t.locale) }));
    if (max !== undefined && read > max) return setProblem(t('common.tooLarge', { max: formatQuantity(max, t.locale) }));
    setTyped(null);
    setProblem(undefined);
    if (read !== value) onCommit(read);
  };

  return (
    <Field {...props} error={problem ?? props.error}>
      {({ id, describedBy, invalid }) => (
        <span
          className={classes['box']}
          data-size={size}
          data-invalid={invalid ? '' : undefined}
          data-off={props.disabled === true ? '' : undefined}
        >
          <input
            id={id}
            type="text"
            inputMode="decimal"
            data-align="end"
            value={typed ?? (value === null ? '' : formatQuantity(value, t.locale, significant(value, t.locale)))}
            placeholder={props.placeholder}
            disabled={props.disabled}
            required={props.required}
            aria-invalid={invalid || undefined}
            aria-describedby={describedBy}
            autoComplete="off"
            onFocus={(event) => {
              const input = event.target;
              if (typed === null && value !== null && numberParts(value, t.locale).exponent !== null)
                flushSync(() => setTyped(String(value)));
              selectAll(input);
            }}
            onChange={(event) => setTyped(event.target.value)}
            onBlur={commit}
            onKeyDown={(event) => {
              if (event.key === 'Enter') commit();
              if (event.key === 'Escape' && typed !== null) {
                event.stopPropagation();
                setTyped(null);
                setProblem(undefined);
              }
            }}
          />
          {unit === undefined ? null : <span className={classes['unit']}>{unit}</span>}
        </span>
      )}
    </Field>
  );
}

/**
 * Selects what a field holds, now and once more after a click has put its caret down. `select` also takes the focus, so
 * that second time must not come when the person has gone on or begun to type.
 */
function selectAll(input: HTMLInputElement): void {
  input.select();
  const shown = input.value;
  requestAnimationFrame(() => {
    if (document.activeElement === input && input.value === shown) input.select();
  });
}

/** Digits needed to show what was given, so that 13.4 × 10¹² is not rounded to 13. */
function significant(value: number, locale: string): number {
  if (numberParts(value, locale).exponent === null) return 2;
  const digits = value.toExponential().split('e')[0]?.replace(/[-.]/g, '').length ?? 2;
  return Math.min(6, Math.max(2, digits));
}
