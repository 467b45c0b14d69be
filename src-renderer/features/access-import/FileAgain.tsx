import { useState } from 'react';
import type { LogSession } from '../../../src-shared/contract/access-logs.ts';
import { callHost, errorSentence, useDroppedFile, useHostCommand } from '../../host/index.ts';
import { Button, Note, useText } from '../../ui/index.ts';

/** Asks for the file of a draft again: after a restart it is no longer at hand. Another file is refused. */
export function FileAgain({ session }: { readonly session: LogSession }) {
  const t = useText();
  const open = useHostCommand('accessLogs.open');
  const [failure, setFailure] = useState<string | null>(null);
  const give = async (handle: string) => {
    setFailure(null);
    const reply = await open.run({ id: session.id, handle });
    if (reply.ok) return;
    const isOther = reply.error.code === 'record.conflict';
    setFailure(isOther ? t('accessLogs.wizard.otherFile', { file: session.fileName }) : errorSentence(t, reply.error));
  };
  useDroppedFile((file) => void give(file.handle));
  const choose = async () => {
    const reply = await callHost('accessLogs.chooseFiles', { folder: false });
    const [file] = reply.ok ? reply.value : [];
    if (file !== undefined) await give(file.handle);
  };
  return (
    <Note tone={failure === null ? 'info' : 'restricted'} live>
      {failure ?? t('accessLogs.wizard.notAtHand')}{' '}
      <Button kind="link" onClick={() => void choose()} busy={open.pending}>
        {t('accessLogs.wizard.giveFile')}
      </Button>
    </Note>
  );
}
