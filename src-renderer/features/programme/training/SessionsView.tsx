import { IconUsersGroup } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { SessionLine } from '../../../../src-shared/contract/training.ts';
import { formatDay } from '../../../../src-shared/text/dates.ts';
import { QueryView, useHostQuery } from '../../../host/index.ts';
import { Button, EmptyState, Pager, Panel, type SimpleColumn, SimpleTable, useText } from '../../../ui/index.ts';

const PAGE = 50;

/** What was held, newest first, a page at a time; of one course where one is named. */
export function SessionsView({ courseId = null, onAdd }: { readonly courseId?: string | null; readonly onAdd: () => void }) {
  const t = useText();
  const navigate = useNavigate();
  const [offset, setOffset] = useState(0);
  const sessions = useHostQuery('training.sessions', { courseId, offset, limit: PAGE }, { keepPrevious: true });
  const columns: readonly SimpleColumn<SessionLine>[] = [
    {
      id: 'day',
      header: t('training.session.day'),
      width: 140,
      cell: (row) => <a href={`#/programme/training/sessions/${row.id}`}>{formatDay(row.heldOn, t.locale)}</a>,
    },
    ...(courseId === null
      ? [{ id: 'course', header: t('training.course'), minWidth: 220, cell: (row: SessionLine) => row.courseTitle }]
      : []),
    { id: 'by', header: t('training.session.by'), width: 180, fold: { under: 'day', order: 1 }, cell: (row) => row.by },
    {
      id: 'who',
      header: t('training.session.attendees'),
      width: 220,
      cell: (row) => t('training.session.subtitle', { attendees: row.attendees, counted: row.counted }),
    },
    {
      id: 'origin',
      header: t('training.session.origin'),
      width: 150,
      fold: { under: 'day', order: 0 },
      cell: (row) => <span className="muted">{t(`training.session.origin.${row.origin}`)}</span>,
    },
  ];
  return (
    <QueryView query={sessions}>
      {({ total, rows }) =>
        total === 0 ? (
          <EmptyState
            title={t('training.session.none')}
            actions={
              <Button icon={IconUsersGroup} onClick={onAdd}>
                {t('training.session.add')}
              </Button>
            }
          >
            {null}
          </EmptyState>
        ) : (
          <Panel title={t('training.view.sessions')}>
            <SimpleTable
              label={t('training.view.sessions')}
              columns={columns}
              groups={[{ id: 'all', rows }]}
              rowKey={(row) => row.id}
              place="panel"
              onPress={(row) => void navigate(`/programme/training/sessions/${row.id}`)}
            />
            {total <= PAGE ? null : <Pager offset={offset} pageSize={PAGE} total={total} onMove={setOffset} />}
          </Panel>
        )
      }
    </QueryView>
  );
}
