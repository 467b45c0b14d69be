import { useState } from 'react';
import type { AccessEvent, AccessFinding } from '../../../../src-shared/contract/access.ts';
import { EvidenceOf, useHostQuery } from '../../../host/index.ts';
import { Button, Section, useText } from '../../../ui/index.ts';
import { SourceLine } from '../events/SourceLine.tsx';
import { eventTime } from '../words.ts';
import classes from './finding.module.css';
import { rowWords, sourceFiles } from './sources.ts';

const SHOWN = 8;
/** Assets whose files are shown; those of more would bury the lines. */
const ASSETS = 5;

interface EvidenceTabProps {
  readonly finding: AccessFinding;
  readonly events: readonly AccessEvent[];
}

/** What the finding rests on: the lines of the logs as they stood in their files, and files kept with the asset. */
export function EvidenceTab({ finding, events }: EvidenceTabProps) {
  const t = useText();
  const [opened, setOpened] = useState<number | null>(null);
  const files = sourceFiles(events);
  return (
    <>
      <Section title={t('access.evidence.files')} aside={t('access.evidence.filesAside', { count: files.length })}>
        {files.length === 0 ? <p className="small muted">{t('access.evidence.noRows')}</p> : null}
        <ul className={classes['files']}>
          {files.map((file) => (
            <li key={file.key}>
              <span className="medium">{file.fileName}</span>
              <span className="caption muted">
                {file.sheet === null
                  ? rowWords(t, file.rows)
                  : t('access.evidence.sheetRows', { sheet: file.sheet, rows: rowWords(t, file.rows) })}
              </span>
            </li>
          ))}
        </ul>
      </Section>
      {events.length === 0 ? null : (
        <Section title={t('access.evidence.lines')} aside={t('access.evidence.linesAside')}>
          <ul className={classes['files']}>
            {events.slice(0, SHOWN).map((event) => (
              <li key={event.id}>
                <Button
                  kind="link"
                  size="small"
                  expanded={opened === event.id}
                  onClick={() => setOpened(opened === event.id ? null : event.id)}
                >
                  {t('access.evidence.row', { at: eventTime(t, event.at), action: event.action, row: event.row })}
                </Button>
                {opened === event.id ? <SourceLine eventId={event.id} /> : null}
              </li>
            ))}
          </ul>
          {finding.events > SHOWN ? (
            <p className="caption">
              <a href={`#/access/events?finding=${finding.id}`}>{t('access.finding.allEvents', { count: finding.events })}</a>
            </p>
          ) : null}
        </Section>
      )}
      <Section title={t('access.evidence.finding')}>
        <EvidenceOf record={{ kind: 'accessFinding', id: finding.id }} />
      </Section>
      {finding.assets.slice(0, ASSETS).map((asset) => (
        <AssetFiles key={asset.id} assetId={asset.id} name={asset.name} />
      ))}
    </>
  );
}

/** Files kept with the asset, since they often hold what an answer rests on: a letter, a screenshot of a repository's setting. */
function AssetFiles({ assetId, name }: { readonly assetId: string; readonly name: string }) {
  const t = useText();
  const files = useHostQuery('evidence.list', { record: { kind: 'asset', id: assetId } });
  return (
    <Section title={t('access.evidence.asset', { name })}>
      {(files.data ?? []).length === 0 ? <p className="small muted">{t('access.evidence.noFiles')}</p> : null}
      <ul className={classes['files']}>
        {(files.data ?? []).map((file) => (
          <li key={file.id}>
            <span>{file.name}</span>
            <span className="caption muted">{file.note}</span>
          </li>
        ))}
      </ul>
      <p className="caption">
        <a href={`#/assets/${assetId}?tab=evidence`}>{t('access.evidence.attach')}</a>
      </p>
    </Section>
  );
}
