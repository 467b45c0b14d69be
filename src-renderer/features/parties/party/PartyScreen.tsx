import { IconPencil, IconScale } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import type { PartyDetail } from '../../../../src-shared/contract/parties.ts';
import { type Command, useScreenCommands } from '../../../app/commands.tsx';
import { ChecksOf, EvidenceOf, HaltNote, JournalEntries, QueryView, TransfersOf, useHostQuery } from '../../../host/index.ts';
import { Button, LinkButton, Note, Page, PageHeader, Tabs, useText } from '../../../ui/index.ts';
import classes from '../parties.module.css';
import { countryWords, rolesText } from '../words.tsx';
import { FlagsTab } from './FlagsTab.tsx';
import { Outlook } from './Outlook.tsx';
import { OverviewTab } from './OverviewTab.tsx';
import { OwnershipTab } from './OwnershipTab.tsx';
import { PartyDialog } from './PartyDialog.tsx';
import { ScreeningTab } from './ScreeningTab.tsx';

const tabIds = ['overview', 'screening', 'ownership', 'flags', 'checks', 'transfers', 'evidence', 'history'] as const;
type TabId = (typeof tabIds)[number];

/** A party's own page. */
export function PartyScreen() {
  const { id = '' } = useParams();
  const t = useText();
  const navigate = useNavigate();
  const detail = useHostQuery('parties.get', { id }, { keepPrevious: true });
  return (
    <QueryView query={detail} whenGone={<Button onClick={() => void navigate('/parties')}>{t('parties.title')}</Button>}>
      {(party) => <PartyPage key={party.row.id} party={party} />}
    </QueryView>
  );
}

function PartyPage({ party }: { readonly party: PartyDetail }) {
  const t = useText();
  const [params, setParams] = useSearchParams();
  const [editing, setEditing] = useState(false);
  const [addingOwner, setAddingOwner] = useState(false);
  const { row } = party;
  const wanted = params.get('tab');
  const tab: TabId = tabIds.find((one) => one === wanted) ?? 'overview';
  const commands = useMemo(
    (): readonly Command[] => [
      { id: 'parties.edit', titleKey: 'command.parties.edit', shortcut: 'E', run: (): void => setEditing(true) },
      {
        id: 'parties.addOwner',
        titleKey: 'command.parties.addOwner',
        run: (): void => {
          setParams({ tab: 'ownership' }, { replace: true });
          setAddingOwner(true);
        },
      },
    ],
    [setParams],
  );
  useScreenCommands(commands);
  const counts: Partial<Readonly<Record<TabId, number>>> = {
    screening: row.openHits,
    ownership: party.owners.length + party.owned.length,
    flags: party.signs.filter(({ kind }) => kind === 'redFlag').length,
    checks: row.vettingsOpen,
  };
  return (
    <Page
      shows={`${row.id} ${tab}`}
      header={
        <PageHeader
          title={row.name}
          crumbs={[{ label: t('parties.title'), href: '#/parties' }, { label: row.name }]}
          subtitle={[countryWords(t, row.countries.slice(0, 3)), rolesText(t, row.roles)].filter((part) => part !== '').join(' · ')}
          actions={
            <Button icon={IconPencil} shortcut="E" onClick={() => setEditing(true)}>
              {t('parties.edit')}
            </Button>
          }
        >
          <HaltNote record={{ kind: 'party', id: row.id }} />
          <Tabs<TabId>
            label={row.name}
            active={tab}
            onChange={(next) => setParams(next === 'overview' ? {} : { tab: next }, { replace: true })}
            tabs={tabIds.map((id) => ({ id, label: t(`parties.tab.${id}`), ...(counts[id] ? { count: counts[id] } : {}) }))}
          />
        </PageHeader>
      }
    >
      <div className={classes['padded']}>
        {row.archived ? <Note tone="info">{t('parties.isArchived')}</Note> : null}
        {tab === 'overview' || tab === 'screening' ? <Standing party={party} /> : null}
        {tab === 'overview' ? (
          <OverviewTab party={party} />
        ) : tab === 'screening' ? (
          <ScreeningTab party={party} />
        ) : tab === 'ownership' ? (
          <OwnershipTab party={party} adding={addingOwner} onAdded={() => setAddingOwner(false)} />
        ) : tab === 'flags' ? (
          <FlagsTab partyId={row.id} />
        ) : tab === 'checks' ? (
          <ChecksOf subject={{ kind: 'party', id: row.id }} name={row.name} />
        ) : tab === 'transfers' ? (
          <TransfersOf record={{ kind: 'party', id: row.id }} />
        ) : tab === 'evidence' ? (
          <EvidenceOf record={{ kind: 'party', id: row.id }} />
        ) : (
          <HistoryTab id={row.id} />
        )}
      </div>
      {editing ? <PartyDialog party={party} onClose={() => setEditing(false)} onSaved={() => setEditing(false)} /> : null}
    </Page>
  );
}

/** What the party comes to, with the way to decide where a match waits. */
function Standing({ party }: { readonly party: PartyDetail }) {
  const t = useText();
  const { id, openHits } = party.row;
  const hits = useHostQuery('screening.hitsOf', { subject: { kind: 'party', id } });
  const first = hits.data?.find(({ state }) => state !== 'trueMatch' && state !== 'falsePositive' && state !== 'gone');
  return (
    <Outlook
      party={party}
      labelWidth={72}
      action={
        openHits === 0 || first === undefined ? null : (
          <LinkButton icon={IconScale} href={`#/parties/queue?hit=${first.id}`}>
            {t('parties.decide')}
          </LinkButton>
        )
      }
    />
  );
}

/** Who did what to this party, newest first. */
function HistoryTab({ id }: { readonly id: string }) {
  const t = useText();
  const entries = useHostQuery('parties.history', { id });
  return (
    <QueryView query={entries} rows={6}>
      {(list) => <JournalEntries entries={list} empty={t('parties.history.empty')} />}
    </QueryView>
  );
}
