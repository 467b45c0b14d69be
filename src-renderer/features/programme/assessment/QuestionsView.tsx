import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useEffect, useMemo, useRef } from 'react';
import { useSearchParams } from 'react-router';
import type { AnswerView, AssessmentDetail } from '../../../../src-shared/contract/programme.ts';
import type { ProgrammeElements } from '../../../../src-shared/formats/programme-catalogue.ts';
import { type Command, useScreenCommands } from '../../../app/commands.tsx';
import { Button, useText } from '../../../ui/index.ts';
import classes from '../programme.module.css';
import { AnswerForm } from './AnswerForm.tsx';

interface QuestionsViewProps {
  readonly assessment: AssessmentDetail;
  readonly catalogue: ProgrammeElements;
}

/** Every question at the left with its answer, the one at hand at the right. J and K go on, digits answer. */
export function QuestionsView({ assessment, catalogue }: QuestionsViewProps) {
  const t = useText();
  const [params, setParams] = useSearchParams();
  const questions = useMemo(
    () => catalogue.elements.flatMap((element) => element.questions.map((question) => ({ element, question }))),
    [catalogue],
  );
  const answers = useMemo(() => new Map(assessment.answers.map((answer) => [answer.questionId, answer])), [assessment.answers]);
  const asked = params.get('question');
  const firstOpen = questions.findIndex(({ question }) => isOpen(answers.get(question.id)));
  const found = questions.findIndex(({ question }) => question.id === asked);
  // Where nobody said which, the first one without an answer; it stays while it is being answered.
  const start = useRef(Math.max(0, firstOpen));
  const place = found === -1 ? start.current : found;
  const at = questions[place];
  const answer = at === undefined ? undefined : answers.get(at.question.id);
  const commands = useMemo((): readonly Command[] => {
    const goTo = (to: number) => {
      const next = questions[to];
      if (next !== undefined) setParams({ question: next.question.id }, { replace: true });
    };
    return [
      { id: 'assessment.next', titleKey: 'programme.assessment.next', shortcut: 'J', run: () => goTo(place + 1) },
      { id: 'assessment.previous', titleKey: 'programme.assessment.previous', shortcut: 'K', run: () => goTo(place - 1) },
    ];
  }, [questions, place, setParams]);
  useScreenCommands(commands);
  if (at === undefined || answer === undefined) return null;
  const pick = (id: string) => setParams({ question: id }, { replace: true });
  const step = (by: number) => {
    const next = questions[place + by];
    if (next !== undefined) pick(next.question.id);
  };
  return (
    <div className={classes['desk']}>
      <Rail assessment={assessment} catalogue={catalogue} answers={answers} here={at.question.id} onPick={pick} />
      <div className={classes['question']} key={at.question.id}>
        <header>
          <span className="caption muted">
            {at.element.name} · <span className="code">{at.question.id}</span>
          </span>
          <h2>{at.question.text}</h2>
          <p className="muted">
            {t('programme.assessment.show')}: {at.question.show}.
          </p>
        </header>
        <AnswerForm assessment={assessment} answer={answer} question={at.question.text} />
        <footer className="row">
          <Button
            icon={IconArrowUp}
            shortcut="K"
            disabledBecause={place === 0 ? t('programme.assessment.isFirst') : undefined}
            onClick={() => step(-1)}
          >
            {t('programme.assessment.previous')}
          </Button>
          <Button
            icon={IconArrowDown}
            shortcut="J"
            disabledBecause={place === questions.length - 1 ? t('programme.assessment.isLast') : undefined}
            onClick={() => step(1)}
          >
            {t('programme.assessment.next')}
          </Button>
          <span className="caption muted">{t('programme.assessment.keys')}</span>
        </footer>
      </div>
    </div>
  );
}

const isOpen = (answer: AnswerView | undefined) => answer === undefined || (answer.applies && answer.maturity === null);

interface RailProps extends QuestionsViewProps {
  readonly answers: ReadonlyMap<string, AnswerView>;
  readonly here: string;
  readonly onPick: (id: string) => void;
}

function Rail({ assessment, catalogue, answers, here, onPick }: RailProps) {
  const t = useText();
  const list = useRef<HTMLElement>(null);
  useEffect(() => {
    list.current?.querySelector(`[data-question="${CSS.escape(here)}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [here]);
  return (
    <nav className={classes['rail']} aria-label={t('programme.assessment.view.questions')} ref={list}>
      {catalogue.elements.map((element) => {
        const score = assessment.summary.scores.find(({ elementId }) => elementId === element.id);
        return (
          <section key={element.id} aria-label={element.name}>
            <h2>
              <span>{element.name}</span>
              <span className="figures muted">
                {score?.maturity == null
                  ? `${score?.answered ?? 0}/${score?.applicable ?? 0}`
                  : t('programme.maturity.short', { value: score.maturity })}
              </span>
            </h2>
            <ul>
              {element.questions.map((question) => {
                const answer = answers.get(question.id);
                const word =
                  answer?.applies === false
                    ? t('programme.maturity.outside')
                    : answer?.maturity == null
                      ? t('programme.maturity.none')
                      : t.dynamic(`programme.maturity.${answer.maturity}`);
                return (
                  <li key={question.id}>
                    <button
                      type="button"
                      data-question={question.id}
                      aria-current={question.id === here ? 'true' : undefined}
                      onClick={() => onPick(question.id)}
                    >
                      <span
                        className={classes['step']}
                        data-step={answer?.applies === false ? 'outside' : (answer?.maturity ?? 'none')}
                        title={word}
                      >
                        <span aria-hidden>{answer?.applies === false ? '–' : (answer?.maturity ?? '·')}</span>
                        <span className="visually-hidden">{word}</span>
                      </span>
                      <span className={classes['asked']}>{question.text}</span>
                    </button>
                  </li>
                );
              })}
            </ul>
          </section>
        );
      })}
    </nav>
  );
}
