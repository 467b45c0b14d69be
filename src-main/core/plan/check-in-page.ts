import type { ReportPage } from '../../../src-shared/model/report-page.ts';
import { formatDay } from '../../../src-shared/text/dates.ts';
import type { Text } from '../../../src-shared/text/format.ts';
import type { OpenWorkspace } from '../db/index.ts';
import { reportFrame, type Withholding } from '../reports/index.ts';
import type { FiledCheckIn } from './check-in.ts';
import { checkInSections } from './report.ts';
import type { Plan } from './store.ts';
import { mondayOf, weeksOf } from './view.ts';

/** The page of a check-in: what was filed for its week, by whom and when. Nothing of it follows what the plan says today. */
export function checkInPage(
  workspace: OpenWorkspace,
  plan: Plan,
  filed: FiledCheckIn,
  { redaction, hide, page }: Withholding,
  text: Text,
): ReportPage {
  const say = text.dynamic;
  const day = (on: string) => formatDay(on, text.locale);
  const under = say('plan.paper.checkInUnder', {
    week: filed.week,
    weeks: weeksOf(plan),
    monday: day(mondayOf(plan, filed.week)),
    on: day(filed.on),
    by: filed.by === '' ? 'none' : hide.person(filed.by),
  });
  const title = say('plan.paper.checkIn', { week: filed.week, plan: hide.words(plan.title) });
  return page(
    reportFrame({ workspace, redaction, on: filed.on }, { title, under, sections: checkInSections(filed, hide.words, text) }, text),
  );
}
