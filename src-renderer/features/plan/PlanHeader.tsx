import { IconDots, IconFilter, IconPlus, IconPrinter } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import type { PlanView } from '../../../src-shared/contract/plan.ts';
import type { PlanFilter } from '../../../src-shared/contract/plan-files.ts';
import { formatDay, formatDayMonth } from '../../../src-shared/text/dates.ts';
import { Button, FilterChips, IconButton, Menu, PageHeader, type ProductText, Segmented, Toolbar, useText } from '../../ui/index.ts';
import { FilterPopover } from './FilterPopover.tsx';
import { wholePlan } from './filter.ts';
import classes from './plan.module.css';

export const planViews = ['timeline', 'board', 'list', 'burndown'] as const;
export type PlanViewId = (typeof planViews)[number];

/** Letters that stand beside the title on a usual screen without being cut. */
const BESIDE_TITLE = 84;

interface PlanHeaderProps {
  readonly plan: PlanView;
  readonly view: PlanViewId;
  readonly onView: (view: PlanViewId) => void;
  readonly filter: PlanFilter;
  readonly onFilter: (filter: PlanFilter) => void;
  readonly onAdd: () => void;
}

/** Where the plan stands in one sentence, its views, and what can be done with it. */
export function PlanHeader({ plan, view, onView, filter, onFilter, onAdd }: PlanHeaderProps) {
  const t = useText();
  const navigate = useNavigate();
  const chips = chipsOf(t, filter);
  const end = view === 'burndown' ? null : endWords(t, plan);
  const week = weekWords(t, plan);
  const long = week.length + (end?.length ?? 0) > BESIDE_TITLE ? '' : undefined;
  return (
    <PageHeader
      title={plan.title}
      subtitle={
        <>
          {week}{' '}
          {end === null ? null : (
            <span className={classes['wideOnly']} data-long={long}>
              {end}
            </span>
          )}
        </>
      }
      actions={
        <>
          {view === 'timeline' || view === 'board' ? (
            <FilterPopover
              tasks={plan.tasks}
              filter={filter}
              onFilter={onFilter}
              trigger={<IconButton icon={IconFilter} label={t('common.filter')} pressed={chips.length > 0} />}
            />
          ) : null}
          <Segmented<PlanViewId>
            label={t('plan.views')}
            value={view}
            choices={planViews.map((value) => ({ value, label: t(`plan.view.${value}`) }))}
            onChange={onView}
          />
          {view === 'burndown' ? (
            <Button icon={IconPrinter} onClick={() => void navigate('/reports/plan-status')}>
              {t('plan.progressReport')}
            </Button>
          ) : (
            <Button kind="primary" icon={IconPlus} shortcut="N" onClick={onAdd}>
              {t('plan.addTask')}
            </Button>
          )}
          <Menu
            align="end"
            groups={[
              {
                items: [
                  { id: 'settings', label: t('plan.menu.settings'), onSelect: () => void navigate('/plan/settings') },
                  { id: 'calendar', label: t('plan.menu.calendar'), onSelect: () => void navigate('/plan/calendar') },
                  { id: 'templates', label: t('plan.menu.templates'), onSelect: () => void navigate('/plan/templates') },
                  { id: 'ended', label: t('plan.ended.title'), onSelect: () => void navigate('/plan/ended') },
                ],
              },
              {
                items: [
                  {
                    id: 'report',
                    label: t('plan.progressReport'),
                    icon: IconPrinter,
                    onSelect: () => void navigate('/reports/plan-status'),
                  },
                ],
              },
            ]}
          >
            <IconButton icon={IconDots} label={t('plan.more')} />
          </Menu>
        </>
      }
    >
      {chips.length === 0 || view === 'list' || view === 'burndown' ? (
        <div className={classes['underHead']} data-long={long}>
          {end === null ? null : <p>{end}</p>}
        </div>
      ) : (
        <Toolbar label={t('plan.list.toolbar')}>
          <FilterChips
            filters={chips}
            onRemove={(id) =>
              onFilter(id === 'show' ? { ...filter, show: 'all' } : id === 'owner' ? { ...filter, owner: null } : wholePlan)
            }
          />
        </Toolbar>
      )}
    </PageHeader>
  );
}

/** `Week 8 of 13.` */
function weekWords(t: ProductText, plan: PlanView): string {
  if (plan.week < 1) return t('plan.weekBefore', { day: formatDay(plan.startsOn, t.locale) });
  return plan.week > plan.weeks ? t('plan.weekAfter', { weeks: plan.weeks }) : t('plan.week', { week: plan.week, weeks: plan.weeks });
}

/** Where the last task ends against its plan. */
function endWords(t: ProductText, plan: PlanView): string | null {
  if (plan.tasks.length > 0 && plan.tasks.every((task) => task.closed !== null)) return t('plan.allClosed');
  if (plan.end === null || plan.end.planned === null) return null;
  const { title, planned, expected, lateTasks } = plan.end;
  const words = { task: title, from: formatDayMonth(planned, t.locale), to: formatDayMonth(expected, t.locale) };
  if (expected > planned) {
    // Within one month the month is said once.
    const from = planned.slice(0, 7) === expected.slice(0, 7) ? String(Number(planned.slice(8))) : words.from;
    return t('plan.slips', { ...words, from, count: lateTasks, number: t('plan.number.small', { count: lateTasks }) });
  }
  return t(expected < planned ? 'plan.ahead' : 'plan.onTime', words);
}

function chipsOf(t: ProductText, filter: PlanFilter): ReadonlyArray<{ readonly id: string; readonly label: string }> {
  return [
    ...(filter.show === 'all' ? [] : [{ id: 'show', label: t(`plan.filter.${filter.show}`) }]),
    ...(filter.owner === null ? [] : [{ id: 'owner', label: filter.owner === '' ? t('plan.nobody') : filter.owner }]),
  ];
}
