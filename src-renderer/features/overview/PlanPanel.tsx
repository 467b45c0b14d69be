import { IconPlayerPlay } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import { dayAfter, daysBetween, type IsoDate } from '../../../src-shared/model/dates.ts';
import { formatDayMonth } from '../../../src-shared/text/dates.ts';
import { type OutputOf, QueryView, useHostQuery } from '../../host/index.ts';
import { Burndown, Button, Panel, useText } from '../../ui/index.ts';
import classes from './overview.module.css';

type Plan = OutputOf<'plan.get'>;

interface PlanPanelProps {
  /** Undefined while it is read; null while there is none. */
  readonly plan: Plan | undefined;
  readonly className: string | undefined;
}

/** Work left against the line, or the way to begin. */
export function PlanPanel({ plan, className }: PlanPanelProps) {
  const t = useText();
  const navigate = useNavigate();
  if (plan === null || plan === undefined)
    return (
      <Panel className={className} title={t('overview.plan')}>
        {plan === undefined ? null : (
          <div className={classes['start']}>
            <p>{t('overview.plan.none')}</p>
            <Button kind="primary" icon={IconPlayerPlay} onClick={() => void navigate('/plan/start')}>
              {t('overview.plan.start')}
            </Button>
          </div>
        )}
      </Panel>
    );
  return (
    <Panel
      className={className}
      title={t('overview.plan.week', { week: plan.week, weeks: plan.weeks })}
      href="#/plan?view=timeline"
      aside={
        <a className="caption" href="#/plan?view=burndown">
          {t('overview.plan.open')}
        </a>
      }
    >
      <Left plan={plan} />
    </Panel>
  );
}

const DAYS_A_MARK = 28;

function Left({ plan }: { readonly plan: NonNullable<Plan> }) {
  const t = useText();
  const burndown = useHostQuery('plan.burndown', { unit: 'tasks' });
  return (
    <QueryView query={burndown}>
      {(data) => {
        const last = [data.last, data.forecast?.latest ?? data.last, plan.endsOn].sort().at(-1) ?? plan.endsOn;
        const columns = daysBetween(plan.startsOn, last) + 1;
        const rounded = (value: number) => Math.round(value);
        return (
          <div className={classes['burndown']}>
            <Burndown
              title={t('overview.plan.left', { left: rounded(data.left), line: rounded(data.lineSays) })}
              opens={{ href: '#/plan?view=list&show=open', count: rounded(data.left) }}
              lead={
                data.forecast === null ? (
                  t('overview.plan.noForecast')
                ) : (
                  <a href="#/plan?view=burndown" className={classes['quiet']}>
                    {t('overview.plan.forecast', {
                      from: formatDayMonth(data.forecast.earliest, t.locale),
                      to: formatDayMonth(data.forecast.latest, t.locale),
                    })}
                  </a>
                )
              }
              controls={null}
              unit={t('plan.burndown.unit.tasks')}
              actual={data.actual}
              ideal={data.ideal}
              steps={data.steps.map(({ day, change }) => ({ day, label: t('overview.plan.step', { change }) }))}
              today={data.today}
              now={t('overview.plan.now', { left: rounded(data.left) })}
              forecast={data.forecast === null ? null : { ...data.forecast, label: t('plan.burndown.forecast') }}
              columnOf={(day) => daysBetween(plan.startsOn, day)}
              columns={columns}
              ticks={marks(plan.startsOn, columns)}
              height={248}
            />
          </div>
        );
      }}
    </QueryView>
  );
}

/** Every fourth Monday from the first day on. */
const marks = (first: IsoDate, days: number): readonly IsoDate[] =>
  Array.from({ length: Math.ceil(days / DAYS_A_MARK) }, (_, place) => dayAfter(first, place * DAYS_A_MARK));
