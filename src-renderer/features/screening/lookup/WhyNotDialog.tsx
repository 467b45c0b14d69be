import { useState } from 'react';
import type { EntryLine } from '../../../../src-shared/contract/lists.ts';
import type { LookUp } from '../../../../src-shared/contract/screening.ts';
import { QueryView, useHostQuery } from '../../../host/index.ts';
import { Button, Dialog, Note, TextField, useText } from '../../../ui/index.ts';
import { scoreWords } from '../words.ts';
import { HitFacts } from './HitFacts.tsx';
import classes from './lookup.module.css';

const SHOWN = 8;

interface WhyNotDialogProps {
  readonly named: LookUp['names'][number];
  readonly onClose: () => void;
}

/** Why an entry that somebody expected did not come up, or stands where it stands: choose the entry, read the comparison. */
export function WhyNotDialog({ named, onClose }: WhyNotDialogProps) {
  const t = useText();
  const [text, setText] = useState('');
  const [entry, setEntry] = useState<EntryLine | null>(null);
  const found = useHostQuery(
    'lists.entries',
    { list: null, text: text.trim(), limit: SHOWN },
    { enabled: entry === null && text.trim().length > 1, keepPrevious: true },
  );
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('screening.whyNot.title', { name: named.name })}
      width={720}
      footer={<Button onClick={onClose}>{t('common.close')}</Button>}
    >
      {entry === null ? (
        <>
          <TextField
            label={t('screening.whyNot.find')}
            hint={t('screening.whyNot.findHint')}
            value={text}
            onChange={setText}
            search
            autoFocus
            maxLength={200}
          />
          <ul className={classes['choices']}>
            {(text.trim().length > 1 ? (found.data?.rows ?? []) : []).map((row) => (
              <li key={`${row.list} ${row.id}`}>
                <button type="button" onClick={() => setEntry(row)}>
                  <bdi>{row.name}</bdi>
                  <small>{t.dynamic(`lists.title.${row.list}`, {}, row.list)}</small>
                </button>
              </li>
            ))}
          </ul>
          {found.data !== undefined && text.trim().length > 1 && found.data.rows.length === 0 ? (
            <p className="small muted">{t('screening.whyNot.noEntry')}</p>
          ) : null}
        </>
      ) : (
        <Explained named={named} entry={entry} onBack={() => setEntry(null)} />
      )}
    </Dialog>
  );
}

interface ExplainedProps extends Pick<WhyNotDialogProps, 'named'> {
  readonly entry: EntryLine;
  readonly onBack: () => void;
}

function Explained({ named, entry, onBack }: ExplainedProps) {
  const t = useText();
  const query = useHostQuery('screening.explain', {
    name: named.name,
    type: named.type,
    country: named.country,
    list: entry.list,
    entryId: entry.id,
  });
  return (
    <QueryView query={query} rows={4}>
      {(explained) => (
        <div className={classes['facts']}>
          <Note tone={explained.outcome === 'hit' ? 'review' : 'info'}>
            {t(`screening.whyNot.${explained.outcome}`, {
              entry: entry.name,
              score: explained.hit?.score ?? 0,
              review: explained.reviewAt,
            })}
          </Note>
          {explained.hit === null || explained.hit.pairs.length === 0 ? null : <HitFacts named={named.name} hit={explained.hit} />}
          {explained.names.length === 0 ? null : (
            <table className={classes['names']} aria-label={t('screening.whyNot.names')}>
              <thead>
                <tr>
                  <th scope="col">{t('screening.whyNot.names')}</th>
                  <th scope="col">{t('screening.name')}</th>
                </tr>
              </thead>
              <tbody>
                {explained.names.slice(0, SHOWN).map((name) => (
                  <tr key={name.text}>
                    <td>
                      <bdi>{name.text}</bdi>
                    </td>
                    <td>{scoreWords(name.nameScore)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          <Button kind="link" size="small" onClick={onBack}>
            {t('screening.whyNot.another')}
          </Button>
        </div>
      )}
    </QueryView>
  );
}
