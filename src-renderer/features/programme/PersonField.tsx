import { useState } from 'react';
import { useHostQuery } from '../../host/index.ts';
import { Select, useText } from '../../ui/index.ts';

interface PersonFieldProps {
  readonly label: string;
  readonly value: string;
  /** The name, with the person's id where they come from the register. */
  readonly onChange: (name: string, id: string | null) => void;
  readonly hint?: string;
}

/** A person by name: found in the register, or typed for somebody who is not in it. */
export function PersonField({ label, value, onChange, hint }: PersonFieldProps) {
  const t = useText();
  const [typed, setTyped] = useState('');
  const found = useHostQuery('people.find', { text: typed, limit: 12 }, { keepPrevious: true });
  const listed = (found.data ?? []).map((person) => ({
    value: person.id,
    label: person.name,
    detail: [person.team, person.externalId].filter((part) => part !== '').join(' · '),
  }));
  const own = value === '' || listed.some((person) => person.label === value) ? [] : [{ value: `name ${value}`, label: value }];
  const chosen = listed.find((person) => person.label === value)?.value ?? own[0]?.value ?? null;
  return (
    <Select
      label={label}
      {...(hint === undefined ? {} : { hint })}
      value={chosen}
      options={[...own, ...listed]}
      onSearch={setTyped}
      searching={found.isPlaceholderData || found.isPending}
      onCreate={(name) => onChange(name, null)}
      createLabel={(name) => t('programme.person.take', { name })}
      onChange={(id) => {
        const person = listed.find((one) => one.value === id);
        if (person !== undefined) onChange(person.label, person.value);
      }}
      onClear={() => onChange('', null)}
      placeholder={t('programme.person.none')}
    />
  );
}
