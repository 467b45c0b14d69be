import { IconHandStop } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { Halt, IncidentDetail } from '../../../../src-shared/contract/cases.ts';
import { formatDay } from '../../../../src-shared/text/dates.ts';
import { FormDialog, type Picked, RecordPicker, useHostCommand } from '../../../host/index.ts';
import { Button, recordHref, SimpleTable, StatusText, TextArea, TextField, useText, useToast } from '../../../ui/index.ts';
import classes from '../cases.module.css';
import { useMe } from '../words.tsx';
import { Step } from './Step.tsx';

interface HaltsPartProps {
  readonly incident: IncidentDetail;
  readonly adding: boolean;
  readonly onAdding: (adding: boolean) => void;
  readonly edit: ReactNode;
}

/** What is halted under an incident, by whom, and when it was lifted. */
export function HaltsPart({ incident, adding, onAdding, edit }: HaltsPartProps) {
  const t = useText();
  const [lifting, setLifting] = useState<Halt | null>(null);
  const { halts, columns, row } = incident;
  return (
    <Step
      id="stop"
      actions={
        <>
          {edit}
          <Button
            size="small"
            icon={IconHandStop}
            onClick={() => onAdding(true)}
            {...(row.closedOn === null ? {} : { disabledBecause: t('cases.isClosed') })}
          >
            {t('cases.halt')}
          </Button>
        </>
      }
    >
      {halts.length === 0 ? (
        <p className="muted">{t('cases.halt.none')}</p>
      ) : (
        <SimpleTable<Halt>
          label={t('cases.step.stop')}
          place="inline"
          rowKey={({ id }) => id}
          groups={[{ id: 'all', rows: halts }]}
          columns={[
            {
              id: 'record',
              header: t('cases.file.halted'),
              minWidth: 160,
              cell: ({ record, name, what }) => (
                <span className={classes['twoLines']}>
                  <a href={`#${recordHref(record)}`}>{name}</a>
                  <small>{what}</small>
                </span>
              ),
            },
            {
              id: 'since',
              header: t('cases.file.since'),
              width: 200,
              cell: ({ since, by }) => t('cases.halt.since', { since: formatDay(since, t.locale), by }),
            },
            {
              id: 'state',
              header: t('cases.clock.state'),
              width: 260,
              cell: ({ liftedOn, liftedBy, liftReason }) =>
                liftedOn === null ? (
                  <StatusText tone="restricted">{t('cases.halt.inForce')}</StatusText>
                ) : (
                  t('cases.halt.lifted', { on: formatDay(liftedOn, t.locale), by: liftedBy, reason: liftReason })
                ),
            },
            {
              id: 'lift',
              header: '',
              width: 80,
              cell: (halt) =>
                halt.liftedOn === null ? (
                  <Button size="small" onClick={() => setLifting(halt)}>
                    {t('cases.halt.lift')}
                    <span className="visually-hidden">: {halt.name}</span>
                  </Button>
                ) : null,
            },
          ]}
        />
      )}
      {columns.stopNote === '' ? null : <p className={classes['lead']}>{columns.stopNote}</p>}
      {adding ? <HaltDialog incident={incident} onClose={() => onAdding(false)} /> : null}
      {lifting === null ? null : <LiftDialog halt={lifting} onClose={() => setLifting(null)} />}
    </Step>
  );
}

const haltable = ['asset', 'person', 'party', 'site'] as const;

function HaltDialog({ incident, onClose }: { readonly incident: IncidentDetail; readonly onClose: () => void }) {
  const t = useText();
  const toast = useToast();
  const me = useMe();
  const halt = useHostCommand('cases.halt');
  const undo = useHostCommand('journal.undo');
  const [picked, setPicked] = useState<readonly Picked[]>(
    incident.records.filter(({ record, gone }) => !gone && haltable.some((kind) => kind === record.kind)).slice(0, 1),
  );
  const [what, setWhat] = useState('');
  const [typed, setBy] = useState<string | null>(null);
  const by = typed ?? me;
  const [chosen] = picked;
  const submit = async () => {
    if (chosen === undefined) return;
    const reply = await halt.run({ incidentId: incident.row.id, record: chosen.record, what, by });
    if (!reply.ok) return;
    toast({ message: t('cases.halt.done', { name: chosen.name }), onUndo: () => void undo.run({}) });
    onClose();
  };
  return (
    <FormDialog
      title={t('cases.halt.title', { number: incident.row.number })}
      onClose={onClose}
      submitLabel={t('cases.halt.submit')}
      onSubmit={() => void submit()}
      busy={halt.pending}
      missing={chosen === undefined ? t('cases.halt.first') : by.trim() === '' ? t('cases.recordDialog.byFirst') : undefined}
      error={halt.error}
    >
      <RecordPicker
        label={t('cases.halt.record')}
        hint={t('cases.halt.recordHint')}
        picked={picked}
        onChange={setPicked}
        kinds={haltable}
        single
      />
      <TextField label={t('cases.halt.what')} hint={t('cases.halt.whatHint')} value={what} onChange={setWhat} maxLength={600} />
      <TextField label={t('cases.halt.by')} required value={by} onChange={setBy} maxLength={200} />
    </FormDialog>
  );
}

function LiftDialog({ halt, onClose }: { readonly halt: Halt; readonly onClose: () => void }) {
  const t = useText();
  const me = useMe();
  const lift = useHostCommand('cases.liftHalt');
  const [typed, setBy] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const by = typed ?? me;
  const submit = async () => {
    const reply = await lift.run({ id: halt.id, by, reason });
    if (reply.ok) onClose();
  };
  return (
    <FormDialog
      title={t('cases.halt.liftOf', { name: halt.name })}
      onClose={onClose}
      submitLabel={t('cases.halt.liftSubmit')}
      onSubmit={() => void submit()}
      busy={lift.pending}
      missing={reason.trim() === '' ? t('cases.halt.reasonFirst') : by.trim() === '' ? t('cases.recordDialog.byFirst') : undefined}
      error={lift.error}
    >
      <TextArea label={t('cases.halt.reason')} required value={reason} onChange={setReason} rows={3} maxLength={4000} />
      <TextField label={t('cases.halt.by')} required value={by} onChange={setBy} maxLength={200} />
    </FormDialog>
  );
}
