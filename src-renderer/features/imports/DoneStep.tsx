import { IconArrowBackUp } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import { errorSentence, useHostCommand } from '../../host/index.ts';
import { Button, importClasses as classes, Note, StatusBadge, useText, useToast, VerdictLine, Wizard } from '../../ui/index.ts';
import { RejectedButton } from './CheckStep.tsx';
import type { StepProps } from './ImportWizard.tsx';
import { kindOf } from './words.ts';

const rooms: Readonly<Record<string, string>> = {
  model: '/models',
  dataset: '/models',
  chip: '/systems',
  computer: '/systems',
  people: '/people',
  parties: '/parties',
  training: '/programme/training',
  transfers: '/transfers',
};

/** Step seven: what was written, and the way back. */
export function DoneStep({ session, frame }: StepProps) {
  const t = useText();
  const toast = useToast();
  const navigate = useNavigate();
  const undo = useHostCommand('imports.undo');
  const outcomes = session.outcomes;
  const takeBack = async () => {
    if (session.batchId === null) return;
    const reply = await undo.run({ batchId: session.batchId });
    if (reply.ok) toast({ message: t('imports.ui.undone', { file: session.fileName }) });
  };
  return (
    <Wizard
      {...frame}
      current="done"
      heading={t('imports.ui.heading.done')}
      onLeave={() => navigate(`/import?kind=${kindOf(session)}`)}
      leaveLabel={t('imports.ui.another')}
      next={{ label: t('imports.ui.showRecords'), onClick: () => navigate(rooms[kindOf(session)] ?? '/software') }}
    >
      <div className={classes['stack']}>
        {undo.error === null ? null : (
          <Note tone="restricted" live>
            {errorSentence(t, undo.error)}
          </Note>
        )}
        {session.status === 'undone' ? (
          <Note tone="info">{t('imports.ui.takenBack')}</Note>
        ) : (
          <>
            <VerdictLine badge={<StatusBadge tone="clear">{t('imports.step.done')}</StatusBadge>}>
              {t('imports.ui.doneText', { new: outcomes?.new ?? 0, changed: outcomes?.changed ?? 0, file: session.fileName })}
            </VerdictLine>
            <div className={classes['apply']}>
              <Button icon={IconArrowBackUp} busy={undo.pending} onClick={() => void takeBack()}>
                {t('imports.ui.undo')}
              </Button>
              <RejectedButton sessionId={session.id} />
            </div>
          </>
        )}
      </div>
    </Wizard>
  );
}
