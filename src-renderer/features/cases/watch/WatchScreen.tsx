import { IconPlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { Watch, WatchCheckView, WatchEventView, WatchSubject } from '../../../../src-shared/contract/cases.ts';
import { type Command, useScreenCommands } from '../../../app/commands.tsx';
import { QueryView, useHostQuery } from '../../../host/index.ts';
import { Button, Note, Page, PageHeader, RulePlaces, Segmented, Toolbar, useText } from '../../../ui/index.ts';
import classes from '../cases.module.css';
import { CheckPanel } from './CheckPanel.tsx';
import { ChecksTable } from './ChecksTable.tsx';
import { DueView } from './DueView.tsx';
import { duePacks } from './due.ts';
import { EventPanel } from './EventPanel.tsx';
import { EventsTable } from './EventsTable.tsx';
import { ItemDialog } from './ItemDialog.tsx';
import { LookDialog } from './LookDialog.tsx';
import { PacksTable } from './PacksTable.tsx';

const views = ['due', 'checks', 'events', 'packs'] as const;
type View = (typeof views)[number];

/** What a look is recorded on. */
export interface LookAt {
  readonly subject: WatchSubject;
  readonly title: string;
  readonly look: string;
}

/** The watch over rule changes: what has to be confirmed, what moved and will move, and when the packs were last looked through. */
export function WatchScreen() {
  const t = useText();
  const watch = useHostQuery('cases.watch', {}, { keepPrevious: true });
  return <QueryView query={watch}>{(found) => <WatchPage watch={found} title={t('rules.title')} />}</QueryView>;
}

function WatchPage({ watch, title }: { readonly watch: Watch; readonly title: string }) {
  const t = useText();
  const [params, setParams] = useSearchParams();
  const [looking, setLooking] = useState<LookAt | null>(null);
  const [editing, setEditing] = useState<WatchCheckView | 'new' | null>(null);
  const item = params.get('item');
  const event = watch.events.find(({ id }) => id === params.get('event')) ?? null;
  const check = watch.checks.find(({ id }) => id === item) ?? null;
  const wanted = views.find((id) => id === params.get('view'));
  const view: View = wanted ?? (event === null ? 'checks' : 'events');
  const overdue = duePacks(watch);
  const show = (change: Readonly<Record<string, string | null>>) => {
    const next = new URLSearchParams(params);
    for (const [key, value] of Object.entries(change)) {
      if (value === null) next.delete(key);
      else next.set(key, value);
    }
    setParams(next, { replace: true });
  };
  const commands = useMemo(
    (): readonly Command[] => [{ id: 'watch.add', titleKey: 'command.watch.add', shortcut: 'N', run: (): void => setEditing('new') }],
    [],
  );
  useScreenCommands(commands);
  return (
    <Page
      header={
        <PageHeader
          title={title}
          subtitle={t('watch.subtitle')}
          actions={
            <Button kind="primary" icon={IconPlus} shortcut="N" onClick={() => setEditing('new')}>
              {t('watch.add')}
            </Button>
          }
        >
          <RulePlaces here="watch" />
        </PageHeader>
      }
      inspector={
        check !== null && (view === 'checks' || view === 'due') ? (
          <CheckPanel check={check} onLook={setLooking} onEdit={() => setEditing(check)} onClose={() => show({ item: null })} />
        ) : event !== null && view === 'events' ? (
          <EventPanel
            event={event}
            onCheck={(id) => show({ view: 'checks', event: null, item: id })}
            onClose={() => show({ event: null })}
          />
        ) : undefined
      }
    >
      <Toolbar label={t('watch.views')}>
        <Segmented<View>
          label={t('watch.views')}
          value={view}
          onChange={(id) => show({ view: id, item: null, event: null, due: null })}
          choices={views.map((id) => ({ value: id, label: t(`watch.view.${id}`, { count: watch.due }) }))}
        />
      </Toolbar>
      {overdue.length === 0 ? null : (
        <div className={classes['banner']}>
          <Note tone="review">
            {t('watch.due', { packs: overdue.length, titles: overdue.map((pack) => pack.title).join('; ') })}{' '}
            {view === 'packs' || view === 'due' ? null : <a href="#/rules/watch?view=packs">{t('watch.dueLink')}</a>}
          </Note>
        </div>
      )}
      {view === 'due' ? (
        <DueView watch={watch} active={check?.id ?? null} onPress={(one) => show({ item: one.id })} onLook={setLooking} />
      ) : view === 'checks' ? (
        <ChecksTable checks={watch.checks} active={check?.id ?? null} onPress={(one) => show({ item: one.id })} />
      ) : view === 'events' ? (
        <EventsTable
          events={watch.events}
          on={watch.on}
          active={event?.id ?? null}
          onPress={(one: WatchEventView) => show({ event: one.id })}
        />
      ) : (
        <PacksTable watch={params.get('due') === 'yes' ? { ...watch, packs: [...duePacks(watch)] } : watch} onLook={setLooking} />
      )}
      {looking === null ? null : <LookDialog at={looking} today={watch.today} onClose={() => setLooking(null)} />}
      {editing === null ? null : <ItemDialog item={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </Page>
  );
}
