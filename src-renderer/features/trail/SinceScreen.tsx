import { IconFileText } from '@tabler/icons-react';
import { useState } from 'react';
import type { ChangesSince } from '../../../src-shared/contract/history.ts';
import { formatInstant } from '../../../src-shared/text/dates.ts';
import { QueryView, useHostQuery } from '../../host/index.ts';
import { HistoryPlaces, LinkButton, Page, PageHeader, recordHref, Select, SimpleTable, useText } from '../../ui/index.ts';
import classes from './trail.module.css';
import { kindName, roomName } from './words.ts';

const newest = '';

/** What changed since a report left the program, from the entry that recorded it on. */
export function SinceScreen() {
  const t = useText();
  const [exportId, setExport] = useState(newest);
  const anchors = useHostQuery('history.anchors', {});
  const since = useHostQuery('history.since', { exportId: exportId === newest ? null : exportId }, { keepPrevious: true });
  return (
    <Page header={<PageHeader title={t('history.since.title')} actions={<HistoryPlaces here="since" />} />}>
      <div className={classes['padded']}>
        {(anchors.data ?? []).length === 0 ? null : (
          <div className={classes['row']}>
            <Select
              label={t('history.since.report')}
              value={exportId}
              options={[
                { value: newest, label: t('history.since.newest') },
                ...(anchors.data ?? []).map(({ exportId: value, number, subject, at }) => ({
                  value,
                  label: `${number} ${subject}`,
                  detail: formatInstant(at, t.locale),
                })),
              ]}
              onChange={setExport}
            />
            <LinkButton icon={IconFileText} href={exportId === newest ? '#/reports/change-log' : `#/reports/change-log?record=${exportId}`}>
              {t('history.since.paper')}
            </LinkButton>
          </div>
        )}
        <QueryView query={since}>{(changes) => <Changes since={changes} />}</QueryView>
      </div>
    </Page>
  );
}

function Changes({ since }: { readonly since: ChangesSince }) {
  const t = useText();
  const { anchor, head, entries } = since;
  const counted = (title: string, rows: ChangesSince['people'], nameOf: (of: string) => string) => (
    <section>
      <h2>{title}</h2>
      <ul className={classes['list']}>
        {rows.map(({ of, count }) => (
          <li key={of}>
            <span className={classes['line']}>
              <span>{nameOf(of)}</span>
              <span className="figures">{count.toLocaleString(t.locale)}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
  return (
    <>
      <p className={classes['statement']}>
        {anchor === null
          ? t('history.since.noReport', { count: entries })
          : t('history.since.says', {
              count: entries,
              number: anchor.number,
              what: anchor.subject,
              at: formatInstant(anchor.at, t.locale),
              by: anchor.by || t('inventory.someone'),
            })}
      </p>
      <p className={`${classes['statement']} ${classes['hash']} caption muted`}>
        {anchor === null ? null : (
          <>
            {t('history.since.then', { seq: anchor.seq })} <code>{anchor.hash}</code>.{' '}
          </>
        )}
        {t('history.since.now', { seq: head.seq })} <code>{head.hash}</code>.
      </p>
      {entries === 0 ? null : (
        <>
          <div className={classes['columns']}>
            {counted(t('changeLog.rooms'), since.rooms, (room) => roomName(t, room))}
            {counted(t('changeLog.people'), since.people, (name) => name || t('inventory.someone'))}
          </div>
          {since.records.length === 0 ? null : (
            <>
              <h2>{t('changeLog.records')}</h2>
              <SimpleTable<ChangesSince['records'][number]>
                label={t('changeLog.records')}
                place="inline"
                groups={[{ id: 'all', rows: since.records.slice(0, 200) }]}
                rowKey={({ record }) => `${record.kind} ${record.id}`}
                columns={[
                  {
                    id: 'record',
                    header: t('history.column.record'),
                    minWidth: 240,
                    cell: ({ record, title }) =>
                      title === null ? t('history.gone', { id: record.id }) : <a href={`#${recordHref(record)}`}>{title}</a>,
                  },
                  {
                    id: 'kind',
                    header: t('retention.kind'),
                    width: 150,
                    fold: { under: 'record', order: 1 },
                    cell: ({ record }) => kindName(t, record),
                  },
                  {
                    id: 'last',
                    header: t('changeLog.last'),
                    width: 190,
                    fold: { under: 'record', order: 2 },
                    cell: ({ last }) => formatInstant(last, t.locale),
                  },
                  {
                    id: 'count',
                    header: t('changeLog.entries'),
                    width: 90,
                    align: 'end',
                    cell: ({ count }) => count.toLocaleString(t.locale),
                  },
                  {
                    id: 'history',
                    header: <span className="visually-hidden">{t('history.title')}</span>,
                    width: 90,
                    cell: ({ record, title }) => (
                      <a
                        href={`#/history?kind=${record.kind}&record=${encodeURIComponent(record.id)}`}
                        aria-label={t('history.ofRecord', { name: title ?? record.id })}
                      >
                        {t('history.title')}
                      </a>
                    ),
                  },
                ]}
              />
            </>
          )}
        </>
      )}
    </>
  );
}
