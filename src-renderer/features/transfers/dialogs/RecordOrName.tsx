import { useState } from 'react';
import { useHostQuery } from '../../../host/index.ts';
import { Select, useText } from '../../../ui/index.ts';

interface RecordOrNameProps {
  readonly kind: 'asset' | 'party';
  readonly label: string;
  /** Id of the record, null for a name that is in no register. */
  readonly id: string | null;
  readonly name: string;
  readonly onChange: (chosen: { readonly id: string | null; readonly name: string }) => void;
}

const free = '-';

/** Finds an asset or a party by what is typed, or takes the name as it is: then a check says that nothing is known of it. */
export function RecordOrName({ kind, label, id, name, onChange }: RecordOrNameProps) {
  const t = useText();
  const [typed, setTyped] = useState('');
  const wanted = typed.trim();
  const found = useHostQuery(
    'search.records',
    { text: wanted === '' ? '-' : wanted.slice(0, 200), limit: 20, kinds: [kind] },
    { keepPrevious: true, enabled: wanted !== '' },
  );
  const offered = (wanted === '' ? [] : (found.data ?? [])).map(({ ref, title, detail }) => ({ value: ref.id, label: title, detail }));
  const known = name === '' || offered.some(({ value }) => value === id) ? [] : [{ value: id ?? free, label: name, detail: detailOf() }];
  function detailOf(): string {
    return id === null ? t('transfers.notInRegister') : '';
  }
  return (
    <Select
      label={label}
      value={name === '' ? null : (id ?? free)}
      searchable
      onSearch={setTyped}
      searching={found.isPlaceholderData || found.isPending}
      options={[...offered, ...known]}
      onChange={(value) => {
        const one = offered.find((option) => option.value === value);
        if (one !== undefined) onChange({ id: one.value, name: one.label.slice(0, 400) });
      }}
      onCreate={(text) => onChange({ id: null, name: text.trim().slice(0, 400) })}
      createLabel={(text) => t('transfers.takeName', { name: text })}
    />
  );
}
