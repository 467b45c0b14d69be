import { IconDownload, IconFolder, IconList, IconTrash } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import type { LogSession } from '../../../src-shared/contract/access-logs.ts';
import { formatDay } from '../../../src-shared/text/dates.ts';
import { callHost, errorSentence, QueryView, useDroppedFiles, useHostCommand, useHostQuery } from '../../host/index.ts';
import {
  Button,
  importClasses as classes,
  FileDrop,
  IconButton,
  Meaning,
  Note,
  Section,
  useGoOn,
  useText,
  useToast,
  Wizard,
} from '../../ui/index.ts';
import { logSteps } from './words.ts';

/** Before there is a draft: the files. */
export function StartScreen() {
  const t = useText();
  const toast = useToast();
  const navigate = useNavigate();
  const goOn = useGoOn();
  const sessions = useHostQuery('accessLogs.sessions', {});
  const start = useHostCommand('accessLogs.start');
  const [failure, setFailure] = useState<string | null>(null);

  const begin = async (handles: readonly string[]) => {
    if (start.pending || handles.length === 0) return;
    setFailure(null);
    const reply = await start.run({ handles: [...handles] });
    if (reply.ok) goOn(`/access/import/${reply.value.id}?step=file`);
    else setFailure(errorSentence(t, reply.error));
  };
  useDroppedFiles((handles) => void begin(handles));
  // Files that were let go on another screen of this room are brought along.
  const { state } = useLocation() as { readonly state: { readonly handles?: readonly string[] } | null };
  const brought = useRef(state?.handles ?? []);
  useEffect(() => {
    const handles = brought.current;
    brought.current = [];
    if (handles.length > 0) void begin(handles);
  });
  const choose = async (folder: boolean) => {
    const reply = await callHost('accessLogs.chooseFiles', { folder });
    if (reply.ok) await begin(reply.value.map((file) => file.handle));
    else setFailure(errorSentence(t, reply.error));
  };
  const saveTemplate = async () => {
    const reply = await callHost('accessLogs.template', {});
    if (!reply.ok) setFailure(errorSentence(t, reply.error));
    else if (reply.value !== null) toast({ message: t('imports.ui.templateSaved', { name: reply.value.name }) });
  };

  return (
    <Wizard
      title={t('accessLogs.wizard.title')}
      steps={logSteps.map((step) => ({
        id: step,
        title: t(`accessLogs.wizard.step.${step}`),
        state: 'todo' as const,
        ...(step === 'file' ? {} : { blockedBecause: t('accessLogs.wizard.heading.start') }),
      }))}
      current="file"
      onStep={() => undefined}
      heading={t('accessLogs.wizard.heading.start')}
      lead={t('accessLogs.wizard.lead.start')}
      onLeave={() => navigate(-1)}
      leaveLabel={t('common.cancel')}
      headingActions={
        <Button icon={IconList} onClick={() => void navigate('/access/imports')}>
          {t('accessLogs.wizard.openImports')}
        </Button>
      }
      next={{ label: t('accessLogs.wizard.next.choose'), onClick: () => void choose(false), busy: start.pending }}
      meaning={
        <>
          <Meaning title={t('accessLogs.wizard.meaning.privacy.title')}>{t('accessLogs.wizard.meaning.privacy')}</Meaning>
          <Meaning title={t('accessLogs.wizard.meaning.review.title')}>{t('accessLogs.wizard.meaning.review')}</Meaning>
        </>
      }
    >
      <div className={classes['stack']}>
        {failure === null ? null : (
          <Note tone="restricted" live>
            {failure}
          </Note>
        )}
        <FileDrop
          title={t('accessLogs.wizard.drop.title')}
          detail={t('accessLogs.wizard.drop.detail')}
          onBrowse={() => void choose(false)}
          browseLabel={t('accessLogs.wizard.next.choose')}
          busy={start.pending}
        />
        <div className={classes['apply']}>
          <Button icon={IconFolder} onClick={() => void choose(true)}>
            {t('accessLogs.wizard.chooseFolder')}
          </Button>
          <Button icon={IconDownload} onClick={() => void saveTemplate()}>
            {t('accessLogs.wizard.template')}
          </Button>
          <span className="caption muted">{t('accessLogs.wizard.folderDetail')}</span>
        </div>
        <QueryView query={sessions} rows={2}>
          {(all) => <Drafts sessions={all} />}
        </QueryView>
      </div>
    </Wizard>
  );
}

/** Imports that were left in the middle, and files that wait their turn. */
function Drafts({ sessions }: { readonly sessions: readonly LogSession[] }) {
  const t = useText();
  const toast = useToast();
  const discard = useHostCommand('accessLogs.discard');
  if (sessions.length === 0) return null;
  const remove = async (session: LogSession) => {
    const reply = await discard.run({ id: session.id });
    toast({ message: reply.ok ? t('accessLogs.wizard.discarded') : errorSentence(t, reply.error) });
  };
  return (
    <Section title={t('accessLogs.wizard.drafts')}>
      <ul className={classes['drafts']}>
        {sessions.map((session) => (
          <li key={session.id}>
            <a href={`#/access/import/${session.id}`}>
              {session.status === 'waiting'
                ? t('accessLogs.wizard.draftWaiting', { file: session.fileName })
                : t('accessLogs.wizard.draft', { file: session.fileName, at: formatDay(session.updatedAt, t.locale) })}
            </a>
            <IconButton
              icon={IconTrash}
              label={`${t('accessLogs.wizard.discard')}: ${session.fileName}`}
              onClick={() => void remove(session)}
            />
          </li>
        ))}
      </ul>
    </Section>
  );
}
