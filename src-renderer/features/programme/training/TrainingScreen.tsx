import { IconPlus, IconPrinter, IconTableImport, IconUsersGroup } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { type Command, useScreenCommands } from '../../../app/commands.tsx';
import { useHostQuery } from '../../../host/index.ts';
import { Button, Page, PageHeader, ProgrammePlaces, Segmented, useGoOn, useText } from '../../../ui/index.ts';
import classes from '../programme.module.css';
import { CourseDialog } from './CourseDialog.tsx';
import { CoursesView } from './CoursesView.tsx';
import { CoverageView } from './CoverageView.tsx';
import { PeopleView } from './PeopleView.tsx';
import { SessionDialog } from './SessionDialog.tsx';
import { SessionsView } from './SessionsView.tsx';
import own from './training.module.css';

const views = ['courses', 'people', 'coverage', 'sessions'] as const;
type View = (typeof views)[number];

/** The training record: courses, who is trained and who is due, who answers for whom, and what was held. */
export function TrainingScreen() {
  const t = useText();
  const navigate = useNavigate();
  const goOn = useGoOn();
  const [params, setParams] = useSearchParams();
  const overview = useHostQuery('training.overview', {});
  const view: View = views.find((one) => one === params.get('view')) ?? 'courses';
  const start = params.get('start');
  const commands = useMemo((): readonly Command[] => {
    const begin = (what: string) => () => setParams({ start: what }, { replace: true });
    return [
      { id: 'training.course', titleKey: 'training.course.add', shortcut: 'N', run: begin('course') },
      { id: 'training.session', titleKey: 'training.session.add', shortcut: 'R', run: begin('session') },
    ];
  }, [setParams]);
  useScreenCommands(commands);
  const close = () => setParams(view === 'courses' ? {} : { view }, { replace: true });
  const open = (what: 'course' | 'session') => setParams({ ...(view === 'courses' ? {} : { view }), start: what }, { replace: true });
  const switcher = (
    <Segmented<View>
      label={t('training.view')}
      value={view}
      onChange={(next) => setParams(next === 'courses' ? {} : { view: next }, { replace: true })}
      choices={views.map((value) => ({ value, label: t(`training.view.${value}`) }))}
    />
  );
  return (
    <Page
      padded={view !== 'people'}
      body={view === 'people' ? 'fill' : 'scroll'}
      shows={view}
      header={
        <PageHeader
          title={t('programme.title')}
          subtitle={overview.data === undefined ? undefined : t('training.subtitle', overview.data.counts)}
          actions={
            <>
              <Button icon={IconPrinter} onClick={() => void navigate('/reports/training-record')}>
                {t('training.report')}
              </Button>
              <Button icon={IconTableImport} onClick={() => void navigate('/import?kind=training')}>
                {t('training.import')}
              </Button>
              <Button icon={IconUsersGroup} shortcut="R" onClick={() => open('session')}>
                {t('training.session.add')}
              </Button>
              <Button kind="primary" icon={IconPlus} shortcut="N" onClick={() => open('course')}>
                {t('training.course.add')}
              </Button>
            </>
          }
        >
          <ProgrammePlaces here="training" />
        </PageHeader>
      }
    >
      {view === 'people' ? (
        <>
          <div className={own['bare']}>{switcher}</div>
          <PeopleView courses={overview.data?.courses ?? []} />
        </>
      ) : (
        <div className={classes['stack']}>
          <div className={classes['headed']}>{switcher}</div>
          {view === 'courses' ? <CoursesView overview={overview} onAdd={() => open('course')} /> : null}
          {view === 'coverage' ? <CoverageView withoutOwner={overview.data?.withoutOwner ?? 0} /> : null}
          {view === 'sessions' ? <SessionsView onAdd={() => open('session')} /> : null}
        </div>
      )}
      {start === 'course' ? (
        <CourseDialog course={null} onClose={close} onSaved={(id) => goOn(`/programme/training/courses/${id}`)} />
      ) : null}
      {start === 'session' ? (
        <SessionDialog
          session={null}
          courseId={params.get('course')}
          onClose={close}
          onSaved={(id) => goOn(`/programme/training/sessions/${id}?add=people`)}
        />
      ) : null}
    </Page>
  );
}
