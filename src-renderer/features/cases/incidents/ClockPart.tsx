import type { ClockStepView, DisclosureView, IncidentColumns } from '../../../../src-shared/contract/cases.ts';
import { type ClockStepSaid, disclosureSaid } from '../../../../src-shared/text/incident.ts';
import { Note, SimpleTable, StatusText, type Tone, useText } from '../../../ui/index.ts';
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
  readonly columns: IncidentColumns;
}

/** The clock of a voluntary self-disclosure: which step, by which day, counted from what, under which rule. */
export function ClockPart({ clock, columns }: ClockPartProps) {
  const t = useText();
  const { warnings, steps, lookback, rules, source } = disclosureSaid(clock, columns, t);
  return (
    <>
      <h3>{clock.rules.title}</h3>
      {warnings.map((warning) => (
        <Note key={warning} tone="review">
          {warning}
        </Note>
      ))}
      {columns.decision === 'doNot' ? null : (
        <SimpleTable<ClockStepSaid>
          label={t('cases.clock.title')}
          place="inline"
          rowKey={({ step }) => step.id}
          groups={[{ id: 'all', rows: steps }]}
          columns={[
            { id: 'step', header: t('cases.clock.step'), width: 190, cell: ({ name }) => <b className="medium">{name}</b> },
            {
              id: 'due',
              header: t('cases.clock.due'),
              minWidth: 190,
              cell: ({ due, from }) => (
                <span className={classes['twoLines']}>
                  <span>{due}</span>
                  {from === '' ? null : <small>{from}</small>}
                </span>
              ),
            },
            {
              id: 'state',
              header: t('cases.clock.state'),
              width: 220,
              cell: ({ step, state }) => <StatusText tone={tones[step.state]}>{state}</StatusText>,
            },
          ]}
        />
      )}
      {lookback === '' ? null : <p className={classes['small']}>{lookback}</p>}
      <details>
        <summary>{t('cases.clock.rules')}</summary>
        <ul className={classes['bullets']}>
          {rules.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      </details>
      <p className={classes['small']}>{source}</p>
    </>
  );
}
