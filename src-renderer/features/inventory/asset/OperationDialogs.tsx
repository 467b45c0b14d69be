import { useState } from 'react';
import type { AssetId } from '../../../../src-shared/contract/inventory.ts';
import type { ComputeLevel, RunReading } from '../../../../src-shared/contract/operation.ts';
import { IsoDate } from '../../../../src-shared/model/dates.ts';
import { countryCodes, countryName } from '../../../../src-shared/text/countries.ts';
import { FormDialog, useHostCommand, useHostQuery } from '../../../host/index.ts';
import { MultiSelect, NumberField, TextArea, TextField, useText } from '../../../ui/index.ts';

interface AssetDialogProps {
  readonly assetId: AssetId;
  readonly onClose: () => void;
}

/** Somebody looked through places, users and misuse: who, and what they saw. */
export function MapReviewDialog({ assetId, onClose }: AssetDialogProps) {
  const t = useText();
  const save = useHostCommand('operation.reviewMap');
  const settings = useHostQuery('settings.get', {});
  const [named, setNamed] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const by = named ?? settings.data?.workspace?.person.name ?? '';
  const submit = async () => {
    const reply = await save.run({ assetId, by, note });
    if (reply.ok) onClose();
  };
  return (
    <FormDialog
      title={t('operation.reviewMap')}
      onClose={onClose}
      submitLabel={t('operation.reviewMap')}
      onSubmit={() => void submit()}
      busy={save.pending}
      missing={by.trim() === '' ? t('inventory.personFirst') : undefined}
      error={save.error}
    >
      <p className="muted">{t('operation.reviewMapHint')}</p>
      <TextField label={t('operation.by')} value={by} onChange={setNamed} maxLength={200} autoFocus />
      <TextArea label={t('inventory.note')} value={note} onChange={setNote} rows={3} maxLength={600} />
    </FormDialog>
  );
}

/** How much compute one user of a segment can reach, and from where. */
export function LevelDialog({ assetId, level, onClose }: AssetDialogProps & { readonly level: ComputeLevel | null }) {
  const t = useText();
  const save = useHostCommand('operation.saveLevel');
  const [segment, setSegment] = useState(level?.segment ?? '');
  const [countries, setCountries] = useState<readonly string[]>(level?.countries ?? []);
  const [words, setWords] = useState(level?.level ?? '');
  const [peakOpsPerS, setPeak] = useState(level?.peakOpsPerS ?? null);
  const [enforcedBy, setEnforcedBy] = useState(level?.enforcedBy ?? '');
  const missing = segment.trim() === '' ? t('operation.needsSegment') : words.trim() === '' ? t('operation.needsLevel') : undefined;
  const submit = async () => {
    const reply = await save.run({
      id: level?.id ?? null,
      revision: level?.revision ?? 0,
      assetId,
      segment,
      countries: [...countries],
      level: words,
      peakOpsPerS,
      enforcedBy,
    });
    if (reply.ok) onClose();
  };
  return (
    <FormDialog
      title={t(level === null ? 'operation.addLevel' : 'operation.editLevel')}
      onClose={onClose}
      submitLabel={t('operation.saveLevel')}
      onSubmit={() => void submit()}
      busy={save.pending}
      missing={missing}
      error={save.error}
    >
      <TextField label={t('operation.segment')} value={segment} onChange={setSegment} maxLength={200} autoFocus />
      <MultiSelect
        label={t('operation.countries')}
        searchable
        values={countries}
        options={countryCodes
          .map((code) => ({ value: code, label: countryName(t.locale, code), detail: code }))
          .sort((a, b) => a.label.localeCompare(b.label, t.locale))}
        onChange={setCountries}
      />
      <TextField label={t('operation.level')} hint={t('operation.levelHint')} value={words} onChange={setWords} maxLength={200} />
      <NumberField label={t('operation.peak')} unit={t('operation.peakUnit')} value={peakOpsPerS} onCommit={setPeak} min={0} />
      <TextField label={t('operation.enforcedBy')} value={enforcedBy} onChange={setEnforcedBy} maxLength={600} />
    </FormDialog>
  );
}

/** Compute used over some days, as a meter, bill or log shows it. */
export function ReadingDialog({ assetId, reading, onClose }: AssetDialogProps & { readonly reading: RunReading | null }) {
  const t = useText();
  const save = useHostCommand('operation.saveReading');
  const [from, setFrom] = useState<string>(reading?.from ?? '');
  const [until, setUntil] = useState<string>(reading?.until ?? '');
  const [operations, setOperations] = useState<number | null>(reading?.operations ?? null);
  const [expected, setExpected] = useState<number | null>(reading?.expected ?? null);
  const [source, setSource] = useState(reading?.source ?? '');
  const [note, setNote] = useState(reading?.note ?? '');
  const days = [IsoDate.safeParse(from), IsoDate.safeParse(until)] as const;
  const missing =
    !days[0].success || !days[1].success
      ? t('inventory.dayFormat')
      : operations === null
        ? t('operation.needsOperations')
        : source.trim() === ''
          ? t('operation.needsSource')
          : undefined;
  const submit = async () => {
    if (!days[0].success || !days[1].success || operations === null) return;
    const reply = await save.run({
      id: reading?.id ?? null,
      revision: reading?.revision ?? 0,
      assetId,
      from: days[0].data,
      until: days[1].data,
      operations,
      expected,
      source,
      note,
    });
    if (reply.ok) onClose();
  };
  const unit = t('operation.operationsUnit');
  return (
    <FormDialog
      title={t(reading === null ? 'operation.addReading' : 'operation.editReading')}
      onClose={onClose}
      submitLabel={t('operation.saveReading')}
      onSubmit={() => void submit()}
      busy={save.pending}
      missing={missing}
      error={save.error}
    >
      <TextField label={t('operation.from')} placeholder={t('field.dayExample')} value={from} onChange={setFrom} maxLength={10} autoFocus />
      <TextField label={t('operation.until')} placeholder={t('field.dayExample')} value={until} onChange={setUntil} maxLength={10} />
      <NumberField label={t('operation.used')} unit={unit} value={operations} onCommit={setOperations} min={0} />
      <NumberField label={t('operation.expected')} unit={unit} value={expected} onCommit={setExpected} min={0} />
      <TextField label={t('operation.source')} value={source} onChange={setSource} maxLength={200} />
      <TextArea label={t('inventory.note')} value={note} onChange={setNote} rows={2} maxLength={600} />
    </FormDialog>
  );
}
