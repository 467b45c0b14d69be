import type { Snapshot } from '../../../src-shared/contract/backups.ts';
import { formatInstant } from '../../../src-shared/text/dates.ts';
import { type OutputOf, QueryView, useHostQuery } from '../../host/index.ts';
import { Button, Dialog, SimpleTable, useText } from '../../ui/index.ts';

interface CompareDialogProps {
  readonly snapshot: Snapshot;
  readonly onClose: () => void;
}

/** What a snapshot holds that the present does not, and the other way round. */
export function CompareDialog({ snapshot, onClose }: CompareDialogProps) {
  const t = useText();
  return (
    <Dialog
      opened
      onClose={onClose}
      width={640}
      title={t('settings.backups.compareTitle', { when: formatInstant(snapshot.at, t.locale) })}
      footer={<Button onClick={onClose}>{t('common.close')}</Button>}
    >
      <Difference id={snapshot.id} />
    </Dialog>
  );
}

type Difference = OutputOf<'backups.compare'>;
type TableRow = Difference['tables'][number];

/** The difference by kind of record, tables that are alike left out. */
export function Difference({ id }: { readonly id: string }) {
  const t = useText();
  const comparison = useHostQuery('backups.compare', { id });
  return (
    <QueryView query={comparison} rows={3}>
      {(difference) => {
        const rows = difference.tables.filter((table) => table.onlyInSnapshot + table.onlyInPresent + table.changed > 0);
        return (
          <>
            <p>{t('settings.backups.since', { count: difference.commandsSince })}</p>
            {rows.length === 0 ? (
              <p className="muted">{t('settings.backups.same')}</p>
            ) : (
              <SimpleTable
                label={t('settings.backups.compare')}
                place="inline"
                rowKey={(row: TableRow) => row.table}
                groups={[{ id: 'all', rows }]}
                columns={[
                  { id: 'table', header: t('settings.backups.table'), cell: (row) => <span className="code">{row.table}</span> },
                  { id: 'there', header: t('settings.backups.onlyThere'), width: 140, align: 'end', cell: (row) => row.onlyInSnapshot },
                  { id: 'here', header: t('settings.backups.onlyHere'), width: 110, align: 'end', cell: (row) => row.onlyInPresent },
                  { id: 'changed', header: t('settings.backups.changed'), width: 90, align: 'end', cell: (row) => row.changed },
                ]}
              />
            )}
          </>
        );
      }}
    </QueryView>
  );
}
