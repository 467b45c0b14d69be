import type { LogSession } from '../../../src-shared/contract/access-logs.ts';
import { errorSentence, JobProgress } from '../../host/index.ts';
import { Button, importClasses as classes, Note, useText } from '../../ui/index.ts';
import { FileAgain } from './FileAgain.tsx';
import type { useCheck } from './use-check.ts';

interface CheckProgressProps {
  readonly session: LogSession;
  readonly reading: ReturnType<typeof useCheck>;
  readonly label: string;
}

/** How far reading the whole file is, with a way to stop it; once stopped, a way to go on. */
export function CheckProgress({ session, reading: { check, job, stopped }, label }: CheckProgressProps) {
  const t = useText();
  const failure = check.error ?? job?.error ?? null;
  return (
    <div className={classes['padded']}>
      {session.fileAtHand ? null : <FileAgain session={session} />}
      {!session.fileAtHand ? null : stopped ? (
        <Note tone="restricted" live>
          {failure === null || failure.code === 'cancelled' ? t('accessLogs.wizard.checkStopped') : errorSentence(t, failure)}{' '}
          <Button kind="link" onClick={() => void check.run({ id: session.id })}>
            {t('accessLogs.wizard.checkAgain')}
          </Button>
        </Note>
      ) : (
        <JobProgress session={session} job={job} label={label} total={session.bytes} />
      )}
    </div>
  );
}
