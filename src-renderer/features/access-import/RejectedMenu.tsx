import { IconDownload } from '@tabler/icons-react';
import { callHost, errorSentence } from '../../host/index.ts';
import { Button, Menu, useText, useToast } from '../../ui/index.ts';

interface RejectedMenuProps {
  /** A draft in the wizard, or an import of the list. */
  readonly of: { readonly sessionId: string } | { readonly importId: string };
  readonly disabledBecause?: string | undefined;
}

/** Saves the rows that are no events, with their reasons, as CSV or XLSX. */
export function RejectedMenu({ of, disabledBecause }: RejectedMenuProps) {
  const t = useText();
  const toast = useToast();
  const save = async (as: 'csv' | 'xlsx') => {
    const reply =
      'sessionId' in of
        ? await callHost('accessLogs.rejectedRows', { id: of.sessionId, as })
        : await callHost('accessLogs.importRejected', { importId: of.importId, as });
    if (!reply.ok) toast({ message: errorSentence(t, reply.error) });
    else if (reply.value !== null)
      toast({ message: `${t('imports.ui.rejectedSaved', { name: reply.value.name })}. ${t('imports.ui.rejectedHint')}` });
  };
  const button = (
    <Button icon={IconDownload} disabledBecause={disabledBecause}>
      {t('accessLogs.wizard.rejectedMenu')}
    </Button>
  );
  if (disabledBecause !== undefined) return button;
  return (
    <Menu
      align="end"
      groups={[
        {
          items: [
            { id: 'xlsx', label: t('accessLogs.wizard.rejectedXlsx'), onSelect: () => void save('xlsx') },
            { id: 'csv', label: t('accessLogs.wizard.rejectedCsv'), onSelect: () => void save('csv') },
          ],
        },
      ]}
    >
      {button}
    </Menu>
  );
}
