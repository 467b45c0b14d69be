import { useState } from 'react';
import { formatDay } from '../../../../src-shared/text/dates.ts';
import { type OutputOf, QueryView, useHostQuery } from '../../../host/index.ts';
import { EmptyState, Pager, Segmented, SimpleTable, StatusText, useText } from '../../../ui/index.ts';
import classes from '../people.module.css';
import { PapersPage } from './PaperList.tsx';

type Row = OutputOf<'people.retention'>['rows'][number];

const pageSize = 100;
const spans = ['0', '30', '365'] as const;

/** Citizenship, residence and US status by the day until which they may be kept: what is past it and what comes soon, never what it says. */
export function RetentionScreen() {
  const t = useText();
  const [within, setWithin] = useState<(typeof spans)[number]>('30');
  const [offset, setOffset] = useState(0);
  const due = useHostQuery('people.retention', { withinDays: Number(within), offset, limit: pageSize }, { keepPrevious: true });
  return (
    <PapersPage title={t('people.retention.title')} lead={t('people.retention.lead')}>
      <div className={classes['buttons']}>
        <Segmented
          label={t('people.retention.within')}
          value={within}
          onChange={(next) => {
            setWithin(next);
            setOffset(0);
          }}
          choices={spans.map((value) => ({ value, label: t('people.retention.span', { days: Number(value) }) }))}
        />
      </div>
      <QueryView query={due} rows={4}>
        {({ rows, total, overdue, undated }) => (
          <>
            <p className="small muted">{t('people.retention.counts', { total, overdue, undated })}</p>
            {rows.length === 0 ? (
              <EmptyState inline title={t('people.retention.none')}>
                {t('people.retention.noneText')}
              </EmptyState>
            ) : (
              <SimpleTable<Row>
                label={t('people.retention.title')}
                place="inline"
                groups={[{ id: 'due', rows }]}
                rowKey={(row) => row.id}
                columns={[
                  {
                    id: 'person',
                    header: t('people.column.name'),
                    minWidth: 200,
                    cell: (row) => <a href={`#/people/${row.personId}?tab=ties`}>{row.personName}</a>,
                  },
                  { id: 'kind', header: t('people.retention.kind'), width: 170, cell: (row) => t(`people.tie.${row.kind}`) },
                  { id: 'purpose', header: t('people.ties.keptFor'), width: 200, cell: (row) => t(`people.purpose.${row.purpose}`) },
                  { id: 'since', header: t('people.retention.recorded'), width: 130, cell: (row) => formatDay(row.recordedOn, t.locale) },
                  {
                    id: 'until',
                    header: t('people.ties.keepUntil'),
                    width: 220,
                    cell: (row) =>
                      row.keepUntil === null ? null : row.overdue ? (
                        <StatusText tone="review">{t('people.retention.past', { day: formatDay(row.keepUntil, t.locale) })}</StatusText>
                      ) : (
                        formatDay(row.keepUntil, t.locale)
                      ),
                  },
                ]}
              />
            )}
            <Pager offset={offset} pageSize={pageSize} total={total} onMove={setOffset} />
          </>
        )}
      </QueryView>
    </PapersPage>
  );
}
