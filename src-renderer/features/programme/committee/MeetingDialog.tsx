import { useState } from 'react';
import type { Meeting } from '../../../../src-shared/contract/programme.ts';
import { FormDialog, useHostCommand, useHostQuery } from '../../../host/index.ts';
import { Checkbox, DayField, dayOf, TextArea, TextField, useText } from '../../../ui/index.ts';
import { PersonField } from '../PersonField.tsx';
import classes from '../programme.module.css';

interface MeetingDialogProps {
  /** Null plans a new one. */
  readonly meeting: Meeting | null;
  readonly onClose: () => void;
  readonly onSaved: (id: string) => void;
}

/** A meeting: day, place, who takes part, agenda, and the minutes once it was held. */
export function MeetingDialog(props: MeetingDialogProps) {
  const settings = useHostQuery('settings.get', {});
  return settings.data === undefined ? null : (
    <Form {...props} today={settings.data.today} me={settings.data.workspace?.person.name ?? ''} />
  );
}

function Form({ meeting, onClose, onSaved, today, me }: MeetingDialogProps & { readonly today: string; readonly me: string }) {
  const t = useText();
  const save = useHostCommand('programme.saveMeeting');
  const [title, setTitle] = useState(meeting?.title ?? t('programme.meeting.nameOf'));
  const [on, setOn] = useState<string>(meeting?.heldOn ?? today);
  const [place, setPlace] = useState(meeting?.place ?? '');
  const [chair, setChair] = useState(meeting?.chair ?? me);
  const [attendees, setAttendees] = useState((meeting?.attendees ?? []).join('\n'));
  const [agenda, setAgenda] = useState(meeting?.agenda ?? t('programme.meeting.agendaOffer'));
  const [minutes, setMinutes] = useState(meeting?.minutes ?? '');
  const [held, setHeld] = useState(meeting?.state === 'held');
  const day = dayOf(on);
  const ahead = held && typeof day === 'string' && day > today;
  const submit = async () => {
    if (day === null || day === undefined) return;
    const reply = await save.run({
      ...{ id: meeting?.id ?? null, revision: meeting?.revision ?? 0, title, heldOn: day, place, chair, agenda, minutes },
      attendees: attendees
        .split('\n')
        .map((name) => name.trim())
        .filter((name) => name !== ''),
      state: held ? 'held' : 'planned',
    });
    if (!reply.ok) return;
    onClose();
    onSaved(reply.value.id);
  };
  return (
    <FormDialog
      title={t(meeting === null ? 'programme.meeting.new' : 'programme.meeting.edit')}
      onClose={onClose}
      submitLabel={t(meeting === null ? 'programme.committee.plan' : 'programme.save')}
      onSubmit={() => void submit()}
      busy={save.pending}
      missing={
        title.trim() === ''
          ? t('programme.nameFirst')
          : day === null || day === undefined
            ? t('field.noDay')
            : ahead
              ? t('programme.meeting.ahead')
              : undefined
      }
      error={save.error}
    >
      <TextField label={t('programme.meeting.name')} value={title} onChange={setTitle} maxLength={200} />
      <div className={classes['pair']}>
        <DayField label={t('programme.meeting.day')} value={on} onChange={setOn} required />
        <TextField label={t('programme.meeting.place')} value={place} onChange={setPlace} maxLength={200} />
      </div>
      <PersonField label={t('programme.meeting.chair')} value={chair} onChange={setChair} />
      <TextArea
        label={t('programme.meeting.attendees')}
        hint={t('programme.meeting.attendeesHint')}
        value={attendees}
        onChange={setAttendees}
        rows={4}
        maxLength={12_000}
      />
      <TextArea label={t('programme.meeting.agenda')} value={agenda} onChange={setAgenda} rows={4} maxLength={12_000} />
      <TextArea
        label={t('programme.meeting.minutes')}
        hint={t('programme.meeting.minutesHint')}
        value={minutes}
        onChange={setMinutes}
        rows={4}
        maxLength={12_000}
      />
      <Checkbox label={t('programme.meeting.held')} checked={held} onChange={setHeld} />
    </FormDialog>
  );
}
