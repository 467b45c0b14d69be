import { useState } from 'react';
import type { LogProblemView } from '../../../src-shared/contract/access-logs.ts';
import { errorSentence, QueryView, useHostCommand, useHostQuery } from '../../host/index.ts';
import {
  Button,
  importClasses as classes,
  EmptyState,
  Note,
  ProblemList,
  RowShares,
  SimpleTable,
  useText,
  Wizard,
} from '../../ui/index.ts';
import { CheckProgress } from './CheckProgress.tsx';
import { Question } from './Questions.tsx';
import { RejectedMenu } from './RejectedMenu.tsx';
import type { StepProps } from './step-props.ts';
import { useCheck } from './use-check.ts';

const groups = [
  { id: 'blocks', tone: 'restricted' },
  { id: 'leftOut', tone: 'clear' },
  { id: 'warns', tone: 'review' },
  { id: 'told', tone: 'unassessed' },
] as const;

const groupOf = ({ standing, severity }: LogProblemView): (typeof groups)[number]['id'] =>
  standing === 'told' && severity === 'warning' ? 'warns' : standing;

/** Step five: what stops the import, grouped by what settles it. The whole file was read; nothing was written. */
export function CheckStep({ session, frame, go }: StepProps) {
  const t = useText();
  const reading = useCheck(session);
  const { checked } = session;
  const problems = useHostQuery('accessLogs.problems', { id: session.id }, { keepPrevious: true, enabled: checked !== null });
  const [active, setActive] = useState<string | null>(null);
  const said = (problem: LogProblemView) =>
    t(problem.severity === 'warning' ? 'accessLogs.wizard.problem.warned' : 'accessLogs.wizard.problem.rows', {
      count: problem.count,
      problem: t(`accessLogs.problem.${problem.kind}`),
    });
  const all = problems.data ?? [];
  const chosen = all.find((problem) => problem.id === active) ?? all[0];
  const open = session.openProblems;
  return (
    <Wizard
      {...frame}
      current="check"
      heading={checked === null ? t('accessLogs.wizard.checking') : t('accessLogs.wizard.heading.check', { open })}
      lead={t('accessLogs.wizard.lead.check')}
      headingActions={
        <RejectedMenu
          of={{ sessionId: session.id }}
          disabledBecause={
            checked === null ? t('accessLogs.wizard.waitForCheck') : checked.rejected === 0 ? t('accessLogs.wizard.noRejected') : undefined
          }
        />
      }
      fill
      footNote={checked !== null && open > 0 ? t('accessLogs.wizard.answersLeft', { count: open }) : undefined}
      next={{
        label: t('accessLogs.wizard.step.people'),
        onClick: () => go('people'),
        disabledBecause:
          checked === null
            ? t('accessLogs.wizard.waitForCheck')
            : open > 0
              ? t('accessLogs.wizard.answersLeft', { count: open })
              : undefined,
      }}
    >
      {checked === null ? (
        <CheckProgress session={session} reading={reading} label={t('accessLogs.wizard.checking')} />
      ) : (
        <>
          <RowShares
            shares={[
              { id: 'events', label: t('accessLogs.wizard.count.events', { count: checked.events }), value: checked.events, tone: 'clear' },
              {
                id: 'rejected',
                label: t('accessLogs.wizard.count.rejected', { count: checked.rejected }),
                value: checked.rejected,
                tone: 'restricted',
              },
              {
                id: 'skipped',
                label: t('accessLogs.wizard.count.skipped', { count: checked.skipped }),
                value: checked.skipped,
                tone: 'unassessed',
              },
            ]}
          />
          <QueryView query={problems}>
            {() =>
              chosen === undefined ? (
                <EmptyState title={t('accessLogs.wizard.allClear')}>{t('accessLogs.wizard.lead.review')}</EmptyState>
              ) : (
                <ProblemList
                  active={chosen.id}
                  onActive={setActive}
                  groups={groups.map(({ id, tone }) => ({
                    id,
                    tone,
                    title: t(`accessLogs.wizard.problem.${id}`),
                    word: t(`accessLogs.wizard.word.${id}`),
                    problems: all.filter((problem) => groupOf(problem) === id).map((problem) => ({ id: problem.id, said: said(problem) })),
                  }))}
                >
                  <Problem key={chosen.id} session={session} problem={chosen} said={said(chosen)} go={go} />
                </ProblemList>
              )
            }
          </QueryView>
        </>
      )}
    </Wizard>
  );
}

interface ProblemProps extends Pick<StepProps, 'session' | 'go'> {
  readonly problem: LogProblemView;
  readonly said: string;
}

/** One problem: the question that settles it, or leaving its rows out, and the first rows it touches. */
function Problem({ session, problem, said, go }: ProblemProps) {
  const t = useText();
  const answer = useHostCommand('accessLogs.answer');
  const leave = useHostCommand('accessLogs.leaveOut');
  const on = { id: session.id, revision: session.revision };
  const error = answer.error ?? leave.error;
  return (
    <section className={classes['panel']} aria-label={said}>
      <h2>{said}</h2>
      {error === null ? null : (
        <Note tone="restricted" live>
          {errorSentence(t, error)}
        </Note>
      )}
      {problem.question === null || problem.standing === 'leftOut' ? null : (
        <Question
          session={session}
          question={problem.question}
          busy={answer.pending}
          onAnswer={(answers) => void answer.run({ ...on, answers })}
        />
      )}
      {problem.standing === 'told' ? null : (
        <div className={classes['apply']}>
          <Button
            kind={problem.standing === 'blocks' && problem.question === null ? 'primary' : 'default'}
            busy={leave.pending}
            onClick={() => void leave.run({ ...on, problemId: problem.id, leftOut: problem.standing === 'blocks' })}
          >
            {problem.standing === 'blocks'
              ? t('accessLogs.wizard.problem.leaveOut', { count: problem.count })
              : t('accessLogs.wizard.problem.takeBack')}
          </Button>
          {problem.field === null || problem.standing === 'leftOut' ? null : (
            <Button kind="quiet" onClick={() => go('columns')}>
              {t('accessLogs.wizard.problem.otherColumn')}
            </Button>
          )}
          <span className="caption muted">{t('accessLogs.wizard.problem.leaveOutDetail')}</span>
        </div>
      )}
      <SimpleTable
        label={t('accessLogs.wizard.problem.firsts')}
        place="inline"
        groups={[{ id: 'firsts', title: t('accessLogs.wizard.problem.firsts'), rows: problem.firsts }]}
        rowKey={(first) => `${first.row} ${first.column ?? ''}`}
        columns={[
          {
            id: 'row',
            header: t('accessLogs.wizard.problem.row'),
            width: 84,
            align: 'end',
            cell: (first) => <span className="figures">{first.row}</span>,
          },
          {
            id: 'column',
            header: t('accessLogs.wizard.problem.column'),
            width: 180,
            cell: (first) => <span className={classes['cell']}>{first.column ?? ''}</span>,
          },
          {
            id: 'value',
            header: t('accessLogs.wizard.problem.value'),
            cell: (first) => <span className={classes['because']}>{first.value === '' ? t('imports.ui.emptySample') : first.value}</span>,
          },
        ]}
      />
    </section>
  );
}
