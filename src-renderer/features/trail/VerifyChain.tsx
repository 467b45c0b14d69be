import { IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { callHost, errorSentence, type OutputOf, useRunningJob } from '../../host/index.ts';
import { Button, Note, Progress, useText } from '../../ui/index.ts';
import classes from './trail.module.css';

type Verdict = OutputOf<'journal.verify'>;

/** Checks the whole chain when asked, counting entries, and says what it found. */
export function useVerifyChain() {
  const t = useText();
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const job = useRunningJob('journal.verify');
  const verify = async () => {
    setBusy(true);
    setVerdict(null);
    const reply = await callHost('journal.verify', {});
    setBusy(false);
    setVerdict(reply.ok ? reply.value : null);
    setProblem(reply.ok || reply.error.code === 'cancelled' ? null : errorSentence(t, reply.error));
  };
  const button = (
    <Button icon={IconShieldCheck} busy={busy} onClick={() => void verify()}>
      {t('history.verify')}
    </Button>
  );
  const standing =
    busy && job !== null ? (
      <div className={classes['bar']}>
        <Progress
          label={t('job.journal.verify')}
          done={job.done}
          total={job.total}
          onCancel={() => void callHost('jobs.cancel', { id: job.jobId })}
        />
      </div>
    ) : problem !== null ? (
      <div className={classes['bar']}>
        <Note tone="restricted" live>
          {problem}
        </Note>
      </div>
    ) : verdict === null ? null : (
      <div className={classes['bar']}>
        <Note tone={verdict.intact ? 'clear' : 'restricted'} live>
          {verdict.broken === null
            ? t('history.intact', { count: verdict.entries, head: verdict.head.slice(0, 12) })
            : t('history.broken', { seq: verdict.broken.seq, reason: verdict.broken.reason })}
        </Note>
      </div>
    );
  return { button, standing };
}
