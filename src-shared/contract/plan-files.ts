import { z } from 'zod';
import { HolidayFile } from '../formats/holiday-file.ts';
import { IsoDate } from '../model/dates.ts';
import { ProfileName } from '../model/redaction.ts';
import { Paper, ReportPage } from '../model/report-page.ts';
import { command, query } from './kernel.ts';

const Id = z.string().min(1).max(80);

/** Columns of the list of tasks. Words under `plan.column.<id>`; the title is `plan.column.task`. */
export const TaskColumn = z.enum([
  ...(['title', 'owner', 'state', 'start', 'end', 'slip', 'progress', 'planned', 'slack', 'critical', 'after', 'role', 'cause'] as const),
  'evidence',
]);
export type TaskColumn = z.infer<typeof TaskColumn>;

export const TaskGrouping = z.enum(['phase', 'owner', 'state', 'none']);
export type TaskGrouping = z.infer<typeof TaskGrouping>;

/** What of the plan is on screen; the same in all its views. */
export const PlanFilter = z.strictObject({
  show: z.enum(['all', 'open', 'late', 'critical']),
  /** Null for anybody's; empty for nobody's. */
  owner: z.string().max(200).nullable(),
  text: z.string().max(300),
});
export type PlanFilter = z.infer<typeof PlanFilter>;

/** The list as a person sees it: its columns, and its tasks in order under their headings. What the cells say is looked up. */
export const TaskListShown = z.strictObject({
  columns: z.array(TaskColumn).min(1).max(TaskColumn.options.length),
  groupBy: TaskGrouping,
  /** `id` is a phase, a state or an owner, as `groupBy` says; one group without meaning where it is `none`. */
  groups: z.array(z.strictObject({ id: z.string().max(200), tasks: z.array(Id).min(1).max(5000) })).max(5000),
  filter: PlanFilter,
});
export type TaskListShown = z.infer<typeof TaskListShown>;

/** What left the program, with its number; without a file name it went to a printer. */
const Given = z.strictObject({ number: z.string().max(40), fileName: z.string().max(300).nullable() });

/** A check-in as it was filed, as its page. */
export const FiledCheckInPage = z.strictObject({
  week: z.int(),
  on: IsoDate,
  by: z.string().max(200),
  number: z.string().max(40),
  page: ReportPage,
});
export type FiledCheckInPage = z.infer<typeof FiledCheckInPage>;

/** Files of a plan: lists, pictures and check-ins that leave, holidays that come in. */
export const planFileMethods = {
  /** The list as it is shown, as a file or on paper. Errors: `cancelled`, `print.failed`, `storage.failed`. */
  'plan.exportList': command(
    TaskListShown.extend({ as: z.enum(['csv', 'xlsx', 'pdf', 'print']), paper: Paper, redaction: ProfileName }),
    Given,
    ['reports', 'journal'],
  ),
  /** The burndown's numbers as a table, or itself as a picture. Errors: `cancelled`, `storage.failed`. */
  'plan.exportBurndown': command(
    z.strictObject({ unit: z.enum(['tasks', 'days']), as: z.enum(['csv', 'svg']), redaction: ProfileName }),
    Given,
    ['reports', 'journal'],
  ),
  /** Asks for a calendar or a table of holidays and says what it holds for some years; null where the dialog was left. Errors: `file.refused`. */
  'plan.readHolidayFile': query(
    z.strictObject({ from: z.int().min(1990).max(2150), until: z.int().min(1990).max(2150) }),
    HolidayFile.extend({ fileName: z.string().max(300) }).nullable(),
    [],
  ),
  'plan.checkInPage': query(z.strictObject({ week: z.int(), redaction: ProfileName }), FiledCheckInPage, ['plan', 'reports']),
  /** Errors: `cancelled`, `record.notFound`, `print.failed`, `storage.failed`. */
  'plan.exportCheckIn': command(
    z.strictObject({ week: z.int(), as: z.enum(['pdf', 'print']), paper: Paper, redaction: ProfileName }),
    Given,
    ['reports', 'journal'],
  ),
};
