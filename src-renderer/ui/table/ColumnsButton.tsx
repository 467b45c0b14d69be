import { IconColumns3 } from '@tabler/icons-react';
import { Button } from '../Button.tsx';
import { Menu } from '../Menu.tsx';
import { useText } from '../text.tsx';
import type { TableLayout } from './columns.ts';

/** Shows and hides the columns of a table, and puts them back as they were. */
export function ColumnsButton<Row>({ layout }: { readonly layout: TableLayout<Row> }) {
  const t = useText();
  const items = layout.all
    .filter(({ column }) => column.hideable !== false)
    .map(({ column, shown }) => ({ id: column.id, label: column.header, checked: shown, onSelect: () => layout.toggle(column.id) }));
  // A column that is ticked and not to be seen would look like a fault.
  const label = layout.all.some(({ column, shown }) => shown && column.givesWay !== undefined) ? t('table.columnsGiveWay') : undefined;
  return (
    <Menu
      groups={[
        { items, ...(label === undefined ? {} : { label }) },
        { items: [{ id: 'reset', label: t('table.resetColumns'), onSelect: layout.reset }] },
      ]}
      align="end"
      stayOpen
    >
      <Button kind="quiet" size="small" icon={IconColumns3}>
        {t('table.columnMenu')}
      </Button>
    </Menu>
  );
}
