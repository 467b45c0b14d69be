import { Page, PageHeader, useText } from '../../ui/index.ts';

export function SettingsScreen() {
  const t = useText();
  return <Page header={<PageHeader title={t('settings.title')} />}>{null}</Page>;
}
