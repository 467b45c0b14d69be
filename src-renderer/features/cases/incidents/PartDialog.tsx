import { useState } from 'react';
import type { IncidentColumns, IncidentDetail, IncidentKind } from '../../../../src-shared/contract/cases.ts';
import { FormDialog, type Picked, RecordPicker, useHostCommand } from '../../../host/index.ts';
import { Checkbox, ChoiceCards, DayField, dayOf, NumberField, Select, TextArea, TextField, useText } from '../../../ui/index.ts';
import classes from '../cases.module.css';
import { useMe } from '../words.tsx';
import { incidentKinds } from './RecordDialog.tsx';

export type Part = 'what' | 'stop' | 'preserve' | 'assess' | 'decide' | 'clock' | 'learn';

type DayKey = {
  [K in keyof IncidentColumns]: IncidentColumns[K] extends IncidentColumns['occurredFrom'] ? K : never;
}[keyof IncidentColumns];

const daysOf: Readonly<Record<Part, readonly DayKey[]>> = {
  what: ['discoveredOn', 'occurredFrom', 'occurredUntil'],
  stop: [],
  preserve: ['preservedOn'],
  assess: [],
  decide: ['decidedOn'],
  clock: ['initialSentOn', 'initialReceivedOn', 'extensionAskedOn', 'extendedTo', 'narrativeSentOn', 'shortReportSentOn', 'upgradeAskedOn'],
  learn: [],
};

const fieldsOf: Readonly<Record<Part, readonly (keyof IncidentColumns)[]>> = {
  what: ['title', 'kind', 'whatHappened', 'owner', 'links'],
  stop: ['stopNote'],
  preserve: ['preserveNote', 'preservedBy'],
  assess: ['assessment', 'rootCause', 'violationsLow', 'violationsHigh', 'valueLowUsd', 'valueHighUsd', 'wilful', 'track'],
  decide: ['decision', 'decisionReason', 'decidedBy', 'authorisedBy', 'track'],
  clock: ['reference'],
  learn: ['lessons'],
};

interface PartDialogProps {
  readonly incident: IncidentDetail;
  readonly part: Part;
  readonly onClose: () => void;
}

/** Edits one part of an incident's file. What was typed stays when saving is refused. */
export function PartDialog({ incident, part, onClose }: PartDialogProps) {
  const t = useText();
  const me = useMe();
  const save = useHostCommand('cases.updateIncident');
  const hold = useHostCommand('cases.holdEvidence');
  const [holds, setHolds] = useState(part === 'preserve' && incident.columns.preservedOn === null);
  const [columns, setColumns] = useState(incident.columns);
  const [days, setDays] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(daysOf[part].map((key) => [key, suggested(key, incident)])),
  );
  const [picked, setPicked] = useState<readonly Picked[]>(incident.records.map(({ record, name }) => ({ record, name })));
  const set = (change: Partial<IncidentColumns>) => setColumns((now) => ({ ...now, ...change }));
  const wrong = daysOf[part].some((key) => dayOf(days[key] ?? '') === undefined);
  const submit = async () => {
    const read = Object.fromEntries(daysOf[part].map((key) => [key, dayOf(days[key] ?? '')]));
    const own = Object.fromEntries(fieldsOf[part].map((key) => [key, key === 'links' ? picked.map(({ record }) => record) : columns[key]]));
    const filled: Partial<IncidentColumns> = { ...own, ...read };
    if (holds && part === 'preserve') {
      const { id, revision } = incident.row;
      const held = await hold.run({ id, revision, note: columns.preserveNote, by: columns.preservedBy || me });
      if (held.ok) onClose();
      return;
    }
    const reply = await save.run({ id: incident.row.id, revision: incident.row.revision, columns: filled });
    if (reply.ok) onClose();
  };
  const words = (
    field: 'whatHappened' | 'stopNote' | 'preserveNote' | 'assessment' | 'rootCause' | 'decisionReason' | 'lessons',
    rows = 4,
  ) => (
    <TextArea
      label={t(`cases.field.${field}`)}
      value={columns[field]}
      onChange={(value) => set({ [field]: value })}
      rows={rows}
      maxLength={8000}
    />
  );
  const line = (field: 'owner' | 'preservedBy' | 'decidedBy' | 'authorisedBy' | 'reference', limit = 200) => (
    <TextField label={t(`cases.field.${field}`)} value={columns[field]} onChange={(value) => set({ [field]: value })} maxLength={limit} />
  );
  const day = (field: DayKey) => (
    <DayField
      key={field}
      label={t(`cases.field.${field}`)}
      value={days[field] ?? ''}
      onChange={(value) => setDays((now) => ({ ...now, [field]: value }))}
    />
  );
  const number = (field: 'violationsLow' | 'violationsHigh' | 'valueLowUsd' | 'valueHighUsd', unit?: string) => (
    <NumberField
      label={t(`cases.field.${field}`)}
      value={columns[field]}
      onCommit={(value) => set({ [field]: value })}
      min={unit === undefined ? 1 : 0}
      integer={unit === undefined}
      {...(unit === undefined ? {} : { unit })}
    />
  );
  const track = (
    <Select<IncidentColumns['track']>
      label={t('cases.field.track')}
      value={columns.track}
      options={(['undecided', 'significant', 'minor'] as const).map((value) => ({ value, label: t(`cases.track.${value}`) }))}
      onChange={(value) => set({ track: value })}
    />
  );
  return (
    <FormDialog
      title={t(`cases.part.${part}`)}
      onClose={onClose}
      submitLabel={t('cases.save')}
      onSubmit={() => void submit()}
      busy={save.pending || hold.pending}
      missing={
        part === 'what' && columns.title.trim() === '' ? t('cases.recordDialog.titleFirst') : wrong ? t('cases.part.noDay') : undefined
      }
      error={hold.error ?? save.error}
    >
      {part === 'what' ? (
        <>
          <TextField label={t('cases.field.title')} required value={columns.title} onChange={(title) => set({ title })} maxLength={300} />
          <div className={classes['pair']} data-uneven>
            <Select<IncidentKind>
              label={t('cases.field.kind')}
              value={columns.kind}
              options={incidentKinds.map((value) => ({ value, label: t(`cases.kind.${value}`) }))}
              onChange={(kind) => set({ kind })}
            />
            {line('owner')}
            {day('discoveredOn')}
            <span />
            {day('occurredFrom')}
            {day('occurredUntil')}
          </div>
          {words('whatHappened', 5)}
          <RecordPicker label={t('cases.field.records')} hint={t('cases.field.recordsHint')} picked={picked} onChange={setPicked} />
        </>
      ) : part === 'stop' ? (
        words('stopNote')
      ) : part === 'preserve' ? (
        <>
          {words('preserveNote')}
          <div className={classes['pair']}>
            {day('preservedOn')}
            {line('preservedBy')}
          </div>
          {incident.columns.preservedOn === null ? (
            <Checkbox label={t('cases.preserve.also')} hint={t('cases.preserve.alsoWhy')} checked={holds} onChange={setHolds} />
          ) : null}
        </>
      ) : part === 'assess' ? (
        <>
          {words('assessment', 5)}
          <div className={classes['pair']}>
            {track}
            <Select<IncidentColumns['wilful']>
              label={t('cases.field.wilful')}
              value={columns.wilful}
              options={(['unknown', 'no', 'possible'] as const).map((value) => ({ value, label: t(`cases.wilful.${value}`) }))}
              onChange={(wilful) => set({ wilful })}
            />
            {number('violationsLow')}
            {number('violationsHigh')}
            {number('valueLowUsd', 'USD')}
            {number('valueHighUsd', 'USD')}
          </div>
          {words('rootCause', 2)}
        </>
      ) : part === 'decide' ? (
        <>
          <ChoiceCards<IncidentColumns['decision']>
            label={t('cases.field.decision')}
            value={columns.decision}
            onChange={(decision) => {
              set({ decision, ...(columns.decidedBy === '' && decision !== 'undecided' ? { decidedBy: me } : {}) });
              if (decision !== 'undecided' && (days['decidedOn'] ?? '') === '') setDays((now) => ({ ...now, decidedOn: incident.today }));
            }}
            choices={(['undecided', 'disclose', 'doNot'] as const).map((value) => ({
              value,
              label: t(`cases.decision.${value}`),
              detail: t(`cases.decisionWhy.${value}`),
            }))}
          />
          {words('decisionReason', 3)}
          <div className={classes['pair']}>
            {track}
            {line('decidedBy')}
            {day('decidedOn')}
            {line('authorisedBy')}
          </div>
        </>
      ) : part === 'clock' ? (
        <>
          <div className={classes['pair']}>{daysOf.clock.map(day)}</div>
          {line('reference', 120)}
        </>
      ) : (
        words('lessons', 6)
      )}
    </FormDialog>
  );
}

/** Evidence is held from today on unless somebody says otherwise. */
const suggested = (key: DayKey, { columns, today }: IncidentDetail): string => columns[key] ?? (key === 'preservedOn' ? today : '');
