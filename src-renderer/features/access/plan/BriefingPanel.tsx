import { IconSignature, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { ControlPlan } from '../../../../src-shared/contract/access.ts';
import { IsoDate } from '../../../../src-shared/model/dates.ts';
import { formatDay } from '../../../../src-shared/text/dates.ts';
import { errorSentence, FormDialog, useHostCommand, useHostQuery } from '../../../host/index.ts';
import { Button, IconButton, Note, Section, Select, TextArea, TextField, useText } from '../../../ui/index.ts';
import classes from './plan.module.css';

/** Who was told what the plan asks of them, and who still has to be. */
export function BriefingPanel({ plan }: { readonly plan: ControlPlan }) {
  const t = useText();
  const remove = useHostCommand('access.removeBriefing');
  const [signing, setSigning] = useState<string | null>(null);
  return (
    <aside className={classes['panel']} aria-label={t('access.plan.briefings')}>
      <Section title={t('access.plan.toBrief')} aside={t('access.plan.peopleCount', { count: plan.unbriefed.length })}>
        {plan.unbriefed.length === 0 ? (
          <p className="small muted">{t(plan.briefings.length === 0 ? 'access.plan.nobodyToBrief' : 'access.plan.allBriefed')}</p>
        ) : (
          <ul className={classes['people']}>
            {plan.unbriefed.map((person) => (
              <li key={person.id}>
                <a href={`#/people/${person.id}`}>{person.name}</a>
                <Button size="small" icon={IconSignature} onClick={() => setSigning(person.id)}>
                  {t('access.plan.sign')}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Section>
      {plan.briefings.length === 0 ? null : (
        <Section title={t('access.plan.briefed')} aside={t('access.plan.peopleCount', { count: plan.briefings.length })}>
          <ul className={classes['people']}>
            {plan.briefings.map((briefing) => (
              <li key={briefing.id}>
                <span>
                  {briefing.personName}
                  <small>{t('access.plan.signed', { day: formatDay(briefing.briefedOn, t.locale), by: briefing.signedBy })}</small>
                </span>
                <IconButton
                  icon={IconTrash}
                  label={t('access.plan.remove', { name: briefing.personName })}
                  onClick={() => void remove.run({ id: briefing.id })}
                />
              </li>
            ))}
          </ul>
        </Section>
      )}
      {remove.error === null ? null : (
        <Note tone="restricted" live>
          {errorSentence(t, remove.error)}
        </Note>
      )}
      <p className="caption muted">{t('access.plan.note')}</p>
      {signing === null ? null : <BriefingDialog plan={plan} personId={signing} onClose={() => setSigning(null)} />}
    </aside>
  );
}

interface BriefingDialogProps {
  readonly plan: ControlPlan;
  readonly personId: string;
  readonly onClose: () => void;
}

function BriefingDialog({ plan, personId, onClose }: BriefingDialogProps) {
  const t = useText();
  const save = useHostCommand('access.saveBriefing');
  const settings = useHostQuery('settings.get', {});
  const [person, setPerson] = useState(personId);
  const [typedDay, setDay] = useState<string | null>(null);
  const [by, setBy] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const text = typedDay ?? settings.data?.today ?? '';
  const day = IsoDate.safeParse(text);
  const signedBy = by ?? settings.data?.workspace?.person.name ?? '';
  const missing = !day.success ? t('access.dayFormat') : signedBy.trim() === '' ? t('access.plan.signerFirst') : undefined;
  const submit = async () => {
    if (!day.success) return;
    const reply = await save.run({ id: null, assetId: plan.assetId, personId: person, briefedOn: day.data, signedBy, note });
    if (reply.ok) onClose();
  };
  return (
    <FormDialog
      title={t('access.plan.signTitle', { asset: plan.assetName })}
      onClose={onClose}
      submitLabel={t('access.plan.keep')}
      onSubmit={() => void submit()}
      busy={save.pending}
      missing={missing}
      error={save.error}
    >
      <Select
        label={t('access.column.person')}
        value={person}
        options={plan.unbriefed.map((one) => ({ value: one.id, label: one.name }))}
        onChange={setPerson}
      />
      <TextField
        label={t('access.plan.briefedOn')}
        value={text}
        onChange={setDay}
        maxLength={10}
        error={day.success ? undefined : t('access.dayFormat')}
      />
      <TextField label={t('access.plan.signedBy')} hint={t('access.plan.signedByHint')} value={signedBy} onChange={setBy} maxLength={300} />
      <TextArea label={t('access.plan.noteLabel')} value={note} onChange={setNote} rows={2} maxLength={2000} />
    </FormDialog>
  );
}
