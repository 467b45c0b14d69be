import { useState } from 'react';
import { RecordKind, type RecordRef } from '../../../src-shared/model/record-ref.ts';
import { useHostQuery } from '../../host/index.ts';
import { FilterChips, Select, useText } from '../../ui/index.ts';
import { kindName } from './words.ts';

export interface ChosenRecord extends RecordRef {
  readonly title: string;
}

const keyOf = ({ kind, id }: RecordRef) => `${kind} ${id}`;

interface RecordsFieldProps {
  readonly records: readonly ChosenRecord[];
  readonly onChange: (records: readonly ChosenRecord[]) => void;
}

/** Finds records of every kind by their words and gathers those that are chosen. */
export function RecordsField({ records, onChange }: RecordsFieldProps) {
  const t = useText();
  const [typed, setTyped] = useState('');
  const text = typed.trim();
  const found = useHostQuery(
    'search.records',
    { text: text || '-', limit: 20, kinds: [...RecordKind.options] },
    { enabled: text !== '', keepPrevious: true },
  );
  const offered = text === '' ? [] : (found.data ?? []);
  return (
    <>
      <Select
        label={t('retention.findRecord')}
        value={null}
        searchable
        onSearch={setTyped}
        searching={found.isPlaceholderData || found.isPending}
        options={offered.map(({ ref, title }) => ({ value: keyOf(ref), label: title, detail: kindName(t, ref) }))}
        onChange={(key) => {
          const one = offered.find(({ ref }) => keyOf(ref) === key);
          if (one !== undefined) onChange([...records.filter((known) => keyOf(known) !== key), { ...one.ref, title: one.title }]);
        }}
      />
      <FilterChips
        filters={records.map((record) => ({ id: keyOf(record), label: record.title }))}
        onRemove={(key) => onChange(records.filter((known) => keyOf(known) !== key))}
      />
    </>
  );
}
