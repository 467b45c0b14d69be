import { useState } from 'react';
import { type FieldValue, SourceKind } from '../../../src-shared/model/asset-fields.ts';
import { IsoDate } from '../../../src-shared/model/dates.ts';
import { Button, Popover, Select, TextField, useText } from '../../ui/index.ts';
import classes from './chips.module.css';

interface SourceButtonProps {
  /** Name of the field the source belongs to. */
  readonly label: string;
  readonly fact: FieldValue | undefined;
  readonly onChange: (fact: FieldValue) => void;
}

/** Where a figure comes from, in a word beside it; pressing it lets a person say who, which document and of what day. */
export function SourceButton({ label, fact, onChange }: SourceButtonProps) {
  const t = useText();
  const [date, setDate] = useState<string | null>(null);
  if (fact?.state !== 'known') return <span className="muted">{t('common.unknownWord')}</span>;
  const kind = fact.sourceKind ?? 'stated';
  const day = date ?? fact.asOf ?? '';
  const commitDay = (text: string) => {
    const read = IsoDate.safeParse(text.trim());
    if (text.trim() === '') {
      const { asOf: _, ...rest } = fact;
      onChange(rest);
    } else if (read.success) onChange({ ...fact, asOf: read.data });
    setDate(read.success || text.trim() === '' ? null : text);
  };
  const wrong = date !== null && date.trim() !== '' && !IsoDate.safeParse(date.trim()).success;
  return (
    <Popover
      width={320}
      align="end"
      trigger={
        <button
          type="button"
          className={classes['source']}
          aria-label={t('chips.sourceOf', { field: label, source: t(`sourceKind.${kind}`) })}
        >
          {t(`sourceKind.${kind}`)}
        </button>
      }
    >
      <div className={classes['sourceForm']}>
        <Select<SourceKind>
          label={t('chips.sourceKind')}
          value={kind}
          options={SourceKind.options.map((option) => ({ value: option, label: t(`sourceKind.${option}`) }))}
          onChange={(sourceKind) => onChange({ ...fact, sourceKind })}
        />
        <TextField
          label={t('chips.source')}
          value={fact.source ?? ''}
          maxLength={400}
          onChange={(source) => onChange({ ...fact, source })}
        />
        <TextField
          label={t('chips.asOf')}
          value={day}
          placeholder={t('field.dayExample')}
          maxLength={10}
          onChange={setDate}
          onCommit={commitDay}
          error={wrong ? t('chips.asOfWrong') : undefined}
        />
        <Button size="small" kind="quiet" onClick={() => commitDay(day)}>
          {t('chips.sourceDone')}
        </Button>
      </div>
    </Popover>
  );
}
