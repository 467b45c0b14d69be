import type { DueView, ProgrammeStanding } from '../../../src-shared/contract/programme.ts';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import type { RulePack } from '../../../src-shared/model/rule-pack.ts';
import { dueClock } from '../../engine/programme/index.ts';
import type { QualityPicture } from '../../engine/quality/index.ts';
import type { OpenWorkspace } from '../db/index.ts';
import { allAssessments, assessmentSummary } from './assessments.ts';
import type { ProgrammeCatalogue } from './catalogue.ts';
import { listMeetings } from './committee.ts';
import type { ProgrammeJoins } from './joins.ts';
import { manualOf } from './manual.ts';
import { organisationOf } from './organisation.ts';
import { allRisks, lastSigned, riskSummary } from './risks.ts';
import { readProgrammeSettings } from './settings.ts';

/** Changes of the rules that ask for a new look: law that began or ran out. Notices, drafts and list updates do not. */
function ruleEvents(packs: readonly RulePack[]): DueView['since'] {
  return packs.flatMap(({ manifest, watch }) =>
    (watch?.events ?? [])
      .filter(({ kind }) => kind === 'rule' || kind === 'ends')
      .map(({ date, title }) => ({ on: date, title, pack: manifest.title, packId: manifest.id })),
  );
}

interface Recurring {
  readonly lastOn: IsoDate | null;
  readonly everyDays: number;
  readonly onChange: boolean;
}

function due(workspace: OpenWorkspace, joins: ProgrammeJoins, today: IsoDate, { lastOn, everyDays, onChange }: Recurring): DueView {
  const changes = onChange ? ruleEvents(joins.packs(workspace)) : [];
  const { since, ahead, ...clock } = dueClock({ lastOn, everyDays, changes, onChange, today });
  return { ...clock, lastOn, since: since.slice(-200), ahead: ahead.slice(0, 200) };
}

/** When the next risk assessment is due: so many days after the last one signed, or when the rules changed since. */
export function riskDue(workspace: OpenWorkspace, joins: ProgrammeJoins, today: IsoDate): DueView {
  const { riskEveryDays, riskOnRuleChange } = readProgrammeSettings(workspace);
  const last = lastSigned(workspace, null);
  return due(workspace, joins, today, { lastOn: last?.assessed_on ?? null, everyDays: riskEveryDays, onChange: riskOnRuleChange });
}

/** What was done before and is due again, by the intervals the company set. */
export function programmeDueForQuality(workspace: OpenWorkspace, joins: ProgrammeJoins, today: IsoDate): QualityPicture['programmeDue'] {
  const { assessEveryDays } = readProgrammeSettings(workspace);
  const latest = allAssessments(workspace).find(({ state }) => state === 'final');
  const signed = lastSigned(workspace, null);
  const again = due(workspace, joins, today, { lastOn: latest?.assessed_on ?? null, everyDays: assessEveryDays, onChange: false });
  const risk = riskDue(workspace, joins, today);
  return [
    ...(latest !== undefined && again.due ? [{ kind: 'assessment' as const, id: latest.id, name: latest.title, since: again.dueOn }] : []),
    ...(signed !== undefined && risk.due
      ? [{ kind: 'riskAssessment' as const, id: signed.id, name: signed.title, since: risk.dueOn }]
      : []),
  ];
}

/** Everything that waits in the programme. */
export function programmeStanding(
  workspace: OpenWorkspace,
  catalogue: ProgrammeCatalogue,
  joins: ProgrammeJoins,
  today: IsoDate,
): ProgrammeStanding {
  const settings = readProgrammeSettings(workspace);
  const latest = allAssessments(workspace).find(({ state }) => state === 'final');
  const risks = allRisks(workspace);
  const signed = lastSigned(workspace, null);
  const meetings = listMeetings(workspace, today);
  const held = meetings.find(({ state }) => state === 'held');
  const next = meetings.findLast(({ state, heldOn }) => state === 'planned' && heldOn >= today);
  const { unfilled, tensions } = organisationOf(workspace, catalogue.regions, joins);
  const manual = manualOf(workspace, catalogue, joins);
  const issued = manual.versions[0];
  return {
    assessment: {
      due: due(workspace, joins, today, { lastOn: latest?.assessed_on ?? null, everyDays: settings.assessEveryDays, onChange: false }),
      latest: latest === undefined ? null : assessmentSummary(workspace, latest, catalogue.elements, joins),
    },
    risk: {
      due: riskDue(workspace, joins, today),
      latest: signed === undefined ? null : riskSummary(workspace, signed),
      draft: risks.find(({ signed_on }) => signed_on === null)?.id ?? null,
    },
    committee: {
      next: next?.heldOn ?? null,
      due: due(workspace, joins, today, { lastOn: held?.heldOn ?? null, everyDays: settings.committeeEveryDays, onChange: false }),
      overdueMeetings: meetings.filter(({ overdue }) => overdue).length,
    },
    organisation: { unfilled: unfilled.length, tensions: tensions.length },
    manual: {
      version: issued?.number ?? null,
      issuedOn: issued?.issuedOn ?? null,
      waiting: issued === undefined ? 0 : manual.waiting,
      drifted: manual.sections.filter(({ drifted }) => drifted).length,
    },
  };
}
