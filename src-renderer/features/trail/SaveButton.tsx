import { IconDownload } from '@tabler/icons-react';
import type { Reply } from '../../../src-shared/contract/kernel.ts';
import { type HostCommand, useSaveAs } from '../../host/index.ts';
import { Button, useText } from '../../ui/index.ts';

interface SaveButtonProps {
  readonly title: string;
  readonly command: Pick<HostCommand<'history.export' | 'evidence.export'>, 'pending' | 'error'>;
  readonly onSave: (choice: { readonly format: 'xlsx' | 'csv'; readonly redaction: string }) => Promise<Reply<unknown>>;
}

/** Saves what a list shows as a table. */
export function SaveButton({ title, command, onSave }: SaveButtonProps) {
  const t = useText();
  const { open, dialog } = useSaveAs<'xlsx' | 'csv'>({
    title,
    formats: ['xlsx', 'csv'],
    busy: command.pending,
    error: command.error,
    onSave: ({ as, redaction }) => onSave({ format: as, redaction }),
  });
  return (
    <>
      <Button icon={IconDownload} busy={command.pending} hasPopup="dialog" onClick={() => open()}>
        {t('history.export')}
      </Button>
      {dialog}
    </>
  );
}
