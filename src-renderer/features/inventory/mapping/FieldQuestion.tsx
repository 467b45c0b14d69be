import type { FactChange } from '../../../../src-shared/contract/inventory.ts';
import type { AssetField, Facts, FieldValue } from '../../../../src-shared/model/asset-fields.ts';
import { Button, TextArea, TextField, useText } from '../../../ui/index.ts';
import { ValueInput } from '../asset/ValueInput.tsx';
import classes from './mapping.module.css';

interface FieldQuestionProps {
  readonly field: AssetField;
  readonly fact: FieldValue | undefined;
  readonly onChange: (value: FieldValue | null) => void;
}

/** One question a line: the answer, or "I don't know" with somebody to find out. */
export function FieldQuestion({ field, fact, onChange }: FieldQuestionProps) {
  const t = useText();
  const isUnknown = fact?.state === 'unknown';
  const value = fact?.state === 'known' ? fact.value : null;
  const set = (next: typeof value) =>
    onChange(
      next === null || next === ''
        ? null
        : {
            state: 'known',
            value: next,
            sourceKind: fact?.state === 'known' ? (fact.sourceKind ?? 'stated') : 'stated',
            ...(fact?.state === 'known' && fact.source !== undefined ? { source: fact.source } : {}),
          },
    );
  return (
    <div className={classes['question']} data-unknown={isUnknown ? '' : undefined}>
      <p>{t.dynamic(`field.${field.id}.ask`)}</p>
      <div className={classes['answerCell']}>
        {isUnknown ? (
          <TextField
            label={t('mapping.whoFindsOut')}
            size="small"
            value={fact.owner ?? ''}
            onChange={(owner) => onChange({ state: 'unknown', ...(owner.trim() === '' ? {} : { owner }) })}
            maxLength={120}
          />
        ) : field.type === 'longText' ? (
          <TextArea
            label={t.dynamic(`field.${field.id}`)}
            rows={2}
            value={typeof value === 'string' ? value : ''}
            onChange={set}
            maxLength={8000}
          />
        ) : (
          <ValueInput field={field} value={value} onChange={set} />
        )}
      </div>
      <Button size="small" kind="quiet" pressed={isUnknown} onClick={() => onChange(isUnknown ? null : { state: 'unknown' })}>
        {t('common.unknown')}
      </Button>
    </div>
  );
}

interface FieldQuestionsProps {
  readonly fields: readonly AssetField[];
  readonly facts: Facts;
  readonly onFacts: (changes: readonly FactChange[]) => void;
}

/** The questions of a step. */
export function FieldQuestions({ fields, facts, onFacts }: FieldQuestionsProps) {
  return (
    <div className={classes['questions']}>
      {fields.map((field) => (
        <FieldQuestion key={field.id} field={field} fact={facts[field.id]} onChange={(value) => onFacts([{ field: field.id, value }])} />
      ))}
    </div>
  );
}
