import type { EntryChange } from '../../../src-shared/contract/lists.ts';
import { useText } from '../../ui/index.ts';
import classes from './lists.module.css';
import { typeName } from './words.tsx';

/** What an entry said before and what it says now, field by field. Marked by words and by line style, not by colour alone. */
export function ChangeFields({ change }: { readonly change: EntryChange }) {
  const t = useText();
  if (change.kind !== 'changed') return <p>{t(change.kind === 'added' ? 'lists.changes.newEntry' : 'lists.changes.goneEntry')}</p>;
  const words = (field: string, value: string) => {
    if (value === '') return <span className="muted">{t('lists.changes.nothing')}</span>;
    if (field === 'type') return t.dynamic(`lists.typeName.${value}`, {}, value);
    return <bdi>{value}</bdi>;
  };
  return (
    <ul className={classes['fields']}>
      {change.fields.map(({ field, before, after }) => (
        <li key={field}>
          <span className="medium">{fieldName(field, t)}</span>
          <del>
            <span className="visually-hidden">{t('lists.changes.before')}: </span>
            {words(field, before)}
          </del>
          <ins>
            <span className="visually-hidden">{t('lists.changes.after')}: </span>
            {words(field, after)}
          </ins>
        </li>
      ))}
    </ul>
  );
}

const fieldName = (field: string, t: ReturnType<typeof useText>): string => t.dynamic(`lists.field.${field}`, {}, field);

/** In one line: `Names, Addresses`, `New on the list`. */
export const changeWords = (change: EntryChange, t: ReturnType<typeof useText>): string =>
  change.kind === 'changed'
    ? change.fields.map(({ field }) => fieldName(field, t)).join(', ')
    : t(change.kind === 'added' ? 'lists.changes.newEntry' : 'lists.changes.goneEntry');

export const changeSubtitle = (change: EntryChange, t: ReturnType<typeof useText>): string =>
  `${t(`lists.changes.${change.kind}`)}, ${typeName(change.type, t)}, ${change.id}`;
