import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { type AssetField, ContainedPart, FormatRate, type KnownValue } from '../../../../src-shared/model/asset-fields.ts';
import { countryCodes, countryName } from '../../../../src-shared/text/countries.ts';
import { useHostQuery } from '../../../host/index.ts';
import { Button, IconButton, MultiSelect, NumberField, Segmented, Select, TextField, useText } from '../../../ui/index.ts';
import { choiceWord } from '../words.ts';
import classes from './asset.module.css';

interface ValueInputProps {
  readonly field: AssetField;
  readonly value: KnownValue | null;
  readonly onChange: (value: KnownValue | null) => void;
}

/** The control that fits a field's type. Figures take bounds; lists grow line by line. */
export function ValueInput({ field, value, onChange }: ValueInputProps) {
  const t = useText();
  const label = t.dynamic(`field.${field.id}`);
  switch (field.type) {
    case 'yesNo':
      return (
        <Segmented
          label={label}
          value={value === 'yes' || value === 'no' ? value : null}
          choices={[
            { value: 'yes' as const, label: t('common.yes') },
            { value: 'no' as const, label: t('common.no') },
          ]}
          onChange={onChange}
        />
      );
    case 'choice':
      return (
        <Select
          label={label}
          value={typeof value === 'string' ? value : null}
          options={(field.options ?? []).map((option) => ({ value: option, label: choiceWord(t, option) }))}
          onChange={onChange}
          onClear={() => onChange(null)}
        />
      );
    case 'multiChoice':
      return (
        <MultiSelect
          label={label}
          values={stringsOf(value)}
          options={(field.options ?? []).map((option) => ({ value: option, label: choiceWord(t, option) }))}
          onChange={(next) => onChange([...next])}
        />
      );
    case 'country':
      return (
        <Select
          label={label}
          searchable
          value={typeof value === 'string' ? value : null}
          options={countryOptions(t)}
          onChange={onChange}
          onClear={() => onChange(null)}
        />
      );
    case 'countries':
      return (
        <MultiSelect
          label={label}
          searchable
          values={stringsOf(value)}
          options={countryOptions(t)}
          onChange={(next) => onChange([...next])}
        />
      );
    case 'number':
      return <FigureInput field={field} value={value} onChange={onChange} />;
    case 'formats':
      return <FormatsInput value={value} onChange={onChange} />;
    case 'parts':
      return <PartsInput value={value} onChange={onChange} />;
    default:
      return <TextField label={label} value={typeof value === 'string' ? value : ''} onChange={onChange} maxLength={2000} />;
  }
}

const stringsOf = (value: KnownValue | null): string[] => (Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : []);

const countryOptions = (t: ReturnType<typeof useText>) =>
  countryCodes
    .map((code) => ({ value: code, label: countryName(t.locale, code), detail: code }))
    .sort((a, b) => a.label.localeCompare(b.label, t.locale));

function FigureInput({ field, value, onChange }: ValueInputProps) {
  const t = useText();
  const figure = typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
  const [ranged, setRanged] = useState(figure?.low !== undefined || figure?.high !== undefined);
  const set = (change: { value?: number | null; low?: number | null; high?: number | null }) => {
    const likely = change.value === undefined ? (figure?.value ?? null) : change.value;
    if (likely === null) return onChange(null);
    const low = change.low === undefined ? figure?.low : (change.low ?? undefined);
    const high = change.high === undefined ? figure?.high : (change.high ?? undefined);
    onChange({
      value: likely,
      ...(low === undefined ? {} : { low: Math.min(low, likely) }),
      ...(high === undefined ? {} : { high: Math.max(high, likely) }),
    });
  };
  const bounds = { min: field.min, max: field.max, unit: field.unit, size: 'medium' as const };
  return (
    <div className={classes['figure']}>
      <NumberField
        label={t.dynamic(`field.${field.id}`)}
        value={figure?.value ?? null}
        onCommit={(next) => set({ value: next })}
        {...bounds}
      />
      {ranged ? (
        <>
          <NumberField label={t('inventory.low')} value={figure?.low ?? null} onCommit={(next) => set({ low: next })} {...bounds} />
          <NumberField label={t('inventory.high')} value={figure?.high ?? null} onCommit={(next) => set({ high: next })} {...bounds} />
        </>
      ) : (
        <Button kind="quiet" size="small" onClick={() => setRanged(true)}>
          {t('inventory.addRange')}
        </Button>
      )}
    </div>
  );
}

function FormatsInput({ value, onChange }: Omit<ValueInputProps, 'field'>) {
  const t = useText();
  const read = FormatRate.array().safeParse(value);
  const rates = read.success ? read.data : [];
  const set = (at: number, change: Partial<FormatRate>) =>
    onChange(rates.map((rate, place) => (place === at ? { ...rate, ...change } : rate)));
  return (
    <fieldset className={classes['lines']}>
      <legend>{t('field.peakDense')}</legend>
      {rates.map((rate, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place; it has nothing else of its own.
        <div key={place} className={classes['line']}>
          <TextField
            label={t('inventory.format')}
            size="small"
            value={rate.format}
            onChange={(format) => set(place, { format })}
            maxLength={40}
          />
          <NumberField
            label={t('inventory.bits')}
            size="small"
            integer
            min={1}
            max={1024}
            value={rate.bitLength}
            onCommit={(bitLength) => bitLength !== null && set(place, { bitLength })}
          />
          <NumberField
            label={t('inventory.teraOps')}
            size="small"
            min={0}
            value={rate.denseTeraOpsPerS}
            onCommit={(rateValue) => rateValue !== null && set(place, { denseTeraOpsPerS: rateValue })}
          />
          <IconButton
            icon={IconTrash}
            label={t('inventory.removeLine', { line: place + 1 })}
            onClick={() => onChange(rates.filter((_, other) => other !== place))}
          />
        </div>
      ))}
      <Button size="small" icon={IconPlus} onClick={() => onChange([...rates, { format: 'int8', bitLength: 8, denseTeraOpsPerS: 0 }])}>
        {t('inventory.addFormat')}
      </Button>
    </fieldset>
  );
}

function PartsInput({ value, onChange }: Omit<ValueInputProps, 'field'>) {
  const t = useText();
  const { data } = useHostQuery('inventory.list', { filter: { kinds: ['chip', 'computer'] }, offset: 0, limit: 500 });
  const read = ContainedPart.array().safeParse(value);
  const parts = read.success ? read.data : [];
  const set = (at: number, change: Partial<ContainedPart>) =>
    onChange(parts.map((part, place) => (place === at ? { ...part, ...change } : part)));
  const options = (data?.rows ?? []).map((row) => ({ value: row.id as string, label: `${row.name} ${row.versionLabel}`.trim() }));
  return (
    <fieldset className={classes['lines']}>
      <legend>{t('field.containedParts')}</legend>
      {parts.map((part, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place; it has nothing else of its own.
        <div key={place} className={classes['line']}>
          <Select
            label={t('inventory.part')}
            size="small"
            value={part.assetId ?? null}
            placeholder={t('inventory.partOutside')}
            searchable
            options={options}
            onChange={(assetId) => set(place, { assetId, name: options.find((option) => option.value === assetId)?.label ?? part.name })}
            onClear={() => onChange(parts.map((one, at) => (at === place ? { name: one.name, count: one.count } : one)))}
          />
          {part.assetId === undefined ? (
            <TextField
              label={t('inventory.partName')}
              size="small"
              value={part.name}
              onChange={(name) => name.trim() !== '' && set(place, { name })}
              maxLength={200}
            />
          ) : null}
          <NumberField
            label={t('inventory.count')}
            size="small"
            integer
            min={1}
            value={part.count}
            onCommit={(count) => count !== null && set(place, { count })}
          />
          <IconButton
            icon={IconTrash}
            label={t('inventory.removeLine', { line: place + 1 })}
            onClick={() => onChange(parts.filter((_, other) => other !== place))}
          />
        </div>
      ))}
      <Button size="small" icon={IconPlus} onClick={() => onChange([...parts, { name: t('inventory.somePart'), count: 1 }])}>
        {t('inventory.addPart')}
      </Button>
    </fieldset>
  );
}
