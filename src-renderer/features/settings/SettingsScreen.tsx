import { useNavigate, useParams } from 'react-router';
import { Page, PageHeader, TabPanel, Tabs, useText } from '../../ui/index.ts';
import { AboutSection } from './AboutSection.tsx';
import { BackupsSection } from './BackupsSection.tsx';
import { DiagnosticsSection } from './DiagnosticsSection.tsx';
import { GeneralSection } from './GeneralSection.tsx';
import { ReportsSection } from './ReportsSection.tsx';
import { RulesSection } from './RulesSection.tsx';
import { SecuritySection } from './SecuritySection.tsx';

const sections = {
  general: GeneralSection,
  security: SecuritySection,
  backups: BackupsSection,
  rules: RulesSection,
  reports: ReportsSection,
  diagnostics: DiagnosticsSection,
  about: AboutSection,
} as const;
type SectionId = keyof typeof sections;
const ids = Object.keys(sections) as readonly SectionId[];

/** Everything that can be set, by section; each change acts at once. */
export function SettingsScreen() {
  const t = useText();
  const navigate = useNavigate();
  const { section } = useParams();
  const active = ids.find((id) => id === section) ?? 'general';
  const Section = sections[active];
  return (
    <Page
      header={
        <PageHeader title={t('settings.title')}>
          <Tabs
            label={t('settings.sections')}
            tabs={ids.map((id) => ({ id, label: t(`settings.tab.${id}`) }))}
            active={active}
            onChange={(id) => void navigate(`/settings/${id}`, { replace: true })}
          />
        </PageHeader>
      }
    >
      <TabPanel label={t(`settings.tab.${active}`)}>
        <Section />
      </TabPanel>
    </Page>
  );
}
