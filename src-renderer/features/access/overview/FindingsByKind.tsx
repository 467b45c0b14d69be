import type { AccessOverview } from '../../../../src-shared/contract/access.ts';
import { accessFindingTypes } from '../../../../src-shared/model/access-audit.ts';
import { Chart, useText } from '../../../ui/index.ts';
import classes from './overview.module.css';

/** Findings of each kind, open ones solid with those of high severity first, decided ones hatched, with their numbers beside the bars. */
export function FindingsByKind({ rows }: { readonly rows: AccessOverview['byType'] }) {
  const t = useText();
  // In the order the law weighs them, so that a heap of gaps does not stand before one deemed export.
  const sorted = accessFindingTypes.flatMap((type) => rows.filter((row) => row.type === type && row.open + row.decided > 0));
  const first = sorted.find((row) => row.open > 0) ?? sorted[0];
  if (first === undefined) return <p className="small muted">{t('access.byKind.none')}</p>;
  const most = Math.max(...sorted.map((row) => row.open + row.decided));
  const width = (count: number) => ({ width: `${(count / most) * 100}%` });
  return (
    <Chart
      title={
        first.open === 0
          ? t('access.byKind.allDecided')
          : t('access.byKind.finding', { kind: t(`access.type.${first.type}`), open: first.open, high: first.high })
      }
      table={{
        columns: [
          { header: t('access.column.type') },
          { header: t('access.state.open'), align: 'end' },
          { header: t('access.byKind.high'), align: 'end' },
          { header: t('access.show.decided'), align: 'end' },
        ],
        rows: sorted.map((row) => ({ key: row.type, cells: [t(`access.type.${row.type}`), row.open, row.high, row.decided] })),
      }}
    >
      {() => (
        <ul className={classes['bars']}>
          {sorted.map((row) => (
            <li key={row.type}>
              <a href={`#/access/findings?type=${row.type}`}>{t(`access.type.${row.type}`)}</a>
              <span className={classes['track']} aria-hidden>
                <i style={width(row.high)} data-high="" />
                <i style={width(row.open - row.high)} />
                <i style={width(row.decided)} data-decided="" />
              </span>
              <span className={classes['number']}>
                {t('access.byKind.counts', { open: row.open, decided: row.decided, high: row.high })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Chart>
  );
}
