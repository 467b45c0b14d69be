import type { Snapshot } from '../../../src-shared/contract/backups.ts';
import { formatInstant } from '../../../src-shared/text/dates.ts';
import { useHostCommand } from '../../host/index.ts';
import { ConfirmDialog, useText } from '../../ui/index.ts';
import { Difference } from './CompareDialog.tsx';
import { CommandFailure } from './SettingsSection.tsx';

interface RestoreDialogProps {
  readonly snapshot: Snapshot;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Shows what a restore would take back before it is done. */
export function RestoreDialog({ snapshot, onClose, onDone }: RestoreDialogProps) {
  const t = useText();
  const restore = useHostCommand('backups.restore');
  const confirm = async () => {
    const reply = await restore.run({ id: snapshot.id });
    if (reply.ok) onDone();
  };
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('settings.backups.restoreTitle', { when: formatInstant(snapshot.at, t.locale) })}
      action={t('settings.backups.restore')}
      busy={restore.pending}
      onConfirm={() => void confirm()}
    >
      <p>{t('settings.backups.restoreText')}</p>
      <Difference id={snapshot.id} />
      <CommandFailure errors={[restore.error]} />
    </ConfirmDialog>
  );
}
