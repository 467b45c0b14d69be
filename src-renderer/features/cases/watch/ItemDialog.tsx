import { useState } from 'react';
import type { WatchCheckView } from '../../../../src-shared/contract/cases.ts';
import { FormDialog, useHostCommand } from '../../../host/index.ts';
import { Checkbox, DayField, dayOf, TextArea, TextField, useText } from '../../../ui/index.ts';
import classes from '../cases.module.css';

/** Something of the company's own to watch: a bill, a ministry's answer, a supplier's notice. */
export function ItemDialog({ item, onClose }: { readonly item: WatchCheckView | null; readonly onClose: () => void }) {
  const t = useText();
  const save = useHostCommand('cases.saveWatchItem');
  const [title, setTitle] = useState(item?.title ?? '');
  const [why, setWhy] = useState(item?.why ?? '');
  const [look, setLook] = useState(item?.look ?? '');
  const [owner, setOwner] = useState(item?.owner ?? '');
  const [due, setDue] = useState<string>(item?.dueOn ?? '');
  const [closed, setClosed] = useState(item?.closed ?? false);
  const dueOn = dayOf(due);
  const submit = async () => {
    if (dueOn === undefined) return;
    const reply = await save.run({
      id: item?.subject.id ?? null,
      revision: item?.revision ?? 0,
      title,
      why,
      look,
      owner,
      dueOn,
      closed,
    });
    if (reply.ok) onClose();
  };
  return (
    <FormDialog
      title={t(item === null ? 'watch.item.new' : 'watch.item.change')}
      onClose={onClose}
      submitLabel={t(item === null ? 'watch.add' : 'cases.save')}
      onSubmit={() => void submit()}
      busy={save.pending}
      missing={title.trim() === '' ? t('watch.item.first') : dueOn === undefined ? t('cases.part.noDay') : undefined}
      error={save.error}
    >
      <TextField label={t('watch.item.title')} required value={title} onChange={setTitle} maxLength={200} autoFocus />
      <TextArea label={t('watch.item.why')} value={why} onChange={setWhy} rows={2} maxLength={600} />
      <TextField label={t('watch.item.look')} value={look} onChange={setLook} maxLength={600} />
      <div className={classes['pair']}>
        <TextField label={t('watch.item.owner')} value={owner} onChange={setOwner} maxLength={200} />
        <DayField label={t('watch.item.due')} value={due} onChange={setDue} />
      </div>
      {item === null ? null : <Checkbox label={t('watch.item.closed')} checked={closed} onChange={setClosed} />}
    </FormDialog>
  );
}
