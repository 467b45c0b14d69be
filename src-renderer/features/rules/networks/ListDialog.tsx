import { useState } from 'react';
import type { NetworkListView, OpenedList } from '../../../../src-shared/contract/networks.ts';
import { type NetworkTag, networkTags } from '../../../../src-shared/model/network.ts';
import { FormDialog, useHostCommand } from '../../../host/index.ts';
import { DayField, dayOf, Note, Select, TextField, useText, useToast } from '../../../ui/index.ts';
import { entryWords } from './entry-words.ts';
import classes from './networks.module.css';

interface ListDialogProps {
  /** A list that was opened and is to be added, or one that is there. */
  readonly list: NetworkListView | OpenedList;
  readonly onClose: () => void;
}

/** Says what a list is: its name, its kind, its day. */
export function ListDialog({ list, onClose }: ListDialogProps) {
  const t = useText();
  const toast = useToast();
  const opened = 'token' in list ? list : null;
  const add = useHostCommand('networks.addList');
  const change = useHostCommand('networks.changeList');
  const [name, setName] = useState('token' in list ? list.fileName.replace(/\.\w{2,6}$/, '') : list.name);
  const [tag, setTag] = useState<NetworkTag | null>(list.tag);
  const [typedDay, setTypedDay] = useState<string>(list.day ?? '');
  const day = dayOf(typedDay);
  const missing =
    name.trim() === ''
      ? t('networks.nameNeeded')
      : tag === null
        ? t('networks.listTagNeeded')
        : day === undefined
          ? t('field.noDay')
          : undefined;

  const submit = async () => {
    if (tag === null || day === undefined) return;
    const reply =
      'token' in list
        ? await add.run({ token: list.token, name, tag, day })
        : await change.run({ id: list.id, revision: list.revision, name, tag, day });
    if (!reply.ok) return;
    if (opened !== null)
      toast({ message: t('networks.listAdded', { name: reply.value.name, entries: reply.value.networks + reply.value.ranges }) });
    onClose();
  };

  return (
    <FormDialog
      title={'token' in list ? t('networks.listDialog', { file: list.fileName }) : t('networks.editList', { name: list.name })}
      submitLabel={opened === null ? t('networks.save') : t('networks.listSave')}
      busy={add.pending || change.pending}
      missing={missing}
      error={add.error ?? change.error}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {opened === null ? null : <p>{t('networks.listFound', { what: entryWords(opened, t) })}</p>}
      {opened === null || opened.problemCount === 0 ? null : (
        <Note tone="review">
          {t('networks.listProblems', { count: opened.problemCount })}
          <ul className={classes['problems']}>
            {opened.problems.slice(0, 5).map(({ row, text, reason }) => (
              <li key={row} className="small">
                {t('networks.listProblem', { row, text, reason })}
              </li>
            ))}
          </ul>
        </Note>
      )}
      <TextField label={t('networks.listName')} value={name} maxLength={200} onChange={setName} autoFocus />
      <Select<NetworkTag>
        label={t('networks.listTag')}
        value={tag}
        placeholder={t('networks.listTagChoose')}
        hint={tag === null ? undefined : t(`networks.tagMeans.${tag}`)}
        options={networkTags.map((value) => ({ value, label: t(`networks.tag.${value}`) }))}
        onChange={setTag}
      />
      <DayField label={t('networks.listDay')} hint={t('networks.listDayHint')} value={typedDay} onChange={setTypedDay} />
    </FormDialog>
  );
}
