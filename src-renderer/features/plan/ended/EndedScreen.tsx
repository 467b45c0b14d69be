import { useNavigate, useSearchParams } from 'react-router';
import type { EndedPlan } from '../../../../src-shared/contract/plan.ts';
import { PlanPhase, type ScheduledTask } from '../../../../src-shared/model/plan.ts';
import { formatDay } from '../../../../src-shared/text/dates.ts';
import { EvidenceOf, QueryView, useHostQuery } from '../../../host/index.ts';
import { EmptyState, LinkButton, Page, PageHeader, Section, Select, SimpleTable, useText } from '../../../ui/index.ts';
import classes from '../plan.module.css';
import { endedHref } from './ended-href.ts';

/** Plans that were closed, each with its tasks as they stood on its last day. */
export function EndedScreen() {
  const t = useText();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const plans = useHostQuery('plan.ended', {});
  const list = plans.data ?? [];
  const asked = params.get('plan');
  const chosen = asked === null ? list[0] : list.find(({ id }) => id === asked);
  return (
    <Page
      header={
        <PageHeader
          ruled
          title={chosen?.title ?? t('plan.ended.title')}
          subtitle={chosen === undefined ? undefined : t('plan.ended.closed', { closed: chosen.closed, count: chosen.tasks })}
          crumbs={[{ label: t('plan.title'), href: '#/plan' }, { label: t('plan.ended.title') }]}
          actions={
            chosen === undefined ? undefined : (
              <>
                {list.length < 2 ? null : (
                  <Select<string>
                    label={t('plan.ended.title')}
                    labelHidden
                    value={chosen.id}
                    options={list.map(({ id, title, endedOn }) => ({ value: id, label: `${title}, ${formatDay(endedOn, t.locale)}` }))}
                    onChange={(id) => void navigate(endedHref(id), { replace: true })}
                  />
                )}
                <LinkButton href={`#/reports/plan-status?record=${encodeURIComponent(chosen.id)}`}>{t('plan.progressReport')}</LinkButton>
              </>
            )
          }
        />
      }
    >
      <QueryView query={plans}>
        {() =>
          chosen === undefined ? (
            <EmptyState title={t('plan.ended.none')} actions={<LinkButton href="#/plan">{t('plan.ended.toPlan')}</LinkButton>}>
              {t('plan.ended.noneText')}
            </EmptyState>
          ) : (
            <Ended key={chosen.id} plan={chosen} />
          )
        }
      </QueryView>
    </Page>
  );
}

function Ended({ plan }: { readonly plan: EndedPlan }) {
  const t = useText();
  const navigate = useNavigate();
  const view = useHostQuery('plan.endedView', { planId: plan.id, taskId: null });
  const day = (on: string) => formatDay(on, t.locale);
  return (
    <>
      <div className={classes['padded']}>
        <p>
          {t('plan.ended.lead', {
            ...{ from: day(plan.startsOn), to: day(plan.endsOn), on: day(plan.endedOn) },
            because: plan.because === '' ? 'none' : plan.because,
          })}
        </p>
      </div>
      <QueryView query={view}>
        {({ view: { tasks } }) => (
          <SimpleTable<ScheduledTask>
            label={plan.title}
            sticky
            columns={[
              { id: 'title', header: t('plan.column.task'), minWidth: 260, cell: ({ title }) => <b className="medium">{title}</b> },
              { id: 'owner', header: t('plan.column.owner'), width: 190, cell: ({ owner }) => owner },
              { id: 'state', header: t('plan.column.state'), width: 132, cell: ({ state }) => t(`plan.state.${state}`) },
              {
                id: 'planned',
                header: t('plan.column.planned'),
                width: 132,
                cell: ({ planned }) => (planned === null ? '' : day(planned.end)),
              },
              { id: 'closed', header: t('plan.task.closed'), width: 132, cell: ({ closed }) => (closed === null ? '' : day(closed.on)) },
            ]}
            groups={PlanPhase.options
              .map((phase) => ({ id: phase, title: t(`plan.phase.${phase}`), rows: tasks.filter((task) => task.phase === phase) }))
              .filter(({ rows }) => rows.length > 0)}
            rowKey={({ id }) => id}
            onPress={({ id }) => void navigate(`/plan/tasks/${id}`)}
          />
        )}
      </QueryView>
      <div className={classes['padded']}>
        <Section title={t('evidence.tab')}>
          <EvidenceOf record={{ kind: 'plan', id: plan.id }} />
        </Section>
      </div>
    </>
  );
}
