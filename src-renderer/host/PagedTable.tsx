import { DataTable, type DataTableProps, ErrorState, LoadingState, useText } from '../ui/index.ts';
import { describeError } from './failure.ts';
import { copyText } from './QueryView.tsx';
import type { PagedRows } from './use-paged-rows.ts';

type PagedTableProps<Row> = Omit<DataTableProps<Row>, 'rowCount' | 'getRow' | 'onRangeChange'> & {
  /** From `usePagedRows`, or of its shape. */
  readonly list: PagedRows<Row>;
};

/** A long list of the core in its three states: waiting, failed with a way on, or its table. */
export function PagedTable<Row>({ list, ...table }: PagedTableProps<Row>) {
  const t = useText();
  if (list.error !== null) return <ErrorState {...describeError(t, list.error.error)} onRetry={list.retry} onCopy={copyText} />;
  if (list.loading) return <LoadingState rows={14} />;
  return <DataTable<Row> {...table} rowCount={list.rowCount} getRow={list.getRow} onRangeChange={list.onRangeChange} />;
}
