import { useState } from 'react';
import type { IncidentKind } from '../../../../src-shared/contract/cases.ts';
import type { RecordRef } from '../../../../src-shared/model/record-ref.ts';
import { FormDialog, type Picked, RecordPicker, useHostCommand, useHostQuery } from '../../../host/index.ts';
import { DayField, dayOf, Select, TextArea, TextField, useText } from '../../../ui/index.ts';
import classes from '../cases.module.css';
import { useMe } from '../words.tsx';

export const incidentKinds = [
  'deemedExport',
  'unlicensedExport',
  'screeningMiss',
  'redFlag',
  'accessBreach',
  'licenceCondition',
  'misclassification',
  'recordKeeping',
  'other',
] as const satisfies readonly IncidentKind[];

interface RecordDialogProps {
  readonly onClose: () => void;
  readonly onSaved: (id: string) => void;
}

/** Writes an incident down with what little is known. */
export function RecordDialog({ onClose, onSaved }: RecordDialogProps) {
  const t = useText();
  const save = useHostCommand('cases.recordIncident');
  const today = useHostQuery('settings.get', {}).data?.today ?? '';
  const me = useMe();
  const [title, setTitle] = useState('');
  const [kind, setKind] = useState<IncidentKind>('deemedExport');
  const [typedDay, setDay] = useState<string | null>(null);
  const [whatHappened, setWhat] = useState('');
  const [picked, setPicked] = useState<readonly Picked[]>([]);
  const [typedBy, setBy] = useState<string | null>(null);
  const by = typedBy ?? me;
  const day = dayOf(typedDay ?? today);
  const submit = async () => {
    if (day === null || day === undefined) return;
    const links: RecordRef[] = picked.map(({ record }) => record);
    const reply = await save.run({ by, columns: { title, kind, discoveredOn: day, whatHappened, links, owner: by } });
    if (reply.ok) onSaved(reply.value.row.id);
  };
  return (
    <FormDialog
      title={t('cases.recordDialog.title')}
      onClose={onClose}
      submitLabel={t('cases.record')}
      onSubmit={() => void submit()}
      busy={save.pending}
      missing={
        title.trim() === ''
          ? t('cases.recordDialog.titleFirst')
          : day === null || day === undefined
            ? t('cases.recordDialog.dayFirst')
            : by.trim() === ''
              ? t('cases.recordDialog.byFirst')
              : undefined
      }
      error={save.error}
    >
      <TextField
        label={t('cases.field.title')}
        hint={t('cases.field.titleHint')}
        required
        value={title}
        onChange={setTitle}
        maxLength={300}
        autoFocus
      />
      <div className={classes['pair']} data-uneven>
        <Select<IncidentKind>
          label={t('cases.field.kind')}
          value={kind}
          options={incidentKinds.map((value) => ({ value, label: t(`cases.kind.${value}`) }))}
          onChange={setKind}
        />
        <DayField label={t('cases.field.discoveredOn')} required value={typedDay ?? today} onChange={setDay} />
      </div>
      <TextArea
        label={t('cases.field.whatHappened')}
        hint={t('cases.field.whatHappenedHint')}
        value={whatHappened}
        onChange={setWhat}
        rows={4}
        maxLength={8000}
      />
      <RecordPicker label={t('cases.field.records')} hint={t('cases.field.recordsHint')} picked={picked} onChange={setPicked} />
      <TextField label={t('cases.field.recordedBy')} required value={by} onChange={setBy} maxLength={200} />
    </FormDialog>
  );
}
