import { IconArchive, IconEdit, IconListCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { type AssetFilter, type AssetId, LifeCycleStage } from '../../../../src-shared/contract/inventory.ts';
import { ask, errorOf, errorSentence, useHostCommand, useHostQuery } from '../../../host/index.ts';
import { Button, Dialog, Note, Select, type Selection, TextField, useText, useToast } from '../../../ui/index.ts';
import type { Room } from '../rooms.ts';
import { useRunUndo } from '../use-run-undo.ts';
import classes from './list.module.css';

interface BulkBarProps {
  readonly room: Room;
  readonly selection: Selection;
  readonly filter: AssetFilter;
  readonly count: number;
  readonly onDone: () => void;
}

/** What can be done with many rows at once; stands in the place of the filters while rows are ticked. */
export function BulkBar({ selection, filter, count, onDone }: BulkBarProps) {
  const t = useText();
  const toast = useToast();
  const runUndo = useRunUndo();
  const [editing, setEditing] = useState(false);
  const archive = useHostCommand('inventory.archive');
  const check = useHostCommand('classification.bulkStart');
  const fail = (error: unknown) => toast({ message: errorSentence(t, errorOf(error)) });

  const ids = async (): Promise<AssetId[]> => {
    if (!selection.all) return [...selection.keys] as AssetId[];
    const all = await ask('inventory.ids', { filter });
    return all.filter((id) => !selection.keys.has(id));
  };
  const archived = filter.archived === true;
  return (
    <div className={classes['bulk']} role="toolbar" aria-label={t('inventory.bulk')} style={{ padding: '8px 24px' }}>
      <b>{t('inventory.selected', { count })}</b>
      <Button size="small" icon={IconEdit} onClick={() => setEditing(true)}>
        {t('inventory.bulkEdit')}
      </Button>
      <Button
        size="small"
        icon={IconListCheck}
        busy={check.pending}
        onClick={() => {
          ids()
            .then((chosen) => check.run({ filter: { ids: chosen } }))
            .then(onDone)
            .catch(fail);
        }}
      >
        {t('inventory.bulkCheck')}
      </Button>
      <Button
        size="small"
        icon={IconArchive}
        busy={archive.pending}
        onClick={() => {
          ids()
            .then((chosen) => archive.run({ ids: chosen, archived: !archived }))
            .then((reply) => {
              if (!reply.ok) return toast({ message: errorSentence(t, reply.error) });
              toast({
                message: t(archived ? 'inventory.restored' : 'inventory.archived', { count: reply.value.changed }),
                onUndo: runUndo,
              });
              onDone();
            })
            .catch(fail);
        }}
      >
        {t(archived ? 'inventory.restore' : 'inventory.archive')}
      </Button>
      <Button size="small" kind="quiet" onClick={onDone}>
        {t('inventory.clearSelection')}
      </Button>
      {editing ? <BulkEdit count={count} ids={ids} onClose={() => setEditing(false)} onDone={onDone} /> : null}
    </div>
  );
}

type Column = 'ownerName' | 'stage' | 'siteId';

/** One field, one value, many rows. */
function BulkEdit({
  count,
  ids,
  onClose,
  onDone,
}: {
  readonly count: number;
  readonly ids: () => Promise<AssetId[]>;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const t = useText();
  const toast = useToast();
  const runUndo = useRunUndo();
  const edit = useHostCommand('inventory.bulkEdit');
  const { data: sites } = useHostQuery('sites.list', {});
  const [column, setColumn] = useState<Column>('ownerName');
  const [value, setValue] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const submit = async () => {
    const reply = await edit.run({ ids: await ids(), columns: { [column]: value } });
    if (!reply.ok) return setProblem(errorSentence(t, reply.error));
    toast({ message: t('inventory.bulkEdited', { count: reply.value.changed }), onUndo: runUndo });
    onClose();
    onDone();
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('inventory.bulkEditTitle', { count })}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button
            kind="primary"
            busy={edit.pending}
            disabledBecause={value === '' && column !== 'ownerName' ? t('common.choose') : undefined}
            onClick={() => {
              submit().catch((cause: unknown) => setProblem(errorSentence(t, errorOf(cause))));
            }}
          >
            {t('inventory.bulkApply', { count })}
          </Button>
        </>
      }
    >
      <div className={classes['filterForm']}>
        <Select<Column>
          label={t('inventory.bulkField')}
          value={column}
          options={[
            { value: 'ownerName', label: t('inventory.column.owner') },
            { value: 'stage', label: t('inventory.column.stage') },
            { value: 'siteId', label: t('inventory.column.site') },
          ]}
          onChange={(next) => {
            setColumn(next);
            setValue('');
          }}
        />
        {column === 'ownerName' ? (
          <TextField
            label={t('inventory.column.owner')}
            hint={t('inventory.ownerHint')}
            value={value}
            onChange={setValue}
            maxLength={200}
          />
        ) : (
          <Select
            label={t(column === 'stage' ? 'inventory.column.stage' : 'inventory.column.site')}
            value={value === '' ? null : value}
            options={
              column === 'stage'
                ? LifeCycleStage.options.map((stage) => ({ value: stage as string, label: t(`stage.${stage}`) }))
                : (sites ?? []).map((site) => ({ value: site.id, label: site.name }))
            }
            onChange={setValue}
          />
        )}
        {problem === null ? null : (
          <Note tone="restricted" live>
            {problem}
          </Note>
        )}
      </div>
    </Dialog>
  );
}
