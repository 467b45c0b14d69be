import { useState } from 'react';
import type { BulkChange, PlanView } from '../../../../src-shared/contract/plan.ts';
import { PlanPhase } from '../../../../src-shared/model/plan.ts';
import { FormDialog } from '../../../host/index.ts';
import { NumberField, Select, TextField, useText, useToast } from '../../../ui/index.ts';
import classes from '../plan.module.css';
import { usePlanActions } from '../plan-data.ts';

interface BulkDialogProps {
  readonly plan: PlanView;
  readonly ids: readonly string[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

type BulkState = NonNullable<BulkChange['state']>;
const bulkStates = ['todo', 'doing', 'review'] as const satisfies readonly BulkState[];

/** Owner, phase, state and a shift in working days, for many tasks at once. What is left empty stays as it is. */
export function BulkDialog({ plan, ids, onClose, onDone }: BulkDialogProps) {
  const t = useText();
  const toast = useToast();
  const { changeMany, manyError, busy, undo } = usePlanActions(plan);
  const [owner, setOwner] = useState('');
  const [phase, setPhase] = useState<PlanPhase | null>(null);
  const [state, setState] = useState<BulkState | null>(null);
  const [shift, setShift] = useState<number | null>(null);
  const change = {
    ...(owner.trim() === '' ? {} : { owner: owner.trim() }),
    ...(phase === null ? {} : { phase }),
    ...(state === null ? {} : { state }),
    ...(shift === null || shift === 0 ? {} : { shiftDays: Math.round(shift) }),
  };
  const submit = async () => {
    const changed = await changeMany(ids, change);
    if (changed === null) return;
    toast({ message: t('plan.bulk.done', { count: changed }), onUndo: undo });
    onDone();
  };
  return (
    <FormDialog
      title={t('plan.bulk.title', { count: ids.length })}
      onClose={onClose}
      submitLabel={t('plan.bulk.edit')}
      onSubmit={() => void submit()}
      busy={busy}
      missing={Object.keys(change).length === 0 ? t('plan.bulk.nothing') : undefined}
      error={manyError}
    >
      <p className="muted">{t('plan.bulk.what')}</p>
      <TextField label={t('plan.column.owner')} value={owner} onChange={setOwner} maxLength={200} autoFocus />
      <div className={classes['pair']}>
        <Select<PlanPhase>
          label={t('plan.column.phase')}
          placeholder={t('plan.bulk.keep')}
          value={phase}
          options={PlanPhase.options.map((value) => ({ value, label: t(`plan.phase.${value}`) }))}
          onChange={setPhase}
          onClear={() => setPhase(null)}
        />
        <Select<BulkState>
          label={t('plan.column.state')}
          placeholder={t('plan.bulk.keep')}
          value={state}
          options={bulkStates.map((value) => ({ value, label: t(`plan.state.${value}`) }))}
          onChange={setState}
          onClear={() => setState(null)}
        />
      </div>
      <NumberField
        label={t('plan.bulk.shift')}
        hint={t('plan.bulk.shiftHint')}
        value={shift}
        integer
        min={-250}
        max={250}
        onCommit={setShift}
      />
    </FormDialog>
  );
}
