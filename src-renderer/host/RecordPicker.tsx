import { useState } from 'react';
import type { RecordKind, RecordRef } from '../../src-shared/model/record-ref.ts';
import { FilterChips, Select, useText } from '../ui/index.ts';
import { useHostQuery } from './hooks.ts';
import classes from './RecordPicker.module.css';

/** A record with the name it was found by. */
export interface Picked {
  readonly record: RecordRef;
  readonly name: string;
}

const keyOf = ({ kind, id }: RecordRef): string => `${kind} ${id}`;

interface RecordPickerProps {
  readonly label: string;
  readonly hint?: string;
  readonly picked: readonly Picked[];
  readonly onChange: (picked: readonly Picked[]) => void;
  /** Kinds to offer; where it is absent those that something that happened may be about. */
  readonly kinds?: readonly RecordKind[];
  /** One record instead of several. */
  readonly single?: boolean;
}

const usual = ['asset', 'person', 'party', 'accessFinding', 'screeningHit', 'site'] as const satisfies readonly RecordKind[];

/** Finds records of any room by what is typed, and keeps those that were chosen. */
export function RecordPicker({ label, hint, picked, onChange, kinds = usual, single = false }: RecordPickerProps) {
  const t = useText();
  const [typed, setTyped] = useState('');
  const wanted = typed.trim();
  const found = useHostQuery(
    'search.records',
    { text: wanted === '' ? '-' : wanted.slice(0, 200), limit: 30, kinds: [...kinds] },
    { keepPrevious: true, enabled: wanted !== '' },
  );
  const chosen = new Set(picked.map(({ record }) => keyOf(record)));
  const offered = (wanted === '' ? [] : (found.data ?? [])).map(({ ref, title }) => ({ record: ref, name: title }));
  const options = offered.filter(({ record }) => single || !chosen.has(keyOf(record)));
  const [only] = picked;
  const known =
    single && only !== undefined && !options.some(({ record }) => keyOf(record) === keyOf(only.record)) ? [{ ...only, detail: '' }] : [];
  return (
    <div className={classes['picker']}>
      <Select
        label={label}
        {...(hint === undefined ? {} : { hint })}
        value={single && only !== undefined ? keyOf(only.record) : null}
        onSearch={setTyped}
        searching={found.isPlaceholderData || found.isPending}
        searchable
        options={[...options, ...known].map(({ record, name }) => ({
          value: keyOf(record),
          label: name,
          detail: t(`recordKind.${record.kind}`),
        }))}
        onChange={(value) => {
          const one = offered.find(({ record }) => keyOf(record) === value);
          if (one === undefined) return;
          const next = { record: one.record, name: one.name };
          onChange(single ? [next] : [...picked, next]);
        }}
      />
      {single || picked.length === 0 ? null : (
        <div className={classes['chips']}>
          <FilterChips
            filters={picked.map(({ record, name }) => ({ id: keyOf(record), label: name }))}
            onRemove={(id) => onChange(picked.filter(({ record }) => keyOf(record) !== id))}
          />
        </div>
      )}
    </div>
  );
}
