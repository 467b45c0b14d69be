import { useState } from 'react';
import type { TrainingCourse } from '../../../../src-shared/contract/training.ts';
import { TrainingEvery } from '../../../../src-shared/model/training.ts';
import { FormDialog, useHostCommand, useHostQuery } from '../../../host/index.ts';
import { Checkbox, DayField, dayOf, NumberField, Section, Select, TextArea, TextField, useText } from '../../../ui/index.ts';
import { PersonField } from '../PersonField.tsx';
import classes from '../programme.module.css';
import { AudienceFields } from './AudienceFields.tsx';

interface CourseDialogProps {
  /** Null adds one. */
  readonly course: TrainingCourse | null;
  readonly onClose: () => void;
  readonly onSaved: (id: string) => void;
}

/** A course: what it covers, for whom, how often, and who answers for it. */
export function CourseDialog(props: CourseDialogProps) {
  const settings = useHostQuery('settings.get', {});
  return settings.data === undefined ? null : (
    <Form {...props} today={settings.data.today} me={settings.data.workspace?.person.name ?? ''} />
  );
}

const nobody: TrainingCourse['audience'] = { everyone: false, teams: [], roles: [], sites: [], duties: [], controlled: false };

function Form({ course, onClose, onSaved, today, me }: CourseDialogProps & { readonly today: string; readonly me: string }) {
  const t = useText();
  const save = useHostCommand('training.saveCourse');
  const [title, setTitle] = useState(course?.title ?? '');
  const [content, setContent] = useState(course?.content ?? '');
  const [owner, setOwner] = useState(course?.owner ?? me);
  const [every, setEvery] = useState<TrainingEvery>(course?.every ?? 'quarterly');
  const [everyDays, setEveryDays] = useState<number | null>(course?.everyDays ?? 182);
  const [withinDays, setWithinDays] = useState<number | null>(course?.withinDays ?? 30);
  const [since, setSince] = useState<string>(course?.since ?? today);
  const [mustPass, setMustPass] = useState(course?.mustPass ?? false);
  const [retired, setRetired] = useState(course?.retired ?? false);
  const [audience, setAudience] = useState(course?.audience ?? { ...nobody, everyone: true });
  const day = dayOf(since);
  const { everyone, controlled, ...lists } = audience;
  const forNobody = !everyone && !controlled && Object.values(lists).every((list) => list.length === 0);
  const noDays = withinDays === null || (every === 'own' && everyDays === null);
  const submit = async () => {
    if (day === null || day === undefined || withinDays === null) return;
    const reply = await save.run({
      ...{ id: course?.id ?? null, revision: course?.revision ?? 0, title, content, owner, audience, every, mustPass, retired },
      ...{ everyDays: every === 'own' ? everyDays : null, withinDays, since: day },
    });
    if (!reply.ok) return;
    onClose();
    onSaved(reply.value.id);
  };
  return (
    <FormDialog
      title={t(course === null ? 'training.course.new' : 'training.course.edit')}
      onClose={onClose}
      submitLabel={t(course === null ? 'training.course.add' : 'programme.save')}
      onSubmit={() => void submit()}
      busy={save.pending}
      missing={
        title.trim() === ''
          ? t('programme.nameFirst')
          : forNobody
            ? t('training.course.audienceFirst')
            : noDays
              ? t('training.course.days', { min: 0, max: 730 })
              : day === null || day === undefined
                ? t('field.noDay')
                : undefined
      }
      error={save.error}
    >
      <TextField label={t('training.course.title')} value={title} onChange={setTitle} maxLength={200} />
      <TextArea
        label={t('training.course.content')}
        hint={t('training.course.contentHint')}
        value={content}
        onChange={setContent}
        rows={3}
        maxLength={8000}
      />
      <Section title={t('training.course.audience')}>
        <AudienceFields audience={audience} onChange={setAudience} />
      </Section>
      <div className={classes['pair']}>
        <Select<TrainingEvery>
          label={t('training.course.every')}
          hint={t('training.course.everyHint')}
          value={every}
          options={TrainingEvery.options.map((value) => ({ value, label: t(`training.every.${value}`) }))}
          onChange={setEvery}
        />
        {every === 'own' ? (
          <NumberField
            label={t('training.course.everyDays')}
            integer
            min={7}
            max={3650}
            unit={t('programme.settings.days')}
            value={everyDays}
            onCommit={setEveryDays}
          />
        ) : null}
      </div>
      <div className={classes['pair']}>
        <NumberField
          label={t('training.course.withinDays')}
          hint={t('training.course.withinHint')}
          integer
          min={0}
          max={730}
          unit={t('programme.settings.days')}
          value={withinDays}
          onCommit={setWithinDays}
        />
        <DayField label={t('training.course.since')} value={since} onChange={setSince} required />
      </div>
      <Checkbox label={t('training.course.mustPass')} hint={t('training.course.mustPassHint')} checked={mustPass} onChange={setMustPass} />
      <PersonField label={t('training.course.owner')} value={owner} onChange={setOwner} />
      {course === null ? null : (
        <Checkbox label={t('training.course.retired')} hint={t('training.course.retiredHint')} checked={retired} onChange={setRetired} />
      )}
    </FormDialog>
  );
}
