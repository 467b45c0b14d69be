import { IconArrowsExchange, IconBrain, IconDownload, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { ImportSession } from '../../../src-shared/contract/imports.ts';
import { formatDay } from '../../../src-shared/text/dates.ts';
import { callHost, errorSentence, QueryView, useDroppedFile, useHostCommand, useHostQuery } from '../../host/index.ts';
import {
  Button,
  importClasses as classes,
  FileDrop,
  IconButton,
  Meaning,
  Note,
  Section,
  Select,
  useGoOn,
  useText,
  useToast,
  Wizard,
} from '../../ui/index.ts';
import { importSteps, kindOf, targetOf } from './words.ts';

/** Before there is a session: what the rows are, and the file. */
export function StartScreen() {
  const t = useText();
  const toast = useToast();
  const navigate = useNavigate();
  const goOn = useGoOn();
  const [search, setSearch] = useSearchParams();
  const kind = search.get('kind') ?? 'model';
  const targets = useHostQuery('imports.targets', {});
  const sessions = useHostQuery('imports.sessions', {});
  const start = useHostCommand('imports.start');
  const [failure, setFailure] = useState<string | null>(null);
  const options = (targets.data ?? []).map((one) => ({ value: kindOf(one), label: one.label }));
  const into = targetOf(kind);
  const label = options.find((option) => option.value === kind)?.label ?? kind;

  const begin = async (handle: string) => {
    if (start.pending) return;
    setFailure(null);
    const reply = await start.run({ ...into, handle });
    if (reply.ok) goOn(`/import/${reply.value.id}?step=table`);
    else setFailure(errorSentence(t, reply.error));
  };
  useDroppedFile((file) => void begin(file.handle));

  const browse = async () => {
    const reply = await callHost('imports.chooseFile', { purpose: 'table' });
    const [file] = reply.ok ? reply.value : [];
    if (file !== undefined) await begin(file.handle);
    if (!reply.ok) setFailure(errorSentence(t, reply.error));
  };
  const saveTemplate = async () => {
    const reply = await callHost('imports.template', into);
    if (!reply.ok) setFailure(errorSentence(t, reply.error));
    else if (reply.value !== null) toast({ message: t('imports.ui.templateSaved', { name: reply.value.name }) });
  };

  return (
    <Wizard
      title={t('imports.ui.title', { kind: t.dynamic(`imports.kind.${kind}`, {}, label) })}
      steps={importSteps.map((step) => ({
        id: step,
        title: t(`imports.step.${step}`),
        state: 'todo' as const,
        ...(step === 'file' ? {} : { blockedBecause: t('imports.ui.heading.file') }),
      }))}
      current="file"
      onStep={() => undefined}
      heading={t('imports.ui.heading.file')}
      lead={t('imports.ui.lead.file')}
      onLeave={() => navigate(-1)}
      leaveLabel={t('common.cancel')}
      next={{ label: t('imports.ui.next.start'), onClick: () => void browse(), busy: start.pending }}
      meaning={
        <>
          <Meaning title={t('imports.ui.meaning.review.title')}>{t('imports.ui.meaning.review')}</Meaning>
          <Meaning title={t('imports.ui.meaning.values.title')}>{t('imports.ui.meaning.values')}</Meaning>
        </>
      }
    >
      <div className={classes['stack']}>
        <div className={classes['kindRow']}>
          <Select label={t('imports.ui.kind')} options={options} value={kind} onChange={(value) => setSearch({ kind: value })} />
          {kind === 'model' ? (
            <Button icon={IconBrain} onClick={() => void navigate('/import/model-files')}>
              {t('imports.files.open')}
            </Button>
          ) : null}
          <Button icon={IconArrowsExchange} onClick={() => void navigate('/import/exchange')}>
            {t('exchange.title')}
          </Button>
          <Button icon={IconDownload} onClick={() => void saveTemplate()}>
            {t('imports.ui.template')}
          </Button>
        </div>
        {failure === null ? null : (
          <Note tone="restricted" live>
            {failure}
          </Note>
        )}
        <FileDrop
          title={t('imports.ui.dropTitle')}
          detail={t('imports.ui.dropDetail')}
          onBrowse={() => void browse()}
          busy={start.pending}
        />
        <QueryView query={sessions} rows={2}>
          {(all) => (
            <Drafts
              sessions={all.filter((session) => session.status === 'open')}
              labelOf={(one) => options.find((option) => option.value === kindOf(one))?.label ?? kindOf(one)}
            />
          )}
        </QueryView>
      </div>
    </Wizard>
  );
}

interface DraftsProps {
  readonly sessions: readonly ImportSession[];
  readonly labelOf: (session: ImportSession) => string;
}

/** Imports that were left in the middle. */
function Drafts({ sessions, labelOf }: DraftsProps) {
  const t = useText();
  const toast = useToast();
  const discard = useHostCommand('imports.discard');
  if (sessions.length === 0) return null;
  const remove = async (session: ImportSession) => {
    const reply = await discard.run({ id: session.id, revision: session.revision });
    toast({ message: reply.ok ? t('imports.ui.discarded') : errorSentence(t, reply.error) });
  };
  return (
    <Section title={t('imports.ui.resume')}>
      <ul className={classes['drafts']}>
        {sessions.map((session) => (
          <li key={session.id}>
            <a href={`#/import/${session.id}?step=${session.step}`}>
              {t('imports.ui.resumeOne', { file: session.fileName, kind: labelOf(session), at: formatDay(session.createdAt, t.locale) })}
            </a>
            <IconButton icon={IconTrash} label={`${t('imports.ui.discard')}: ${session.fileName}`} onClick={() => void remove(session)} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
