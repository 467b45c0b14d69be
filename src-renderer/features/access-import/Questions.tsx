import { useState } from 'react';
import type { LogSession } from '../../../src-shared/contract/access-logs.ts';
import type { LogAnswers, LogQuestion } from '../../../src-shared/formats/access-log.ts';
import { Button, ChoiceCards, importClasses as classes, Select, useText } from '../../ui/index.ts';
import { dayText, questionText, sampleText } from './words.ts';
import { zoneOptions } from './zones.ts';

interface QuestionProps {
  readonly session: LogSession;
  readonly question: LogQuestion;
  readonly onAnswer: (answers: Partial<LogAnswers>) => void;
  readonly busy: boolean;
}

/** One question with its answers and what the samples would become under each. It waits for a press: nothing is guessed. */
export function Question({ session, question, onAnswer, busy }: QuestionProps) {
  const t = useText();
  const [picked, setPicked] = useState<string | null>(null);
  const { kind, options } = question;
  const offered = kind === 'repeats' ? repeatOptions : options;
  const said = questionText(t, question);
  const isZone = kind === 'zone' || kind === 'zoneWord';
  return (
    <section className={classes['question']} aria-label={said}>
      <h2>{said}</h2>
      {question.count === 0 ? null : <p className="caption muted">{t('accessLogs.wizard.questionCount', { count: question.count })}</p>}
      {offered.length === 0 ? null : (
        <ChoiceCards
          label={said}
          value={picked}
          onChange={setPicked}
          choices={offered.map(({ answer, samples }) => ({
            value: answer,
            label: answerWord(t, kind, answer),
            detail:
              samples.length === 0
                ? undefined
                : samples
                    .map(({ from, to }) =>
                      t('accessLogs.wizard.sampleTo', {
                        from,
                        to: to === null ? t('imports.ui.notRead') : kind === 'dateOrder' ? dayText(t.locale, to) : sampleText(to),
                      }),
                    )
                    .join(' · '),
          }))}
        />
      )}
      {isZone ? (
        <Select
          label={t('accessLogs.wizard.zone')}
          options={zoneOptions(t('accessLogs.wizard.zoneHere'))}
          placeholder={t('accessLogs.wizard.zoneNone')}
          value={picked}
          onChange={setPicked}
          searchable
        />
      ) : null}
      <div className={classes['apply']}>
        <Button
          kind="primary"
          busy={busy}
          disabledBecause={picked === null ? said : undefined}
          onClick={() => (picked === null ? undefined : onAnswer(answerOf(session.answers, question, picked)))}
        >
          {t('accessLogs.wizard.problem.answer')}
        </Button>
      </div>
    </section>
  );
}

const repeatOptions = [
  { answer: 'keep', samples: [] },
  { answer: 'drop', samples: [] },
] as const;

function answerWord(t: ReturnType<typeof useText>, kind: LogQuestion['kind'], answer: string): string {
  if (kind === 'repeats') return t(answer === 'drop' ? 'accessLogs.wizard.repeats.drop' : 'accessLogs.wizard.repeats.keep');
  if (answer === 'DMY' || answer === 'MDY' || answer === 'YMD') return t(`accessLogs.wizard.dateOrder.${answer}`);
  return answer;
}

function answerOf(answers: LogAnswers, { kind, about }: LogQuestion, picked: string): Partial<LogAnswers> {
  switch (kind) {
    case 'dateOrder':
      return { dateOrder: picked === 'DMY' || picked === 'MDY' ? picked : 'YMD' };
    case 'zone':
      return { zone: picked };
    case 'zoneWord':
      return { zoneWords: { ...answers.zoneWords, [about ?? '']: picked } };
    case 'year':
      return { year: Number(picked) };
    case 'repeats':
      return { repeats: picked === 'drop' ? 'drop' : 'keep' };
    case 'mapping':
      return {};
  }
}
