import type { TaskReopened } from '../model/plan.ts';
import { formatDayShort } from './dates.ts';
import type { Text } from './format.ts';

/** Why a task is open again without anybody having opened it: the measure, and its values at closing and when it fell. */
export const reopenedLine = ({ id, on, was, now }: TaskReopened, text: Pick<Text, 'locale' | 'dynamic'>): string =>
  text.dynamic('plan.reopened.line', {
    ...{ on: formatDayShort(on, text.locale), measure: text.dynamic(`measure.${id}`) },
    ...{ was: was.done, wasOf: was.of, now: now.done, nowOf: now.of },
  });
