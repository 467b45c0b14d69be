import { useState } from 'react';
import type { Organisation } from '../../../../src-shared/contract/programme.ts';
import { OperatingModel } from '../../../../src-shared/model/programme.ts';
import { errorSentence, useHostCommand } from '../../../host/index.ts';
import { Button, Note, TextArea, useText } from '../../../ui/index.ts';
import classes from '../programme.module.css';

const parts = ['decides', 'answers', 'risk'] as const;

/** Central, regional or hybrid, each with what follows from it, and what does not fit the one chosen yet. */
export function ModelView({ organisation }: { readonly organisation: Organisation }) {
  const t = useText();
  const save = useHostCommand('programme.saveSettings');
  const [note, setNote] = useState(organisation.modelNote);
  return (
    <div className={classes['stack']}>
      <p className="muted">{t('programme.model.title')}</p>
      <div className={classes['models']}>
        {OperatingModel.options.map((model) => {
          const chosen = organisation.model === model;
          return (
            <article
              key={model}
              className={classes['modelCard']}
              data-chosen={chosen ? '' : undefined}
              aria-label={t(`programme.model.${model}`)}
            >
              <div className={classes['headed']}>
                <h2>{t(`programme.model.${model}`)}</h2>
                <Button
                  size="small"
                  pressed={chosen}
                  busy={save.pending}
                  onClick={() => void save.run({ operatingModel: chosen ? null : model })}
                >
                  {t(chosen ? 'programme.model.chosen' : 'programme.model.take')}
                </Button>
              </div>
              <p>{t(`programme.model.${model}.short`)}</p>
              <dl>
                {parts.map((part) => (
                  <div key={part}>
                    <dt>{t(`programme.model.what.${part}`)}</dt>
                    <dd>{t(`programme.model.${model}.${part}`)}</dd>
                  </div>
                ))}
              </dl>
            </article>
          );
        })}
      </div>
      {save.error === null ? null : (
        <Note tone="restricted" live>
          {errorSentence(t, save.error)}
        </Note>
      )}
      <TextArea
        label={t('programme.model.note')}
        hint={t('programme.model.noteHint')}
        value={note}
        onChange={setNote}
        onCommit={(value) => {
          if (value.trim() !== organisation.modelNote) void save.run({ operatingNote: value });
        }}
        rows={3}
        maxLength={2000}
      />
    </div>
  );
}
