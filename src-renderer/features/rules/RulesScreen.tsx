import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { PageHeader, RulePlaces, useText } from '../../ui/index.ts';
import { BrowseTab } from './BrowseTab.tsx';
import { ChangesTab } from './ChangesTab.tsx';
import { CountriesTab } from './CountriesTab.tsx';
import { GuidesTab } from './GuidesTab.tsx';
import { NetworksTab } from './networks/NetworksTab.tsx';
import { PacksTab } from './PacksTab.tsx';

const tabIds = ['browse', 'packs', 'countries', 'changes', 'guides', 'networks'] as const;
type TabId = (typeof tabIds)[number];

const tabs: Readonly<Record<TabId, (props: { readonly header: ReactNode }) => ReactNode>> = {
  browse: BrowseTab,
  packs: PacksTab,
  countries: CountriesTab,
  changes: ChangesTab,
  guides: GuidesTab,
  networks: NetworksTab,
};

/** The rule library: what the packs say, and since when. */
export function RulesScreen() {
  const t = useText();
  const { tab = 'browse' } = useParams();
  const active: TabId = tabIds.find((id) => id === tab) ?? 'browse';
  const Tab = tabs[active];
  const header = (
    <PageHeader title={t('rules.title')} subtitle={t(`rules.subtitle.${active}`)}>
      <RulePlaces here={active} />
    </PageHeader>
  );
  return <Tab header={header} />;
}
