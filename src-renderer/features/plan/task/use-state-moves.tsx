import { type ReactNode, useCallback, useState } from 'react';
import type { PlanView } from '../../../../src-shared/contract/plan.ts';
import type { TaskState } from '../../../../src-shared/model/plan.ts';
import { FormDialog } from '../../../host/index.ts';
import { TextField, useText } from '../../../ui/index.ts';
import { usePlanActions } from '../plan-data.ts';
import { CloseDialog } from './CloseDialog.tsx';

/**
 * Changing the state of a task, wherever it is done: waiting asks what for, done asks for evidence, and a closed task that
 * moves anywhere else is opened again.
 */
export function useStateMoves(plan: PlanView): {
  readonly move: (id: string, to: TaskState) => void;
  readonly said: string;
  readonly dialog: ReactNode;
} {
  const t = useText();
  const { change, reopen } = usePlanActions(plan);
  const [asking, setAsking] = useState<{ readonly id: string; readonly what: 'waiting' | 'close' } | null>(null);
  const [said, setSaid] = useState('');
  const task = plan.tasks.find((one) => one.id === asking?.id);
  const move = useCallback(
    (id: string, to: TaskState) => {
      const moved = plan.tasks.find((one) => one.id === id);
      if (moved === undefined || moved.state === to) return;
      if (to === 'done') return setAsking({ id, what: 'close' });
      if (to === 'waiting') return setAsking({ id, what: 'waiting' });
      if (to === 'dropped') return;
      const state = to;
      const run = async () => {
        const done = moved.closed === null ? await change(moved, { state }) : await reopen(moved, state);
        if (done) setSaid(t('plan.board.moved', { title: moved.title, state: t(`plan.state.${state}`) }));
      };
      void run();
    },
    [plan.tasks, change, reopen, t],
  );
  const end = () => setAsking(null);
  const dialog =
    task === undefined || asking === null ? null : asking.what === 'close' ? (
      <CloseDialog
        task={task}
        onClose={end}
        onClosed={() => {
          setSaid(t('plan.board.moved', { title: task.title, state: t('plan.state.done') }));
          end();
        }}
      />
    ) : (
      <WaitingDialog
        title={task.title}
        now={task.waitingFor}
        onClose={end}
        onSubmit={async (waitingFor) => {
          const done = task.closed === null || (await reopen(task, 'doing'));
          if (done && (await change(task, { state: 'waiting', waitingFor }))) {
            setSaid(t('plan.board.moved', { title: task.title, state: t('plan.state.waiting') }));
            end();
          }
        }}
      />
    );
  return { move, said, dialog };
}

interface WaitingDialogProps {
  readonly title: string;
  readonly now: string;
  readonly onClose: () => void;
  readonly onSubmit: (waitingFor: string) => Promise<void>;
}

function WaitingDialog({ title, now, onClose, onSubmit }: WaitingDialogProps) {
  const t = useText();
  const [words, setWords] = useState(now);
  const [busy, setBusy] = useState(false);
  return (
    <FormDialog
      title={t('plan.board.waiting.title')}
      onClose={onClose}
      submitLabel={t('plan.board.waiting.submit')}
      onSubmit={() => {
        setBusy(true);
        void onSubmit(words.trim()).finally(() => setBusy(false));
      }}
      busy={busy}
      missing={words.trim() === '' ? t('plan.board.waiting.first') : undefined}
      error={null}
    >
      <p className="muted">{title}</p>
      <TextField
        label={t('plan.board.waiting.field')}
        hint={t('plan.board.waiting.hint')}
        value={words}
        onChange={setWords}
        maxLength={600}
        autoFocus
      />
    </FormDialog>
  );
}
