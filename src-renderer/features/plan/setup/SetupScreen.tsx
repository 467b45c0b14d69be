import { useState } from 'react';
import type { PlanView, RoleOwner } from '../../../../src-shared/contract/plan.ts';
import { DutyRole } from '../../../../src-shared/model/duty-role.ts';
import { EvidenceOf, errorSentence, FormDialog, useHostCommand } from '../../../host/index.ts';
import { Button, Note, Page, PageHeader, Section, TextField, useGoOn, useText, useToast } from '../../../ui/index.ts';
import { PlanInForce } from '../PlanInForce.tsx';
import classes from '../plan.module.css';
import { HolidayField, OwnerFields, WeekdayField } from '../start/CalendarFields.tsx';

/** Title, working week, holidays and owners of the plan in force, and the way to close it. */
export function SetupScreen() {
  return <PlanInForce>{(plan) => <Setup key={plan.revision} plan={plan} />}</PlanInForce>;
}

function Setup({ plan }: { readonly plan: PlanView }) {
  const t = useText();
  const toast = useToast();
  const setup = useHostCommand('plan.setup');
  const undo = useHostCommand('journal.undo');
  const [title, setTitle] = useState(plan.title);
  const [weekdays, setWeekdays] = useState<readonly number[]>(plan.calendar.weekdays);
  const [holidays, setHolidays] = useState(plan.calendar.holidays);
  const [owners, setOwners] = useState<Readonly<Record<string, string>>>(
    Object.fromEntries(plan.owners.map(({ role, name }) => [role, name])),
  );
  const [ending, setEnding] = useState(false);
  const roles = DutyRole.options
    .map((role) => ({ role, tasks: plan.tasks.filter((task) => task.ownerRole === role && task.closed === null).length }))
    .filter(({ role, tasks }) => tasks > 0 || owners[role] !== undefined);
  const named: RoleOwner[] = DutyRole.options.flatMap((role) => {
    const name = (owners[role] ?? '').trim();
    return name === '' ? [] : [{ role, name }];
  });
  const save = async () => {
    const reply = await setup.run({
      revision: plan.revision,
      title: title.trim(),
      calendar: { weekdays: [...weekdays].sort((a, b) => a - b), holidays },
      owners: named,
    });
    if (reply.ok) toast({ message: t('plan.setup.saved'), onUndo: () => void undo.run({}) });
  };
  return (
    <Page
      header={
        <PageHeader
          ruled
          title={t('plan.menu.settings')}
          crumbs={[{ label: plan.title, href: '#/plan' }, { label: t('plan.menu.settings') }]}
          actions={
            <>
              <Button onClick={() => setEnding(true)}>{t('plan.menu.end')}</Button>
              <Button
                kind="primary"
                busy={setup.pending}
                disabledBecause={
                  title.trim() === '' ? t('plan.task.titleFirst') : weekdays.length === 0 ? t('plan.start.weekdaysFirst') : undefined
                }
                onClick={() => void save()}
              >
                {t('plan.task.save')}
              </Button>
            </>
          }
        />
      }
    >
      <div className={classes['padded']}>
        {setup.error === null ? null : (
          <Note tone="restricted" live>
            {errorSentence(t, setup.error)}
          </Note>
        )}
        <div className={classes['columns']}>
          <div>
            <TextField label={t('plan.setup.title')} value={title} onChange={setTitle} maxLength={200} />
            <Section title={t('plan.start.step.owners')} aside={t('plan.setup.ownersAside')}>
              <OwnerFields roles={roles} owners={owners} onChange={setOwners} />
            </Section>
            <Section title={t('evidence.tab')}>
              <EvidenceOf record={{ kind: 'plan', id: plan.id }} />
            </Section>
          </div>
          <div>
            <WeekdayField weekdays={weekdays} onChange={setWeekdays} />
            <Section title={t('plan.start.step.holidays')}>
              <HolidayField holidays={holidays} onChange={setHolidays} />
            </Section>
          </div>
        </div>
      </div>
      {ending ? <EndDialog plan={plan} onClose={() => setEnding(false)} /> : null}
    </Page>
  );
}

/** Closes the plan: it stays on record, and another one can be started. */
function EndDialog({ plan, onClose }: { readonly plan: PlanView; readonly onClose: () => void }) {
  const t = useText();
  const goOn = useGoOn();
  const end = useHostCommand('plan.end');
  const [reason, setReason] = useState('');
  const open = plan.tasks.filter((task) => task.closed === null && task.state !== 'dropped').length;
  const submit = async () => {
    const reply = await end.run({ revision: plan.revision, reason: reason.trim() });
    if (reply.ok) goOn('/plan');
  };
  return (
    <FormDialog
      title={t('plan.menu.end')}
      onClose={onClose}
      submitLabel={t('plan.menu.end')}
      onSubmit={() => void submit()}
      busy={end.pending}
      missing={open > 0 && reason.trim() === '' ? t('plan.end.reasonFirst', { count: open }) : undefined}
      error={end.error}
    >
      <p className="muted">{t('plan.end.text', { count: open })}</p>
      <TextField label={t('plan.end.reason')} required={open > 0} value={reason} onChange={setReason} maxLength={600} autoFocus />
    </FormDialog>
  );
}
