import type { EstimateAnswer } from '../../../../src-shared/contract/compute.ts';
import type { FactChange } from '../../../../src-shared/contract/inventory.ts';
import { assetField, type Facts } from '../../../../src-shared/model/asset-fields.ts';
import { NumberField, Select, useText } from '../../../ui/index.ts';
import { choiceWord } from '../words.ts';
import { FactSource } from './FactSource.tsx';
import { type ComputeField, factorOf, numberOf, textOf, typedFact } from './fields.ts';

export interface LineProps {
  readonly facts: Facts;
  readonly answer: EstimateAnswer | undefined;
  readonly onFacts: (changes: readonly FactChange[]) => void;
}

interface FigureLineProps extends LineProps {
  readonly field: ComputeField;
  /** Shown while the field is empty; the field's example without it. */
  readonly placeholder?: string;
  readonly unit?: string;
}

/** A figure on one line: label, number with its unit, and where it comes from with its factor. */
export function FigureLine({ field, facts, answer, onFacts, placeholder, unit = field.unit }: FigureLineProps) {
  const t = useText();
  const label = t.dynamic(`compute.field.${field.id}`);
  const isUnknown = facts[field.id]?.state === 'unknown';
  const example = field.example === undefined ? '' : t('compute.ways.example', { example: field.example });
  return (
    <NumberField
      inline
      label={label}
      min={field.min ?? 0}
      max={field.max}
      unit={unit === '' ? undefined : unit}
      placeholder={isUnknown ? t('common.unknownWord') : (placeholder ?? example)}
      value={numberOf(facts, field.id)}
      onCommit={(value) => onFacts([{ field: field.id, value: value === null ? null : typedFact(value, facts[field.id]) }])}
      after={
        <FactSource
          label={label}
          fact={facts[field.id]}
          factor={factorOf(answer?.estimate, field.input)}
          onChange={(value) => onFacts([{ field: field.id, value }])}
        />
      }
    />
  );
}

/** One of the options of a fact, on one line. */
export function ChoiceLine({ id, facts, onFacts }: LineProps & { readonly id: string }) {
  const t = useText();
  const label = t.dynamic(`compute.field.${id}`);
  return (
    <Select
      inline
      label={label}
      value={textOf(facts, id)}
      placeholder={t('common.unknownWord')}
      options={(assetField(id)?.options ?? []).map((option) => ({ value: option, label: choiceWord(t, option) }))}
      onChange={(value) => onFacts([{ field: id, value: typedFact(value, facts[id]) }])}
      onClear={() => onFacts([{ field: id, value: null }])}
      after={<FactSource label={label} fact={facts[id]} factor={undefined} onChange={(value) => onFacts([{ field: id, value }])} />}
    />
  );
}
