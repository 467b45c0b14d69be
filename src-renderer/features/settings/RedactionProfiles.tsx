import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { isReadyMade, PeopleShown, type Redaction, RedactionPart } from '../../../src-shared/model/redaction.ts';
import { profileTitle, withheldSentences } from '../../../src-shared/text/redaction.ts';
import { FormDialog, QueryView, useHostCommand, useHostQuery } from '../../host/index.ts';
import { Button, Checkbox, IconButton, Select, TextField, useText } from '../../ui/index.ts';
import { CommandFailure, SettingsSection } from './SettingsSection.tsx';
import classes from './settings.module.css';

/** Profiles that reports can be made under: the ready-made ones to read, the company's own to make, change and take away. */
export function RedactionProfiles() {
  const t = useText();
  const query = useHostQuery('reports.redactionProfiles', {});
  const remove = useHostCommand('reports.deleteRedactionProfile');
  const [edited, setEdited] = useState<Redaction | 'new' | null>(null);
  return (
    <SettingsSection title={t('redaction.settings')} text={t('redaction.settings.text')}>
      <QueryView query={query}>
        {(profiles) => (
          <ul className={classes['profiles']}>
            {profiles.map((profile) => {
              const name = profileTitle(profile.profile, t);
              return (
                <li key={profile.profile}>
                  <div>
                    <b>{name}</b>
                    <p>{withheldSentences(profile, t).join(' ') || t('redaction.settings.nothing')}</p>
                  </div>
                  {isReadyMade(profile.profile) ? (
                    <span className="caption muted">{t('redaction.settings.readyMade')}</span>
                  ) : (
                    <span className="row">
                      <IconButton icon={IconPencil} label={t('redaction.settings.edit', { name })} onClick={() => setEdited(profile)} />
                      <IconButton
                        icon={IconTrash}
                        label={t('redaction.settings.delete', { name })}
                        onClick={() => void remove.run({ profile: profile.profile })}
                      />
                    </span>
                  )}
                </li>
              );
            })}
          </ul>
        )}
      </QueryView>
      <div>
        <Button size="small" icon={IconPlus} onClick={() => setEdited('new')}>
          {t('redaction.settings.add')}
        </Button>
      </div>
      <CommandFailure errors={[remove.error]} />
      {edited === null ? null : <ProfileDialog profile={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </SettingsSection>
  );
}

/** Makes a profile, or changes the one given. */
function ProfileDialog({ profile, onClose }: { readonly profile: Redaction | null; readonly onClose: () => void }) {
  const t = useText();
  const save = useHostCommand('reports.saveRedactionProfile');
  const [name, setName] = useState(profile?.profile ?? '');
  const [people, setPeople] = useState(profile?.people ?? 'initials');
  const [parts, setParts] = useState<readonly RedactionPart[]>(profile?.leavesOut ?? ['legalAdvice']);
  const held = (part: RedactionPart) => part === 'evidenceFiles' && people !== 'shown';
  const submit = async () => {
    const leavesOut = RedactionPart.options.filter((part) => held(part) || parts.includes(part));
    const reply = await save.run({ was: profile?.profile ?? null, profile: name.trim(), people, leavesOut });
    if (reply.ok) onClose();
  };
  return (
    <FormDialog
      title={t(profile === null ? 'redaction.settings.add' : 'redaction.settings.change')}
      onClose={onClose}
      submitLabel={t('redaction.settings.save')}
      onSubmit={() => void submit()}
      busy={save.pending}
      missing={name.trim() === '' ? t('redaction.settings.nameMissing') : undefined}
      error={save.error}
    >
      <TextField
        label={t('redaction.settings.name')}
        hint={t('redaction.settings.nameHint')}
        value={name}
        maxLength={60}
        onChange={setName}
      />
      <Select
        label={t('redaction.people')}
        value={people}
        options={PeopleShown.options.map((value) => ({ value, label: t(`redaction.people.${value}`) }))}
        searchable={false}
        onChange={setPeople}
      />
      <div className={classes['parts']} role="group" aria-label={t('redaction.settings.leavesOut')}>
        <span className="medium">{t('redaction.settings.leavesOut')}</span>
        {RedactionPart.options.map((part) => (
          <Checkbox
            key={part}
            label={t(`redaction.part.${part}`)}
            hint={t(`redaction.part.${part}.hint`)}
            checked={held(part) || parts.includes(part)}
            disabled={held(part)}
            onChange={(on) => setParts(on ? [...parts, part] : parts.filter((each) => each !== part))}
          />
        ))}
      </div>
    </FormDialog>
  );
}
