import { useState } from 'react';
import { type AssetField, type FieldValue, type KnownValue, SourceKind } from '../../../../src-shared/model/asset-fields.ts';
import { Button, Select, TextArea, TextField, useText } from '../../../ui/index.ts';
import classes from './asset.module.css';
import { ValueInput } from './ValueInput.tsx';

interface FactInputProps {
  readonly field: AssetField;
  readonly fact: FieldValue | null;
  /** Null clears the fact. */
  readonly onSave: (value: FieldValue | null) => void;
  readonly onCancel: () => void;
}

/** One fact with where it comes from: the value, or "I don't know" with somebody to find out, or "does not apply". */
export function FactInput({ field, fact, onSave, onCancel }: FactInputProps) {
  const t = useText();
  const [value, setValue] = useState<KnownValue | null>(fact?.state === 'known' ? fact.value : null);
  const [sourceKind, setSourceKind] = useState<SourceKind>(fact?.state === 'known' ? (fact.sourceKind ?? 'stated') : 'stated');
  const [source, setSource] = useState(fact?.state === 'known' ? (fact.source ?? '') : '');
  const isEmpty = value === null || value === '' || (Array.isArray(value) && value.length === 0);
  const save = () => {
    if (isEmpty) return onSave(null);
    onSave({ state: 'known', value, sourceKind, ...(source.trim() === '' ? {} : { source: source.trim() }) });
  };
  return (
    <form
      className={classes['factInput']}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {field.type === 'longText' ? (
        <TextArea
          label={t.dynamic(`field.${field.id}`)}
          value={typeof value === 'string' ? value : ''}
          onChange={setValue}
          rows={3}
          maxLength={8000}
        />
      ) : (
        <ValueInput field={field} value={value} onChange={setValue} />
      )}
      <div className={classes['sourceLine']}>
        <Select<SourceKind>
          label={t('inventory.sourceKind')}
          size="small"
          value={sourceKind}
          options={SourceKind.options.map((option) => ({ value: option, label: t(`sourceKind.${option}`) }))}
          onChange={setSourceKind}
        />
        <TextField label={t('inventory.source')} size="small" value={source} onChange={setSource} maxLength={400} />
      </div>
      <div className={classes['factButtons']}>
        <Button kind="primary" size="small" type="submit">
          {t('inventory.saveFact')}
        </Button>
        <Button size="small" onClick={() => onSave({ state: 'unknown' })}>
          {t('common.unknown')}
        </Button>
        <Button size="small" onClick={() => onSave({ state: 'notApplicable' })}>
          {t('inventory.notApplicable')}
        </Button>
        <Button size="small" kind="quiet" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}
