import { useState } from 'react';
import type { CourseLine, SessionLine } from '../../../../src-shared/contract/training.ts';
import { FormDialog, useHostCommand, useHostQuery } from '../../../host/index.ts';
import { DayField, dayOf, Select, TextArea, TextField, useText } from '../../../ui/index.ts';
import { PersonField } from '../PersonField.tsx';
import classes from '../programme.module.css';

interface SessionDialogProps {
  /** Null records one. */
  readonly session: SessionLine | null;
  /** The course to begin from. */
  readonly courseId: string | null;
  readonly onClose: () => void;
  readonly onSaved: (id: string) => void;
}

/** What was held: the course, the day, who held it and where. Who took part is recorded on its page. */
export function SessionDialog(props: SessionDialogProps) {
  const settings = useHostQuery('settings.get', {});
  const overview = useHostQuery('training.overview', {});
  if (settings.data === undefined || overview.data === undefined) return null;
  return <Form {...props} courses={overview.data.courses} today={settings.data.today} me={settings.data.workspace?.person.name ?? ''} />;
}

interface FormProps extends SessionDialogProps {
  readonly courses: readonly CourseLine[];
  readonly today: string;
  readonly me: string;
}

function Form({ session, courseId, onClose, onSaved, courses, today, me }: FormProps) {
  const t = useText();
  const save = useHostCommand('training.saveSession');
  const [course, setCourse] = useState(session?.courseId ?? courseId);
  const [on, setOn] = useState<string>(session?.heldOn ?? today);
  const [by, setBy] = useState(session?.by ?? me);
  const [place, setPlace] = useState(session?.place ?? '');
  const [note, setNote] = useState(session?.note ?? '');
  const day = dayOf(on);
  const ahead = typeof day === 'string' && day > today;
  const submit = async () => {
    if (day === null || day === undefined || course === null) return;
    const reply = await save.run({
      ...{ id: session?.id ?? null, revision: session?.revision ?? 0, courseId: course, heldOn: day, by, place, note },
    });
    if (!reply.ok) return;
    onClose();
    onSaved(reply.value.id);
  };
  const offered = courses.filter(({ course: { retired, id } }) => !retired || id === course);
  return (
    <FormDialog
      title={t(session === null ? 'training.session.new' : 'training.session.edit')}
      onClose={onClose}
      submitLabel={t(session === null ? 'training.session.add' : 'programme.save')}
      onSubmit={() => void submit()}
      busy={save.pending}
      missing={
        course === null
          ? t('training.session.courseFirst')
          : day === null || day === undefined
            ? t('field.noDay')
            : ahead
              ? t('training.session.ahead')
              : undefined
      }
      error={save.error}
    >
      <Select
        label={t('training.session.course')}
        value={course}
        options={offered.map(({ course: { id, title } }) => ({ value: id, label: title }))}
        onChange={setCourse}
      />
      <div className={classes['pair']}>
        <DayField label={t('training.session.day')} value={on} onChange={setOn} required />
        <TextField label={t('training.session.place')} value={place} onChange={setPlace} maxLength={200} />
      </div>
      <PersonField label={t('training.session.by')} value={by} onChange={setBy} />
      <TextArea label={t('training.session.note')} value={note} onChange={setNote} rows={3} maxLength={2000} />
    </FormDialog>
  );
}
