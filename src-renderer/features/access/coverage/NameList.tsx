import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { Button, FilterChips, TextField, useText } from '../../../ui/index.ts';
import classes from './coverage.module.css';

interface NameListProps {
  readonly label: string;
  readonly hint: string;
  readonly addLabel: string;
  readonly names: readonly string[];
  readonly onChange: (names: readonly string[]) => void;
}

/** A list of names, each with a way to drop it and a line to add one. `Enter` adds. */
export function NameList({ label, hint, addLabel, names, onChange }: NameListProps) {
  const t = useText();
  const [typed, setTyped] = useState('');
  const add = () => {
    const name = typed.trim();
    setTyped('');
    if (name !== '' && !names.includes(name)) onChange([...names, name]);
  };
  return (
    <div className={classes['names']}>
      <div className={classes['addLine']}>
        <TextField
          label={label}
          hint={hint}
          size="small"
          value={typed}
          onChange={setTyped}
          onKeyDown={(event) => {
            if (event.key === 'Enter') add();
          }}
          maxLength={300}
        />
        <Button size="small" icon={IconPlus} disabledBecause={typed.trim() === '' ? t('access.asset.typeFirst') : undefined} onClick={add}>
          {addLabel}
        </Button>
      </div>
      {names.length === 0 ? null : (
        <div className={classes['chips']}>
          <FilterChips
            filters={names.map((name) => ({ id: name, label: name }))}
            onRemove={(id) => onChange(names.filter((name) => name !== id))}
          />
        </div>
      )}
    </div>
  );
}
