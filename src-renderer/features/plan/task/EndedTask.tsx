import { useSearchParams } from 'react-router';
import { formatDay } from '../../../../src-shared/text/dates.ts';
import { EvidenceOf, NotesPanel, QueryView, useHostQuery } from '../../../host/index.ts';
import { LinkButton, Note, Page, PageHeader, Tabs, useText } from '../../../ui/index.ts';
import { endedHref } from '../ended/ended-href.ts';
import classes from '../plan.module.css';
import { TaskHistory, TaskOverview } from './TaskOverview.tsx';

const tabIds = ['overview', 'evidence', 'notes', 'history'] as const;
type TabId = (typeof tabIds)[number];

/** A task of a plan that was closed, as it stood then. It can be read, with what proves it; nothing of it can be moved. */
export function EndedTask({ id }: { readonly id: string }) {
  const t = useText();
  const [params, setParams] = useSearchParams();
  const query = useHostQuery('plan.endedView', { planId: null, taskId: id });
  const tab: TabId = tabIds.find((one) => one === params.get('tab')) ?? 'overview';
  const found = query.data?.view.tasks.find((one) => one.id === id);
  return (
    <Page
      shows={`${id} ${tab}`}
      header={
        <PageHeader
          title={found?.title ?? t('plan.title')}
          wrap
          crumbs={[
            { label: t('plan.title'), href: '#/plan' },
            ...(query.data === undefined ? [] : [{ label: query.data.ended.title, href: `#${endedHref(query.data.ended.id)}` }]),
            { label: t('plan.column.task') },
          ]}
        >
          {found === undefined ? null : (
            <Tabs<TabId>
              label={found.title}
              active={tab}
              onChange={(next) => setParams(next === 'overview' ? {} : { tab: next }, { replace: true })}
              tabs={tabIds.map((one) => ({ id: one, label: t(`plan.task.tab.${one}`) }))}
            />
          )}
        </PageHeader>
      }
    >
      <QueryView query={query} whenGone={<LinkButton href="#/plan">{t('plan.task.toPlan')}</LinkButton>}>
        {({ ended, view }) => (
          <div className={classes['padded']}>
            <Note tone="info">{t('plan.ended.readOnly', { day: formatDay(ended.endedOn, t.locale) })}</Note>
            {found === undefined ? null : tab === 'overview' ? (
              <TaskOverview plan={view} task={found} ended />
            ) : tab === 'evidence' ? (
              <EvidenceOf record={{ kind: 'task', id }} />
            ) : tab === 'notes' ? (
              <NotesPanel about={{ entity: 'task', id }} />
            ) : (
              <TaskHistory id={id} />
            )}
          </div>
        )}
      </QueryView>
    </Page>
  );
}
