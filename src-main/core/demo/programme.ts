import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { HandlersFor } from '../../../src-shared/contract/kernel.ts';
import type { programmeMethods } from '../../../src-shared/contract/programme.ts';
import { Contact } from '../../../src-shared/contract/programme-contacts.ts';
import { dayAfter } from '../../../src-shared/model/dates.ts';
import { DutyRole } from '../../../src-shared/model/duty-role.ts';
import { OperatingModel, RiskTreatment } from '../../../src-shared/model/programme.ts';
import type { FeatureDeps } from '../feature.ts';
import { sitesWithAssets } from '../inventory/index.ts';
import { held } from './steps.ts';

/** Commands that put the demo's programme in place; they are the product's own. */
export interface DemoProgrammeCommands {
  readonly programme: Pick<
    HandlersFor<typeof programmeMethods>,
    | 'programme.saveSettings'
    | 'programme.saveDuty'
    | 'programme.saveRegion'
    | 'programme.savePath'
    | 'programme.saveContact'
    | 'programme.saveMeeting'
    | 'programme.saveDecision'
    | 'programme.manual'
    | 'programme.saveSection'
    | 'programme.issueManual'
    | 'programme.startAssessment'
    | 'programme.answer'
    | 'programme.finishAssessment'
    | 'programme.startRisk'
    | 'programme.saveRisk'
    | 'programme.addRiskRows'
    | 'programme.saveRiskRow'
    | 'programme.signRisk'
  >;
}

const Step = z.int().nullable();
const ProgrammeFile = z.strictObject({
  format: z.literal('gatehouse-demo-programme/1'),
  settings: z.strictObject({ operatingModel: OperatingModel, operatingNote: z.string() }),
  duties: z.array(
    z.strictObject({
      role: DutyRole,
      person: z.string(),
      site: z.string().nullable(),
      deputy: z.string(),
      duties: z.string(),
      mayStop: z.boolean(),
      sinceDaysAgo: z.int(),
    }),
  ),
  contacts: z.array(
    Contact.omit({ id: true, revision: true, lastOn: true, nextOn: true }).extend({
      lastDaysAgo: z.int().nonnegative().nullable(),
      /** Negative: so many days overdue. */
      nextInDays: z.int().nullable(),
    }),
  ),
  regions: z.array(z.strictObject({ code: z.string(), own: z.string(), checkedDaysAgo: z.int().nullable(), by: z.string() })),
  paths: z.array(
    z.strictObject({ name: z.string(), when: z.string(), halt: z.string(), steps: z.array(z.tuple([DutyRole, z.int(), z.string()])) }),
  ),
  meetings: z.array(
    z.strictObject({
      title: z.string(),
      /** Negative: so many days ahead. */
      daysAgo: z.int(),
      state: z.enum(['planned', 'held']),
      chair: z.string(),
      place: z.string(),
      attendees: z.array(z.string()),
      agenda: z.string(),
      minutes: z.string(),
      /** Text, whether something to do, owner, days until due. */
      decisions: z.array(z.tuple([z.string(), z.boolean(), z.string(), z.int().nullable()])),
    }),
  ),
  manual: z.strictObject({
    issues: z.array(z.strictObject({ approvedBy: z.string(), note: z.string() })),
    edits: z.array(z.strictObject({ section: z.string(), body: z.string() })),
  }),
  assessments: z.array(
    z.strictObject({
      title: z.string(),
      daysAgo: z.int(),
      by: z.string(),
      scope: z.string(),
      answers: z.array(
        z.strictObject({
          question: z.string(),
          applies: z.boolean(),
          maturity: z.int().nullable(),
          shownBy: z.string(),
          gap: z.string(),
          note: z.string(),
        }),
      ),
    }),
  ),
  risks: z.array(
    z.strictObject({
      title: z.string(),
      daysAgo: z.int(),
      cause: z.enum(['first', 'calendar', 'ruleChange', 'event']),
      causeNote: z.string(),
      conclusion: z.string(),
      by: z.string(),
      rows: z.array(
        z.strictObject({
          /** Null: every model. */
          model: z.string().nullable(),
          country: z.string(),
          endUse: z.string(),
          misuse: z.string(),
          likelihood: Step,
          effect: Step,
          likelihoodAfter: Step,
          effectAfter: Step,
          safeguards: z.string(),
          treatment: RiskTreatment,
          owner: z.string(),
          dueInDays: z.int().nullable(),
          note: z.string(),
        }),
      ),
    }),
  ),
});
type ProgrammeFile = z.infer<typeof ProgrammeFile>;

/** Two self-assessments, two signed risk assessments, who does what, meetings with decisions, and a manual that was issued once. */
export async function playProgramme(
  deps: FeatureDeps,
  { programme }: DemoProgrammeCommands,
  assetIdOf: (name: string) => string,
  today: string,
): Promise<void> {
  const path = join(deps.ports.paths.resources, 'samples', 'demo', 'programme.json');
  const file = ProgrammeFile.parse(JSON.parse(readFileSync(path, 'utf8')));
  const before = (days: number) => dayAfter(today, -days);
  await held(programme['programme.saveSettings'](file.settings));
  await playOrganisation(deps, programme, file, before);
  for (const { title, daysAgo, by, scope, answers } of file.assessments) {
    const { summary } = await held(
      programme['programme.startAssessment']({ title, assessedOn: before(daysAgo), by, scope, carryOver: false }),
    );
    for (const { question: questionId, ...answer } of answers)
      await held(programme['programme.answer']({ assessmentId: summary.id, questionId, revision: 0, ...answer }));
    await held(programme['programme.finishAssessment']({ id: summary.id, revision: summary.revision, final: true }));
  }
  for (const risk of file.risks) await playRisk(programme, risk, assetIdOf, today);
  for (const meeting of file.meetings) {
    const { decisions, daysAgo, ...rest } = meeting;
    const { id } = await held(programme['programme.saveMeeting']({ id: null, revision: 0, heldOn: before(daysAgo), ...rest }));
    for (const [text, action, owner, dueIn] of decisions) {
      const due = dueIn === null ? null : dayAfter(today, dueIn);
      await held(programme['programme.saveDecision']({ id: null, revision: 0, meetingId: id, text, action, owner, due, links: [] }));
    }
  }
  for (const issue of file.manual.issues) await held(programme['programme.issueManual'](issue));
  for (const { section, body } of file.manual.edits) {
    const { sections } = await held(programme['programme.manual']({}));
    const found = sections.find(({ id }) => id === section);
    if (found === undefined) throw new Error(`The manual has no section ${section}`);
    const { id, revision, title } = found;
    await held(programme['programme.saveSection']({ id, revision, title, body, included: true }));
  }
}

async function playOrganisation(
  deps: FeatureDeps,
  programme: DemoProgrammeCommands['programme'],
  file: ProgrammeFile,
  before: (days: number) => ReturnType<typeof dayAfter>,
): Promise<void> {
  const sites = sitesWithAssets(deps.session());
  const siteId = (key: string | null) => (key === null ? null : (sites.find(({ name }) => name.toLowerCase().startsWith(key))?.id ?? null));
  for (const { site, sinceDaysAgo, ...duty } of file.duties) {
    const place = { personId: null, siteId: siteId(site), since: before(sinceDaysAgo) };
    await held(programme['programme.saveDuty']({ id: null, revision: 0, ...duty, ...place }));
  }
  for (const { code, own, checkedDaysAgo, by } of file.regions) {
    const checkedOn = checkedDaysAgo === null ? null : before(checkedDaysAgo);
    await held(programme['programme.saveRegion']({ code, revision: 0, own, checkedOn, checkedBy: by }));
  }
  for (const { lastDaysAgo, nextInDays, ...contact } of file.contacts) {
    const lastOn = lastDaysAgo === null ? null : before(lastDaysAgo);
    const nextOn = nextInDays === null ? null : before(-nextInDays);
    await held(programme['programme.saveContact']({ id: null, revision: 0, ...contact, lastOn, nextOn }));
  }
  for (const { steps, ...path } of file.paths) {
    const taken = steps.map(([role, withinHours, what]) => ({ role, withinHours, what }));
    await held(programme['programme.savePath']({ id: null, revision: 0, ...path, steps: taken }));
  }
}

async function playRisk(
  programme: DemoProgrammeCommands['programme'],
  { rows, by, daysAgo, conclusion, ...head }: ProgrammeFile['risks'][number],
  assetIdOf: (name: string) => string,
  today: string,
): Promise<void> {
  const assessedOn = dayAfter(today, -daysAgo);
  const { summary } = await held(programme['programme.startRisk']({ ...head, assessedOn, carryOver: false }));
  const { id } = summary;
  const subjects = rows.map(({ model, country, endUse, misuse }) => ({
    assetId: model === null ? null : assetIdOf(model),
    country,
    endUse,
    misuse,
  }));
  const { rows: lines, summary: begun } = await held(programme['programme.addRiskRows']({ riskId: id, rows: subjects }));
  for (const [place, row] of lines.entries()) {
    const said = rows[place];
    if (said === undefined) throw new Error(`The demo has no line ${place} in ${head.title}`);
    const { model: _model, country: _country, endUse: _use, misuse: _misuse, dueInDays, ...rating } = said;
    const due = dueInDays === null ? null : dayAfter(assessedOn, dueInDays);
    await held(programme['programme.saveRiskRow']({ id: row.id, revision: row.revision, ...rating, due }));
  }
  const saved = await held(programme['programme.saveRisk']({ id, revision: begun.revision, ...head, assessedOn, conclusion }));
  await held(programme['programme.signRisk']({ id, revision: saved.summary.revision, by, on: dayAfter(assessedOn, 2), note: '' }));
}
