import { IconArrowBackUp, IconFiles } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { errorSentence, JobProgress, useHostCommand, useHostQuery, useJob } from '../../host/index.ts';
import { Button, importClasses as classes, Note, StatusBadge, useText, useToast, VerdictLine, Wizard } from '../../ui/index.ts';
import { RejectedMenu } from './RejectedMenu.tsx';
import type { StepProps } from './step-props.ts';

/** Step eight: what came in, what happens now, the next file, and the way back. */
export function DoneStep({ session, frame }: StepProps) {
  const t = useText();
  const toast = useToast();
  const navigate = useNavigate();
  const undo = useHostCommand('accessLogs.undoImport');
  const { written, queue } = session;
  const importId = written?.importId ?? null;
  const takeBack = async () => {
    if (importId === null) return;
    const reply = await undo.run({ importId });
    if (reply.ok) toast({ message: t('accessLogs.wizard.done.undone', { file: session.fileName }) });
  };
  const next = queue.nextId;
  return (
    <Wizard
      {...frame}
      current="done"
      heading={t('accessLogs.wizard.heading.done')}
      leaveLabel={t('accessLogs.wizard.done.another')}
      next={
        next === null || session.status === 'undone'
          ? { label: t('accessLogs.wizard.done.findings'), onClick: () => navigate('/access/findings') }
          : {
              label: t('accessLogs.wizard.done.nextFile', { position: Math.min(queue.of, queue.position + 1), of: queue.of }),
              onClick: () => navigate(`/access/import/${next}?step=file`),
            }
      }
    >
      <div className={classes['stack']}>
        {undo.error === null ? null : (
          <Note tone="restricted" live>
            {errorSentence(t, undo.error)}
          </Note>
        )}
        {session.status === 'undone' ? (
          <Note tone="info">{t('accessLogs.wizard.done.takenBack')}</Note>
        ) : (
          <>
            <VerdictLine badge={<StatusBadge tone="clear">{t('accessLogs.wizard.step.done')}</StatusBadge>}>
              {t('accessLogs.wizard.done.text', {
                events: written?.new ?? 0,
                alreadyThere: written?.alreadyThere ?? 0,
                file: session.fileName,
              })}
            </VerdictLine>
            <p>{t('accessLogs.wizard.done.audit')}</p>
            {queue.of > 1 ? <OthersAlike session={session} /> : null}
            <div className={classes['apply']}>
              <Button icon={IconArrowBackUp} busy={undo.pending} onClick={() => void takeBack()}>
                {t('accessLogs.wizard.done.undo')}
              </Button>
              {importId === null || written?.rejected === 0 ? null : <RejectedMenu of={{ importId }} />}
            </div>
          </>
        )}
      </div>
    </Wizard>
  );
}

/** The other files of the queue, brought in with the same answers in one go. */
function OthersAlike({ session }: Pick<StepProps, 'session'>) {
  const t = useText();
  const start = useHostCommand('accessLogs.importAlike');
  const review = useHostQuery('accessLogs.review', { id: session.id });
  const [jobId, setJobId] = useState<string | null>(null);
  const [before, setBefore] = useState(0);
  const job = useJob(jobId);
  const waiting = review.data?.alike ?? 0;
  const running = jobId !== null && (job === null || job.state === 'running');
  const begin = async () => {
    setBefore(waiting);
    const reply = await start.run({ id: session.id });
    if (reply.ok) setJobId(reply.value.jobId);
  };
  if (running)
    return (
      <JobProgress session={{ job: { jobId: jobId ?? '' } }} job={job} label={t('accessLogs.wizard.done.importAlike')} total={before} />
    );
  if (job !== null)
    return (
      <Note tone="info" live>
        {t('accessLogs.wizard.done.alikeEnded', { imported: Math.max(0, before - waiting), left: waiting })}
      </Note>
    );
  if (waiting === 0) return null;
  return (
    <>
      {start.error === null ? null : (
        <Note tone="restricted" live>
          {errorSentence(t, start.error)}
        </Note>
      )}
      <Note tone="quiet">{t('accessLogs.wizard.done.alike', { count: waiting })}</Note>
      <div className={classes['apply']}>
        <Button icon={IconFiles} busy={start.pending} onClick={() => void begin()}>
          {t('accessLogs.wizard.done.importAlike')}
        </Button>
      </div>
    </>
  );
}
