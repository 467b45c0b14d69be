import { useState } from 'react';
import { Cadence, type RecurringItem } from '../../../../src-shared/contract/plan.ts';
import { DutyRole } from '../../../../src-shared/model/duty-role.ts';
import { FormDialog, useHostCommand, useHostQuery } from '../../../host/index.ts';
import { Checkbox, DayField, dayOf, Select, TextArea, TextField, useText } from '../../../ui/index.ts';
import classes from '../plan.module.css';

interface RecurringDialogProps {
  /** Null adds one. */
  readonly item: RecurringItem | null;
  readonly onClose: () => void;
}

/** One thing that comes round: what, how often, who, when next. */
export function RecurringDialog({ item, onClose }: RecurringDialogProps) {
  const t = useText();
  const save = useHostCommand('plan.setRecurring');
  const settings = useHostQuery('settings.get', {});
  const [title, setTitle] = useState(item?.title ?? '');
  const [purpose, setPurpose] = useState(item?.purpose ?? '');
  const [cadence, setCadence] = useState<Cadence>(item?.cadence ?? 'quarterly');
  const [owner, setOwner] = useState(item?.owner ?? '');
  const [ownerRole, setRole] = useState<DutyRole | null>(item?.ownerRole ?? null);
  const [next, setNext] = useState<string | null>(item?.next ?? null);
  const [paused, setPaused] = useState(item?.paused ?? false);
  const shown = next ?? settings.data?.today ?? '';
  const day = dayOf(shown) ?? null;
  const submit = async () => {
    if (day === null) return;
    const reply = await save.run({
      id: item?.id ?? null,
      revision: item?.revision ?? 0,
      title: title.trim(),
      purpose,
      cadence,
      owner: owner.trim(),
      ownerRole,
      next: day,
      lastDone: item?.lastDone ?? null,
      paused,
    });
    if (reply.ok) onClose();
  };
  return (
    <FormDialog
      title={item === null ? t('plan.calendar.add') : t('plan.calendar.edit', { title: item.title })}
      onClose={onClose}
      submitLabel={t(item === null ? 'plan.calendar.add' : 'plan.task.save')}
      onSubmit={() => void submit()}
      busy={save.pending}
      missing={title.trim() === '' ? t('plan.task.titleFirst') : day === null ? t('plan.task.daysFirst') : undefined}
      error={save.error}
    >
      <TextField label={t('plan.column.task')} required value={title} onChange={setTitle} maxLength={300} autoFocus />
      <div className={classes['pair']}>
        <Select<Cadence>
          label={t('plan.calendar.cadence')}
          value={cadence}
          options={Cadence.options.map((value) => ({ value, label: t(`plan.cadence.${value}`) }))}
          onChange={setCadence}
        />
        <DayField label={t('plan.calendar.next')} value={shown} onChange={setNext} required />
        <TextField label={t('plan.column.owner')} value={owner} onChange={setOwner} maxLength={200} />
        <Select<DutyRole>
          label={t('plan.column.role')}
          placeholder={t('plan.task.noRole')}
          value={ownerRole}
          options={DutyRole.options.map((value) => ({ value, label: t(`role.${value}`) }))}
          onChange={setRole}
          onClear={() => setRole(null)}
        />
      </div>
      <TextArea label={t('plan.task.purpose')} value={purpose} onChange={setPurpose} rows={2} maxLength={4000} />
      <Checkbox label={t('plan.calendar.pause')} checked={paused} onChange={setPaused} />
    </FormDialog>
  );
}
