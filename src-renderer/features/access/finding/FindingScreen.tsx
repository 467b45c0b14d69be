import { IconChevronDown, IconChevronUp, IconGavel, IconLayoutSidebarRight } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import type { AccessFinding } from '../../../../src-shared/contract/access.ts';
import { type Command, useScreenCommands } from '../../../app/commands.tsx';
import { MakeTaskButton, QueryView, useHostQuery } from '../../../host/index.ts';
import { Button, IconButton, Kbd, ListFooter, Page, PageHeader, useMedia, useText } from '../../../ui/index.ts';
import { DecideDialog } from '../findings/DecideDialog.tsx';
import { filterInput, readFilter } from '../findings/filter.ts';
import { findingSource } from '../words.ts';
import { FindingBody } from './FindingBody.tsx';
import { FindingPanel, type PanelTab, panelTabs } from './FindingPanel.tsx';
import { sourceWords } from './sources.ts';

/** Neighbours are looked up among this many of the list the person came from. */
const NEIGHBOURS = 500;

/** One finding: what happened, why it counts, what would clear it, and what a person made of it. */
export function FindingScreen() {
  const t = useText();
  const navigate = useNavigate();
  const { id = '' } = useParams();
  const finding = useHostQuery('access.finding', { id }, { keepPrevious: true });
  return (
    <QueryView query={finding} whenGone={<Button onClick={() => void navigate('/access/findings')}>{t('access.finding.toList')}</Button>}>
      {(value) => <FindingPage finding={value} />}
    </QueryView>
  );
}

function FindingPage({ finding }: { readonly finding: AccessFinding }) {
  const t = useText();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const wide = useMedia('(min-width: 1200px)');
  const [deciding, setDeciding] = useState(false);
  const { before, after } = useNeighbours(finding.id);
  const wanted = params.get('panel');
  const panel: PanelTab | null = panelTabs.find((one) => one === wanted) ?? (wide && wanted !== 'none' ? 'clear' : null);
  const setPanel = (tab: PanelTab | 'none') => {
    const next = new URLSearchParams(params);
    next.set('panel', tab);
    setParams(next, { replace: true });
  };
  const address = params.toString();
  const commands = useMemo((): readonly Command[] => {
    const goTo = (id: string | null) => () => {
      if (id !== null) void navigate(`/access/findings/${id}${address === '' ? '' : `?${address}`}`, { replace: true });
    };
    return [
      { id: 'access.decide', titleKey: 'command.access.decide', shortcut: 'D', run: () => setDeciding(true) },
      { id: 'access.nextFinding', titleKey: 'command.access.next', shortcut: 'J', run: goTo(after) },
      { id: 'access.previousFinding', titleKey: 'command.access.previous', shortcut: 'K', run: goTo(before) },
    ];
  }, [navigate, address, before, after]);
  useScreenCommands(commands);
  const step = (id: string | null) => () => {
    if (id !== null) void navigate(`/access/findings/${id}${address === '' ? '' : `?${address}`}`, { replace: true });
  };
  const events = useHostQuery('access.events', { filter: { findingId: finding.id }, oldestFirst: true, limit: 100 });
  return (
    <Page
      shows={finding.id}
      header={
        <PageHeader
          key={`head ${finding.id}`}
          wrap
          title={finding.title}
          crumbs={[
            { label: t('access.title.overview'), href: '#/access' },
            { label: t('access.view.findings'), href: '#/access/findings' },
            { label: finding.label },
          ]}
          actions={
            <>
              <IconButton
                icon={IconChevronUp}
                label={t('access.previousFinding')}
                shortcut="K"
                disabledBecause={before === null ? t('access.noPrevious') : undefined}
                onClick={step(before)}
              />
              <IconButton
                icon={IconChevronDown}
                label={t('access.nextFinding')}
                shortcut="J"
                disabledBecause={after === null ? t('access.noNext') : undefined}
                onClick={step(after)}
              />
              {panel === null ? (
                <Button icon={IconLayoutSidebarRight} onClick={() => setPanel('clear')}>
                  {t('access.finding.whatToDo')}
                </Button>
              ) : null}
              <MakeTaskButton
                cause="finding"
                phase="audit"
                titleForAll={t('access.task.all')}
                sources={async () => [findingSource(t, finding)]}
              />
              <Button kind="primary" icon={IconGavel} shortcut="D" onClick={() => setDeciding(true)}>
                {t(finding.state === 'open' ? 'access.decideOne' : 'access.decideAgain')}
              </Button>
            </>
          }
        />
      }
      inspector={
        panel === null ? undefined : (
          <FindingPanel
            key={finding.id}
            finding={finding}
            events={events.data?.rows ?? []}
            tab={panel}
            onTab={setPanel}
            onClose={() => setPanel('none')}
          />
        )
      }
      footer={
        <ListFooter
          end={
            <>
              <Kbd shortcut="J" /> <Kbd shortcut="K" /> {t('access.key.nextFinding')} <Kbd shortcut="D" /> {t('access.key.decide')}
            </>
          }
        >
          <span className="ellipsis">{sourceWords(t, events.data?.rows ?? [], finding.events)}</span>
        </ListFooter>
      }
    >
      <FindingBody finding={finding} events={events} />
      {deciding ? (
        <DecideDialog
          ids={async () => [finding.id]}
          count={1}
          now={finding.state}
          onClose={() => setDeciding(false)}
          onDone={() => undefined}
        />
      ) : null}
    </Page>
  );
}

/**
 * The findings before and after this one in the list the person came from. The order is taken once: a decision must not move
 * the list under the person who goes through it.
 */
function useNeighbours(id: string): { readonly before: string | null; readonly after: string | null } {
  const [params] = useSearchParams();
  const list = useHostQuery('access.findings', filterInput(readFilter(params), 0, NEIGHBOURS));
  const kept = useRef<readonly string[] | null>(null);
  if (kept.current === null && list.data !== undefined) kept.current = list.data.rows.map((row) => row.id);
  const order = kept.current ?? [];
  const at = order.indexOf(id);
  return { before: at > 0 ? (order[at - 1] ?? null) : null, after: at >= 0 ? (order[at + 1] ?? null) : (order[0] ?? null) };
}
