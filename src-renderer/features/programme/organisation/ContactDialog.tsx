import { useState } from 'react';
import type { Contact, Contacts } from '../../../../src-shared/contract/programme-contacts.ts';
import { EvidenceOf, FormDialog, useHostCommand } from '../../../host/index.ts';
import { DayField, dayOf, Section, Segmented, Select, TextArea, TextField, useText } from '../../../ui/index.ts';
import { PersonField } from '../PersonField.tsx';
import classes from '../programme.module.css';

const NONE = 'none';

interface ContactDialogProps {
  readonly register: Contacts;
  /** Null adds one. */
  readonly contact: Contact | null;
  readonly onClose: () => void;
}

/** An authority or a group: what is talked about, with whom, when last and when again, and what shows it. */
export function ContactDialog({ register, contact, onClose }: ContactDialogProps) {
  const t = useText();
  const save = useHostCommand('programme.saveContact');
  const [kind, setKind] = useState<Contact['kind']>(contact?.kind ?? 'authority');
  const [name, setName] = useState(contact?.name ?? '');
  const [topic, setTopic] = useState(contact?.topic ?? '');
  const [person, setPerson] = useState(contact?.contact ?? '');
  const [owner, setOwner] = useState(contact?.owner ?? '');
  const [region, setRegion] = useState(contact?.region ?? NONE);
  const [lastOn, setLastOn] = useState<string>(contact?.lastOn ?? '');
  const [nextOn, setNextOn] = useState<string>(contact?.nextOn ?? '');
  const [notes, setNotes] = useState(contact?.notes ?? '');
  const [last, next] = [dayOf(lastOn), dayOf(nextOn)];
  const submit = async () => {
    if (last === undefined || next === undefined) return;
    const reply = await save.run({
      ...{ id: contact?.id ?? null, revision: contact?.revision ?? 0, kind, name, topic, contact: person, owner, notes },
      ...{ region: region === NONE ? null : region, lastOn: last, nextOn: next },
    });
    if (reply.ok) onClose();
  };
  return (
    <FormDialog
      title={t(contact === null ? 'programme.contact.add' : 'programme.contact.edit')}
      onClose={onClose}
      submitLabel={t('programme.save')}
      onSubmit={() => void submit()}
      busy={save.pending}
      missing={
        name.trim() === '' ? t('programme.contact.nameFirst') : last === undefined || next === undefined ? t('field.noDay') : undefined
      }
      error={save.error}
    >
      <Segmented<Contact['kind']>
        label={t('programme.contact.kind')}
        value={kind}
        onChange={setKind}
        choices={(['authority', 'group'] as const).map((value) => ({ value, label: t(`programme.contact.kind.${value}`) }))}
      />
      <TextField label={t('programme.contact.name')} value={name} onChange={setName} maxLength={200} />
      <TextArea label={t('programme.contact.topic')} value={topic} onChange={setTopic} rows={2} maxLength={600} />
      <TextField
        label={t('programme.contact.contact')}
        hint={t('programme.contact.contactHint')}
        value={person}
        onChange={setPerson}
        maxLength={200}
      />
      <PersonField label={t('programme.contact.owner')} value={owner} onChange={setOwner} />
      <Select
        label={t('programme.contact.region')}
        value={region}
        options={[
          { value: NONE, label: t('programme.contact.noRegion') },
          ...register.regions.map(({ code, name: label }) => ({ value: code, label })),
        ]}
        onChange={setRegion}
      />
      <div className={classes['pair']}>
        <DayField label={t('programme.contact.lastOn')} value={lastOn} onChange={setLastOn} />
        <DayField label={t('programme.contact.nextOn')} value={nextOn} onChange={setNextOn} />
      </div>
      <TextArea label={t('programme.contact.notes')} value={notes} onChange={setNotes} rows={3} maxLength={4000} />
      {contact === null ? null : (
        <Section title={t('evidence.tab')}>
          <EvidenceOf record={{ kind: 'contact', id: contact.id }} />
        </Section>
      )}
    </FormDialog>
  );
}
