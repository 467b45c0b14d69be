import { useState } from 'react';
import type { FieldValue } from '../../../../src-shared/model/asset-fields.ts';
import { countryName } from '../../../../src-shared/text/countries.ts';
import { Button, NumberField, Select, TextField, useText } from '../../../ui/index.ts';
import { choiceWord } from '../words.ts';
import type { AnswerKind } from './answer-kind.ts';
import classes from './questions.module.css';

interface PlainAnswerProps {
  readonly kind: Exclude<AnswerKind, { as: 'field' | 'yesNo' | 'column' | 'law' }>;
  readonly label: string;
  readonly busy: boolean;
  readonly onAnswer: (value: FieldValue) => void;
}

/** A figure, a choice, a country or words for a question that is no field of the register. */
export function PlainAnswer({ kind, label, busy, onAnswer }: PlainAnswerProps) {
  const t = useText();
  const [figure, setFigure] = useState<number | null>(null);
  const [words, setWords] = useState('');
  const give = () => {
    if (kind.as === 'number') {
      if (figure !== null) onAnswer({ state: 'known', value: { value: figure }, sourceKind: 'stated' });
    } else if (words.trim() !== '') onAnswer({ state: 'known', value: words.trim(), sourceKind: 'stated' });
  };
  const isEmpty = kind.as === 'number' ? figure === null : words.trim() === '';
  return (
    <div className={classes['buttons']}>
      {kind.as === 'number' ? (
        <NumberField label={label} labelHidden size="small" unit={kind.unit} value={figure} onCommit={setFigure} min={0} />
      ) : kind.as === 'text' ? (
        <TextField label={label} labelHidden size="small" value={words} onChange={setWords} maxLength={2000} />
      ) : (
        <Select
          label={label}
          labelHidden
          size="small"
          searchable={kind.as === 'country'}
          value={words === '' ? null : words}
          options={kind.options.map((option) => ({
            value: option,
            label: kind.as === 'country' ? countryName(t.locale, option) : choiceWord(t, option),
          }))}
          onChange={setWords}
        />
      )}
      <Button size="small" busy={busy} disabledBecause={isEmpty ? t('inventory.answerFirst') : undefined} onClick={give}>
        {t('inventory.answer')}
      </Button>
    </div>
  );
}
