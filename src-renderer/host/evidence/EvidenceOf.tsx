import { IconFileText, IconLink, IconNote, IconPaperclip } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { type Evidence, maxDroppedFiles, maxEvidenceBytes } from '../../../src-shared/contract/evidence.ts';
import type { RecordRef } from '../../../src-shared/model/record-ref.ts';
import { formatDay } from '../../../src-shared/text/dates.ts';
import { formatBytes } from '../../../src-shared/text/numbers.ts';
import { Button, historyHref, Icon, Note, type SelectOption, StatusBadge, useFileOverWindow, useText, useToast } from '../../ui/index.ts';
import { errorSentence } from '../failure.ts';
import { useHostCommand, useHostQuery } from '../hooks.ts';
import { QueryView } from '../QueryView.tsx';
import { AddLinkDialog, AddNoteDialog } from './AddDialogs.tsx';
import { EvidenceDialog } from './EvidenceDialog.tsx';
import classes from './evidence.module.css';
import { type DropProblem, useDropOn } from './use-drop.ts';

interface EvidenceOfProps {
  readonly record: RecordRef;
  /** Parts of the record that a piece may prove, as the facts of an asset. */
  readonly parts?: readonly SelectOption[];
}

const kindIcons = { file: IconFileText, link: IconLink, note: IconNote } as const;

/**
 * What is kept with a record because it proves something: files, links and notes, with who attached each and when. Files may be chosen or let go here.
 */
export function EvidenceOf({ record, parts = [] }: EvidenceOfProps) {
  const t = useText();
  const toast = useToast();
  const [opened, setOpened] = useState<Evidence | null>(null);
  const [adding, setAdding] = useState<'link' | 'note' | null>(null);
  const list = useHostQuery('evidence.list', { record });
  const attach = useHostCommand('evidence.attach');
  const panel = useRef<HTMLDivElement>(null);
  const [problem, setProblem] = useState<DropProblem | null>(null);
  const [params] = useSearchParams();
  const wanted = params.get('at') === 'evidence';
  const there = list.data !== undefined;
  // On a long page it may lie far below what is seen first. Nearest: whatever lies around the part that scrolls stays where it is.
  useEffect(() => {
    if (wanted && there) panel.current?.scrollIntoView({ block: 'nearest' });
  }, [wanted, there]);
  const over = useFileOverWindow();
  const attachFiles = async (handles?: readonly string[]) => {
    setProblem(null);
    const reply = await attach.run({ record, ...(handles === undefined ? {} : { handles: [...handles] }) });
    if (!reply.ok) return;
    toast({ message: t('evidence.attached', { count: reply.value.length }) });
    const [only] = reply.value;
    if (reply.value.length === 1 && only !== undefined) setOpened(only);
  };
  useDropOn(panel, { onFiles: (handles) => void attachFiles(handles), onProblem: setProblem });
  const buttons = (
    <div className={classes['row']}>
      <Button icon={IconPaperclip} busy={attach.pending} onClick={() => void attachFiles()}>
        {t('evidence.attach')}
      </Button>
      <Button icon={IconLink} onClick={() => setAdding('link')}>
        {t('evidence.addLink')}
      </Button>
      <Button icon={IconNote} onClick={() => setAdding('note')}>
        {t('evidence.addNote')}
      </Button>
    </div>
  );
  return (
    <div className={classes['panel']} ref={panel} data-over={over ? '' : undefined}>
      {over ? <p className={classes['drop']}>{t('evidence.drop')}</p> : null}
      {problem === null ? null : (
        <Note tone="restricted" live>
          {t(`evidence.drop.${problem}`, { limit: maxDroppedFiles })}
        </Note>
      )}
      {attach.error === null || attach.error.code === 'cancelled' ? null : (
        <Note tone="restricted" live>
          {errorSentence(t, attach.error)}
        </Note>
      )}
      <QueryView query={list} rows={3}>
        {(rows) =>
          rows.length === 0 ? (
            <>
              {buttons}
              <p className={`${classes['words']} small muted`}>
                {t('evidence.empty')} {t('evidence.emptyText', { limit: maxEvidenceBytes / 1024 / 1024 })} {t('evidence.dropHint')}
              </p>
            </>
          ) : (
            <>
              {buttons}
              <ul className={classes['list']} aria-label={t('evidence.tab')}>
                {rows.map((one) => (
                  <EvidenceRow key={one.id} evidence={one} parts={parts} onOpen={() => setOpened(one)} />
                ))}
              </ul>
            </>
          )
        }
      </QueryView>
      <a className={`${classes['history']} small`} href={`#${historyHref(record)}`}>
        {t('evidence.history')}
      </a>
      {opened === null ? null : <EvidenceDialog evidence={opened} parts={parts} onClose={() => setOpened(null)} />}
      {adding === 'link' ? <AddLinkDialog record={record} onClose={() => setAdding(null)} /> : null}
      {adding === 'note' ? <AddNoteDialog record={record} onClose={() => setAdding(null)} /> : null}
    </div>
  );
}

interface EvidenceRowProps {
  readonly evidence: Evidence;
  readonly parts: readonly SelectOption[];
  readonly onOpen: () => void;
}

function EvidenceRow({ evidence, parts, onOpen }: EvidenceRowProps) {
  const t = useText();
  const proves = parts.find(({ value }) => value === evidence.part)?.label ?? evidence.part ?? undefined;
  return (
    <li className={classes['item']}>
      <Icon of={kindIcons[evidence.kind]} />
      <div className={classes['head']}>
        <Button kind="link" hasPopup="dialog" onClick={onOpen}>
          {evidence.name}
        </Button>
        <span className="visually-hidden">{t(`evidence.kind.${evidence.kind}`)}</span>
        {evidence.attorneyAdvice ? (
          <StatusBadge tone="info" small>
            {t('notes.attorneyAdvice')}
          </StatusBadge>
        ) : null}
      </div>
      {evidence.address === '' ? null : <p className={`${classes['words']} small`}>{evidence.address}</p>}
      {evidence.note === '' ? null : <p className={`${classes['words']} small`}>{evidence.note}</p>}
      <div className={`${classes['about']} caption muted`}>
        {proves === undefined ? null : <span>{t('evidence.provesWhat', { what: proves })}</span>}
        <span>
          {t('evidence.addedBy', {
            name: evidence.addedBy || t('inventory.someone'),
            day: formatDay(evidence.addedAt.slice(0, 10), t.locale),
          })}
        </span>
        {evidence.sha256 === null ? null : (
          <>
            <span>{formatBytes(evidence.sizeBytes, t.locale)}</span>
            <span title={evidence.sha256}>
              {t('evidence.hash')} <code>{`${evidence.sha256.slice(0, 12)}…`}</code>
            </span>
          </>
        )}
      </div>
    </li>
  );
}
