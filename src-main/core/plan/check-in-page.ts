import { readyMade } from '../../../src-shared/model/redaction.ts';
import type { ReportPage } from '../../../src-shared/model/report-page.ts';
import { formatDay } from '../../../src-shared/text/dates.ts';
import type { Text } from '../../../src-shared/text/format.ts';
import type { OpenWorkspace } from '../db/index.ts';
import { reportFrame } from '../reports/index.ts';
import type { FiledCheckIn } from './check-in.ts';
import { checkInSections } from './report.ts';
import type { Plan } from './store.ts';
import { mondayOf, weeksOf } from './view.ts';

const asIs = (words: string): string => words;

/** The page of a check-in: what was filed for its week, by whom and when. Nothing of it follows what the plan says today. */
export function checkInPage(workspace: OpenWorkspace, plan: Plan, filed: FiledCheckIn, text: Text): ReportPage {
  const say = text.dynamic;
  const day = (on: string) => formatDay(on, text.locale);
  const under = say('plan.paper.checkInUnder', {
    week: filed.week,
    weeks: weeksOf(plan),
    monday: day(mondayOf(plan, filed.week)),
    on: day(filed.on),
    by: filed.by === '' ? 'none' : filed.by,
  });
  return reportFrame(
    { workspace, redaction: readyMade.none, on: filed.on },
    { title: say('plan.paper.checkIn', { week: filed.week, plan: plan.title }), under, sections: checkInSections(filed, asIs, text) },
    text,
  );
}
