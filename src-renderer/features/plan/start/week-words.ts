import { formatWeekday } from '../../../../src-shared/text/dates.ts';
import type { ProductText } from '../../../ui/index.ts';

/** `Monday to Friday`, or the days one by one where they are no run. */
export function weekWords(t: ProductText, weekdays: readonly number[]): string {
  const days = [...weekdays].sort((a, b) => a - b);
  const [first = 1] = days;
  const last = days.at(-1) ?? first;
  if (days.length > 2 && last - first === days.length - 1)
    return t('plan.start.weekRun', { first: formatWeekday(first, t.locale), last: formatWeekday(last, t.locale) });
  return days.map((one) => formatWeekday(one, t.locale)).join(', ');
}
