import { useState } from 'react';
import type { AccessFinding, FindingQuestion } from '../../../../src-shared/contract/access.ts';
import { formatDay } from '../../../../src-shared/text/dates.ts';
import { errorSentence, TasksOf, useHostCommand } from '../../../host/index.ts';
import { Button, Note, Section, TextField, useText } from '../../../ui/index.ts';
import classes from './finding.module.css';
import { PersonRecord } from './PersonRecord.tsx';

/** The questions whose answers would clear the finding, one after the other, and what is on file of the person. */
export function ClearTab({ finding }: { readonly finding: AccessFinding }) {
  const t = useText();
  const [again, setAgain] = useState<string | null>(null);
  const open = finding.questions.filter((question) => question.answer === null || question.answer === 'unknown');
  const current = finding.questions.find((question) => question.id === again) ?? open.find((question) => question.answer === null) ?? null;
  const rest = finding.questions.filter((question) => question.id !== current?.id);
  const place = current === null ? 0 : finding.questions.indexOf(current) + 1;
  return (
    <>
      {current === null ? (
        <p className="small">
          {t(finding.questions.length === 0 ? 'access.clear.none' : open.length > 0 ? 'access.clear.waiting' : 'access.clear.all')}
        </p>
      ) : (
        <Section title={t('access.clear.question', { place, count: finding.questions.length })}>
          <Ask key={current.id} finding={finding} question={current} onDone={() => setAgain(null)} />
        </Section>
      )}
      {rest.length === 0 ? null : (
        <Section title={t('access.clear.others')}>
          {rest.map((question) => (
            <div key={question.id} className={classes['answered']}>
              <span>{question.ask}</span>
              <Button kind="link" size="small" onClick={() => setAgain(question.id)}>
                {t(question.answer === null ? 'access.clear.answer' : 'access.clear.change')}
              </Button>
              {question.answer === null ? null : (
                <small>
                  {t('access.clear.given', {
                    answer: t(`access.answer.${question.answer}`),
                    day: question.answeredAt === null ? 'none' : formatDay(question.answeredAt.slice(0, 10), t.locale),
                    note: question.note === '' ? 'none' : question.note,
                  })}
                </small>
              )}
            </div>
          ))}
        </Section>
      )}
      <TasksOf record={{ kind: 'accessFinding', id: finding.id }} />
      {finding.person === null ? null : <PersonRecord person={finding.person} needsCitizenship={finding.type === 'deemed_export'} />}
    </>
  );
}

const answers = ['yes', 'no', 'unknown'] as const;
type Answer = (typeof answers)[number];

interface AskProps {
  readonly finding: AccessFinding;
  readonly question: FindingQuestion;
  readonly onDone: () => void;
}

/** One question. Yes and no want a source, since a fact without one clears nothing; “I don’t know” keeps it open with its owner. */
function Ask({ finding, question, onDone }: AskProps) {
  const t = useText();
  const answer = useHostCommand('access.answer');
  const [chosen, setChosen] = useState<Answer | null>(null);
  const [source, setSource] = useState('');
  const missing = chosen !== 'unknown' && source.trim() === '' ? t('access.clear.sourceFirst') : undefined;
  const keep = async () => {
    if (chosen === null || missing !== undefined) return;
    const reply = await answer.run({ findingId: finding.id, questionId: question.id, answer: chosen, source });
    if (reply.ok) onDone();
  };
  return (
    <div className={classes['question']}>
      <b>{question.ask}</b>
      <div className={classes['answers']}>
        {answers.map((one) => (
          <Button key={one} pressed={chosen === one} kind={one === 'unknown' ? 'quiet' : 'default'} onClick={() => setChosen(one)}>
            {t(one === 'unknown' ? 'common.unknown' : `common.${one}`)}
          </Button>
        ))}
      </div>
      {chosen === null ? null : (
        <>
          <TextField
            label={t('access.clear.source')}
            hint={t(chosen === 'unknown' ? 'access.clear.sourceUnknown' : 'access.clear.sourceHint')}
            required={chosen !== 'unknown'}
            autoFocus
            value={source}
            onChange={setSource}
            onCommit={undefined}
            onKeyDown={(event) => {
              if (event.key === 'Enter') void keep();
            }}
            maxLength={2000}
          />
          <div>
            <Button kind="primary" busy={answer.pending} disabledBecause={missing} onClick={() => void keep()}>
              {t('access.clear.keep')}
            </Button>
          </div>
        </>
      )}
      <p className="caption muted">
        {t(`access.clear.about.${question.about}`)} {question.owner === null ? '' : t('access.clear.owner', { name: question.owner })}
      </p>
      {answer.error === null ? null : (
        <Note tone="restricted" live>
          {errorSentence(t, answer.error)}
        </Note>
      )}
    </div>
  );
}
