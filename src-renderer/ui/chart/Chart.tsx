import { IconChartDots, IconTable } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { Button } from '../Button.tsx';
import { type SimpleColumn, SimpleTable } from '../table/SimpleTable.tsx';
import { useText } from '../text.tsx';
import { useWidth } from '../use-width.ts';
import classes from './Chart.module.css';

/** The numbers of a chart as a table, always one button away. */
export interface ChartTable {
  readonly columns: ReadonlyArray<{ readonly header: string; readonly align?: 'end' }>;
  readonly rows: ReadonlyArray<{ readonly key: string; readonly cells: readonly ReactNode[] }>;
}

/** Where the numbers of a title lead; `count` is how many lines the list there has, where it is a list. */
export interface ChartPlace {
  readonly href: string;
  readonly count?: number;
}

interface ChartProps {
  /** The finding in one sentence, not the type of the chart. */
  readonly title: string;
  /** What the numbers of the title open, and what they count there. */
  readonly opens?: ChartPlace | undefined;
  readonly table: ChartTable;
  readonly actions?: ReactNode;
  /** What the finding rests on, in a second sentence. Sets the title larger: the chart is then the matter of its page. */
  readonly lead?: ReactNode;
  /** Left of the actions, on a line of their own: which numbers are shown. */
  readonly controls?: ReactNode;
  /** Draws at the width at hand, in pixels, so that type keeps its size. */
  readonly children: (width: number) => ReactNode;
}

/** A figure with its finding as the title, and the same numbers as a table on request. */
export function Chart({ title, opens, table, actions, lead, controls, children }: ChartProps) {
  const t = useText();
  const [asTable, setAsTable] = useState(false);
  const { ref, width } = useWidth();
  const words =
    opens === undefined ? (
      title
    ) : (
      <a href={opens.href} data-count={opens.count}>
        {title}
      </a>
    );
  const tools = (
    <span className={classes['tools']}>
      {actions}
      <Button kind="quiet" size="small" icon={asTable ? IconChartDots : IconTable} pressed={asTable} onClick={() => setAsTable(!asTable)}>
        {asTable ? t('common.asChart') : t('common.asTable')}
      </Button>
    </span>
  );
  return (
    <figure className={classes['figure']}>
      {lead === undefined ? (
        <figcaption>
          <span className={classes['title']}>{words}</span>
          {tools}
        </figcaption>
      ) : (
        <figcaption data-large="">
          <div className={classes['title']}>
            <h2>{words}</h2>
            <p>{lead}</p>
          </div>
          {controls === undefined || controls === null ? (
            tools
          ) : (
            <div className={classes['controls']}>
              {controls}
              {tools}
            </div>
          )}
        </figcaption>
      )}
      <div ref={ref} className={classes['frame']}>
        {asTable ? <NumbersTable title={title} table={table} /> : width > 0 ? children(width) : null}
      </div>
    </figure>
  );
}

function NumbersTable({ title, table }: { readonly title: string; readonly table: ChartTable }) {
  const columns = table.columns.map(
    (column, place): SimpleColumn<ChartTable['rows'][number]> => ({
      id: column.header,
      header: column.header,
      ...(column.align === undefined ? {} : { align: column.align }),
      cell: (row) => row.cells[place],
    }),
  );
  return (
    <SimpleTable label={title} columns={columns} groups={[{ id: 'all', rows: table.rows }]} rowKey={(row) => row.key} place="inline" />
  );
}
