import { IconDownload } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { callHost, errorSentence, JobProgress, QueryView, sentence, useHostCommand, useHostQuery, useLastJob } from '../../host/index.ts';
import { Button, importClasses as classes, EmptyState, Note, ProblemList, RowShares, useText, useToast, Wizard } from '../../ui/index.ts';
import type { StepProps } from './ImportWizard.tsx';
import { ProblemPanel } from './ProblemPanel.tsx';

/** Step five: what stops the import, grouped by what fixes it. */
export function CheckStep({ session, frame, go }: StepProps) {
  const t = useText();
  const check = useHostCommand('imports.check');
  const job = useLastJob(session);
  const problems = useHostQuery('imports.problems', { id: session.id }, { keepPrevious: true, enabled: session.counts !== null });
  const asked = useRef(-1);
  const [active, setActive] = useState<string | null>(null);
  const { id, revision, counts } = session;
  const idle = session.job === null;
  const { run } = check;
  useEffect(() => {
    // Whenever an answer changed, the rows are read again; once per revision.
    if (counts !== null || !idle || asked.current === revision) return;
    asked.current = revision;
    void run({ id, revision });
  }, [counts, idle, run, id, revision]);

  const groups = problems.data?.groups ?? [];
  const open = groups.filter((group) => group.severity === 'error').length;
  const chosen = groups.find((group) => group.id === active) ?? groups[0];
  const listed = severities.map(({ severity, title, word, tone }) => ({
    id: severity,
    title: t(title),
    word: t(word),
    tone,
    problems: groups.filter((group) => group.severity === severity).map((group) => ({ id: group.id, said: sentence(t, group.said) })),
  }));
  return (
    <Wizard
      {...frame}
      current="check"
      heading={counts === null ? t('imports.ui.checking') : t('imports.ui.checkTitle', { open, ready: counts.ready })}
      lead={t('imports.ui.lead.check')}
      headingActions={<RejectedButton sessionId={id} />}
      fill
      footNote={counts !== null && open > 0 ? t('imports.ui.fixesLeft', { count: open }) : undefined}
      next={{
        label: t('imports.step.review'),
        onClick: () => go('review'),
        disabledBecause: counts === null ? t('imports.ui.checking') : open > 0 ? t('imports.ui.fixesLeft', { count: open }) : undefined,
      }}
    >
      {check.error === null ? null : (
        <Note tone="restricted" live>
          {errorSentence(t, check.error)}
        </Note>
      )}
      {counts === null ? (
        <div className={classes['padded']}>
          {idle && (job?.state === 'failed' || job?.state === 'cancelled') ? (
            <Note tone="restricted" live>
              {job.error === undefined ? t('imports.ui.stopped') : errorSentence(t, job.error)}{' '}
              <Button kind="link" onClick={() => void run({ id, revision })}>
                {t('imports.ui.checkAgain')}
              </Button>
            </Note>
          ) : (
            <JobProgress session={session} job={job} label={t('imports.ui.checking')} />
          )}
        </div>
      ) : (
        <>
          <RowShares
            shares={[
              { id: 'ready', label: t('imports.ui.ready', { count: counts.ready }), value: counts.ready, tone: 'clear' },
              { id: 'blocked', label: t('imports.ui.blocked', { count: counts.blocked }), value: counts.blocked, tone: 'restricted' },
              { id: 'skipped', label: t('imports.ui.skipped', { count: counts.skipped }), value: counts.skipped, tone: 'unassessed' },
            ]}
          />
          <QueryView query={problems}>
            {() =>
              chosen === undefined ? (
                <EmptyState title={t('imports.ui.allClear')}>{t('imports.ui.lead.review')}</EmptyState>
              ) : (
                <ProblemList groups={listed} active={chosen.id} onActive={setActive}>
                  <ProblemPanel key={chosen.id} session={session} group={chosen} />
                </ProblemList>
              )
            }
          </QueryView>
        </>
      )}
    </Wizard>
  );
}

const severities = [
  { severity: 'error', title: 'imports.ui.mustAnswer', word: 'imports.ui.blocks', tone: 'restricted' },
  { severity: 'warning', title: 'imports.ui.worthALook', word: 'imports.ui.warns', tone: 'review' },
  { severity: 'settled', title: 'imports.ui.dealtWith', word: 'imports.ui.settled', tone: 'clear' },
] as const;

/** Writes the rows that would be left out, with their reasons. */
export function RejectedButton({ sessionId }: { readonly sessionId: string }) {
  const t = useText();
  const toast = useToast();
  const save = async () => {
    const reply = await callHost('imports.rejectedRows', { id: sessionId, as: 'xlsx' });
    if (!reply.ok) toast({ message: errorSentence(t, reply.error) });
    else if (reply.value !== null)
      toast({ message: `${t('imports.ui.rejectedSaved', { name: reply.value.name })}. ${t('imports.ui.rejectedHint')}` });
  };
  return (
    <Button icon={IconDownload} onClick={() => void save()}>
      {t('imports.ui.rejected')}
    </Button>
  );
}
