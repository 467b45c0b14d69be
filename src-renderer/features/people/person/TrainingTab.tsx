import { formatDay } from '../../../../src-shared/text/dates.ts';
import { everyWords } from '../../../../src-shared/text/training.ts';
import type { OutputOf } from '../../../host/index.ts';
import { QueryView, useHostQuery } from '../../../host/index.ts';
import { Section, type SimpleColumn, SimpleTable, StatusText, type Tone, useText } from '../../../ui/index.ts';
import classes from '../people.module.css';

type Training = OutputOf<'training.person'>;
const tones: Readonly<Record<Training['courses'][number]['state'], Tone>> = {
  done: 'clear',
  soon: 'info',
  toDo: 'info',
  overdue: 'review',
};
const resultTones: Readonly<Record<Training['sessions'][number]['result'], Tone>> = {
  attended: 'clear',
  passed: 'clear',
  failed: 'review',
  absent: 'unassessed',
};

/** What a person is asked to know and by when, what they took part in, and their briefings on control plans. */
export function TrainingTab({ personId }: { readonly personId: string }) {
  const training = useHostQuery('training.person', { id: personId });
  return <QueryView query={training}>{(value) => <Parts training={value} />}</QueryView>;
}

function Parts({ training: { present, courses, sessions, briefings } }: { readonly training: Training }) {
  const t = useText();
  const day = (on: string | null, none: string) => (on === null ? <span className="muted">{none}</span> : formatDay(on, t.locale));
  const asked: readonly SimpleColumn<Training['courses'][number]>[] = [
    {
      id: 'course',
      header: t('training.course'),
      minWidth: 220,
      cell: (row) => <a href={`#/programme/training/courses/${row.courseId}`}>{row.title}</a>,
    },
    {
      id: 'state',
      header: t('training.column.state'),
      width: 140,
      cell: (row) => <StatusText tone={tones[row.state]}>{t(`training.state.${row.state}`)}</StatusText>,
    },
    { id: 'due', header: t('training.column.dueOn'), width: 130, cell: (row) => day(row.dueOn, t('training.dueNoMore')) },
    { id: 'last', header: t('training.column.lastOn'), width: 130, cell: (row) => day(row.lastOn, t('training.never')) },
    {
      id: 'every',
      header: t('training.course.every'),
      width: 140,
      fold: { under: 'course', order: 0 },
      cell: (row) => everyWords(row, t),
    },
  ];
  const taken: readonly SimpleColumn<Training['sessions'][number]>[] = [
    {
      id: 'day',
      header: t('training.session.day'),
      width: 130,
      cell: (row) => <a href={`#/programme/training/sessions/${row.sessionId}`}>{formatDay(row.heldOn, t.locale)}</a>,
    },
    { id: 'course', header: t('training.course'), minWidth: 220, cell: (row) => row.title },
    {
      id: 'result',
      header: t('training.session.result'),
      width: 140,
      cell: (row) => <StatusText tone={resultTones[row.result]}>{t(`training.result.${row.result}`)}</StatusText>,
    },
    { id: 'by', header: t('training.session.by'), width: 160, fold: { under: 'course', order: 0 }, cell: (row) => row.by },
    { id: 'note', header: t('training.session.note'), width: 180, fold: { under: 'course', order: 1 }, cell: (row) => row.note },
  ];
  return (
    <div className={classes['narrow']}>
      <Section title={t('training.person.asked')}>
        {courses.length === 0 ? (
          <p className="muted">{t(present ? 'training.person.none' : 'training.person.gone')}</p>
        ) : (
          <SimpleTable
            place="inline"
            label={t('training.person.asked')}
            columns={asked}
            groups={[{ id: 'all', rows: courses }]}
            rowKey={(row) => row.courseId}
          />
        )}
      </Section>
      <Section title={t('training.person.taken')}>
        {sessions.length === 0 ? (
          <p className="muted">{t('training.person.takenNone')}</p>
        ) : (
          <SimpleTable
            place="inline"
            label={t('training.person.taken')}
            columns={taken}
            groups={[{ id: 'all', rows: sessions }]}
            rowKey={(row) => row.sessionId}
          />
        )}
      </Section>
      <Section title={t('training.person.briefings')}>
        {briefings.length === 0 ? (
          <p className="muted">{t('training.person.briefingsNone')}</p>
        ) : (
          <ul>
            {briefings.map((one) => (
              <li key={one.id}>
                {formatDay(one.briefedOn, t.locale)} · <a href={`#/access/plan/${one.assetId}`}>{one.assetName}</a>
                {one.signedBy === '' ? null : <span className="muted"> · {t('training.person.briefedBy', { name: one.signedBy })}</span>}
              </li>
            ))}
          </ul>
        )}
      </Section>
    </div>
  );
}
