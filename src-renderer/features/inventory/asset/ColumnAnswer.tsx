import { useState } from 'react';
import { type AssetDetail, LifeCycleStage, type Question } from '../../../../src-shared/contract/inventory.ts';
import { errorSentence, useHostCommand } from '../../../host/index.ts';
import { Button, Note, Select, TextField, useText, useToast } from '../../../ui/index.ts';
import { useRunUndo } from '../use-run-undo.ts';
import { AssignQuestion } from './AssignQuestion.tsx';
import classes from './questions.module.css';

interface ColumnAnswerProps {
  readonly asset: AssetDetail;
  readonly question: Question;
}

/** Stages that answer the question. */
const known = LifeCycleStage.exclude(['unknown']);

/** Who is responsible, or the stage: kept with the asset itself, beside the facts of its versions. */
export function ColumnAnswer({ asset, question }: ColumnAnswerProps) {
  const t = useText();
  const toast = useToast();
  const runUndo = useRunUndo();
  const update = useHostCommand('inventory.update');
  const [words, setWords] = useState('');
  const save = async () => {
    const columns = question.factId === 'stage' ? { stage: known.parse(words) } : { ownerName: words };
    const reply = await update.run({ id: asset.row.id, revision: asset.row.revision, columns });
    if (!reply.ok) return;
    toast({ message: t('inventory.columnAnswered', { name: asset.row.name }), onUndo: runUndo });
  };
  return (
    <>
      <div className={classes['buttons']}>
        {question.factId === 'stage' ? (
          <Select
            label={question.ask}
            labelHidden
            size="small"
            value={words === '' ? null : words}
            options={known.options.map((stage) => ({ value: stage as string, label: t(`stage.${stage}`) }))}
            onChange={setWords}
          />
        ) : (
          <TextField label={question.ask} labelHidden size="small" value={words} onChange={setWords} maxLength={200} />
        )}
        <Button
          size="small"
          busy={update.pending}
          disabledBecause={words.trim() === '' ? t('inventory.answerFirst') : undefined}
          onClick={() => void save()}
        >
          {t('inventory.answer')}
        </Button>
        <AssignQuestion question={question} />
      </div>
      {update.error === null ? null : (
        <div className={classes['wide']}>
          <Note tone="restricted" live>
            {errorSentence(t, update.error)}
          </Note>
        </div>
      )}
    </>
  );
}
