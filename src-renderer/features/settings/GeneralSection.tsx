import { useState } from 'react';
import { callHost, type OutputOf, QueryView, useHostCommand, useHostQuery } from '../../host/index.ts';
import { Button, Segmented, Select, TextField, useText, workspaceColours } from '../../ui/index.ts';
import { CommandFailure, SettingLine, SettingsColumn, SettingsSection } from './SettingsSection.tsx';
import classes from './settings.module.css';

/** The workspace, the person, and how the product looks. */
export function GeneralSection() {
  const settings = useHostQuery('settings.get', {});
  const status = useHostQuery('workspace.status', {});
  return (
    <SettingsColumn>
      <QueryView query={status}>
        {({ workspace }) =>
          workspace === null ? null : <WorkspaceNaming key={`${workspace.name}-${workspace.color}`} workspace={workspace} />
        }
      </QueryView>
      <QueryView query={settings}>
        {({ machine, workspace }) => (
          <>
            {workspace === null ? null : <Person key={`${workspace.person.name}-${workspace.person.initials}`} person={workspace.person} />}
            {workspace === null ? null : <MapRhythm days={workspace.mapEveryDays} />}
            <AppearanceChoice machine={machine} />
          </>
        )}
      </QueryView>
    </SettingsColumn>
  );
}

function WorkspaceNaming({ workspace }: { readonly workspace: NonNullable<OutputOf<'workspace.status'>['workspace']> }) {
  const t = useText();
  const rename = useHostCommand('workspace.rename');
  const [name, setName] = useState(workspace.name);
  const missing = name.trim() === '';
  const commit = () => {
    if (!missing && name.trim() !== workspace.name) void rename.run({ name: name.trim(), color: workspace.color });
  };
  return (
    <SettingsSection title={t('settings.workspace')}>
      <div className={classes['pair']}>
        <TextField
          label={t('settings.workspace.name')}
          value={name}
          maxLength={120}
          onChange={setName}
          onCommit={commit}
          error={missing ? t('settings.workspace.nameMissing') : undefined}
        />
        <Select
          label={t('settings.workspace.colour')}
          value={workspace.color}
          options={workspaceColours.map((colour) => ({ value: colour, label: t(`create.colour.${colour}`) }))}
          searchable={false}
          onChange={(color) => void rename.run({ name: workspace.name, color })}
        />
      </div>
      <CommandFailure errors={[rename.error]} />
    </SettingsSection>
  );
}

type Settings = OutputOf<'settings.get'>;

function Person({ person }: { readonly person: NonNullable<Settings['workspace']>['person'] }) {
  const t = useText();
  const save = useHostCommand('settings.setWorkspace');
  const [name, setName] = useState(person.name);
  const [initials, setInitials] = useState(person.initials);
  const commit = () => {
    const next = { name: name.trim(), initials: initials.trim() };
    if (next.name !== person.name || next.initials !== person.initials) void save.run({ person: next });
  };
  return (
    <SettingsSection title={t('settings.person')}>
      <div className={classes['pair']}>
        <TextField
          label={t('settings.person.name')}
          hint={t('settings.person.hint')}
          value={name}
          maxLength={120}
          onChange={setName}
          onCommit={commit}
        />
        <TextField label={t('settings.person.initials')} value={initials} maxLength={6} onChange={setInitials} onCommit={commit} />
      </div>
      <CommandFailure errors={[save.error]} />
    </SettingsSection>
  );
}

/** A month, a quarter, half a year, a year. */
const rhythms = [30, 91, 182, 365] as const;

function MapRhythm({ days }: { readonly days: number }) {
  const t = useText();
  const save = useHostCommand('settings.setWorkspace');
  return (
    <SettingsSection title={t('settings.map')}>
      <SettingLine label={t('settings.map.every')}>
        <Segmented
          label={t('settings.map.every')}
          value={String(days)}
          choices={rhythms.map((value) => ({ value: String(value), label: t(`settings.map.${value}`) }))}
          onChange={(value) => void save.run({ mapEveryDays: Number(value) })}
        />
      </SettingLine>
      <CommandFailure errors={[save.error]} />
    </SettingsSection>
  );
}

function AppearanceChoice({ machine }: { readonly machine: Settings['machine'] }) {
  const t = useText();
  const save = useHostCommand('settings.setMachine');
  const zoom = async (change: 'in' | 'out' | 'reset') => {
    const reply = await callHost('window.zoom', { change });
    if (reply.ok) await save.run({ zoom: reply.value.zoom });
  };
  return (
    <SettingsSection title={t('settings.appearance')}>
      <SettingLine label={t('settings.theme')}>
        <Segmented
          label={t('settings.theme')}
          value={machine.theme}
          choices={(['system', 'light', 'dark'] as const).map((value) => ({ value, label: t(`settings.theme.${value}`) }))}
          onChange={(theme) => {
            void callHost('window.setTheme', { theme });
            void save.run({ theme });
          }}
        />
      </SettingLine>
      <SettingLine label={t('settings.contrast')}>
        <Segmented
          label={t('settings.contrast')}
          value={machine.contrast}
          choices={(['system', 'normal', 'high'] as const).map((value) => ({ value, label: t(`settings.contrast.${value}`) }))}
          onChange={(contrast) => void save.run({ contrast })}
        />
      </SettingLine>
      <SettingLine label={t('settings.density')}>
        <Segmented
          label={t('settings.density')}
          value={machine.density}
          choices={(['compact', 'comfortable'] as const).map((value) => ({ value, label: t(`settings.density.${value}`) }))}
          onChange={(density) => void save.run({ density })}
        />
      </SettingLine>
      <SettingLine label={t('settings.zoom')}>
        <span className="row">
          <Button size="small" onClick={() => void zoom('out')}>
            {t('settings.zoom.smaller')}
          </Button>
          <span className="figures">{new Intl.NumberFormat(t.locale, { style: 'percent' }).format(machine.zoom)}</span>
          <Button size="small" onClick={() => void zoom('in')}>
            {t('settings.zoom.larger')}
          </Button>
          <Button kind="link" onClick={() => void zoom('reset')}>
            {t('settings.zoom.reset')}
          </Button>
        </span>
      </SettingLine>
      <CommandFailure errors={[save.error]} />
    </SettingsSection>
  );
}
