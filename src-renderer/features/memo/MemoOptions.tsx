import { IconFileDownload } from '@tabler/icons-react';
import type { MemoOptions, MemoParts, MemoPreview } from '../../../src-shared/contract/reports.ts';
import { formatInstant } from '../../../src-shared/text/dates.ts';
import { RedactionSelect, useHostQuery } from '../../host/index.ts';
import { Button, Checkbox, Note, PaperChoice, SheetOptions, useText } from '../../ui/index.ts';
import classes from './memo.module.css';

const partIds: readonly (keyof MemoParts)[] = ['facts', 'entries', 'questions', 'trace', 'remarks', 'attorneyAdvice', 'signatures'];
const hinted: ReadonlySet<keyof MemoParts> = new Set(['trace', 'attorneyAdvice', 'signatures']);

interface OptionsProps {
  readonly options: MemoOptions;
  readonly onChange: (options: MemoOptions) => void;
  readonly preview: MemoPreview | undefined;
  readonly onSaveData: () => void;
  readonly saving: boolean;
}

/** What goes into the memo, for whom, on which paper; what to know before printing; and what has left already. */
export function MemoOptionsPanel({ options, onChange, preview, onSaveData, saving }: OptionsProps) {
  const t = useText();
  const set = (change: Partial<MemoOptions>) => onChange({ ...options, ...change });
  return (
    <SheetOptions
      foot={
        <>
          <Button kind="link" icon={IconFileDownload} busy={saving} onClick={onSaveData}>
            {t('memo.saveData')}
          </Button>
          <p>{t('memo.recorded')}</p>
        </>
      }
    >
      <section>
        <h2>{t('memo.include')}</h2>
        <div className={classes['boxes']}>
          {partIds.map((part) => (
            <Checkbox
              key={part}
              label={t(`memo.part.${part}`)}
              {...(hinted.has(part) ? { hint: t.dynamic(`memo.part.${part}.hint`) } : {})}
              checked={options.parts[part]}
              onChange={(on) => set({ parts: { ...options.parts, [part]: on } })}
            />
          ))}
        </div>
      </section>
      <RedactionSelect value={options.redaction} onChange={(redaction) => set({ redaction })} />
      <section>
        <h2>{t('memo.paper')}</h2>
        <PaperChoice />
      </section>
      {preview === undefined || preview.notices.length === 0 ? null : (
        <div className={classes['notices']}>
          {preview.notices.map(({ code, count }) => (
            <Note key={code} tone={code === 'exercise' ? 'exercise' : 'review'}>
              {t(`report.notice.${code}`, { count })}
            </Note>
          ))}
        </div>
      )}
      {preview === undefined ? null : <EarlierExports assetId={preview.asset.id} />}
    </SheetOptions>
  );
}

/** What of this asset left the program before, with the hash to compare a copy by. */
function EarlierExports({ assetId }: { readonly assetId: MemoPreview['asset']['id'] }) {
  const t = useText();
  const { data } = useHostQuery('reports.exports', { assetId, limit: 5 });
  if (data === undefined || data.length === 0) return null;
  return (
    <section>
      <h2>{t('memo.earlier')}</h2>
      <ol className={classes['exports']}>
        {data.map((record) => (
          <li key={record.id}>
            <span>{t('memo.earlier.line', { number: record.number, format: t(`memo.format.${record.format}`) })}</span>
            <span className="muted">{t('memo.earlier.who', { at: formatInstant(record.at, t.locale), name: record.by })}</span>
            <code className="muted" title={record.sha256}>
              {record.sha256.slice(0, 16)}…
            </code>
          </li>
        ))}
      </ol>
    </section>
  );
}
