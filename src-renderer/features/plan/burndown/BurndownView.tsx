import { IconDownload } from '@tabler/icons-react';
import { useMemo, useState, useSyncExternalStore } from 'react';
import type { BurndownView as Data, PlanView } from '../../../../src-shared/contract/plan.ts';
import { formatDay, formatDayMonth } from '../../../../src-shared/text/dates.ts';
import { QueryView, useHostQuery, useSaveAs } from '../../../host/index.ts';
import { Burndown, IconButton, type ProductText, Segmented, useText } from '../../../ui/index.ts';
import { createScale, weekMarks } from '../timeline/scale.ts';
import { useGiving } from '../use-giving.ts';
import classes from './burndown.module.css';
import { CheckInPanel } from './CheckInPanel.tsx';

type Unit = 'tasks' | 'days';
const units = ['tasks', 'days'] as const;

/** Work left against the line, with the check-in of the week beside it. */
export function BurndownView({ plan }: { readonly plan: PlanView }) {
  const t = useText();
  const [unit, setUnit] = useState<Unit>('tasks');
  const burndown = useHostQuery('plan.burndown', { unit }, { keepPrevious: true });
  const height = useChartHeight();
  const last = [burndown.data?.last, burndown.data?.forecast?.latest, plan.endsOn]
    .filter((day) => day !== undefined)
    .sort()
    .at(-1);
  const scale = useMemo(() => createScale(plan.startsOn, last ?? plan.endsOn, plan.calendar, 1), [plan, last]);
  return (
    <div className={classes['frame']}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className={classes['chart']} aria-label={t('plan.view.burndown')} tabIndex={0}>
        <QueryView query={burndown}>
          {(data) => (
            <Burndown
              title={findingOf(t, data, unit)}
              lead={`${t('plan.burndown.ends', { day: formatDayMonth(plan.endsOn, t.locale) })} ${t('plan.burndown.scope', { count: data.added, number: countWord(t, data.added) })}`}
              controls={
                <Segmented<Unit>
                  label={t('plan.burndown.unit')}
                  value={unit}
                  choices={units.map((value) => ({ value, label: t(`plan.burndown.${value}`) }))}
                  onChange={setUnit}
                />
              }
              actions={<GiveBurndown unit={unit} />}
              unit={t(`plan.burndown.unit.${unit}`)}
              actual={data.actual}
              ideal={data.ideal}
              steps={data.steps.map((step) => ({ day: step.day, label: stepWords(t, step) }))}
              today={data.today}
              now={t('plan.burndown.now', {
                left: rounded(data.left),
                line: unit === 'tasks' ? Math.round(data.lineSays) : rounded(data.lineSays),
              })}
              forecast={data.forecast === null ? null : { ...data.forecast, label: t('plan.burndown.forecast') }}
              columnOf={scale.columnOf}
              columns={scale.weeks * scale.perWeek}
              ticks={weekMarks(scale, data.today, 0).map(({ monday }) => monday)}
              height={height}
            />
          )}
        </QueryView>
      </section>
      <CheckInPanel closedPerWeek={burndown.data?.closedPerWeek ?? []} />
    </div>
  );
}

/** The burndown as numbers or as a picture, for a presentation or a mail. */
function GiveBurndown({ unit }: { readonly unit: Unit }) {
  const t = useText();
  const { give, busy, error } = useGiving('plan.exportBurndown');
  const { open, dialog } = useSaveAs<'svg' | 'csv'>({
    title: t('plan.give.burndown'),
    formats: ['svg', 'csv'],
    busy,
    error,
    onSave: ({ as, redaction }) => give({ unit, as, redaction }),
  });
  return (
    <>
      <IconButton
        icon={IconDownload}
        label={t('plan.give.burndown')}
        hasPopup="dialog"
        disabledBecause={busy ? t('plan.give.busy') : undefined}
        onClick={() => open()}
      />
      {dialog}
    </>
  );
}

/** What the window leaves for the chart under its title, within bounds that can be read. */
function useChartHeight(): number {
  const subscribe = (notify: () => void) => {
    window.addEventListener('resize', notify);
    return () => window.removeEventListener('resize', notify);
  };
  const room = useSyncExternalStore(subscribe, () => window.innerHeight);
  return Math.max(380, Math.min(680, room - 304));
}

const rounded = (value: number) => Math.round(value * 10) / 10;

/** The conclusion as a title: where it stands against the line, and when the last one closes. */
function findingOf(t: ProductText, data: Data, unit: Unit): string {
  const off = Math.round(data.left - data.lineSays);
  const count = Math.abs(off);
  const where =
    off === 0
      ? t('plan.burndown.onLine')
      : t(
          unit === 'tasks'
            ? off > 0
              ? 'plan.burndown.above'
              : 'plan.burndown.below'
            : off > 0
              ? 'plan.burndown.daysAbove'
              : 'plan.burndown.daysBelow',
          { count, number: countWord(t, count) },
        );
  const { forecast } = data;
  if (data.left === 0) return t('plan.allClosed');
  const when =
    forecast === null
      ? t('plan.burndown.noForecast')
      : t('plan.burndown.range', { from: dayWords(t, forecast.earliest, data.today), to: dayWords(t, forecast.latest, data.today) });
  return t('plan.burndown.finding', { where, when });
}

/** The year is said where it is another one. */
function dayWords(t: ProductText, day: string, today: string): string {
  const near = Math.abs(Number(day.slice(0, 4)) - Number(today.slice(0, 4))) <= 1;
  return near ? formatDayMonth(day, t.locale) : formatDay(day, t.locale);
}

function stepWords(t: ProductText, step: Data['steps'][number]): string {
  const count = Math.abs(rounded(step.change));
  if (step.change < 0) return t('plan.burndown.removed', { count });
  return t('plan.burndown.addedFrom', { count, cause: t(`plan.burndown.cause.${step.cause}`) });
}

/** Small numbers as words, at the start of a sentence. */
function countWord(t: ProductText, count: number): string {
  return t('plan.number.words', { count });
}
