import type { ClockStepView, DisclosureView, IncidentColumns } from '../../../../src-shared/contract/cases.ts';
import { formatDay } from '../../../../src-shared/text/dates.ts';
import { Note, type ProductText, SimpleTable, StatusText, type Tone, useText } from '../../../ui/index.ts';
import classes from '../cases.module.css';

const tones: Readonly<Record<ClockStepView['state'], Tone>> = {
  done: 'clear',
  open: 'review',
  late: 'restricted',
  waiting: 'unassessed',
  notNeeded: 'unassessed',
  usual: 'info',
};

interface ClockPartProps {
  readonly clock: DisclosureView;
  readonly decision: IncidentColumns['decision'];
  readonly track: IncidentColumns['track'];
}

/** The clock of a voluntary self-disclosure: which step, by which day, counted from what, under which rule. */
export function ClockPart({ clock, decision, track }: ClockPartProps) {
  const t = useText();
  const rows = clock.steps.filter(({ id, state }) => state !== 'notNeeded' && id !== 'decision');
  const { rules, lookback } = clock;
  const day = (value: string) => formatDay(value, t.locale);
  return (
    <>
      <h3>{rules.title}</h3>
      {clock.warnings.map((warning) => (
        <Note key={warning} tone="review">
          {t(`cases.clock.warning.${warning}`)}
        </Note>
      ))}
      {decision === 'doNot' ? null : (
        <SimpleTable<ClockStepView>
          label={t('cases.clock.title')}
          place="inline"
          rowKey={({ id }) => id}
          groups={[{ id: 'all', rows }]}
          columns={[
            { id: 'step', header: t('cases.clock.step'), width: 190, cell: ({ id }) => <b className="medium">{t(`cases.clock.${id}`)}</b> },
            {
              id: 'due',
              header: t('cases.clock.due'),
              minWidth: 190,
              cell: (step) => (
                <span className={classes['twoLines']}>
                  <span>
                    {step.due === null ? t(step.state === 'waiting' ? 'cases.clock.noDayYet' : 'cases.clock.noDay') : day(step.due)}
                  </span>
                  {step.countedFrom === null ? null : (
                    <small>{t(`cases.clock.from.${step.countedFrom.what}`, { on: day(step.countedFrom.on) })}</small>
                  )}
                </span>
              ),
            },
            {
              id: 'state',
              header: t('cases.clock.state'),
              width: 220,
              cell: (step) => <StatusText tone={tones[step.state]}>{stateWords(t, step, day)}</StatusText>,
            },
          ]}
        />
      )}
      {decision === 'doNot' ? null : (
        <p className={classes['small']}>
          {t('cases.clock.lookback', { from: day(lookback.from), until: day(lookback.until), what: lookback.countedFrom })}
          {track === 'minor' ? ` ${t('cases.clock.bundle', { on: day(clock.quarterEnds) })}` : ''}
        </p>
      )}
      <details>
        <summary>{t('cases.clock.rules')}</summary>
        <ul className={classes['bullets']}>
          {rules.steps.map(({ id, says }) => (
            <li key={id}>{says}</li>
          ))}
          {rules.effects.map((effect) => (
            <li key={effect}>{effect}</li>
          ))}
        </ul>
      </details>
      <p className={classes['small']}>
        {t('cases.clock.source', { locator: rules.source.locator, confidence: t(`confidence.${rules.confidence}`) })}{' '}
        {t('cases.clock.since', {
          on: day(rules.since.on),
          locator: rules.since.source.locator,
          confidence: t(`confidence.${rules.since.confidence}`).toLowerCase(),
        })}
      </p>
    </>
  );
}

function stateWords(t: ProductText, { state, doneOn, daysLeft }: ClockStepView, day: (value: string) => string): string {
  if (doneOn !== null) return t('cases.clock.doneOn', { on: day(doneOn) });
  if (daysLeft === null) return t(`cases.clockState.${state}`);
  return daysLeft < 0 ? t('cases.clock.lateBy', { days: -daysLeft }) : t('cases.clock.left', { days: daysLeft });
}
