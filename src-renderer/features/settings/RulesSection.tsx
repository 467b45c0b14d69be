import { useState } from 'react';
import { formatDay } from '../../../src-shared/text/dates.ts';
import { type OutputOf, QueryView, useHostCommand, useHostQuery } from '../../host/index.ts';
import { ChoiceCards, DayField, dayOf, LinkButton, Switch, useText } from '../../ui/index.ts';
import { CommandFailure, SettingsColumn, SettingsSection } from './SettingsSection.tsx';
import classes from './settings.module.css';

/** The day everything is judged as of, and the rule packs in use. */
export function RulesSection() {
  const t = useText();
  const settings = useHostQuery('settings.get', {});
  const packs = useHostQuery('rulepacks.list', {});
  return (
    <SettingsColumn>
      <QueryView query={settings}>{(value) => <JudgedDay settings={value} />}</QueryView>
      <SettingsSection title={t('settings.packs')} text={t('settings.packs.text')}>
        <QueryView query={packs}>{(list) => <Packs packs={list} />}</QueryView>
        <div className={classes['buttons']}>
          <LinkButton href="#/rules">{t('settings.packs.open')}</LinkButton>
        </div>
      </SettingsSection>
    </SettingsColumn>
  );
}

function JudgedDay({ settings }: { readonly settings: OutputOf<'settings.get'> }) {
  const t = useText();
  const save = useHostCommand('settings.setWorkspace');
  const fixed = settings.workspace?.judgedOn ?? null;
  const [typed, setTyped] = useState<string | null>(null);
  const [chosen, setChosen] = useState<'today' | 'other'>(fixed === null ? 'today' : 'other');
  const shown = typed ?? fixed ?? settings.today;
  const choose = (which: 'today' | 'other') => {
    setChosen(which);
    setTyped(null);
    void save.run({ judgedOn: which === 'today' ? null : settings.today });
  };
  const commit = () => {
    const day = dayOf(shown);
    if (day != null && day !== fixed) void save.run({ judgedOn: day });
  };
  return (
    <SettingsSection title={t('settings.day')} text={t('settings.day.text')}>
      <ChoiceCards
        label={t('settings.day')}
        value={chosen}
        onChange={choose}
        choices={[
          { value: 'today', label: t('settings.day.today', { day: formatDay(settings.today, t.locale) }) },
          { value: 'other', label: t('settings.day.other'), detail: fixed === null ? undefined : formatDay(fixed, t.locale) },
        ]}
      />
      {chosen === 'today' ? null : (
        <DayField label={t('settings.day.field')} value={shown} onChange={setTyped} onCommit={commit} required />
      )}
      <CommandFailure errors={[save.error]} />
    </SettingsSection>
  );
}

function Packs({ packs }: { readonly packs: OutputOf<'rulepacks.list'> }) {
  const t = useText();
  const set = useHostCommand('rulepacks.setEnabled');
  return (
    <>
      <ul className={classes['packs']}>
        {packs.map((pack) => (
          <li key={pack.id}>
            <Switch
              label={pack.title}
              hint={`${pack.jurisdiction}, ${t('settings.packs.version', { version: pack.version, checked: formatDay(pack.lastChecked, t.locale) })}`}
              checked={pack.enabled}
              onChange={(enabled) => void set.run({ pack: pack.id, enabled })}
            />
            {pack.guideOnly ? <span className="caption muted">{t('settings.packs.guide')}</span> : null}
          </li>
        ))}
      </ul>
      <CommandFailure errors={[set.error]} />
    </>
  );
}
