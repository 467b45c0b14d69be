import { isMet, type MeasureShare } from '../../../src-shared/model/measure.ts';
import type { DaySpan, ScheduledTask } from '../../../src-shared/model/plan.ts';
import { formatDayShort } from '../../../src-shared/text/dates.ts';
import { reopenedLine } from '../../../src-shared/text/reopened.ts';
import type { ProductText } from '../../ui/index.ts';

/** A span in words: `12 Oct to 9 Dec`, or one day. */
export function spanWords(t: ProductText, span: DaySpan): string {
  const start = formatDayShort(span.start, t.locale);
  return span.start === span.end ? start : t('plan.span', { start, end: formatDayShort(span.end, t.locale) });
}

/** `21 of 26`, null without a measure or with nothing to count. */
export function readingWords(t: ProductText, task: Pick<ScheduledTask, 'reading'>): string | null {
  if (task.reading === null || task.reading.of === 0) return null;
  return t('plan.reading', { done: task.reading.done, of: task.reading.of });
}

/** Why opening a closed task again is proposed: its measure is missed, else a record it was made from stands all the same. */
function reopensFor(task: ScheduledTask): 'measure' | 'record' {
  const { measure, reading, closed } = task;
  const isMissed = (share: MeasureShare | null | undefined) => measure !== null && share != null && isMet(share, measure.percent) === false;
  return isMissed(reading) && !isMissed(closed?.reading) ? 'measure' : 'record';
}

/** What the core proposes, as a line of its own or as a remark; null where it proposes nothing. */
export function proposalWords(t: ProductText, task: ScheduledTask, length: 'line' | 'short' | 'long'): string | null {
  if (task.proposal === null) return null;
  const what = task.proposal === 'close' ? 'close' : reopensFor(task) === 'measure' ? 'reopen' : 'stands';
  const reading = readingWords(t, task) ?? '';
  return length === 'line' ? t(`plan.proposal.${what}`) : t(`plan.proposal.${length}.${what}`, { reading });
}

/** That a task was opened again by itself, and why; null where a person opened it, or it is closed. */
export function reopenedWords(t: ProductText, { reopened }: Pick<ScheduledTask, 'reopened'>): string | null {
  return reopened === null ? null : t('plan.reopened.sentence', { words: reopenedLine(reopened, t) });
}

/** What stands at the end of a bar: what the core proposes, how far the measure is, or where the task came from. */
export function remarkOf(t: ProductText, task: ScheduledTask): string | null {
  const reading = readingWords(t, task);
  const proposed = proposalWords(t, task, 'short');
  if (proposed !== null) return proposed;
  if (task.closed !== null) return null;
  if (reading !== null) return reading;
  return task.cause === 'template' || task.cause === 'own' ? null : t(`plan.cause.remark.${task.cause}`);
}

/** The whole of a task's bar in words, for those who do not see it. */
export function scheduleSentence(t: ProductText, task: ScheduledTask): string {
  const parts = [
    t(task.milestone ? 'plan.spoken.milestone' : 'plan.spoken.span', { span: spanWords(t, task.expected) }),
    t(`plan.state.${task.state}`),
    readingWords(t, task),
    task.slipDays > 0 && task.planned !== null
      ? t('plan.spoken.slip', { days: task.slipDays, planned: formatDayShort(task.planned.end, t.locale) })
      : null,
    task.critical && task.closed === null ? t('plan.legend.critical') : null,
    proposalWords(t, task, 'line'),
    reopenedWords(t, task),
  ];
  return parts.filter((part) => part !== null && part !== '').join(', ');
}
