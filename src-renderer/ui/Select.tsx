import { Combobox, useCombobox } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useState } from 'react';
import { Field, type FieldProps } from './Field.tsx';
import classes from './fields.module.css';
import { Icon, type IconType } from './Icon.tsx';
import overlay from './overlay.module.css';
import { useText } from './text.tsx';

export interface SelectOption<T extends string = string> {
  readonly value: T;
  readonly label: string;
  readonly detail?: string;
  readonly icon?: IconType;
  readonly group?: string;
  readonly disabled?: boolean;
}

interface ListProps<T extends string> extends FieldProps {
  readonly options: ReadonlyArray<SelectOption<T>>;
  readonly placeholder?: string;
  readonly size?: 'small' | 'medium';
  readonly disabled?: boolean;
  /** A dashed edge while nothing is chosen, where leaving it so is a normal answer. */
  readonly dashedWhenEmpty?: boolean;
  /** A search line in the list. On by itself from nine options up. */
  readonly searchable?: boolean;
  /** Told what is typed; the caller then offers what fits, and nothing is filtered here. For lists too long to hand over. */
  readonly onSearch?: (typed: string) => void;
  /** What is offered does not answer yet what was typed: Enter then waits for what does. */
  readonly searching?: boolean;
  /** Words offered when nothing matches, to take what was typed as a new value. */
  readonly onCreate?: (typed: string) => void;
  readonly createLabel?: (typed: string) => string;
}

interface SelectProps<T extends string> extends ListProps<T> {
  readonly value: T | null;
  readonly onChange: (value: T) => void;
  /** Lets the person empty it again. */
  readonly onClear?: () => void;
}

/** One of many: a button that opens a list, with a search line when the list is long. */
export function Select<T extends string>(props: SelectProps<T>) {
  const chosen = props.options.find((option) => option.value === props.value);
  return (
    <OptionList
      {...props}
      chosen={props.value === null ? [] : [props.value]}
      face={
        chosen === undefined ? null : (
          <span className="row grow">
            {chosen.icon === undefined ? null : <Icon of={chosen.icon} />}
            <span className="ellipsis">{chosen.label}</span>
          </span>
        )
      }
      onPick={(value) => (value === props.value && props.onClear !== undefined ? props.onClear() : props.onChange(value))}
      closeOnPick
    />
  );
}

interface MultiSelectProps<T extends string> extends ListProps<T> {
  readonly values: readonly T[];
  readonly onChange: (values: readonly T[]) => void;
}

/** Several of many. The face lists the first ones and counts the rest. */
export function MultiSelect<T extends string>(props: MultiSelectProps<T>) {
  const { values, onChange, options } = props;
  const labels = options.filter((option) => values.includes(option.value)).map((option) => option.label);
  return (
    <OptionList
      {...props}
      chosen={values}
      face={
        labels.length === 0 ? null : (
          <span className="row grow">
            <span className="ellipsis">{labels.join(', ')}</span>
            {labels.length > 1 ? <span className="muted figures">{labels.length}</span> : null}
          </span>
        )
      }
      onPick={(value) => onChange(values.includes(value) ? values.filter((one) => one !== value) : [...values, value])}
      closeOnPick={false}
    />
  );
}

interface OptionListProps<T extends string> extends ListProps<T> {
  readonly chosen: readonly T[];
  readonly face: ReactNode;
  readonly onPick: (value: T) => void;
  readonly closeOnPick: boolean;
}

function OptionList<T extends string>(props: OptionListProps<T>) {
  const { options, chosen, face, onPick, closeOnPick, size = 'medium', onCreate, onSearch } = props;
  const t = useText();
  const [typed, setTyped] = useState('');
  const [entered, setEntered] = useState(false);
  const searchable = props.searchable ?? (options.length >= 9 || onCreate !== undefined || onSearch !== undefined);
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption();
      setTyped('');
      setEntered(false);
      onSearch?.('');
      combobox.focusTarget();
    },
    onDropdownOpen: () => {
      if (searchable) combobox.focusSearchInput();
      combobox.updateSelectedOptionIndex('active');
    },
  });
  const shown = useMemo(() => (onSearch === undefined ? matching(options, typed) : options), [options, typed, onSearch]);
  const groups = useMemo(() => grouped(shown), [shown]);

  const create = onCreate !== undefined && typed.trim() !== '' && !options.some((option) => option.label === typed.trim());
  const submit = (value: string) => {
    if (value === NEW) onCreate?.(typed.trim());
    else onPick(value as T);
    if (closeOnPick || value === NEW) combobox.closeDropdown();
  };

  const waits = props.searching === true && typed.trim() !== '';
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the end of a search and an Enter that came before it count
  useEffect(() => {
    if (waits || onSearch === undefined) return;
    if (typed.trim() !== '') combobox.selectFirstOption();
    if (!entered) return;
    setEntered(false);
    const first = shown.find((option) => option.disabled !== true)?.value ?? (create ? NEW : undefined);
    if (first !== undefined) submit(first);
  }, [waits, entered]);
  const beforeList = (event: KeyboardEvent) => {
    if (event.key === 'Tab') combobox.closeDropdown();
    if (event.key !== 'Enter' || !waits) return;
    event.preventDefault();
    event.stopPropagation();
    setEntered(true);
  };

  return (
    <Field {...props}>
      {({ id, describedBy, invalid }) => (
        <Combobox
          store={combobox}
          offset={4}
          transitionProps={{ duration: 0 }}
          classNames={{ dropdown: overlay['floating'] ?? '', option: classes['option'] ?? '', groupLabel: overlay['menuLabel'] ?? '' }}
          onOptionSubmit={submit}
        >
          <Combobox.Target targetType="button">
            <button
              id={id}
              type="button"
              className={`${classes['box'] ?? ''} ${classes['selectButton'] ?? ''}`}
              data-size={size}
              data-invalid={invalid ? '' : undefined}
              data-empty={face === null ? (props.dashedWhenEmpty === true ? 'dashed' : '') : undefined}
              aria-describedby={describedBy}
              aria-invalid={invalid || undefined}
              disabled={props.disabled}
              onClick={() => combobox.toggleDropdown()}
            >
              {face ?? <span className="ellipsis">{props.placeholder ?? t('common.choose')}</span>}
              <Icon of={IconChevronDown} size={14} />
            </button>
          </Combobox.Target>
          <Combobox.Dropdown>
            {searchable ? (
              <Combobox.Search
                value={typed}
                aria-label={t('common.search')}
                placeholder={t('common.search')}
                onKeyDownCapture={beforeList}
                onChange={(event) => {
                  setEntered(false);
                  setTyped(event.currentTarget.value);
                  onSearch?.(event.currentTarget.value);
                  combobox.selectFirstOption();
                }}
              />
            ) : null}
            <Combobox.Options mah={280} style={{ overflowY: 'auto' }} aria-multiselectable={!closeOnPick || undefined}>
              {groups.map(([group, members]) => {
                const rows = members.map((option) => (
                  <OptionRow key={option.value} option={option} active={chosen.includes(option.value)} />
                ));
                return group === '' ? (
                  rows
                ) : (
                  <Combobox.Group key={group} label={group}>
                    {rows}
                  </Combobox.Group>
                );
              })}
              {create ? <Combobox.Option value={NEW}>{props.createLabel?.(typed.trim()) ?? typed.trim()}</Combobox.Option> : null}
              {shown.length === 0 && onCreate === undefined ? <Combobox.Empty>{t('common.nothingFound')}</Combobox.Empty> : null}
            </Combobox.Options>
          </Combobox.Dropdown>
        </Combobox>
      )}
    </Field>
  );
}

const NEW = '\u0000new';

function OptionRow<T extends string>({ option, active }: { readonly option: SelectOption<T>; readonly active: boolean }) {
  return (
    <Combobox.Option value={option.value} active={active} aria-selected={active} disabled={option.disabled === true}>
      {option.icon === undefined ? null : <Icon of={option.icon} />}
      <span className="grow">
        {option.label}
        {option.detail === undefined ? null : <small>{option.detail}</small>}
      </span>
      {active ? <Icon of={IconCheck} size={14} /> : null}
    </Combobox.Option>
  );
}

function matching<T extends string>(options: ReadonlyArray<SelectOption<T>>, typed: string): ReadonlyArray<SelectOption<T>> {
  const wanted = typed.trim().toLocaleLowerCase();
  if (wanted === '') return options;
  return options
    .filter((option) => `${option.label} ${option.detail ?? ''} ${option.value}`.toLocaleLowerCase().includes(wanted))
    .slice(0, 200);
}

function grouped<T extends string>(
  options: ReadonlyArray<SelectOption<T>>,
): ReadonlyArray<readonly [string, ReadonlyArray<SelectOption<T>>]> {
  const groups = new Map<string, Array<SelectOption<T>>>();
  for (const option of options) {
    const members = groups.get(option.group ?? '');
    if (members === undefined) groups.set(option.group ?? '', [option]);
    else members.push(option);
  }
  return [...groups];
}
