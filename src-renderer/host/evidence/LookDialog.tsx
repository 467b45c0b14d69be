import { useEffect, useRef, useState } from 'react';
import type { Evidence, EvidencePreview } from '../../../src-shared/contract/evidence.ts';
import { Dialog, LoadingState, Note, useText } from '../../ui/index.ts';
import { errorSentence } from '../failure.ts';
import { useHostCommand } from '../hooks.ts';
import classes from './evidence.module.css';

/** Shows what can be shown of a file. Opening it is looking, and is written down. */
export function LookDialog({ evidence, onClose }: { readonly evidence: Evidence; readonly onClose: () => void }) {
  const t = useText();
  const look = useHostCommand('evidence.look');
  const asked = useRef(false);
  const [preview, setPreview] = useState<EvidencePreview | null>(null);
  const { run, error } = look;
  useEffect(() => {
    // Once for each opening, or one look would be written down twice.
    if (asked.current) return;
    asked.current = true;
    void run({ id: evidence.id }).then((reply) => (reply.ok ? setPreview(reply.value) : undefined));
  }, [run, evidence.id]);
  return (
    <Dialog opened onClose={onClose} title={evidence.name} width={880}>
      {error !== null ? (
        <Note tone="restricted" live>
          {errorSentence(t, error)}
        </Note>
      ) : preview === null ? (
        <LoadingState rows={8} />
      ) : (
        <Preview preview={preview} name={evidence.name} />
      )}
    </Dialog>
  );
}

function Preview({ preview, name }: { readonly preview: EvidencePreview; readonly name: string }) {
  const t = useText();
  switch (preview.kind) {
    case 'text':
      return (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled by the keys */}
          <pre className={classes['text']} tabIndex={0}>
            {preview.text}
          </pre>
          {preview.cut ? <p className="caption muted">{t('evidence.look.cut')}</p> : null}
        </>
      );
    case 'image':
    case 'page':
      return (
        <figure className={classes['picture']}>
          <img src={preview.source} width={preview.width} height={preview.height} alt={t('evidence.look.alt', { name })} />
          <figcaption className="caption muted">
            {preview.kind === 'page'
              ? t('evidence.look.pages', { count: preview.pages })
              : t('evidence.look.size', { width: preview.width, height: preview.height })}
          </figcaption>
        </figure>
      );
    case 'none':
      return <Note tone="info">{t(`evidence.look.none.${preview.because}`)}</Note>;
  }
}
