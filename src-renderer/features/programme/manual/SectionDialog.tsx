import { useState } from 'react';
import type { ManualSection } from '../../../../src-shared/contract/programme.ts';
import { errorSentence, useHostCommand } from '../../../host/index.ts';
import { Button, Dialog, Note, TextArea, TextField, useText } from '../../../ui/index.ts';
import classes from '../programme.module.css';
import { Prose } from './Prose.tsx';

const scrollsByKeys = { tabIndex: 0 } as const;

/** Own words for a section, beside what the workspace says; null adds a section of the company's own. */
export function SectionDialog({ section, onClose }: { readonly section: ManualSection | null; readonly onClose: () => void }) {
  const t = useText();
  const save = useHostCommand('programme.saveSection');
  const [title, setTitle] = useState(section?.title ?? '');
  const [body, setBody] = useState(section?.body ?? '');
  const missing = title.trim() === '' || body.trim() === '' ? t('programme.manual.textFirst') : undefined;
  const submit = async () => {
    const reply = await save.run({
      id: section?.id ?? null,
      revision: section?.revision ?? 0,
      title,
      body,
      included: section?.included ?? true,
    });
    if (reply.ok) onClose();
  };
  const said = section?.said ?? null;
  return (
    <Dialog
      opened
      onClose={onClose}
      width={760}
      title={section === null ? t('programme.manual.add') : t('programme.manual.edit', { title: section.title })}
      footer={
        <>
          {said === null || body === said ? null : <Button onClick={() => setBody(said)}>{t('programme.manual.restore')}</Button>}
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" busy={save.pending} disabledBecause={missing} onClick={() => void submit()}>
            {t(section === null ? 'programme.manual.add' : 'programme.save')}
          </Button>
        </>
      }
    >
      <div className={classes['stack']} style={{ gap: 12 }}>
        <TextField label={t('programme.manual.sectionTitle')} value={title} onChange={setTitle} maxLength={200} />
        <TextArea
          label={t('programme.manual.body')}
          hint={t('programme.manual.bodyHint')}
          value={body}
          onChange={setBody}
          rows={12}
          maxLength={16_000}
        />
        {section?.drifted === true && said !== null ? (
          <section aria-label={t('programme.manual.saidNow')} className={classes['stackTight']}>
            <h3>{t('programme.manual.saidNow')}</h3>
            <div className={classes['said']} {...scrollsByKeys}>
              <Prose text={said} />
            </div>
          </section>
        ) : null}
        {save.error === null ? null : (
          <Note tone="restricted" live>
            {errorSentence(t, save.error)}
          </Note>
        )}
      </div>
    </Dialog>
  );
}
