import { IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { EvidenceVerdict } from '../../../src-shared/contract/evidence.ts';
import { formatBytes } from '../../../src-shared/text/numbers.ts';
import { callHost, errorSentence, useHostCommand, useRunningJob } from '../../host/index.ts';
import { Button, Note, type ProductText, Progress, useText } from '../../ui/index.ts';
import classes from './trail.module.css';

/** Compares every file with its hash when asked, counting files, and says what it found. */
export function useCheckFiles() {
  const t = useText();
  const [verdict, setVerdict] = useState<EvidenceVerdict | null>(null);
  const check = useHostCommand('evidence.verify');
  const job = useRunningJob('evidence.verify');
  const run = async () => {
    setVerdict(null);
    const reply = await check.run({});
    if (reply.ok) setVerdict(reply.value);
  };
  const button = (
    <Button icon={IconShieldCheck} busy={check.pending} onClick={() => void run()}>
      {t('evidence.all.check')}
    </Button>
  );
  const failure = check.error === null || check.error.code === 'cancelled' ? null : check.error;
  const body =
    check.pending && job !== null ? (
      <Progress
        label={t('job.evidence.verify')}
        done={job.done}
        total={job.total}
        onCancel={() => void callHost('jobs.cancel', { id: job.jobId })}
      />
    ) : failure !== null ? (
      <Note tone="restricted" live>
        {errorSentence(t, failure)}
      </Note>
    ) : verdict === null ? null : (
      <Note tone={verdict.damagedCount > 0 ? 'restricted' : verdict.files === 0 ? 'info' : 'clear'} live>
        {wordsOf(t, verdict)}
      </Note>
    );
  return { button, standing: body === null ? null : <div className={classes['bar']}>{body}</div> };
}

/** Damaged pieces that are named in one sentence. */
const named = 5;

function wordsOf(t: ProductText, { files, bytes, damaged, damagedCount }: EvidenceVerdict): string {
  if (damagedCount > 0) {
    const names = damaged.slice(0, named).map(({ name, title }) => (title === null ? name : `${name} (${title})`));
    return t('evidence.all.damaged', { count: damagedCount, names: `${names.join('; ')}${damagedCount > named ? ' …' : ''}` });
  }
  return files === 0 ? t('evidence.all.noFiles') : t('evidence.all.intact', { count: files, size: formatBytes(bytes, t.locale) });
}
