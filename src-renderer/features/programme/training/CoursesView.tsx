import { IconPlus } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import type { CourseLine } from '../../../../src-shared/contract/training.ts';
import { formatDay } from '../../../../src-shared/text/dates.ts';
import { audienceWords, everyWords } from '../../../../src-shared/text/training.ts';
import { QueryView, type useHostQuery } from '../../../host/index.ts';
import { Button, EmptyState, Panel, type SimpleColumn, SimpleTable, StatusText, useText } from '../../../ui/index.ts';
import classes from '../programme.module.css';
import { CountsBar } from './words.tsx';

interface CoursesViewProps {
  readonly overview: ReturnType<typeof useHostQuery<'training.overview'>>;
  readonly onAdd: () => void;
}

/** Every course with whom it is for, how often, and how far it is taken. */
export function CoursesView({ overview, onAdd }: CoursesViewProps) {
  const t = useText();
  const navigate = useNavigate();
  const columns: readonly SimpleColumn<CourseLine>[] = [
    {
      id: 'title',
      header: t('training.course'),
      minWidth: 240,
      cell: ({ course }) => (
        <span className={classes['cellStack']}>
          <a href={`#/programme/training/courses/${course.id}`}>{course.title}</a>
          <span className="caption muted">{audienceWords(course.audience, t)}</span>
        </span>
      ),
    },
    {
      id: 'every',
      header: t('training.course.every'),
      width: 140,
      fold: { under: 'title', order: 1 },
      cell: ({ course }) =>
        course.retired ? <StatusText tone="unassessed">{t('training.course.retired')}</StatusText> : everyWords(course, t),
    },
    { id: 'counts', header: t('training.column.inDate'), width: 190, cell: ({ counts }) => <CountsBar counts={counts} /> },
    {
      id: 'overdue',
      header: t('training.column.overdue'),
      width: 100,
      align: 'end',
      cell: ({ course, counts }) =>
        counts.overdue === 0 ? (
          <span className="figures muted">0</span>
        ) : (
          <a className="figures" href={`#/programme/training?view=people&course=${course.id}&state=overdue`}>
            {counts.overdue}
          </a>
        ),
    },
    {
      id: 'last',
      header: t('training.column.lastHeld'),
      width: 130,
      cell: ({ lastHeld }) => (lastHeld === null ? <span className="muted">{t('training.never')}</span> : formatDay(lastHeld, t.locale)),
    },
    {
      id: 'owner',
      header: t('training.course.owner'),
      width: 160,
      fold: { under: 'title', order: 0 },
      cell: ({ course }) => course.owner || <StatusText tone="review">{t('training.owner.none')}</StatusText>,
    },
  ];
  return (
    <QueryView query={overview}>
      {({ courses }) =>
        courses.length === 0 ? (
          <EmptyState
            title={t('training.empty')}
            actions={
              <Button kind="primary" icon={IconPlus} onClick={onAdd}>
                {t('training.course.add')}
              </Button>
            }
          >
            {t('training.emptyText')}
          </EmptyState>
        ) : (
          <Panel title={t('training.view.courses')}>
            <SimpleTable
              label={t('training.view.courses')}
              columns={columns}
              groups={[{ id: 'all', rows: courses }]}
              rowKey={({ course }) => course.id}
              place="panel"
              rowHeight={56}
              onPress={({ course }) => void navigate(`/programme/training/courses/${course.id}`)}
            />
          </Panel>
        )
      }
    </QueryView>
  );
}
