import { IconPrinter } from '@tabler/icons-react';
import type { Evidence } from '../../../src-shared/contract/evidence.ts';
import { Button, Dialog, useText, useToast } from '../../ui/index.ts';
import { useHostCommand, useHostQuery } from '../hooks.ts';
import { JournalEntries } from '../JournalEntries.tsx';
import { QueryView } from '../QueryView.tsx';
import { useSaveAs } from '../use-save-as.tsx';

/** Who attached, looked at, moved and saved a piece of evidence, and the same as a page to hand over. */
export function CustodyDialog({ evidence, onClose }: { readonly evidence: Evidence; readonly onClose: () => void }) {
  const t = useText();
  const toast = useToast();
  const custody = useHostQuery('evidence.custody', { id: evidence.id });
  const save = useHostCommand('history.saveCustody');
  const saveAs = useSaveAs<'pdf'>({
    title: t('evidence.custody.saveTitle'),
    formats: ['pdf'],
    busy: save.pending,
    error: save.error,
    onSave: async ({ paper, redaction }) => {
      const reply = await save.run({ evidenceId: evidence.id, paper, redaction });
      if (reply.ok) toast({ message: t('evidence.custody.saved', { file: reply.value.fileName }) });
      return reply;
    },
  });
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('evidence.custody.title', { name: evidence.name })}
      width={560}
      footer={
        <Button icon={IconPrinter} busy={save.pending} hasPopup="dialog" onClick={() => saveAs.open()}>
          {t('evidence.custody.save')}
        </Button>
      }
    >
      <QueryView query={custody} rows={4}>
        {({ entries }) => <JournalEntries entries={entries} empty={t('evidence.custody.none')} />}
      </QueryView>
      {saveAs.dialog}
    </Dialog>
  );
}
