import { IconDownload, IconPaperclip, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { type Evidence, maxEvidenceBytes } from '../../../../src-shared/contract/evidence.ts';
import type { AssetDetail } from '../../../../src-shared/contract/inventory.ts';
import { fieldsOf } from '../../../../src-shared/model/asset-fields.ts';
import { formatDay } from '../../../../src-shared/text/dates.ts';
import { formatBytes } from '../../../../src-shared/text/numbers.ts';
import { factName } from '../../../../src-shared/text/trace.ts';
import { errorSentence, FormDialog, QueryView, useHostCommand, useHostQuery } from '../../../host/index.ts';
import { Button, EmptyState, Note, Select, SimpleTable, TextArea, useText, useToast } from '../../../ui/index.ts';
import classes from './asset.module.css';

/** Files kept with an asset: what each proves, who attached it when, and its hash. */
export function EvidenceTab({ asset }: { readonly asset: AssetDetail }) {
  const t = useText();
  const toast = useToast();
  const assetId = asset.row.id;
  const [editing, setEditing] = useState<Evidence | null>(null);
  const list = useHostQuery('evidence.list', { assetId });
  const attach = useHostCommand('evidence.attach');
  const attachFiles = async () => {
    const reply = await attach.run({ assetId });
    if (!reply.ok) return;
    toast({ message: t('evidence.attached', { count: reply.value.length }) });
    const [only] = reply.value;
    if (reply.value.length === 1 && only !== undefined) setEditing(only);
  };
  const button = (
    <Button icon={IconPaperclip} busy={attach.pending} onClick={() => void attachFiles()}>
      {t('evidence.attach')}
    </Button>
  );
  return (
    <div className={classes['padded']}>
      {attach.error === null || attach.error.code === 'cancelled' ? null : (
        <Note tone="restricted" live>
          {errorSentence(t, attach.error)}
        </Note>
      )}
      <QueryView query={list}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState title={t('evidence.empty')} actions={button}>
              {t('evidence.emptyText', { limit: maxEvidenceBytes / 1024 / 1024 })}
            </EmptyState>
          ) : (
            <>
              <div className={classes['row']}>{button}</div>
              <SimpleTable<Evidence>
                label={t('evidence.tab')}
                place="inline"
                groups={[{ id: 'all', rows }]}
                rowKey={(row) => row.id}
                onPress={setEditing}
                columns={[
                  { id: 'file', header: t('evidence.file'), width: 210, cell: (row) => row.name },
                  {
                    id: 'proves',
                    header: t('evidence.proves'),
                    width: 200,
                    cell: (row) => (row.field === null ? t('evidence.wholeAsset') : factName(row.field, t)),
                  },
                  { id: 'note', header: t('evidence.note'), minWidth: 240, cell: (row) => row.note },
                  {
                    id: 'size',
                    header: t('evidence.size'),
                    width: 90,
                    align: 'end',
                    fold: { under: 'file', order: 1 },
                    cell: (row) => formatBytes(row.sizeBytes, t.locale),
                  },
                  {
                    id: 'added',
                    header: t('evidence.added'),
                    width: 190,
                    cell: (row) => t('evidence.addedBy', { name: row.addedBy, day: formatDay(row.addedAt.slice(0, 10), t.locale) }),
                  },
                  {
                    id: 'hash',
                    header: t('evidence.hash'),
                    width: 130,
                    fold: { under: 'added', order: 2 },
                    cell: (row) => <span title={row.sha256}>{`${row.sha256.slice(0, 12)}…`}</span>,
                  },
                ]}
              />
            </>
          )
        }
      </QueryView>
      {editing === null ? null : <EvidenceDialog asset={asset} evidence={editing} onClose={() => setEditing(null)} />}
    </div>
  );
}

interface EvidenceDialogProps {
  readonly asset: AssetDetail;
  readonly evidence: Evidence;
  readonly onClose: () => void;
}

const wholeAsset = '';

function EvidenceDialog({ asset, evidence, onClose }: EvidenceDialogProps) {
  const t = useText();
  const toast = useToast();
  const describe = useHostCommand('evidence.describe');
  const remove = useHostCommand('evidence.remove');
  const copy = useHostCommand('evidence.saveCopy');
  const [field, setField] = useState(evidence.field ?? wholeAsset);
  const [note, setNote] = useState(evidence.note);
  const { id, revision, name } = evidence;
  const error = [describe.error, remove.error, copy.error].find((one) => one !== null && one.code !== 'cancelled') ?? null;
  const submit = async () => {
    const reply = await describe.run({ id, revision, field: field === wholeAsset ? null : field, note });
    if (reply.ok) onClose();
  };
  const takeOff = async () => {
    const reply = await remove.run({ id, revision });
    if (!reply.ok) return;
    toast({ message: t('evidence.removed', { name }) });
    onClose();
  };
  const saveCopy = async () => {
    const reply = await copy.run({ id });
    if (reply.ok) toast({ message: t('evidence.copied', { file: reply.value.fileName }) });
  };
  return (
    <FormDialog
      title={t('evidence.edit', { name })}
      onClose={onClose}
      submitLabel={t('evidence.save')}
      onSubmit={() => void submit()}
      busy={describe.pending}
      error={error}
    >
      <Select
        label={t('evidence.proves')}
        value={field}
        options={[
          { value: wholeAsset, label: t('evidence.wholeAsset') },
          ...fieldsOf(asset.row.kind).map((one) => ({ value: one.id, label: factName(one.id, t) })),
        ]}
        onChange={setField}
      />
      <TextArea label={t('evidence.note')} hint={t('evidence.noteHint')} value={note} onChange={setNote} maxLength={600} />
      <p className="caption muted">
        {t('evidence.hash')} <code>{evidence.sha256}</code>
      </p>
      <div className={classes['row']}>
        <Button icon={IconDownload} busy={copy.pending} onClick={() => void saveCopy()}>
          {t('evidence.saveCopy')}
        </Button>
        <Button icon={IconTrash} busy={remove.pending} onClick={() => void takeOff()}>
          {t('evidence.remove')}
        </Button>
      </div>
    </FormDialog>
  );
}
