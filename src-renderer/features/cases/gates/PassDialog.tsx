import { useState } from 'react';
import type { GateView, ModelGates } from '../../../../src-shared/contract/cases.ts';
import type { GateConditionId } from '../../../../src-shared/model/gate.ts';
import { whyWords } from '../../../../src-shared/text/gates.ts';
import { FormDialog, useHostCommand } from '../../../host/index.ts';
import { Checkbox, Note, TextArea, TextField, useText, useToast } from '../../../ui/index.ts';
import classes from '../cases.module.css';
import { gateName, useMe } from '../words.tsx';

interface PassDialogProps {
  readonly model: ModelGates;
  readonly gate: GateView;
  readonly onClose: () => void;
}

/** Somebody passes a gate by name and reason; what is open has to be ticked point by point. */
export function PassDialog({ model, gate, onClose }: PassDialogProps) {
  const t = useText();
  const toast = useToast();
  const pass = useHostCommand('cases.passGate');
  const undo = useHostCommand('journal.undo');
  const me = useMe();
  const [typed, setBy] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [ticked, setTicked] = useState<ReadonlySet<GateConditionId>>(new Set());
  const by = typed ?? me;
  const open = gate.conditions.filter(({ state }) => state === 'missing' || state === 'open');
  const name = gateName(t, gate.gate, gate.destination);
  const submit = async () => {
    const reply = await pass.run({
      assetId: model.assetId,
      versionId: model.versionId,
      gate: gate.gate,
      destination: gate.destination,
      by,
      reason,
      despite: open.map(({ id }) => id),
      lastReport: gate.reports[0]?.id ?? null,
    });
    if (!reply.ok) return;
    toast({ message: t('gates.passDone', { gate: name, model: model.name }), onUndo: () => void undo.run({}) });
    onClose();
  };
  return (
    <FormDialog
      title={t('gates.passDialog.title', { gate: name, model: model.name })}
      onClose={onClose}
      submitLabel={t(open.length === 0 ? 'gates.passDialog.submit' : 'gates.passDialog.submitDespite')}
      onSubmit={() => void submit()}
      busy={pass.pending}
      missing={
        open.some(({ id }) => !ticked.has(id))
          ? t('gates.passDialog.tickFirst')
          : by.trim() === ''
            ? t('gates.passDialog.byFirst')
            : reason.trim() === ''
              ? t('gates.passDialog.reasonFirst')
              : undefined
      }
      error={pass.error}
    >
      {open.length === 0 ? (
        <Note tone="clear">{t('gates.passDialog.met')}</Note>
      ) : (
        <fieldset className={classes['ticks']}>
          <legend>{t('gates.passDialog.open')}</legend>
          {open.map((condition) => (
            <Checkbox
              key={condition.id}
              label={t(`gates.need.${condition.id}`)}
              hint={whyWords(t, condition)}
              checked={ticked.has(condition.id)}
              onChange={(on) => setTicked((now) => new Set(on ? [...now, condition.id] : [...now].filter((id) => id !== condition.id)))}
            />
          ))}
        </fieldset>
      )}
      <TextField label={t('gates.passDialog.by')} required value={by} onChange={setBy} maxLength={200} />
      <TextArea
        label={t('gates.passDialog.reason')}
        hint={t('gates.passDialog.reasonHint')}
        required
        value={reason}
        onChange={setReason}
        rows={3}
        maxLength={4000}
      />
    </FormDialog>
  );
}
