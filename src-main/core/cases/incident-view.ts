import type {
  CorrectiveAction,
  DisclosureView,
  Escalation,
  ExposureView,
  Halt,
  IncidentDetail,
  IncidentExposure,
  IncidentRow,
  IncidentStepId,
} from '../../../src-shared/contract/cases.ts';
import type { Citation } from '../../../src-shared/model/citation.ts';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import type { PenaltyRules } from '../../../src-shared/model/penalty-rules.ts';
import type { RulePack } from '../../../src-shared/model/rule-pack.ts';
import { disclosureClock, penaltyExposure } from '../../engine/cases/index.ts';
import type { OpenWorkspace } from '../db/index.ts';
import { type Records, recordKey } from '../records/index.ts';
import { cited } from '../rulelibrary/index.ts';
import { haltsOf, incidentNumber } from './halts.ts';
import { actionsOf, escalationsOf, type IncidentRecord } from './incident-store.ts';

/** The first pack in use that holds rules on penalties, with them. */
export interface CaseLaw {
  readonly pack: RulePack;
  readonly rules: PenaltyRules;
}

export function caseLawOf(packs: readonly RulePack[]): CaseLaw | null {
  for (const pack of packs) if (pack.penalties !== undefined) return { pack, rules: pack.penalties };
  return null;
}

interface Kept {
  readonly halts: readonly Halt[];
  readonly actions: readonly CorrectiveAction[];
  readonly escalations: readonly Escalation[];
}

export const keptOf = (workspace: OpenWorkspace, id: string): Kept => ({
  halts: haltsOf(workspace, id),
  actions: actionsOf(workspace, id),
  escalations: escalationsOf(workspace, id),
});

/** What is done, from what is on file: a step that lost its ground is open again. */
function stepsOf({ columns }: IncidentRecord, { halts, actions }: Kept): IncidentRow['steps'] {
  const done: Readonly<Record<IncidentStepId, boolean>> = {
    stop: halts.length > 0 || columns.stopNote !== '',
    preserve: columns.preservedOn !== null,
    assess: columns.assessment !== '' && columns.violationsHigh !== null && columns.track !== 'undecided',
    decide: columns.decision !== 'undecided' && columns.decisionReason !== '',
    correct: actions.length > 0 && actions.every(({ doneOn }) => doneOn !== null),
    learn: columns.lessons !== '',
  };
  const ids = Object.keys(done) as IncidentStepId[];
  const now = ids.find((id) => !done[id]);
  return ids.map((id) => ({ id, state: done[id] ? 'done' : id === now ? 'now' : 'todo' }));
}

const clockFactsOf = ({ columns, closedOn }: IncidentRecord) => ({
  discoveredOn: columns.discoveredOn,
  decision: columns.decision,
  track: columns.track,
  initialSentOn: columns.initialSentOn,
  initialReceivedOn: columns.initialReceivedOn,
  extensionAskedOn: columns.extensionAskedOn,
  extendedTo: columns.extendedTo,
  narrativeSentOn: columns.narrativeSentOn,
  shortReportSentOn: columns.shortReportSentOn,
  upgradeAskedOn: columns.upgradeAskedOn,
  closedOn,
});

/** A line of the list, with the last day that comes next. */
export function incidentRow(record: IncidentRecord, kept: Kept, law: CaseLaw | null, today: IsoDate): IncidentRow {
  const { columns } = record;
  const clock = law === null ? null : disclosureClock(clockFactsOf(record), today, law.rules.disclosure);
  const dates = [
    ...(clock?.steps ?? []).flatMap(({ id, state, due }) =>
      due !== null && (state === 'open' || state === 'late') ? [{ for: id, due }] : [],
    ),
    ...(record.closedOn === null ? kept.actions : []).flatMap(({ due, doneOn }) =>
      due !== null && doneOn === null ? [{ for: 'action', due }] : [],
    ),
  ].sort((a, b) => (a.due < b.due ? -1 : 1));
  const [first] = dates;
  return {
    id: record.id,
    number: incidentNumber(record.number),
    title: columns.title,
    kind: columns.kind,
    owner: columns.owner,
    discoveredOn: columns.discoveredOn,
    steps: stepsOf(record, kept),
    halts: kept.halts.filter(({ liftedOn }) => liftedOn === null).length,
    openActions: kept.actions.filter(({ doneOn }) => doneOn === null).length,
    unanswered: kept.escalations.filter(({ answeredOn }) => answeredOn === null).length,
    decision: columns.decision,
    due: first?.due ?? null,
    dueFor: first?.for ?? '',
    late: first !== undefined && first.due < today,
    closedOn: record.closedOn,
    revision: record.revision,
  };
}

export function incidentDetail(
  workspace: OpenWorkspace,
  record: IncidentRecord,
  packs: readonly RulePack[],
  records: Records,
  days: { readonly today: IsoDate; readonly on: IsoDate },
): IncidentDetail {
  const kept = keptOf(workspace, record.id);
  const law = caseLawOf(packs);
  const { columns } = record;
  const names = records.titles(workspace, columns.links);
  return {
    row: incidentRow(record, kept, law, days.today),
    columns,
    recordedBy: record.recordedBy,
    recordedOn: record.recordedOn,
    closedBy: record.closedBy,
    today: days.today,
    records: columns.links.map((link) => {
      const name = names.get(recordKey(link));
      return { record: link, name: (name ?? link.id).slice(0, 400), gone: name === undefined };
    }),
    halts: [...kept.halts],
    actions: [...kept.actions],
    escalations: [...kept.escalations],
    clock: law === null ? null : disclosureView(record, law, days.today),
    exposure: law === null ? null : exposureView(columns, law, days.on),
  };
}

function disclosureView(record: IncidentRecord, { pack, rules }: CaseLaw, today: IsoDate): DisclosureView {
  const { disclosure } = rules;
  const { steps, next, lookback, quarterEnds, warnings } = disclosureClock(clockFactsOf(record), today, disclosure);
  return {
    steps: [...steps],
    next,
    lookback,
    quarterEnds,
    warnings: [...warnings],
    rules: {
      title: disclosure.title,
      source: cited(pack, disclosure.citation),
      confidence: disclosure.confidence,
      since: { on: disclosure.since.on, source: cited(pack, disclosure.since.citation), confidence: disclosure.since.confidence },
      steps: [...disclosure.steps],
      effects: [...disclosure.effects],
    },
  };
}

/** The most the rules allow for each incident, those that are open first. */
export const incidentExposures = (records: readonly IncidentRecord[], law: CaseLaw, on: IsoDate): IncidentExposure[] =>
  [...records]
    .sort((a, b) => Number(a.closedOn !== null) - Number(b.closedOn !== null))
    .slice(0, 500)
    .map(({ id, number, columns, closedOn }) => ({
      ...{ id, number: incidentNumber(number), title: columns.title, closedOn },
      ...{ valueLowUsd: columns.valueLowUsd, valueHighUsd: columns.valueHighUsd },
      exposure: exposureView(columns, law, on),
    }));

function exposureView(columns: IncidentRecord['columns'], { pack, rules }: CaseLaw, on: IsoDate): ExposureView {
  const { violationsLow, violationsHigh, valueLowUsd, valueHighUsd } = columns;
  const low = violationsLow ?? violationsHigh ?? 1;
  const high = violationsHigh ?? violationsLow ?? 1;
  const value = { low: valueLowUsd ?? valueHighUsd, high: valueHighUsd ?? valueLowUsd };
  const transactionUsd = value.low === null || value.high === null ? null : { low: value.low, high: value.high };
  const { administrative, criminal } = penaltyExposure({ violations: { low, high }, transactionUsd }, on, rules);
  const sources = (citations: readonly Citation[]) => citations.map((citation) => cited(pack, citation));
  const { check } = rules.administrative;
  return {
    on,
    counted: violationsHigh !== null || violationsLow !== null,
    administrative: {
      title: rules.administrative.title,
      says: rules.administrative.says,
      amount: administrative.amount,
      multiple: administrative.multiple,
      perViolation: administrative.perViolation,
      total: administrative.total,
      formula: [...administrative.formula],
      sources: sources(administrative.citations),
      confidence: administrative.confidence,
      check: check === undefined ? null : `${pack.manifest.id}:${check}`,
    },
    criminal: {
      title: rules.criminal.title,
      says: rules.criminal.says,
      amount: criminal.amount,
      imprisonmentYears: criminal.imprisonmentYears,
      sources: sources(criminal.citations),
      confidence: criminal.confidence,
    },
    others: rules.others.map(({ id, title, citation, confidence }) => ({ id, title, source: cited(pack, citation), confidence })),
    notes: rules.notes.map(({ id, text, citation, confidence }) => ({ id, text, source: cited(pack, citation), confidence })),
  };
}
