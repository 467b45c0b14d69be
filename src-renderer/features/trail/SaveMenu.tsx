import { IconDownload } from '@tabler/icons-react';
import { Button, Menu, useText } from '../../ui/index.ts';

export type SheetFormat = 'xlsx' | 'csv';
const formats = ['xlsx', 'csv'] as const satisfies readonly SheetFormat[];

/** Saves what a list shows as a table. */
export function SaveMenu({ busy, onSave }: { readonly busy: boolean; readonly onSave: (format: SheetFormat) => void }) {
  const t = useText();
  const items = formats.map((format) => ({ id: format, label: t(`history.export.${format}`), onSelect: () => onSave(format) }));
  return (
    <Menu align="end" groups={[{ items }]}>
      <Button icon={IconDownload} busy={busy} hasPopup="menu">
        {t('history.export')}
      </Button>
    </Menu>
  );
}
