import { IconDots, IconTrash } from '@tabler/icons-react';
import { errorSentence, useHostCommand } from '../../host/index.ts';
import { IconButton, Menu, Note, useGoOn, useText, useToast } from '../../ui/index.ts';

interface RemoveMenuProps {
  readonly method: 'programme.removeMeeting' | 'training.removeCourse' | 'training.removeSession';
  readonly record: { readonly id: string; readonly revision: number };
  /** Said once it is gone, with the way to take it back. */
  readonly said: string;
  /** Where to go then, as its page is gone, too. */
  readonly to: string;
}

/** The menu on the page of a record that removes it, and what stood against that. */
export function RemoveMenu({ method, record: { id, revision }, said, to }: RemoveMenuProps) {
  const t = useText();
  const toast = useToast();
  const goOn = useGoOn();
  const remove = useHostCommand(method);
  const undo = useHostCommand('journal.undo');
  const drop = async () => {
    const reply = await remove.run({ id, revision });
    if (!reply.ok) return;
    toast({ message: said, onUndo: () => void undo.run({}) });
    goOn(to);
  };
  return (
    <>
      {remove.error === null ? null : (
        <Note tone="restricted" live>
          {errorSentence(t, remove.error)}
        </Note>
      )}
      <Menu
        align="end"
        groups={[{ items: [{ id: 'remove', label: t('programme.remove'), icon: IconTrash, danger: true, onSelect: () => void drop() }] }]}
      >
        <IconButton icon={IconDots} label={t('common.more')} />
      </Menu>
    </>
  );
}
