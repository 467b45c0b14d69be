import { IconEraser, IconPencil } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import type { PersonDetail } from '../../../../src-shared/contract/people.ts';
import { type Command, useScreenCommands } from '../../../app/commands.tsx';
import { ChecksOf, EvidenceOf, HaltNote, QueryView, useHostQuery } from '../../../host/index.ts';
import { Button, Note, Page, PageHeader, StatusText, Tabs, useText } from '../../../ui/index.ts';
import { AuthorisationsPanel } from '../papers/AuthorisationsScreen.tsx';
import { TripsPanel } from '../papers/TravelScreen.tsx';
import classes from '../people.module.css';
import { AccessTab } from './AccessTab.tsx';
import { ErasePersonDialog } from './ErasePersonDialog.tsx';
import { FindingsTab } from './FindingsTab.tsx';
import { HistoryTab } from './HistoryTab.tsx';
import { OverviewTab } from './OverviewTab.tsx';
import { PersonAccountsTab } from './PersonAccountsTab.tsx';
import { PersonDialog } from './PersonDialog.tsx';
import { TiesTab } from './TiesTab.tsx';
import { TrainingTab } from './TrainingTab.tsx';

const tabIds = [
  'overview',
  'accounts',
  'ties',
  'authorisations',
  'travel',
  'access',
  'findings',
  'checks',
  'training',
  'evidence',
  'history',
] as const;
type TabId = (typeof tabIds)[number];
const erasedTabIds = ['findings', 'access', 'authorisations', 'history'] as const satisfies readonly TabId[];

/** A person's own page. */
export function PersonScreen() {
  const { id = '' } = useParams();
  const t = useText();
  const navigate = useNavigate();
  const detail = useHostQuery('people.get', { id }, { keepPrevious: true });
  return (
    <QueryView query={detail} whenGone={<Button onClick={() => void navigate('/people')}>{t('people.title')}</Button>}>
      {(person) => <PersonPage key={person.row.id} person={person} />}
    </QueryView>
  );
}

function PersonPage({ person }: { readonly person: PersonDetail }) {
  const t = useText();
  const [params, setParams] = useSearchParams();
  const [editing, setEditing] = useState(false);
  const [erasing, setErasing] = useState(false);
  const { erased } = person;
  const { row } = person;
  // Of somebody who was erased only what others rest on is left.
  const shownTabs = erased === null ? tabIds : erasedTabIds;
  const wanted = params.get('tab');
  const tab: TabId = shownTabs.find((one) => one === wanted) ?? shownTabs[0];
  const commands = useMemo(
    (): readonly Command[] =>
      erased !== null
        ? []
        : [
            { id: 'people.edit', titleKey: 'command.people.edit', shortcut: 'E', run: (): void => setEditing(true) },
            { id: 'people.erase', titleKey: 'command.people.erase', run: (): void => setErasing(true) },
          ],
    [erased],
  );
  useScreenCommands(commands);
  const today = new Date().toISOString().slice(0, 10);
  const counts: Partial<Readonly<Record<TabId, number>>> = {
    accounts: person.accounts.length,
    authorisations: person.authorisations.length,
    travel: person.travel.length,
    ...(row.findings === null ? {} : { findings: row.findings }),
  };
  return (
    <Page
      shows={`${row.id} ${tab}`}
      header={
        <PageHeader
          title={row.name}
          crumbs={[{ label: t('people.title'), href: '#/people' }, { label: row.name }]}
          subtitle={[row.role, row.team].filter((part) => part !== '').join(' · ')}
          beside={
            row.lastDay !== null ? (
              <StatusText tone={row.lastDay < today ? 'review' : 'info'}>
                {t(row.lastDay < today ? 'people.leftOn' : 'people.leavesOn', { day: row.lastDay })}
              </StatusText>
            ) : undefined
          }
          actions={
            erased !== null ? undefined : (
              <>
                <Button icon={IconEraser} onClick={() => setErasing(true)}>
                  {t('people.erasePerson.open')}
                </Button>
                <Button icon={IconPencil} shortcut="E" onClick={() => setEditing(true)}>
                  {t('people.edit')}
                </Button>
              </>
            )
          }
        >
          <HaltNote record={{ kind: 'person', id: row.id }} />
          <Tabs<TabId>
            label={row.name}
            active={tab}
            onChange={(next) => setParams(next === shownTabs[0] ? {} : { tab: next }, { replace: true })}
            tabs={shownTabs.map((id) => ({ id, label: t(`people.tab.${id}`), ...(counts[id] ? { count: counts[id] } : {}) }))}
          />
        </PageHeader>
      }
    >
      <div className={classes['padded']}>
        {erased === null ? null : (
          <Note tone="info">{t('people.erasedOn', { day: erased.on, reason: t(`people.erase.${erased.because}`) })}</Note>
        )}
        {tab === 'overview' && erased === null ? (
          <OverviewTab person={person} />
        ) : tab === 'accounts' ? (
          <PersonAccountsTab person={person} />
        ) : tab === 'ties' ? (
          <TiesTab person={person} />
        ) : tab === 'authorisations' ? (
          <AuthorisationsPanel personId={row.id} />
        ) : tab === 'travel' ? (
          <TripsPanel personId={row.id} />
        ) : tab === 'access' ? (
          <AccessTab personId={row.id} />
        ) : tab === 'findings' ? (
          <FindingsTab personId={row.id} />
        ) : tab === 'checks' ? (
          <ChecksOf subject={{ kind: 'person', id: row.id }} name={row.name} />
        ) : tab === 'training' ? (
          <TrainingTab personId={row.id} />
        ) : tab === 'evidence' ? (
          <EvidenceOf record={{ kind: 'person', id: row.id }} />
        ) : (
          <HistoryTab personId={row.id} />
        )}
      </div>
      {erasing ? <ErasePersonDialog person={person} onClose={() => setErasing(false)} /> : null}
      {editing ? <PersonDialog person={person} onClose={() => setEditing(false)} onSaved={() => setEditing(false)} /> : null}
    </Page>
  );
}
