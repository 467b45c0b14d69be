import { IconPencil, IconUsersGroup } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useParams } from 'react-router';
import type { CourseLine } from '../../../../src-shared/contract/training.ts';
import { formatDay } from '../../../../src-shared/text/dates.ts';
import { audienceWords, everyWords } from '../../../../src-shared/text/training.ts';
import { type Command, useScreenCommands } from '../../../app/commands.tsx';
import { EvidenceOf, QueryView, TasksOf, useHostQuery } from '../../../host/index.ts';
import { Button, FactList, Page, PageHeader, Section, StatusBadge, useGoOn, useText } from '../../../ui/index.ts';
import { History } from '../History.tsx';
import classes from '../programme.module.css';
import { RemoveMenu } from '../RemoveMenu.tsx';
import { CalendarPart } from './CalendarPart.tsx';
import { CourseDialog } from './CourseDialog.tsx';
import { SessionDialog } from './SessionDialog.tsx';
import { SessionsView } from './SessionsView.tsx';
import { CountsBar } from './words.tsx';

/** One course: whom it is for, how far it is taken, what was held, its material and its refreshers in the calendar. */
export function CourseScreen() {
  const { id = '' } = useParams();
  const t = useText();
  const line = useHostQuery('training.course', { id });
  return (
    <QueryView query={line} whenGone={<a href="#/programme/training">{t('programme.goneBack')}</a>}>
      {(value) => <Screen key={value.course.id} line={value} />}
    </QueryView>
  );
}

function Screen({ line }: { readonly line: CourseLine }) {
  const t = useText();
  const goOn = useGoOn();
  const [open, setOpen] = useState<'course' | 'session' | null>(null);
  const { course, counts } = line;
  const commands = useMemo(
    (): readonly Command[] => [
      { id: 'course.session', titleKey: 'training.session.add', shortcut: 'R', run: () => setOpen('session') },
      { id: 'course.edit', titleKey: 'training.course.edit', shortcut: 'E', run: () => setOpen('course') },
    ],
    [],
  );
  useScreenCommands(commands);
  const close = () => setOpen(null);
  return (
    <Page
      padded
      header={
        <PageHeader
          ruled
          title={course.title}
          crumbs={[
            { label: t('programme.title'), href: '#/programme' },
            { label: t('programme.place.training'), href: '#/programme/training' },
            { label: course.title },
          ]}
          beside={
            course.retired ? (
              <StatusBadge small tone="unassessed">
                {t('training.course.retired')}
              </StatusBadge>
            ) : undefined
          }
          subtitle={`${audienceWords(course.audience, t)} · ${everyWords(course, t)}`}
          actions={<Actions line={line} onOpen={setOpen} />}
        />
      }
    >
      <div className={classes['meeting']}>
        <div className={classes['stack']}>
          <Section title={t('training.about')}>
            <FactList
              labelWidth={180}
              rows={[
                { label: t('training.column.inDate'), value: <CountsBar counts={counts} /> },
                {
                  label: t('training.column.overdue'),
                  value:
                    counts.people === 0 ? null : (
                      <a href={`#/programme/training?view=people&course=${course.id}${counts.overdue > 0 ? '&state=overdue' : ''}`}>
                        {counts.overdue > 0 ? counts.overdue.toLocaleString(t.locale) : t('training.showPeople')}
                      </a>
                    ),
                },
                { label: t('training.course.owner'), value: course.owner === '' ? null : course.owner },
                { label: t('training.course.since'), value: formatDay(course.since, t.locale) },
                {
                  label: t('training.course.withinDays'),
                  value: t('figures.days', { days: course.withinDays }),
                },
                { label: t('training.course.mustPass'), value: t(course.mustPass ? 'choice.yes' : 'choice.no') },
              ]}
            />
          </Section>
          {course.content === '' ? null : (
            <Section title={t('training.course.content')}>
              <p className={classes['minutes']}>{course.content}</p>
            </Section>
          )}
          <TasksOf record={{ kind: 'trainingCourse', id: course.id }} />
          <SessionsView courseId={course.id} onAdd={() => setOpen('session')} />
        </div>
        <div className={classes['stack']}>
          <Section title={t('training.material')}>
            <EvidenceOf record={{ kind: 'trainingCourse', id: course.id }} />
          </Section>
          {course.retired ? null : <CalendarPart course={course} />}
          <Section title={t('training.session.history')}>
            <History of="training_courses" id={course.id} />
          </Section>
        </div>
      </div>
      {open === 'course' ? <CourseDialog course={course} onClose={close} onSaved={close} /> : null}
      {open === 'session' ? (
        <SessionDialog
          session={null}
          courseId={course.id}
          onClose={close}
          onSaved={(id) => goOn(`/programme/training/sessions/${id}?add=people`)}
        />
      ) : null}
    </Page>
  );
}

function Actions({ line: { course }, onOpen }: { readonly line: CourseLine; readonly onOpen: (open: 'course' | 'session') => void }) {
  const t = useText();
  return (
    <>
      <RemoveMenu method="training.removeCourse" record={course} said={t('training.course.removed')} to="/programme/training" />
      <Button icon={IconPencil} shortcut="E" onClick={() => onOpen('course')}>
        {t('programme.edit')}
      </Button>
      <Button kind="primary" icon={IconUsersGroup} shortcut="R" onClick={() => onOpen('session')}>
        {t('training.session.add')}
      </Button>
    </>
  );
}
