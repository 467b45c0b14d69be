import type { IncidentDetail } from '../../../src-shared/contract/cases.ts';
import { leavesOut, type Redaction } from '../../../src-shared/model/redaction.ts';
import type { RulePack } from '../../../src-shared/model/rule-pack.ts';
import type { Text } from '../../../src-shared/text/format.ts';
import { withheldHere } from '../../../src-shared/text/redaction.ts';
import type { OpenWorkspace } from '../db/index.ts';
import type { FeatureDeps } from '../feature.ts';
import type { Records } from '../records/index.ts';
import { evidenceListed, paragraph, type ReportSection, type ReportSource, reportFrame } from '../reports/index.ts';
import { lawBlocks } from './incident-file-law.ts';
import { sectionsOf } from './incident-file-sections.ts';
import { dataOf, type IncidentFile, sheetsOf } from './incident-file-tables.ts';
import { allIncidents, findIncident } from './incident-store.ts';
import { incidentDetail } from './incident-view.ts';

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
    hasRecord: (workspace, id) => findIncident(workspace, id) !== undefined,
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
