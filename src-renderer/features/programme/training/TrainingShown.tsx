import { formatDay } from '../../../../src-shared/text/dates.ts';
import { errorSentence, useHostCommand, useHostQuery } from '../../../host/index.ts';
import { Button, Note, useText, useToast } from '../../../ui/index.ts';
import classes from '../programme.module.css';

/** What the training record shows for a question about training, with a way to keep it as evidence of the answer as it stands today. */
export function TrainingShown({ answerId, closed }: { readonly answerId: string; readonly closed: boolean }) {
  const t = useText();
  const toast = useToast();
  const overview = useHostQuery('training.overview', {});
  const keep = useHostCommand('evidence.addNote');
  if (overview.data === undefined) return null;
  const { counts, courses, sessions, on } = overview.data;
  const day = formatDay(on, t.locale);
  const said = t('training.element.said', { ...counts, courses: courses.length, sessions, day });
  const put = async () => {
    const reply = await keep.run({
      record: { kind: 'assessmentAnswer', id: answerId },
      name: t('training.element.noteName', { day }),
      note: [said, ...courses.map(({ course, counts: of }) => `${course.title}: ${t('training.bar', of)}.`)].join('\n').slice(0, 4000),
    });
    if (reply.ok) toast({ message: t('training.element.kept') });
  };
  return (
    <Note tone="quiet">
      <div className={classes['due']}>
        <span>
          <a href="#/programme/training">{t('training.element.title')}</a>: {courses.length === 0 ? t('training.element.none') : said}
        </span>
        {closed || courses.length === 0 ? null : (
          <Button kind="link" size="small" busy={keep.pending} onClick={() => void put()}>
            {t('training.element.keep')}
          </Button>
        )}
      </div>
      {keep.error === null ? null : <p role="alert">{errorSentence(t, keep.error)}</p>}
    </Note>
  );
}
