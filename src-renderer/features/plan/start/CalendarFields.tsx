import { IconCalendarPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { DutyRole } from '../../../../src-shared/model/duty-role.ts';
import { HolidaySet, type WorkCalendar } from '../../../../src-shared/model/plan.ts';
import { formatWeekday, localDay } from '../../../../src-shared/text/dates.ts';
import { callHost, errorSentence } from '../../../host/index.ts';
import { Button, Checkbox, Day, IconButton, Note, Select, TextArea, TextField, useText } from '../../../ui/index.ts';
import { mostHolidays, type ReadHolidays, readHolidays } from './draft.ts';
import { type FoundHolidays, HolidayFileDialog } from './HolidayFileDialog.tsx';
import classes from './start.module.css';

interface WeekdayFieldProps {
  readonly weekdays: readonly number[];
  readonly onChange: (weekdays: readonly number[]) => void;
}

/** The days of the week on which work is done. */
export function WeekdayField({ weekdays, onChange }: WeekdayFieldProps) {
  const t = useText();
  return (
    <fieldset className={classes['week']}>
      <legend>{t('plan.start.week')}</legend>
      {[1, 2, 3, 4, 5, 6, 7].map((weekday) => (
        <Checkbox
          key={weekday}
          label={formatWeekday(weekday, t.locale)}
          checked={weekdays.includes(weekday)}
          onChange={(on) => onChange(on ? [...weekdays, weekday] : weekdays.filter((one) => one !== weekday))}
        />
      ))}
    </fieldset>
  );
}

type Holidays = WorkCalendar['holidays'];

interface HolidayFieldProps {
  readonly holidays: Holidays;
  readonly onChange: (holidays: Holidays) => void;
}

/** Holidays, pasted a line each and listed below. Lines that name no day stay in the field. */
export function HolidayField({ holidays, onChange }: HolidayFieldProps) {
  const t = useText();
  const [pasted, setPasted] = useState('');
  const [unread, setUnread] = useState<ReadHolidays['unread']>([]);
  const [failed, setFailed] = useState<string | null>(null);
  const add = (more: Holidays) => {
    const named = new Set(more.map((holiday) => holiday.day));
    const all = [...holidays.filter((holiday) => !named.has(holiday.day)), ...more];
    onChange(all.sort((a, b) => a.day.localeCompare(b.day)).slice(0, mostHolidays));
  };
  const [found, setFound] = useState<FoundHolidays | null>(null);
  const [reading, setReading] = useState(false);
  const from = Number(localDay(new Date()).slice(0, 4));
  const until = from + 1;
  const chooseFile = async () => {
    setReading(true);
    const reply = await callHost('plan.readHolidayFile', { from, until });
    setReading(false);
    setFailed(reply.ok || reply.error.code === 'cancelled' ? null : errorSentence(t, reply.error));
    if (reply.ok) setFound(reply.value);
  };
  const addSet = async (set: HolidaySet) => {
    const reply = await callHost('plan.holidays', { set, from, until });
    setFailed(reply.ok ? null : errorSentence(t, reply.error));
    if (reply.ok) add(reply.value);
  };
  const take = () => {
    const read = readHolidays(pasted);
    add(read.holidays);
    setUnread(read.unread);
    if (read.unread.length === 0) setPasted('');
  };
  return (
    <div className={classes['form']}>
      <Select<HolidaySet>
        label={t('plan.start.holidaySet')}
        hint={t('plan.start.holidaySetHint')}
        placeholder={t('plan.start.holidaySetChoose')}
        value={null}
        options={HolidaySet.options.map((value) => ({ value, label: t(`plan.holidaySet.${value}`) }))}
        onChange={(set) => void addSet(set)}
      />
      <div className={classes['fromFile']}>
        <Button icon={IconCalendarPlus} busy={reading} onClick={() => void chooseFile()}>
          {t('plan.holidayFile.choose')}
        </Button>
        <span className="muted">{t('plan.holidayFile.hint')}</span>
      </div>
      {found === null ? null : (
        <HolidayFileDialog
          found={found}
          from={from}
          until={until}
          known={holidays}
          onTake={(more) => {
            add(more);
            setFound(null);
          }}
          onClose={() => setFound(null)}
        />
      )}
      {failed === null ? null : (
        <Note tone="restricted" live>
          {failed}
        </Note>
      )}
      <TextArea
        label={t('plan.start.paste')}
        hint={t('plan.start.pasteHint')}
        placeholder={t('plan.start.pasteExample')}
        value={pasted}
        onChange={setPasted}
        rows={4}
      />
      <div>
        <Button onClick={take} disabledBecause={pasted.trim() === '' ? t('plan.start.pasteFirst') : undefined}>
          {t('plan.start.take')}
        </Button>
      </div>
      {unread.length === 0 ? null : (
        <Note tone="review" live>
          {t('plan.start.unread', { lines: unread.join(', '), count: unread.length })}
        </Note>
      )}
      {holidays.length === 0 ? (
        <p className="muted">{t('plan.start.noHolidays')}</p>
      ) : (
        <ul className={classes['holidays']}>
          {holidays.map((holiday) => (
            <li key={holiday.day}>
              <Day value={holiday.day} />
              <span>{holiday.name}</span>
              <IconButton
                icon={IconX}
                iconSize={14}
                label={t('plan.start.removeHoliday', { day: holiday.day })}
                onClick={() => onChange(holidays.filter((one) => one.day !== holiday.day))}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface OwnerFieldsProps {
  readonly roles: ReadonlyArray<{ readonly role: DutyRole; readonly tasks: number }>;
  /** Names by role. */
  readonly owners: Readonly<Record<string, string>>;
  readonly onChange: (owners: Readonly<Record<string, string>>) => void;
}

/** Who stands for each role, with how many tasks that brings. */
export function OwnerFields({ roles, owners, onChange }: OwnerFieldsProps) {
  const t = useText();
  return (
    <div className={classes['owners']}>
      {roles.map(({ role, tasks }) => (
        <TextField
          key={role}
          inline
          label={t(`role.${role}`)}
          suffix={t('plan.start.ownerTasks', { count: tasks })}
          value={owners[role] ?? ''}
          onChange={(name) => onChange({ ...owners, [role]: name })}
          maxLength={200}
        />
      ))}
    </div>
  );
}
