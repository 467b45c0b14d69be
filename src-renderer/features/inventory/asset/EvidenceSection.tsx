import { IconDownload, IconPaperclip, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { Evidence } from '../../../../src-shared/contract/evidence.ts';
import type { AssetId } from '../../../../src-shared/contract/inventory.ts';
import { formatBytes } from '../../../../src-shared/text/numbers.ts';
import { errorSentence, useHostCommand, useHostQuery } from '../../../host/index.ts';
import { Button, IconButton, Note, Section, SimpleTable, TextField, useText, useToast } from '../../../ui/index.ts';
import { useRunUndo } from '../use-run-undo.ts';
import classes from './asset.module.css';

/** Files kept with the asset as they came. The product never opens one: it keeps the bytes, and hands them out when asked. */
export function EvidenceSection({ assetId }: { readonly assetId: AssetId }) {
  const t = useText();
  const toast = useToast();
  const runUndo = useRunUndo();
  const files = useHostQuery('evidence.list', { assetId });
  const add = useHostCommand('evidence.add');
  const save = useHostCommand('evidence.export');
  const setAside = useHostCommand('evidence.setAside');
  const [about, setAbout] = useState('');
  const failure = [add.error, save.error, setAside.error].find((error) => error !== null && error.code !== 'cancelled') ?? null;
  const keep = async () => {
    const reply = await add.run({ assetId, about });
    if (reply.ok) setAbout('');
  };
  const hand = async (file: Evidence) => {
    const reply = await save.run({ id: file.id });
    if (reply.ok) toast({ message: t('evidence.exported', { name: reply.value.fileName }) });
  };
  const remove = async (file: Evidence) => {
    const reply = await setAside.run({ id: file.id });
    if (reply.ok) toast({ message: t('evidence.setAsideDone', { name: file.name }), onUndo: runUndo });
  };
  const rows = files.data ?? [];
  return (
    <Section title={t('evidence.title')} aside={t('evidence.aside')}>
      {rows.length === 0 ? (
        <p className="muted">{t('evidence.none')}</p>
      ) : (
        <SimpleTable<Evidence>
          label={t('evidence.title')}
          place="inline"
          groups={[{ id: 'all', rows }]}
          rowKey={(file) => file.id}
          columns={[
            { id: 'name', header: t('evidence.name'), cell: (file) => <span className="ellipsis">{file.name}</span> },
            { id: 'about', header: t('evidence.about'), cell: (file) => file.about },
            { id: 'size', header: t('evidence.size'), width: 80, align: 'end', cell: (file) => formatBytes(file.sizeBytes, t.locale) },
            {
              id: 'hash',
              header: t('evidence.hash'),
              width: 130,
              cell: (file) => <code title={file.sha256}>{file.sha256.slice(0, 12)}</code>,
            },
            { id: 'by', header: t('evidence.addedBy'), width: 140, cell: (file) => file.addedBy },
            {
              id: 'act',
              header: '',
              width: 76,
              cell: (file) => (
                <span className="row">
                  <IconButton icon={IconDownload} label={t('evidence.export', { name: file.name })} onClick={() => void hand(file)} />
                  <IconButton icon={IconTrash} label={t('evidence.setAside', { name: file.name })} onClick={() => void remove(file)} />
                </span>
              ),
            },
          ]}
        />
      )}
      <div className={`${classes['form'] ?? ''} ${classes['narrow'] ?? ''}`}>
        <TextField label={t('evidence.about')} hint={t('evidence.aboutHint')} value={about} onChange={setAbout} maxLength={600} />
        <div className={classes['row']}>
          <Button icon={IconPaperclip} busy={add.pending} onClick={() => void keep()}>
            {t('evidence.add')}
          </Button>
        </div>
        {failure === null ? null : (
          <Note tone="restricted" live>
            {failure.code === 'request.tooLarge' ? t('evidence.tooLarge') : errorSentence(t, failure)}
          </Note>
        )}
      </div>
    </Section>
  );
}
