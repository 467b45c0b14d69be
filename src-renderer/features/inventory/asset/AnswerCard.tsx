import { useState } from 'react';
import type { AssetDetail, Question } from '../../../../src-shared/contract/inventory.ts';
import type { FieldValue } from '../../../../src-shared/model/asset-fields.ts';
import { questionRecord } from '../../../../src-shared/model/record-ref.ts';
import { errorSentence, useHostCommand } from '../../../host/index.ts';
import { Button, evidenceHref, MathText, Note, useText, useToast } from '../../../ui/index.ts';
import { useRunUndo } from '../use-run-undo.ts';
import { entryWord } from '../words.ts';
import { AssignQuestion } from './AssignQuestion.tsx';
import { answerKind } from './answer-kind.ts';
import { ColumnAnswer } from './ColumnAnswer.tsx';
import { FactInput } from './FactInput.tsx';
import { PlainAnswer } from './PlainAnswer.tsx';
import classes from './questions.module.css';

interface AnswerCardProps {
  readonly asset: AssetDetail;
  readonly question: Question;
}

/** An open question, answered where it stands. "I don't know" is an answer: it keeps the question open with its owner. */
export function AnswerCard({ asset, question }: AnswerCardProps) {
  const t = useText();
  const toast = useToast();
  const runUndo = useRunUndo();
  const answer = useHostCommand('classification.answer');
  const [open, setOpen] = useState(false);
  const kind = answerKind(question);
  const unknown = () => void give({ state: 'unknown', ...(question.ownerName === '' ? {} : { owner: question.ownerName }) });
  const give = async (value: FieldValue) => {
    const reply = await answer.run({
      id: asset.row.id,
      versionId: asset.row.versionId,
      revision: asset.row.revision,
      factId: question.factId,
      value,
    });
    if (!reply.ok) return;
    const [change] = reply.value.changes;
    toast({
      message:
        change === undefined
          ? t('inventory.answeredSame')
          : t('inventory.answeredChanged', {
              entry: change.entry === '' ? t('inventory.classification') : change.entry,
              before: word(t, change.before),
              after: word(t, change.after),
            }),
      onUndo: runUndo,
    });
  };
  return (
    // A group, no landmark: the same question can stand in the page and in the panel beside it.
    <fieldset className={classes['answer']} aria-label={question.ask}>
      <div className={classes['ask']}>
        <b>{question.ask}</b>
        <span className="caption muted">
          {question.decides.length === 0 ? (
            t('inventory.completesFacts')
          ) : (
            <MathText>
              {t('inventory.decides', {
                entries: [...new Set(question.decides.map((one) => entryWord(t, one.split(':').at(-1) ?? one)))].slice(0, 5).join(', '),
              })}
            </MathText>
          )}
          {question.ownerName === '' ? '' : ` · ${question.ownerName}`}
          {question.due === null ? '' : ` · ${t('inventory.due', { day: question.due })}`}
          {' · '}
          <a href={`#${evidenceHref(questionRecord(question))}`} aria-label={`${t('evidence.tab')}: ${question.ask}`}>
            {t('evidence.tab')}
          </a>
        </span>
      </div>
      {kind.as === 'law' ? (
        <div className={classes['buttons']}>
          <span className="caption muted">{t('inventory.lawQuestion')}</span>
          <AssignQuestion question={question} />
        </div>
      ) : kind.as === 'column' ? (
        <ColumnAnswer asset={asset} question={question} />
      ) : kind.as === 'field' && open ? (
        <div className={classes['wide']}>
          <FactInput
            field={kind.field}
            fact={asset.facts[kind.field.id] ?? null}
            onSave={(value) => void (value === null ? setOpen(false) : give(value))}
            onCancel={() => setOpen(false)}
          />
        </div>
      ) : (
        <div className={classes['buttons']}>
          {kind.as === 'yesNo' ? (
            (['yes', 'no'] as const).map((value) => (
              <Button
                key={value}
                size="small"
                busy={answer.pending}
                onClick={() => void give({ state: 'known', value, sourceKind: 'stated' })}
              >
                {t(`common.${value}`)}
              </Button>
            ))
          ) : kind.as === 'field' ? (
            <Button size="small" onClick={() => setOpen(true)}>
              {t('inventory.answer')}
            </Button>
          ) : (
            <PlainAnswer kind={kind} label={question.ask} busy={answer.pending} onAnswer={(value) => void give(value)} />
          )}
          <Button size="small" kind="quiet" onClick={unknown}>
            {t('common.unknown')}
          </Button>
          <AssignQuestion question={question} />
        </div>
      )}
      {answer.error === null ? null : (
        <div className={classes['wide']}>
          <Note tone="restricted" live>
            {errorSentence(t, answer.error)}
          </Note>
        </div>
      )}
    </fieldset>
  );
}

function word(t: ReturnType<typeof useText>, value: string): string {
  return t.dynamic(`verdict.${value}`, {}, value);
}
