import { useId } from 'react';
import type { WorkspaceKind } from '../../../src-shared/contract/workspace.ts';
import { errorSentence, type OutputOf, useHostCommand } from '../../host/index.ts';
import { Button, ChoiceCards, Field, Note, Swatch, TextField, useText, type WorkspaceColour, workspaceColours } from '../../ui/index.ts';
import classes from './start.module.css';

export interface Identity {
  readonly name: string;
  readonly color: WorkspaceColour;
  readonly kind: WorkspaceKind;
  readonly parent: OutputOf<'workspace.pickFolder'>;
  readonly personName: string;
  readonly initials: string;
}

interface IdentityStepProps {
  readonly value: Identity;
  readonly onChange: (value: Identity) => void;
}

/** Name, colour, kind, folder and the person who works here. */
export function IdentityStep({ value, onChange }: IdentityStepProps) {
  const t = useText();
  const pick = useHostCommand('workspace.pickFolder');
  const set = (change: Partial<Identity>) => onChange({ ...value, ...change });
  const choose = async () => {
    const reply = await pick.run({ purpose: 'createIn' });
    if (reply.ok && reply.value !== null) set({ parent: reply.value });
  };
  return (
    <>
      <TextField
        label={t('create.name')}
        hint={t('create.nameHint')}
        value={value.name}
        onChange={(name) => set({ name })}
        maxLength={120}
        autoFocus
        required
      />
      <ColourChoice value={value.color} onChange={(color) => set({ color })} />
      <ChoiceCards
        label={t('create.kind')}
        value={value.kind}
        onChange={(kind) => set({ kind })}
        choices={[
          { value: 'live', label: t('create.kind.live'), detail: t('create.kind.liveDetail') },
          { value: 'exercise', label: t('create.kind.exercise'), detail: t('create.kind.exerciseDetail') },
        ]}
      />
      <Field label={t('create.folder')}>
        {({ id }) => (
          <div className="row" id={id}>
            <span className="small grow ellipsis">{value.parent?.name ?? t('create.folderDefault')}</span>
            <Button onClick={() => void choose()}>{t('create.folderChoose')}</Button>
          </div>
        )}
      </Field>
      {value.parent?.cautions.map((caution) => (
        <Note key={caution} tone="review">
          {t(`workspace.caution.${caution}`)}
        </Note>
      ))}
      {pick.error === null ? null : <Note tone="restricted">{errorSentence(t, pick.error)}</Note>}
      <div className={classes['pair']}>
        <TextField
          label={t('create.personName')}
          hint={t('create.personHint')}
          value={value.personName}
          maxLength={120}
          onChange={(personName) =>
            set({ personName, initials: value.initials === initialsOf(value.personName) ? initialsOf(personName) : value.initials })
          }
        />
        <TextField label={t('create.initials')} value={value.initials} maxLength={6} onChange={(initials) => set({ initials })} />
      </div>
    </>
  );
}

interface ColourChoiceProps {
  readonly value: WorkspaceColour;
  readonly onChange: (value: WorkspaceColour) => void;
}

/** The colour of a workspace, each with its name. */
function ColourChoice({ value, onChange }: ColourChoiceProps) {
  const t = useText();
  const name = useId();
  return (
    <fieldset className={classes['colours']}>
      <legend>{t('create.colour')}</legend>
      {workspaceColours.map((colour) => (
        <label key={colour}>
          <input type="radio" name={name} checked={colour === value} onChange={() => onChange(colour)} />
          <Swatch colour={colour} />
          {t(`create.colour.${colour}`)}
        </label>
      ))}
    </fieldset>
  );
}

function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  return words
    .map((word) => word[0] ?? '')
    .join('')
    .slice(0, 3)
    .toLocaleUpperCase();
}
