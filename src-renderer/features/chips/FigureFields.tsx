import type { Facts, FieldValue } from '../../../src-shared/model/asset-fields.ts';
import { NumberField, Select, useText } from '../../ui/index.ts';
import classes from './chips.module.css';
import { type NumberFieldId, numberFields, numberOf, typed, wordOf, type YesNoFieldId, yesNoFields } from './figures.ts';
import { SourceButton } from './SourceButton.tsx';

interface FigureFieldsProps {
  readonly facts: Facts;
  /** Null clears the fact. */
  readonly onChange: (field: string, fact: FieldValue | null) => void;
}

/** The figures beside the rates, each with its source. Nothing is filled in that nobody gave. */
export function FigureFields({ facts, onChange }: FigureFieldsProps) {
  const t = useText();
  const source = (id: NumberFieldId | YesNoFieldId) => (
    <SourceButton label={t(`chips.field.${id}`)} fact={facts[id]} onChange={(fact) => onChange(id, fact)} />
  );
  const number = ({ id, unit }: (typeof numberFields)[number]) => (
    <NumberField
      key={id}
      inline
      label={t(`chips.field.${id}`)}
      min={0}
      unit={unit}
      value={numberOf(facts, id)}
      onCommit={(value) => onChange(id, value === null ? null : typed(value, facts[id]))}
      after={source(id)}
    />
  );
  const [area, ...others] = numberFields;
  return (
    <section aria-label={t('chips.facts')} className={classes['fields']}>
      <h2 className={classes['heading']}>{t('chips.facts')}</h2>
      {number(area)}
      {yesNoFields.map((id) => (
        <Select
          key={id}
          inline
          label={t(`chips.field.${id}`)}
          value={wordOf(facts, id)}
          placeholder={t('common.unknownWord')}
          options={[
            { value: 'yes', label: t('common.yes') },
            { value: 'no', label: t('common.no') },
          ]}
          onChange={(value) => onChange(id, typed(value, facts[id]))}
          onClear={() => onChange(id, null)}
          after={source(id)}
        />
      ))}
      {others.map(number)}
    </section>
  );
}
