import { IconDownload } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { ProblemGroup, RowCounts } from '../../../src-shared/contract/imports.ts';
import { callHost, errorSentence, QueryView, useHostCommand, useHostQuery } from '../../host/index.ts';
import { Button, EmptyState, Note, StackedBar, StatusText, ToneIcon, useText, useToast, Wizard } from '../../ui/index.ts';
import type { StepProps } from './ImportWizard.tsx';
import classes from './imports.module.css';
import { JobProgress } from './JobProgress.tsx';
import { ProblemPanel } from './ProblemPanel.tsx';
import { useLastJob } from './use-last-job.ts';
import { sentence } from './words.ts';

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
          <Counts counts={counts} />
          <QueryView query={problems}>
            {() =>
              chosen === undefined ? (
                <EmptyState title={t('imports.ui.allClear')}>{t('imports.ui.lead.review')}</EmptyState>
              ) : (
                <div className={classes['check']}>
                  <GroupList groups={groups} active={chosen.id} onActive={setActive} />
                  <ProblemPanel key={chosen.id} session={session} group={chosen} />
                </div>
              )
            }
          </QueryView>
        </>
      )}
    </Wizard>
  );
}

function Counts({ counts }: { readonly counts: RowCounts }) {
  const t = useText();
  return (
    <div className={classes['counts']}>
      <StackedBar
        legend={false}
        height={8}
        shares={[
          { id: 'ready', label: t('imports.ui.ready', { count: counts.ready }), value: counts.ready, tone: 'clear' },
          { id: 'blocked', label: t('imports.ui.blocked', { count: counts.blocked }), value: counts.blocked, tone: 'restricted' },
          { id: 'skipped', label: t('imports.ui.skipped', { count: counts.skipped }), value: counts.skipped, tone: 'unassessed' },
        ]}
      />
      <StatusText tone="clear">{t('imports.ui.ready', { count: counts.ready })}</StatusText>
      <StatusText tone="restricted">{t('imports.ui.blocked', { count: counts.blocked })}</StatusText>
      <StatusText tone="unassessed">{t('imports.ui.skipped', { count: counts.skipped })}</StatusText>
    </div>
  );
}

const severities = [
  { severity: 'error', title: 'imports.ui.mustAnswer', word: 'imports.ui.blocks', tone: 'restricted' },
  { severity: 'warning', title: 'imports.ui.worthALook', word: 'imports.ui.warns', tone: 'review' },
  { severity: 'settled', title: 'imports.ui.dealtWith', word: 'imports.ui.settled', tone: 'clear' },
] as const;

interface GroupListProps {
  readonly groups: readonly ProblemGroup[];
  readonly active: string;
  readonly onActive: (id: string) => void;
}

function GroupList({ groups, active, onActive }: GroupListProps) {
  const t = useText();
  return (
    <nav className={classes['groups']} aria-label={t('imports.ui.problems')}>
      {severities.map(({ severity, title, word, tone }) => {
        const members = groups.filter((group) => group.severity === severity);
        return members.length === 0 ? null : (
          <section key={severity}>
            <h2>{t(title)}</h2>
            {members.map((group) => (
              <button
                key={group.id}
                type="button"
                aria-current={group.id === active ? 'true' : undefined}
                onClick={() => onActive(group.id)}
              >
                <ToneIcon tone={tone} />
                <span>{sentence(t, group.said)}</span>
                <span className="caption muted">{t(word)}</span>
              </button>
            ))}
          </section>
        );
      })}
    </nav>
  );
}

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
