import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { PartyDetail } from '../../../../src-shared/contract/parties.ts';
import { type IdentifierKind, identifierKinds } from '../../../../src-shared/model/listed-party.ts';
import { Button, IconButton, Select, type SelectOption, TextField, useText } from '../../../ui/index.ts';
import classes from '../parties.module.css';

export type Name = PartyDetail['names'][number];
export type Identifier = PartyDetail['identifiers'][number];
export type Place = PartyDetail['places'][number];
const nameKinds = ['legal', 'trade', 'former', 'ownScript', 'alias'] as const satisfies readonly Name['kind'][];

interface LinesProps<T> {
  readonly lines: readonly T[];
  readonly onChange: (lines: readonly T[]) => void;
}

interface FrameProps<T> extends LinesProps<T> {
  readonly title: string;
  readonly add: string;
  readonly empty: T;
  readonly layout: 'names' | 'identifiers' | 'places';
  readonly what: (line: T) => string;
  readonly children: (line: T, put: (change: Partial<T>) => void) => ReactNode;
}

/** Lines of one kind that can be added, filled in and taken away. */
function Lines<T extends object>({ lines, onChange, title, add, empty, layout, what, children }: FrameProps<T>) {
  const t = useText();
  return (
    <fieldset className={classes['form']}>
      <legend className="medium">{title}</legend>
      {lines.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line has no identity but its place
        <div key={at} className={classes[layout]}>
          {children(line, (change) => onChange(lines.map((one, place) => (place === at ? { ...one, ...change } : one))))}
          <IconButton
            icon={IconTrash}
            label={t('parties.removeLine', { what: what(line) || title })}
            onClick={() => onChange(lines.filter((_, place) => place !== at))}
          />
        </div>
      ))}
      <Button size="small" icon={IconPlus} onClick={() => onChange([...lines, empty])}>
        {add}
      </Button>
    </fieldset>
  );
}

export function NameLines({ lines, onChange }: LinesProps<Name>) {
  const t = useText();
  return (
    <Lines<Name>
      {...{ lines, onChange }}
      title={t('parties.names')}
      add={t('parties.names.add')}
      empty={{ kind: 'ownScript', text: '', language: '' }}
      layout="names"
      what={({ text }) => text}
    >
      {(line, put) => (
        <>
          <Select<Name['kind']>
            label={t('parties.nameKind')}
            value={line.kind}
            options={nameKinds.map((value) => ({ value, label: t(`parties.nameKind.${value}`) }))}
            onChange={(kind) => put({ kind })}
          />
          <TextField label={t('parties.field.name')} value={line.text} onChange={(text) => put({ text })} maxLength={400} />
          <TextField label={t('parties.field.language')} value={line.language} onChange={(language) => put({ language })} maxLength={35} />
        </>
      )}
    </Lines>
  );
}

export function IdentifierLines({ lines, onChange }: LinesProps<Identifier>) {
  const t = useText();
  return (
    <Lines<Identifier>
      {...{ lines, onChange }}
      title={t('parties.identifiers')}
      add={t('parties.identifiers.add')}
      empty={{ kind: 'registration', label: '', value: '', country: null }}
      layout="identifiers"
      what={({ value }) => value}
    >
      {(line, put) => (
        <>
          <Select<IdentifierKind>
            label={t('parties.identifier.kind')}
            value={line.kind}
            options={identifierKinds.map((value) => ({ value, label: t(`parties.identifier.${value}`) }))}
            onChange={(kind) => put({ kind, label: '' })}
          />
          <TextField label={t('parties.field.number')} code value={line.value} onChange={(value) => put({ value })} maxLength={200} />
        </>
      )}
    </Lines>
  );
}

export function PlaceLines({ lines, onChange, countries }: LinesProps<Place> & { readonly countries: readonly SelectOption[] }) {
  const t = useText();
  return (
    <Lines<Place>
      {...{ lines, onChange }}
      title={t('parties.addresses')}
      add={t('parties.addresses.add')}
      empty={{ text: '', city: '', region: '', country: null }}
      layout="places"
      what={({ text }) => text}
    >
      {(line, put) => (
        <>
          <TextField label={t('parties.field.addressLine')} value={line.text} onChange={(text) => put({ text })} maxLength={600} />
          <TextField label={t('parties.field.city')} value={line.city} onChange={(city) => put({ city })} maxLength={200} />
          <TextField label={t('parties.field.region')} value={line.region} onChange={(region) => put({ region })} maxLength={200} />
          <Select
            label={t('parties.field.country')}
            searchable
            value={line.country}
            options={countries}
            placeholder={t('parties.field.notSaid')}
            onChange={(country) => put({ country })}
            onClear={() => put({ country: null })}
          />
        </>
      )}
    </Lines>
  );
}
