import { IconPrinter } from '@tabler/icons-react';
import type { Evidence } from '../../../src-shared/contract/evidence.ts';
import { Button, Dialog, Note, usePaper, useText, useToast } from '../../ui/index.ts';
import { errorSentence } from '../failure.ts';
import { useHostCommand, useHostQuery } from '../hooks.ts';
import { JournalEntries } from '../JournalEntries.tsx';
import { QueryView } from '../QueryView.tsx';

/** Who attached, looked at, moved and saved a piece of evidence, and the same as a page to hand over. */
export function CustodyDialog({ evidence, onClose }: { readonly evidence: Evidence; readonly onClose: () => void }) {
  const t = useText();
  const toast = useToast();
  const [paper] = usePaper();
  const custody = useHostQuery('evidence.custody', { id: evidence.id });
  const save = useHostCommand('history.saveCustody');
  const print = async () => {
    const reply = await save.run({ evidenceId: evidence.id, paper });
    if (reply.ok) toast({ message: t('evidence.custody.saved', { file: reply.value.fileName }) });
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('evidence.custody.title', { name: evidence.name })}
      width={560}
      footer={
        <Button icon={IconPrinter} busy={save.pending} onClick={() => void print()}>
          {t('evidence.custody.save')}
        </Button>
      }
    >
      <QueryView query={custody} rows={4}>
        {({ entries }) => <JournalEntries entries={entries} empty={t('evidence.custody.none')} />}
      </QueryView>
      {save.error === null || save.error.code === 'cancelled' ? null : (
        <Note tone="restricted" live>
          {errorSentence(t, save.error)}
        </Note>
      )}
    </Dialog>
  );
}
