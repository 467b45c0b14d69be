import type { IsoDate } from '../../../src-shared/model/dates.ts';
import { leavesOut, type Redaction } from '../../../src-shared/model/redaction.ts';
import type { Block } from '../../../src-shared/model/report-page.ts';
import { formatDay } from '../../../src-shared/text/dates.ts';
import type { Text } from '../../../src-shared/text/format.ts';
import { withheldHere } from '../../../src-shared/text/redaction.ts';
import { cells, evidenceBlocks, line, paragraph, type ReportSection, tableOr } from '../reports/index.ts';
import { clockBlocks, exposureBlocks } from './incident-file-law.ts';
import type { IncidentFile } from './incident-file-tables.ts';

/** The sections of one incident, from what happened to what came of it. */
export function sectionsOf(incident: IncidentFile, several: boolean, redaction: Redaction, text: Text): ReportSection[] {
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
