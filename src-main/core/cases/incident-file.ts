import type { IncidentDetail } from '../../../src-shared/contract/cases.ts';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import { leavesOut, type Redaction } from '../../../src-shared/model/redaction.ts';
import type { Block } from '../../../src-shared/model/report-page.ts';
import type { RulePack } from '../../../src-shared/model/rule-pack.ts';
import { formatDay } from '../../../src-shared/text/dates.ts';
import type { Text } from '../../../src-shared/text/format.ts';
import { withheldHere } from '../../../src-shared/text/redaction.ts';
import type { OpenWorkspace } from '../db/index.ts';
import type { ExportSheet } from '../exports/index.ts';
import type { FeatureDeps } from '../feature.ts';
import type { Records } from '../records/index.ts';
import {
  cells,
  type EvidenceListed,
  evidenceBlocks,
  evidenceListed,
  line,
  paragraph,
  type ReportSection,
  type ReportSource,
  reportFrame,
  tableOr,
} from '../reports/index.ts';
import { clockBlocks, clockRows, exposureBlocks, exposureRows, lawBlocks } from './incident-file-law.ts';
import { allIncidents, findIncident } from './incident-store.ts';
import { incidentDetail } from './incident-view.ts';

/** An incident with what is kept as evidence of it. */
type IncidentFile = IncidentDetail & { readonly evidence: EvidenceListed };

/** The file of one incident, or of all of them: what happened, what was stopped and kept, how it was judged and decided, and what came of it. */
export function incidentFileSource(
  deps: FeatureDeps,
  packsOf: (workspace: OpenWorkspace) => readonly RulePack[],
  records: Records,
  text: Text,
): ReportSource {
  const say = text.dynamic;
  return {
    kind: 'incident-file',
    drawsOn: ['cases.', 'evidence.'],
    async build(request) {
      const { workspace, recordId, on, redaction, hide, pause } = request;
      const one = recordId === null ? undefined : findIncident(workspace, recordId);
      const chosen = recordId === null ? allIncidents(workspace) : one === undefined ? [] : [one];
      const packs = packsOf(workspace);
      const incidents: IncidentFile[] = [];
      for (const record of chosen) {
        const incident = incidentDetail(workspace, record, packs, records, { today: deps.ports.clock.today(), on });
        const { clock, exposure, ...written } = withoutParts(incident, redaction, text);
        const evidence = evidenceListed(workspace, { kind: 'incident', id: record.id }, hide);
        incidents.push({ ...hidden(written, hide.words), clock, exposure, evidence });
        await pause();
      }
      const [first] = incidents;
      const title =
        recordId !== null && first !== undefined
          ? say('cases.file.titleOne', { number: first.row.number, title: first.row.title })
          : say('report.kind.incident-file');
      const law: ReportSection[] = first === undefined ? [] : [{ title: say('cases.file.law'), blocks: lawBlocks(first, text) }];
      const sections = [...incidents.flatMap((incident) => sectionsOf(incident, incidents.length > 1, redaction, text)), ...law];
      const page = reportFrame(
        request,
        {
          title,
          under: say('cases.file.under'),
          lead: incidents.length === 0 ? [] : [{ kind: 'contents', title: say('report.contents') }],
          sections:
            sections.length > 0
              ? sections
              : [{ title: say('report.kind.incident-file'), blocks: [paragraph(say('cases.file.none'), true)] }],
        },
        text,
      );
      return {
        title,
        page,
        sheets: sheetsOf(incidents, text),
        data: { on, incidents: incidents.map((incident) => dataOf(incident)) },
      };
    },
  };
}

/** What was asked of counsel and answered, and amounts, where the profile leaves them out. */
function withoutParts(incident: IncidentDetail, redaction: Redaction, text: Text): IncidentDetail {
  const here = withheldHere(redaction, text);
  const counsel = ({ role }: IncidentDetail['escalations'][number]) => role === 'legal' || role === 'adviser';
  return {
    ...incident,
    ...(leavesOut(redaction, 'legalAdvice')
      ? {
          escalations: incident.escalations.map((one) =>
            counsel(one) ? { ...one, ask: here, answer: one.answer === '' ? '' : here } : one,
          ),
        }
      : {}),
    ...(leavesOut(redaction, 'exposure')
      ? { exposure: null, columns: { ...incident.columns, valueLowUsd: null, valueHighUsd: null } }
      : {}),
  };
}

/** Values of closed lists and ids, which no name can stand in. */
const closedKeys = new Set(['id', 'kind', 'decision', 'track', 'wilful', 'state', 'role', 'incidentId', 'taskId']);

/** The same record with names hidden in every text people wrote. */
function hidden<T>(value: T, hide: (text: string) => string): T {
  if (typeof value === 'string') return hide(value) as T;
  if (Array.isArray(value)) return value.map((one) => hidden(one, hide)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, closedKeys.has(key) ? one : hidden(one, hide)])) as T;
}

function sectionsOf(incident: IncidentFile, several: boolean, redaction: Redaction, text: Text): ReportSection[] {
  const say = text.dynamic;
  const day = (value: IsoDate | null): string => (value === null ? say('cases.notOnFile') : formatDay(value, text.locale));
  const { columns, row, clock, exposure, evidence } = incident;
  const words = (value: string): string => (value === '' ? say('cases.notOnFile') : value);
  const pair = (term: string, value: string) => ({ term: say(term), value: [{ kind: 'text', text: value } as const] });
  const amounts = leavesOut(redaction, 'exposure') ? withheldHere(redaction, text) : null;
  const section = (key: string, blocks: readonly Block[]): ReportSection => ({ title: say(key), blocks });
  const occurred =
    columns.occurredFrom === null && columns.occurredUntil === null
      ? say('cases.notOnFile')
      : columns.occurredFrom === columns.occurredUntil
        ? day(columns.occurredFrom)
        : say('cases.file.fromTo', { from: day(columns.occurredFrom), until: day(columns.occurredUntil) });
  const steps = [
    section('cases.file.what', [
      {
        kind: 'pairs',
        columns: 2,
        pairs: [
          pair('cases.field.number', row.number),
          pair('cases.field.kind', say(`cases.kind.${columns.kind}`)),
          pair('cases.field.discoveredOn', day(columns.discoveredOn)),
          pair('cases.field.occurred', occurred),
          pair('cases.field.owner', words(columns.owner)),
          pair('cases.field.recorded', say('cases.file.recorded', { by: incident.recordedBy, on: day(incident.recordedOn) })),
          pair(
            'cases.field.closed',
            row.closedOn === null ? say('cases.state.open') : say('cases.file.recorded', { by: incident.closedBy, on: day(row.closedOn) }),
          ),
        ],
      },
      paragraph(words(columns.whatHappened)),
      tableOr(
        [
          [say('cases.file.record'), 8],
          [say('cases.file.recordKind'), 4],
        ],
        incident.records.map(({ record, name: called }) => cells(called, say(`recordKind.${record.kind}`))),
        say('cases.file.noRecords'),
      ),
    ]),
    section('cases.step.stop', [
      tableOr(
        [
          [say('cases.file.halted'), 4],
          [say('cases.file.since'), 3],
          [say('cases.file.lifted'), 5],
        ],
        incident.halts.map((halt) =>
          cells(
            [halt.name, halt.what].filter((part) => part !== '').join(': '),
            `${day(halt.since)}, ${halt.by}`,
            halt.liftedOn === null ? say('cases.file.inForce') : `${day(halt.liftedOn)}, ${halt.liftedBy}: ${halt.liftReason}`,
          ),
        ),
        columns.stopNote === '' ? say('cases.file.nothingHalted') : columns.stopNote,
      ),
      ...(incident.halts.length > 0 && columns.stopNote !== '' ? [paragraph(columns.stopNote)] : []),
    ]),
    section('cases.step.preserve', [
      paragraph(words(columns.preserveNote)),
      ...(columns.preservedOn === null
        ? []
        : [
            paragraph(
              say('cases.file.preserved', { by: columns.preservedBy || say('cases.notOnFile'), on: day(columns.preservedOn) }),
              true,
            ),
          ]),
    ]),
    section('cases.step.assess', [
      paragraph(words(columns.assessment)),
      {
        kind: 'pairs',
        columns: 2,
        pairs: [
          pair('cases.field.violations', rangeOf(columns.violationsLow, columns.violationsHigh, text)),
          pair('cases.field.value', amounts ?? rangeOf(columns.valueLowUsd, columns.valueHighUsd, text, 'USD')),
          pair('cases.field.wilful', say(`cases.wilful.${columns.wilful}`)),
          pair('cases.field.track', say(`cases.track.${columns.track}`)),
          pair('cases.field.rootCause', words(columns.rootCause)),
        ],
      },
      ...(amounts === null ? [] : [paragraph(`${say('redaction.part.exposure')}: ${amounts}`, true)]),
      ...(exposure !== null
        ? exposureBlocks(exposure, columns, text)
        : amounts === null
          ? [paragraph(say('cases.exposure.noRules'), true)]
          : []),
    ]),
    section('cases.step.decide', [
      {
        kind: 'pairs',
        columns: 2,
        pairs: [
          pair('cases.field.decision', say(`cases.decision.${columns.decision}`)),
          pair(
            'cases.field.decidedBy',
            words([columns.decidedBy, columns.decidedOn === null ? '' : day(columns.decidedOn)].filter(Boolean).join(', ')),
          ),
          pair('cases.field.authorisedBy', words(columns.authorisedBy)),
          pair('cases.field.reference', words(columns.reference)),
        ],
      },
      paragraph(words(columns.decisionReason)),
      ...(clock === null ? [] : clockBlocks(clock, columns, text)),
      tableOr(
        [
          [say('cases.escalation.to'), 3],
          [say('cases.escalation.ask'), 4],
          [say('cases.escalation.answer'), 5],
        ],
        incident.escalations.map((one) =>
          cells(
            `${one.to}, ${day(one.on)}`,
            one.ask,
            one.answeredOn === null ? say('cases.escalation.waiting') : `${one.answer} (${one.answeredBy}, ${day(one.answeredOn)})`,
          ),
        ),
        say('cases.escalation.none'),
      ),
    ]),
    section('cases.step.correct', [
      tableOr(
        [
          [say('cases.action.title'), 5],
          [say('cases.action.owner'), 3],
          [say('cases.action.due'), 2],
          [say('cases.action.done'), 2],
        ],
        incident.actions.map((action) =>
          cells(
            action.verified === '' ? action.title : `${action.title}. ${action.verified}`,
            words(action.owner),
            day(action.due),
            action.doneOn === null ? say('cases.action.open') : day(action.doneOn),
          ),
        ),
        say('cases.action.none'),
      ),
    ]),
    section('cases.step.learn', [paragraph(words(columns.lessons))]),
    section('cases.file.evidence', evidenceBlocks(evidence, text)),
  ];
  if (!several) return steps;
  const blocks = steps.flatMap(({ title, blocks: own }): Block[] => [{ kind: 'subheading', line: line(title, 'strong') }, ...own]);
  return [{ title: `${row.number} ${row.title}`, blocks }];
}

const figure = (value: number, text: Text): string => new Intl.NumberFormat(text.locale, { maximumFractionDigits: 2 }).format(value);

function rangeOf(low: number | null, high: number | null, text: Text, unit = ''): string {
  const [from, to] = [low ?? high, high ?? low];
  if (from === null || to === null) return text.dynamic('cases.notOnFile');
  const words = from === to ? figure(from, text) : text.dynamic('cases.file.between', { low: figure(from, text), high: figure(to, text) });
  return unit === '' ? words : `${words} ${unit}`;
}

function sheetsOf(incidents: readonly IncidentFile[], text: Text): ExportSheet[] {
  const say = text.dynamic;
  const columns = (keys: readonly (readonly [string, number])[]) => keys.map(([key, width]) => ({ title: say(key), width }));
  return [
    {
      name: say('cases.sheet.incidents'),
      columns: columns([
        ['cases.field.number', 10],
        ['cases.field.title', 44],
        ['cases.field.kind', 24],
        ['cases.field.discoveredOn', 14],
        ['cases.field.owner', 22],
        ['cases.field.track', 20],
        ['cases.field.decision', 20],
        ['cases.column.due', 14],
        ['cases.field.closed', 14],
      ]),
      rows: incidents.map(({ row, columns: one }) => [
        row.number,
        row.title,
        say(`cases.kind.${row.kind}`),
        row.discoveredOn,
        row.owner,
        say(`cases.track.${one.track}`),
        say(`cases.decision.${one.decision}`),
        row.due,
        row.closedOn,
      ]),
    },
    {
      name: say('cases.sheet.halts'),
      columns: columns([
        ['cases.field.number', 10],
        ['cases.file.halted', 40],
        ['cases.halt.what', 40],
        ['cases.file.since', 14],
        ['cases.halt.by', 22],
        ['cases.file.lifted', 14],
        ['cases.halt.reason', 50],
      ]),
      rows: incidents.flatMap(({ row, halts }) =>
        halts.map((halt) => [row.number, halt.name, halt.what, halt.since, halt.by, halt.liftedOn, halt.liftReason]),
      ),
    },
    {
      name: say('cases.sheet.actions'),
      columns: columns([
        ['cases.field.number', 10],
        ['cases.action.title', 60],
        ['cases.action.owner', 22],
        ['cases.action.due', 14],
        ['cases.action.done', 14],
        ['cases.action.verified', 50],
      ]),
      rows: incidents.flatMap(({ row, actions }) =>
        actions.map((action) => [row.number, action.title, action.owner, action.due, action.doneOn, action.verified]),
      ),
    },
    {
      name: say('cases.sheet.clock'),
      columns: columns([
        ['cases.field.number', 10],
        ['cases.clock.step', 24],
        ['cases.clock.due', 22],
        ['cases.clock.countedFrom', 50],
        ['cases.clock.state', 24],
      ]),
      rows: incidents.flatMap(({ row, clock, columns: one }) =>
        clock === null ? [] : clockRows(clock, one, text).map((step) => [row.number, ...step]),
      ),
    },
    {
      name: say('cases.sheet.exposure'),
      columns: columns([
        ['cases.field.number', 10],
        ['cases.exposure.kind', 36],
        ['cases.exposure.on', 14],
        ['cases.exposure.most', 36],
        ['cases.exposure.sum', 60],
        ['cases.exposure.how', 70],
        ['cases.exposure.source', 60],
      ]),
      rows: incidents.flatMap(({ row, exposure, columns: one }) =>
        exposure === null ? [] : exposureRows(exposure, one, text).map((penalty) => [row.number, ...penalty]),
      ),
    },
    {
      name: say('cases.sheet.evidence'),
      columns: columns([
        ['cases.field.number', 10],
        ['evidence.column.name', 40],
        ['evidence.column.note', 50],
        ['evidence.column.address', 36],
        ['evidence.column.addedBy', 24],
        ['evidence.column.addedAt', 24],
        ['evidence.column.sha256', 66],
      ]),
      rows: incidents.flatMap(({ row, evidence }) =>
        evidence.pieces.map(({ name, note, address, addedBy, addedAt, sha256 }) => [
          row.number,
          name,
          note,
          address,
          addedBy,
          addedAt,
          sha256,
        ]),
      ),
    },
  ];
}

/** Plain data of one incident, people's names as the redaction wants them. */
function dataOf(incident: IncidentFile): Readonly<Record<string, unknown>> {
  const { row, columns, halts, actions, escalations, records, clock, exposure, evidence } = incident;
  return {
    number: row.number,
    ...columns,
    owner: columns.owner,
    preservedBy: columns.preservedBy,
    decidedBy: columns.decidedBy,
    authorisedBy: columns.authorisedBy,
    recordedBy: incident.recordedBy,
    recordedOn: incident.recordedOn,
    closedOn: row.closedOn,
    records: records.map(({ record, name: called }) => ({ ...record, name: called })),
    halts: halts.map((halt) => ({
      record: halt.record,
      name: halt.name,
      what: halt.what,
      since: halt.since,
      by: halt.by,
      liftedOn: halt.liftedOn,
      liftedBy: halt.liftedBy,
      liftReason: halt.liftReason,
    })),
    actions: actions.map(({ title, owner, due, doneOn, verified }) => ({ title, owner: owner, due, doneOn, verified })),
    escalations: escalations.map(({ to, ask, on, answer, answeredBy, answeredOn }) => ({
      to: to,
      ask,
      on,
      answer,
      answeredBy: answeredBy,
      answeredOn,
    })),
    clock:
      clock === null
        ? null
        : {
            steps: clock.steps,
            lookback: clock.lookback,
            quarterEnds: clock.quarterEnds,
            warnings: clock.warnings,
            citation: clock.rules.source.locator,
            rules: clock.rules,
          },
    exposure,
    evidence: {
      pieces: evidence.pieces.map(({ kind, name, note, address, sizeBytes, sha256, addedBy, addedAt }) => ({
        ...{ kind, name, note, address, sizeBytes, sha256, addedBy, addedAt },
      })),
      adviceLeftOut: evidence.leftOut,
    },
  };
}
