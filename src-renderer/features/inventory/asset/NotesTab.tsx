import { useState } from 'react';
import type { AssetId } from '../../../../src-shared/contract/inventory.ts';
import { errorSentence, QueryView, useHostCommand, useHostQuery } from '../../../host/index.ts';
import { Button, Checkbox, Note, StatusBadge, TextArea, useText } from '../../../ui/index.ts';
import classes from './asset.module.css';

/** Notes on a page of their own. */
export function NotesTab({ assetId }: { readonly assetId: AssetId }) {
  return (
    <div className={`${classes['padded'] ?? ''} ${classes['narrow'] ?? ''}`}>
      <NotesPanel assetId={assetId} />
    </div>
  );
}

/** Notes on an asset, oldest first, and a field for the next. Advice of counsel is marked, since exports leave it out. */
export function NotesPanel({ assetId }: { readonly assetId: AssetId }) {
  const t = useText();
  const notes = useHostQuery('notes.list', { assetId });
  const settings = useHostQuery('settings.get', {});
  const add = useHostCommand('notes.add');
  const [text, setText] = useState('');
  const [attorneyAdvice, setAdvice] = useState(false);
  const author = settings.data?.workspace?.person.name || t('inventory.someone');
  const submit = async () => {
    if (text.trim() === '') return;
    const reply = await add.run({ assetId, text, attorneyAdvice, author });
    if (!reply.ok) return;
    setText('');
    setAdvice(false);
  };
  return (
    <div className={classes['form']}>
      <QueryView query={notes} rows={3}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="muted">{t('inventory.noNotes')}</p>
          ) : (
            <ul className={classes['entryList']}>
              {rows.map((note) => (
                <li key={note.id}>
                  <span className="caption muted">
                    {note.author}, {note.writtenAt.slice(0, 16).replace('T', ' ')} UTC
                  </span>{' '}
                  {note.attorneyAdvice ? (
                    <StatusBadge tone="info" small>
                      {t('inventory.attorneyAdvice')}
                    </StatusBadge>
                  ) : null}
                  <div>{note.text}</div>
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
      <TextArea label={t('inventory.newNote')} value={text} onChange={setText} rows={3} maxLength={20_000} />
      <Checkbox
        label={t('inventory.attorneyAdvice')}
        hint={t('inventory.attorneyAdviceHint')}
        checked={attorneyAdvice}
        onChange={setAdvice}
      />
      <div className={classes['row']}>
        <Button
          busy={add.pending}
          disabledBecause={text.trim() === '' ? t('inventory.writeFirst') : undefined}
          onClick={() => void submit()}
        >
          {t('inventory.addNote')}
        </Button>
      </div>
      {add.error === null ? null : (
        <Note tone="restricted" live>
          {errorSentence(t, add.error)}
        </Note>
      )}
    </div>
  );
}
