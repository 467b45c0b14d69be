import { useText } from '../../../ui/index.ts';
import classes from './burndown.module.css';

/** Tasks closed in each week so far, the present one stronger, with the average of the whole weeks. */
export function WeekBars({ weeks }: { readonly weeks: readonly number[] }) {
  const t = useText();
  const most = Math.max(1, ...weeks);
  const whole = weeks.slice(0, -1);
  const average = whole.length === 0 ? (weeks[0] ?? 0) : whole.reduce((sum, count) => sum + count, 0) / whole.length;
  return (
    <section className={classes['perWeek']} aria-label={t('plan.burndown.perWeek')}>
      <div>
        <span>{t('plan.burndown.perWeek')}</span>
        <span className="figures">{t('plan.burndown.average', { average: Number(average.toFixed(2)).toLocaleString(t.locale) })}</span>
      </div>
      <ol>
        {weeks.map((count, place) => {
          const label = t('plan.burndown.weekBar', { week: place + 1, count });
          return (
            <li
              key={label}
              title={label}
              data-now={place === weeks.length - 1 ? '' : undefined}
              style={{ ['--share' as string]: count / most }}
            >
              <span className="visually-hidden">{label}</span>
            </li>
          );
        })}
      </ol>
      <div aria-hidden>
        <span>{t('plan.burndown.weekName', { week: 1 })}</span>
        {weeks.length > 1 ? <span>{t('plan.burndown.weekName', { week: weeks.length })}</span> : null}
      </div>
    </section>
  );
}
