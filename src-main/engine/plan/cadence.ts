import { dayAfter, type IsoDate } from '../../../src-shared/model/dates.ts';

const months = { monthly: 1, quarterly: 3, halfYearly: 6, yearly: 12 } as const;

/** The day something is due again: a week or so many months later, on the same day of the month, or the month's last where it has no such day. */
export function dueAgain(day: IsoDate, cadence: 'weekly' | keyof typeof months): IsoDate {
  if (cadence === 'weekly') return dayAfter(day, 7);
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const whole = year * 12 + month - 1 + months[cadence];
  const [inYear, inMonth] = [Math.floor(whole / 12), whole % 12];
  const last = new Date(Date.UTC(inYear, inMonth + 1, 0)).getUTCDate();
  return new Date(Date.UTC(inYear, inMonth, Math.min(date, last))).toISOString().slice(0, 10) as IsoDate;
}
