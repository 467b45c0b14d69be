import { useState } from 'react';
import { useHostQuery } from '../../host/index.ts';
import { ChoiceCards, TextField, useText } from '../../ui/index.ts';
import classes from './people.module.css';

interface PersonPickerProps {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (id: string) => void;
  /** Offered before anything is typed. */
  readonly first?: readonly { readonly id: string; readonly name: string; readonly detail: string }[];
}

/** Finds a person by words and picks one. */
export function PersonPicker({ label, value, onChange, first = [] }: PersonPickerProps) {
  const t = useText();
  const [text, setText] = useState('');
  const found = useHostQuery('people.find', { text, limit: 8 }, { keepPrevious: true });
  const listed = (found.data ?? []).map((person) => ({
    id: person.id,
    name: person.name,
    detail: [person.externalId, person.team].filter((part) => part !== '').join(' · '),
  }));
  const offered =
    text.trim() === '' ? [...first, ...listed.filter((person) => first.every((one) => one.id !== person.id))].slice(0, 8) : listed;
  return (
    <div className={classes['form']}>
      <TextField label={label} search value={text} onChange={setText} placeholder={t('people.searchHint')} maxLength={200} />
      {offered.length === 0 ? (
        <p className="muted">{t('people.noMatch')}</p>
      ) : (
        <ChoiceCards
          label={label}
          value={value}
          onChange={onChange}
          choices={offered.map((person) => ({ value: person.id, label: person.name, detail: person.detail }))}
        />
      )}
    </div>
  );
}
