import type { FieldValue, SourceKind } from '../../../../src-shared/model/asset-fields.ts';
import { SourceKind as SourceKinds } from '../../../../src-shared/model/asset-fields.ts';
import { Button, Popover, Select, TextField, useText } from '../../../ui/index.ts';
import classes from './compute.module.css';

interface FactSourceProps {
  readonly label: string;
  readonly fact: FieldValue | undefined;
  /** Uncertainty the figure brings, from the estimate. */
  readonly factor: number | undefined;
  /** Null clears the fact. */
  readonly onChange: (fact: FieldValue | null) => void;
}

/** Where a figure comes from and how much it may be off, beside its field: `disclosed, ×1.02`. "I don't know" is one press away. */
export function FactSource({ label, fact, factor, onChange }: FactSourceProps) {
  const t = useText();
  if (fact === undefined) {
    return (
      <button
        type="button"
        className={classes['source']}
        onClick={() => onChange({ state: 'unknown' })}
        aria-label={t('compute.panel.dontKnow', { field: label })}
      >
        {t('common.unknown')}
      </button>
    );
  }
  if (fact.state !== 'known') {
    return (
      <button
        type="button"
        className={classes['source']}
        onClick={() => onChange(null)}
        aria-label={t('compute.panel.askAgain', { field: label })}
      >
        {t('compute.panel.openQuestion')}
      </button>
    );
  }
  const kind = fact.sourceKind ?? 'stated';
  const word =
    factor === undefined
      ? t(`sourceKind.${kind}`)
      : t('compute.panel.sourceFactor', {
          source: t(`sourceKind.${kind}`),
          factor: new Intl.NumberFormat(t.locale, { maximumSignificantDigits: 3 }).format(factor),
        });
  return (
    <Popover
      width={320}
      align="end"
      trigger={
        <button type="button" className={classes['source']} aria-label={t('compute.panel.sourceOf', { field: label, source: word })}>
          {word}
        </button>
      }
    >
      <div className={classes['sourceForm']}>
        <Select<SourceKind>
          label={t('inventory.sourceKind')}
          value={kind}
          options={SourceKinds.options.map((option) => ({ value: option, label: t(`sourceKind.${option}`) }))}
          onChange={(sourceKind) => onChange({ ...fact, sourceKind })}
        />
        <TextField
          label={t('inventory.source')}
          value={fact.source ?? ''}
          maxLength={400}
          onChange={(source) => onChange({ ...fact, source })}
        />
        <Button size="small" kind="quiet" onClick={() => onChange({ state: 'unknown' })}>
          {t('common.unknown')}
        </Button>
      </div>
    </Popover>
  );
}
