import { useState } from 'react';
import type { AssetDetail, Question } from '../../../../src-shared/contract/inventory.ts';
import { Button, useText } from '../../../ui/index.ts';
import { AnswerCard } from './AnswerCard.tsx';
import classes from './questions.module.css';

/** As many as a person takes in at once; they come by how much they could change. */
const atFirst = 5;

interface QuestionListProps {
  readonly asset: AssetDetail;
  readonly questions: readonly Question[];
}

/** Open questions as numbered rows of one list, each answered in its row. The first few show, the rest on demand. */
export function QuestionList({ asset, questions }: QuestionListProps) {
  const t = useText();
  const [all, setAll] = useState(false);
  return (
    <>
      <ol className={classes['questions']}>
        {(all ? questions : questions.slice(0, atFirst)).map((question) => (
          <li key={question.id}>
            <AnswerCard asset={asset} question={question} />
          </li>
        ))}
      </ol>
      {questions.length <= atFirst ? null : (
        <Button kind="quiet" size="small" expanded={all} onClick={() => setAll(!all)}>
          {all ? t('inventory.firstQuestions', { count: atFirst }) : t('inventory.allQuestions', { count: questions.length })}
        </Button>
      )}
    </>
  );
}
