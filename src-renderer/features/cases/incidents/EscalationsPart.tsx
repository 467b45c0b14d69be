import { IconArrowUpRight } from '@tabler/icons-react';
import { useState } from 'react';
import type { Escalation, IncidentDetail } from '../../../../src-shared/contract/cases.ts';
import type { DutyRole } from '../../../../src-shared/model/duty-role.ts';
import { formatDay } from '../../../../src-shared/text/dates.ts';
import { FormDialog, useHostCommand } from '../../../host/index.ts';
import { Button, Select, StatusText, TextArea, TextField, useText } from '../../../ui/index.ts';
import classes from '../cases.module.css';
import { useMe } from '../words.tsx';

const roles = [
  'legal',
  'headquartersOfficer',
  'regionalOfficer',
  'management',
  'committee',
  'adviser',
  'it',
  'hr',
  'engineering',
  'mlops',
  'product',
  'cloud',
  'sales',
  'procurement',
] as const satisfies readonly DutyRole[];

/** To whom an incident was passed on, with what question, and the answer. */
export function EscalationsPart({ incident }: { readonly incident: IncidentDetail }) {
  const t = useText();
  const [adding, setAdding] = useState(false);
  const [answering, setAnswering] = useState<Escalation | null>(null);
  return (
    <>
      <div className={classes['bar']}>
        <h3>{t('cases.escalation.title')}</h3>
        <span data-end="">
          <Button size="small" icon={IconArrowUpRight} onClick={() => setAdding(true)}>
            {t('cases.escalation.add')}
          </Button>
        </span>
      </div>
      {incident.escalations.length === 0 ? (
        <p className="muted">{t('cases.escalation.none')}</p>
      ) : (
        <ul className={classes['plain']}>
          {incident.escalations.map((one) => (
            <li key={one.id}>
              <span className={classes['bar']}>
                <b className="medium">{t('cases.escalation.asked', { to: one.to, on: formatDay(one.on, t.locale) })}</b>
                {one.role === null ? null : <span className="muted">{t(`role.${one.role}`)}</span>}
                {one.answeredOn === null ? (
                  <>
                    <StatusText tone="review">{t('cases.escalation.waiting')}</StatusText>
                    <Button size="small" onClick={() => setAnswering(one)}>
                      {t('cases.escalation.reply')}
                      <span className="visually-hidden">: {one.to}</span>
                    </Button>
                  </>
                ) : null}
              </span>
              <span className={classes['lead']}>{one.ask}</span>
              {one.answeredOn === null ? null : (
                <span className={classes['lead']}>
                  <b className="medium">
                    {one.answeredBy}, {formatDay(one.answeredOn, t.locale)}:
                  </b>{' '}
                  {one.answer}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {adding ? <AskDialog incident={incident} onClose={() => setAdding(false)} /> : null}
      {answering === null ? null : <AnswerDialog escalation={answering} onClose={() => setAnswering(null)} />}
    </>
  );
}

function AskDialog({ incident, onClose }: { readonly incident: IncidentDetail; readonly onClose: () => void }) {
  const t = useText();
  const me = useMe();
  const send = useHostCommand('cases.escalate');
  const [to, setTo] = useState('');
  const [role, setRole] = useState<DutyRole | null>('legal');
  const [ask, setAsk] = useState('');
  const [typed, setBy] = useState<string | null>(null);
  const by = typed ?? me;
  const submit = async () => {
    const reply = await send.run({ incidentId: incident.row.id, to, role, ask, by });
    if (reply.ok) onClose();
  };
  return (
    <FormDialog
      title={t('cases.escalation.dialog', { number: incident.row.number })}
      onClose={onClose}
      submitLabel={t('cases.escalation.add')}
      onSubmit={() => void submit()}
      busy={send.pending}
      missing={to.trim() === '' || ask.trim() === '' || by.trim() === '' ? t('cases.escalation.first') : undefined}
      error={send.error}
    >
      <div className={classes['pair']}>
        <TextField label={t('cases.escalation.to')} required value={to} onChange={setTo} maxLength={200} />
        <Select<DutyRole>
          label={t('cases.escalation.role')}
          value={role}
          options={roles.map((value) => ({ value, label: t(`role.${value}`) }))}
          onChange={setRole}
          onClear={() => setRole(null)}
        />
      </div>
      <TextArea label={t('cases.escalation.ask')} required value={ask} onChange={setAsk} rows={3} maxLength={4000} />
      <TextField label={t('cases.escalation.by')} required value={by} onChange={setBy} maxLength={200} />
    </FormDialog>
  );
}

function AnswerDialog({ escalation, onClose }: { readonly escalation: Escalation; readonly onClose: () => void }) {
  const t = useText();
  const send = useHostCommand('cases.answerEscalation');
  const [answer, setAnswer] = useState('');
  const [by, setBy] = useState(escalation.to);
  const submit = async () => {
    const reply = await send.run({ id: escalation.id, answer, by });
    if (reply.ok) onClose();
  };
  return (
    <FormDialog
      title={t('cases.escalation.replyTo', { to: escalation.to })}
      onClose={onClose}
      submitLabel={t('cases.escalation.reply')}
      onSubmit={() => void submit()}
      busy={send.pending}
      missing={answer.trim() === '' || by.trim() === '' ? t('cases.escalation.answerFirst') : undefined}
      error={send.error}
    >
      <p className={classes['lead']}>{escalation.ask}</p>
      <TextArea label={t('cases.escalation.answer')} required value={answer} onChange={setAnswer} rows={3} maxLength={4000} />
      <TextField label={t('cases.escalation.answerBy')} required value={by} onChange={setBy} maxLength={200} />
    </FormDialog>
  );
}
