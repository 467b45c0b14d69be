import { Page, PageHeader, useText } from '../../ui/index.ts';

/** What stands, and what to do next. */
export function OverviewScreen() {
  const t = useText();
  return <Page header={<PageHeader title={t('overview.title')} />}>{null}</Page>;
}
