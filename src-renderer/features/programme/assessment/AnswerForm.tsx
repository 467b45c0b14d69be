import { useMemo, useState } from 'react';
import type { AnswerView, AssessmentDetail } from '../../../../src-shared/contract/programme.ts';
import { maturities } from '../../../../src-shared/model/programme.ts';
import { type Command, useScreenCommands } from '../../../app/commands.tsx';
import { EvidenceOf, errorSentence, MakeTaskButton, TasksOf, useHostCommand } from '../../../host/index.ts';
import { Checkbox, Note, TextArea, TextField, useText } from '../../../ui/index.ts';
import classes from '../programme.module.css';
import { TrainingShown } from '../training/TrainingShown.tsx';
import { MaturityScale } from './MaturityScale.tsx';

interface AnswerFormProps {
  readonly assessment: AssessmentDetail;
  readonly answer: AnswerView;
  /** What is asked. */
  readonly question: string;
}

/** One answer: how far it is in place, what shows it, what is missing. Each part is saved when it is left. */
export function AnswerForm({ assessment, answer, question }: AnswerFormProps) {
  const t = useText();
  const save = useHostCommand('programme.answer');
  const [note, setNote] = useState(answer.note);
  const [shownBy, setShownBy] = useState(answer.shownBy);
  const [gap, setGap] = useState(answer.gap);
  // Said to lie outside, but not yet why: nothing is saved until the reason stands.
  const [leaving, setLeaving] = useState(false);
  const closed = assessment.summary.state === 'final';
  const { id: assessmentId } = assessment.summary;
  const { questionId, revision } = answer;
  const outside = leaving || !answer.applies;
  const put = async (change: Partial<Pick<AnswerView, 'applies' | 'maturity' | 'note' | 'shownBy' | 'gap'>>) => {
    const next = { applies: answer.applies, maturity: answer.maturity, note, shownBy, gap, ...change };
    const reply = await save.run({ assessmentId, questionId, revision, ...next });
    if (reply.ok) setLeaving(false);
  };
  const setOutside = (out: boolean) => {
    if (!out && leaving) setLeaving(false);
    else if (!out) void put({ applies: true });
    else if (note.trim() === '') setLeaving(true);
    else void put({ applies: false, maturity: null });
  };
  const commands = useMemo(
    (): readonly Command[] =>
      closed
        ? []
        : maturities.map((step) => ({
            id: `assessment.answer.${step}`,
            titleKey: `programme.maturity.${step}` as const,
            shortcut: String(step),
            run: () => void save.run({ assessmentId, questionId, revision, applies: true, maturity: step, note, shownBy, gap }),
          })),
    [closed, save.run, assessmentId, questionId, revision, note, shownBy, gap],
  );
  useScreenCommands(commands);
  const commit = (change: Partial<Pick<AnswerView, 'note' | 'shownBy' | 'gap'>>) => {
    const before = { note: answer.note, shownBy: answer.shownBy, gap: answer.gap };
    const changed = Object.entries(change).some(([key, value]) => before[key as keyof typeof before] !== value.trim());
    if (!changed || closed) return;
    void put(leaving && change.note !== undefined && change.note.trim() !== '' ? { ...change, applies: false, maturity: null } : change);
  };
  const record = { kind: 'assessmentAnswer', id: answer.id } as const;
  return (
    <div className={classes['answer']}>
      {closed ? (
        <Closed answer={answer} />
      ) : (
        <>
          <MaturityScale
            value={outside ? null : answer.maturity}
            before={answer.before}
            target={assessment.target}
            onChange={(step) => void put({ applies: true, maturity: step })}
          />
          <Checkbox label={t('programme.maturity.outside')} checked={outside} onChange={setOutside} />
          {save.error === null ? null : (
            <Note tone="restricted" live>
              {errorSentence(t, save.error)}
            </Note>
          )}
          {outside ? null : (
            <div className={classes['pair']}>
              <TextField
                label={t('programme.assessment.shownBy')}
                hint={t('programme.assessment.shownByHint')}
                value={shownBy}
                onChange={setShownBy}
                onCommit={(value) => commit({ shownBy: value })}
                maxLength={2000}
              />
              <TextField
                label={t('programme.assessment.gapField')}
                value={gap}
                onChange={setGap}
                onCommit={(value) => commit({ gap: value })}
                maxLength={2000}
              />
            </div>
          )}
          <TextArea
            label={outside ? t('programme.assessment.noteNeeded') : t('programme.assessment.note')}
            value={note}
            onChange={setNote}
            onCommit={(value) => commit({ note: value })}
            rows={2}
            maxLength={2000}
            error={leaving && note.trim() === '' ? t('programme.assessment.whyFirst') : undefined}
          />
        </>
      )}
      {outside ? null : (
        <div className="row">
          <MakeTaskButton
            cause="gap"
            phase="pilot"
            titleForAll={t('programme.assessment.taskForAll')}
            sources={() => Promise.resolve([{ record, title: gap.trim() || question }])}
          />
        </div>
      )}
      <TasksOf record={record} />
      <section aria-label={t('programme.assessment.evidence')} className={classes['stackTight']}>
        <h3>{t('programme.assessment.evidence')}</h3>
        {questionId.startsWith('ECP-5.') ? <TrainingShown answerId={record.id} closed={closed} /> : null}
        <EvidenceOf record={record} />
      </section>
    </div>
  );
}

function Closed({ answer }: { readonly answer: AnswerView }) {
  const t = useText();
  const word = answer.applies
    ? answer.maturity === null
      ? t('programme.maturity.none')
      : t('programme.maturity.step', { step: answer.maturity, word: t.dynamic(`programme.maturity.${answer.maturity}`) })
    : t('programme.maturity.outside');
  const lines = [
    [t('programme.assessment.shownBy'), answer.shownBy],
    [t('programme.assessment.gapField'), answer.gap],
    [t('programme.assessment.note'), answer.note],
  ].filter(([, value]) => value !== '');
  return (
    <div className={classes['stackTight']}>
      <p className={classes['verdictWord']}>{word}</p>
      {answer.before === null ? null : (
        <p className="muted">{t('programme.assessment.lastTime', { word: t.dynamic(`programme.maturity.${answer.before}`) })}</p>
      )}
      <dl className={classes['told']}>
        {lines.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
