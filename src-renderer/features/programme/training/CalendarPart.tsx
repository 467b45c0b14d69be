import { IconCalendarPlus } from '@tabler/icons-react';
import type { TrainingCourse } from '../../../../src-shared/contract/training.ts';
import { dayAfter } from '../../../../src-shared/model/dates.ts';
import { audienceWords } from '../../../../src-shared/text/training.ts';
import { errorSentence, useHostCommand, useHostQuery } from '../../../host/index.ts';
import { Button, Section, useText, useToast } from '../../../ui/index.ts';
import classes from '../programme.module.css';

const cadences = { quarterly: { cadence: 'quarterly', days: 91 }, yearly: { cadence: 'yearly', days: 365 } } as const;

/** The refresher of a course in the recurring calendar, or a way to put it there. */
export function CalendarPart({ course }: { readonly course: TrainingCourse }) {
  const t = useText();
  const toast = useToast();
  const recurring = useHostQuery('plan.recurring', {});
  const settings = useHostQuery('settings.get', {});
  const set = useHostCommand('plan.setRecurring');
  const rhythm = course.every === 'quarterly' || course.every === 'yearly' ? cadences[course.every] : null;
  if (rhythm === null || recurring.data === undefined || settings.data === undefined) return null;
  const title = t('training.calendar.title', { title: course.title }).slice(0, 300);
  const { today } = settings.data;
  const add = async () => {
    const reply = await set.run({
      ...{ id: null, revision: 0, title, cadence: rhythm.cadence, ownerRole: null, owner: course.owner },
      purpose: t('training.calendar.purpose', { title: course.title, audience: audienceWords(course.audience, t) }),
      ...{ next: dayAfter(today, rhythm.days), lastDone: null, paused: false },
    });
    if (reply.ok) toast({ message: t('training.calendar.added') });
  };
  const there = recurring.data.some((item) => item.title === title);
  return (
    <Section title={t('training.recurring')}>
      <div className={classes['stackTight']}>
        {set.error === null ? null : <p role="alert">{errorSentence(t, set.error)}</p>}
        {there ? (
          <a href="#/plan/calendar">{t('training.calendar.there')}</a>
        ) : (
          <span>
            <Button size="small" icon={IconCalendarPlus} busy={set.pending} onClick={() => void add()}>
              {t('training.calendar.add')}
            </Button>
          </span>
        )}
      </div>
    </Section>
  );
}
