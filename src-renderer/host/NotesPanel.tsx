import { useState } from 'react';
import type { NoteSubject } from '../../src-shared/contract/classification.ts';
import { formatInstant } from '../../src-shared/text/dates.ts';
import { Button, Checkbox, Note, StatusBadge, TextArea, useText } from '../ui/index.ts';
import { errorSentence } from './failure.ts';
import { useHostCommand, useHostQuery } from './hooks.ts';
import classes from './NotesPanel.module.css';
import { QueryView } from './QueryView.tsx';

/** Notes on a record, oldest first, and a field for the next. Advice of counsel is marked, since exports leave it out. */
export function NotesPanel({ about }: { readonly about: NoteSubject }) {
  const t = useText();
  const notes = useHostQuery('notes.list', { about });
  const settings = useHostQuery('settings.get', {});
  const add = useHostCommand('notes.add');
  const [text, setText] = useState('');
  const [attorneyAdvice, setAdvice] = useState(false);
  const author = settings.data?.workspace?.person.name || t('inventory.someone');
  const submit = async () => {
    if (text.trim() === '') return;
    const reply = await add.run({ about, text, attorneyAdvice, author });
    if (!reply.ok) return;
    setText('');
    setAdvice(false);
  };
  return (
    <div className={classes['form']}>
      <QueryView query={notes} rows={3}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="muted">{t('notes.none')}</p>
          ) : (
            <ul className={classes['list']}>
              {rows.map((note) => (
                <li key={note.id}>
                  <span className="caption muted">
                    {note.author}, {formatInstant(note.writtenAt, t.locale)}
                  </span>{' '}
                  {note.attorneyAdvice ? (
                    <StatusBadge tone="info" small>
                      {t('notes.attorneyAdvice')}
                    </StatusBadge>
                  ) : null}
                  <div>{note.text}</div>
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
      <TextArea label={t('notes.new')} value={text} onChange={setText} rows={3} maxLength={20_000} />
      <Checkbox label={t('notes.attorneyAdvice')} hint={t('notes.attorneyAdviceHint')} checked={attorneyAdvice} onChange={setAdvice} />
      <div className={classes['row']}>
        <Button busy={add.pending} disabledBecause={text.trim() === '' ? t('notes.writeFirst') : undefined} onClick={() => void submit()}>
          {t('notes.add')}
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
