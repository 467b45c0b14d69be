import { QueryView, useHostQuery } from '../../host/index.ts';
import { FactList, useText } from '../../ui/index.ts';
import { SettingsColumn, SettingsSection } from './SettingsSection.tsx';

/** Which program this is, what it promises, and whose work it stands on. */
export function AboutSection() {
  const t = useText();
  const status = useHostQuery('workspace.status', {});
  const state = useHostQuery('window.state', {});
  return (
    <SettingsColumn>
      <QueryView query={status}>
        {({ app, details }) => (
          <SettingsSection title={t('settings.about', { version: app.version })} text={t('settings.about.text')}>
            <p className="small">{t('settings.about.offline')}</p>
            <FactList
              labelWidth={140}
              rows={[
                {
                  label: t('settings.about.runtime'),
                  value: state.data === undefined ? '' : t('settings.about.runtimeValue', state.data.versions),
                },
                ...(details === null ? [] : [{ label: t('settings.about.format'), value: details.format }]),
                { label: t('settings.about.licence'), value: t('settings.about.licenceValue') },
                { label: t('settings.about.addresses'), value: t('settings.about.addressesValue') },
                { label: t('settings.about.notices'), value: t('settings.about.noticesText') },
              ]}
            />
          </SettingsSection>
        )}
      </QueryView>
    </SettingsColumn>
  );
}
