import { useState } from 'react';
import type { Duty, Organisation } from '../../../../src-shared/contract/programme.ts';
import { DutyRole } from '../../../../src-shared/model/duty-role.ts';
import { EvidenceOf, FormDialog, useHostCommand } from '../../../host/index.ts';
import { DayField, dayOf, Section, Select, Switch, TextArea, useText } from '../../../ui/index.ts';
import { PersonField } from '../PersonField.tsx';

const WHOLE = 'whole';

interface DutyDialogProps {
  readonly organisation: Organisation;
  /** Null names somebody new. */
  readonly duty: Duty | null;
  readonly role?: DutyRole;
  readonly onClose: () => void;
}

/** Names a person for a role, for the company or a site, with what they do and whether they may stop things. */
export function DutyDialog({ organisation, duty, role: asked, onClose }: DutyDialogProps) {
  const t = useText();
  const save = useHostCommand('programme.saveDuty');
  const [role, setRole] = useState<DutyRole>(duty?.role ?? asked ?? 'headquartersOfficer');
  const [person, setPerson] = useState({ name: duty?.person ?? '', id: duty?.personId ?? null });
  const [siteId, setSite] = useState<string>(duty?.siteId ?? WHOLE);
  const [deputy, setDeputy] = useState(duty?.deputy ?? '');
  const [duties, setDuties] = useState(duty?.duties ?? t(`programme.duty.offer.${role}`));
  const [mayStop, setMayStop] = useState(duty?.mayStop ?? false);
  const [since, setSince] = useState<string>(duty?.since ?? '');
  const day = dayOf(since);
  const submit = async () => {
    if (day === undefined) return;
    const reply = await save.run({
      ...{ id: duty?.id ?? null, revision: duty?.revision ?? 0, role, person: person.name, personId: person.id },
      ...{ siteId: siteId === WHOLE ? null : siteId, deputy, duties, mayStop, since: day },
    });
    if (reply.ok) onClose();
  };
  const pickRole = (next: DutyRole) => {
    // What is offered for a role goes with it; own words stay.
    if (duties === t(`programme.duty.offer.${role}`)) setDuties(t(`programme.duty.offer.${next}`));
    setRole(next);
  };
  return (
    <FormDialog
      title={t(duty === null ? 'programme.duty.title' : 'programme.duty.edit')}
      onClose={onClose}
      submitLabel={t(duty === null ? 'programme.duty.add' : 'programme.save')}
      onSubmit={() => void submit()}
      busy={save.pending}
      missing={person.name.trim() === '' ? t('programme.duty.nameFirst') : day === undefined ? t('field.noDay') : undefined}
      error={save.error}
    >
      <Select<DutyRole>
        label={t('programme.duty.role')}
        value={role}
        options={DutyRole.options.map((value) => ({ value, label: t(`role.${value}`) }))}
        onChange={pickRole}
      />
      <PersonField
        label={t('programme.duty.person')}
        hint={t('programme.duty.personHint')}
        value={person.name}
        onChange={(name, id) => setPerson({ name, id })}
      />
      <Select
        label={t('programme.duty.site')}
        value={siteId}
        options={[
          { value: WHOLE, label: t('programme.duty.whole') },
          ...organisation.sites.map(({ id, name, city }) => ({ value: id, label: name, detail: city })),
        ]}
        onChange={setSite}
      />
      <TextArea label={t('programme.duty.duties')} value={duties} onChange={setDuties} rows={2} maxLength={2000} />
      <PersonField label={t('programme.duty.deputy')} value={deputy} onChange={setDeputy} />
      <DayField label={t('programme.duty.since')} value={since} onChange={setSince} />
      <Switch label={t('programme.duty.mayStop')} hint={t('programme.duty.mayStopHint')} checked={mayStop} onChange={setMayStop} />
      {duty === null ? null : (
        <Section title={t('evidence.tab')}>
          <EvidenceOf record={{ kind: 'duty', id: duty.id }} />
        </Section>
      )}
    </FormDialog>
  );
}
