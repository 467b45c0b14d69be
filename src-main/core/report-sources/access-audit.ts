import type { AccessFinding, AccessOverview, FindingLine } from '../../../src-shared/contract/access.ts';
import type { Block } from '../../../src-shared/model/report-page.ts';
import { countryName } from '../../../src-shared/text/countries.ts';
import { daysInWords, formatDay } from '../../../src-shared/text/dates.ts';
import type { Text } from '../../../src-shared/text/format.ts';
import { mapInSlices } from '../jobs/index.ts';
import { line, paragraph, type ReportRequest, type ReportSource } from '../reports/index.ts';
import { type Ask, everyPage } from './ask.ts';
import { composed, type Part } from './compose.ts';
import type { Table } from './table.ts';

/** Findings are kept packed: a page of them is what can be unpacked in one go. */
const PAGE = 125;
/** Findings that are told in full; the rest stand in the table, which the report says. */
const mostTold = 25;

/** Who reached what from where: the findings with their reasons, the coverage of the logs, and what is open. */
export function accessAuditSource(ask: Ask, text: Text): ReportSource {
  const say = text.dynamic;
  return {
    kind: 'access-audit',
    drawsOn: ['access.', 'accessLogs.', 'people.', 'networks.'],
    async build(request) {
      const overview = await ask('access.overview', {});
      const findings = await everyPage(PAGE, request.pause, (offset) => ask('access.findings', { offset, limit: PAGE }));
      const grave = findings.filter(({ severity, state }) => severity === 'high' && state !== 'cleared');
      const told: AccessFinding[] = [];
      for (const { id } of grave.slice(0, mostTold)) {
        told.push(await ask('access.finding', { id }));
        await request.pause();
      }
      const coverage = await ask('access.coverage', {});
      const open = findings.filter(({ state }) => state === 'open').length;
      return composed(
        request,
        {
          kind: 'access-audit',
          under: underTitle(overview, text),
          lead: [{ kind: 'contents', title: say('report.contents') }],
          parts: [
            {
              kind: 'blocks',
              title: say('report.access.picture'),
              blocks: [
                {
                  kind: 'pairs',
                  columns: 2,
                  pairs: [
                    ['events', overview.events.toLocaleString('en')],
                    ['people', String(overview.people)],
                    ['accounts', String(overview.accounts)],
                    ['unlinked', String(overview.unlinkedAccounts)],
                    ['findings', String(findings.length)],
                    ['open', String(open)],
                  ].map(([key, value]) => ({ term: say(`report.access.${key}`), value: line(value ?? '') })),
                },
                ...(overview.byType.length === 0 ? [] : [byType(overview, text)]),
                ...overview.stale.map((each) => paragraph(each, true)),
              ],
            },
            ...(told.length === 0
              ? []
              : [
                  {
                    kind: 'blocks' as const,
                    title: say('report.access.told'),
                    blocks: [
                      ...(grave.length > told.length
                        ? [paragraph(say('report.access.firstTold', { shown: told.length, total: grave.length }), true)]
                        : []),
                      ...told.flatMap((finding) => tell(finding, request, text)),
                    ],
                  },
                ]),
            { kind: 'table', table: await findingTable(findings, request, text) },
            placesPart(overview, text),
            {
              kind: 'table',
              table: {
                key: 'coverage',
                empty: say('report.access.noLogs'),
                columns: [
                  { key: 'asset', share: 4, width: 34, holds: 'strong' },
                  { key: 'first', share: 2, width: 14, holds: 'day' },
                  { key: 'last', share: 2, width: 14, holds: 'day' },
                  { key: 'days', share: 1.5, width: 10 },
                  { key: 'longestGap', share: 2, width: 18 },
                  { key: 'safeguards', share: 1.5, width: 12 },
                ],
                rows: coverage.rows.map((row) => [row.name, row.firstDay, row.lastDay, row.days, row.gaps[0]?.days ?? 0, row.safeguards]),
              },
            },
          ],
          figures: { events: overview.events, people: overview.people, findings: findings.length, open, lastRun: overview.lastRun },
        },
        text,
      );
    },
  };
}

function underTitle({ firstDay, lastDay, lastRun }: AccessOverview, text: Text): string {
  const day = (value: string) => formatDay(value, text.locale);
  const span =
    firstDay === null || lastDay === null
      ? text.dynamic('report.access.noSpan')
      : text.dynamic('report.access.span', { from: day(firstDay), until: day(lastDay) });
  return lastRun === null ? span : `${span} ${text.dynamic('report.access.ran', { day: day(lastRun.at.slice(0, 10)) })}`;
}

function byType({ byType: types }: AccessOverview, text: Text): Block {
  const say = text.dynamic;
  return {
    kind: 'chart',
    chart: {
      form: 'bars',
      caption: say('report.access.byType'),
      labels: types.map(({ type }) => say(`access.type.${type}`)),
      series: [
        { name: say('report.access.open'), values: types.map(({ open }) => open) },
        { name: say('report.access.decided'), values: types.map(({ decided }) => decided) },
      ],
      most: null,
      unit: '',
    },
  };
}

/** One finding in full: what, why, under which rule, and what a person said. */
function tell(finding: AccessFinding, request: ReportRequest, text: Text): Block[] {
  const say = text.dynamic;
  const hide = (words: string) => daysInWords(request.hide.words(words), text.locale);
  const decision = finding.decisions.at(-1);
  return [
    { kind: 'subheading', line: line(hide(`${finding.label}  ${finding.title}`), 'strong') },
    paragraph(hide(finding.summary)),
    { kind: 'steps', steps: finding.why.map((why) => ({ line: line(hide(why)), detail: [] })) },
    ...(finding.citations.length === 0 ? [] : [paragraph(say('report.access.under', { list: finding.citations.join('; ') }), true)]),
    paragraph(
      decision === undefined
        ? say('report.access.undecided', { count: finding.openQuestions })
        : say('report.access.decidedBy', {
            state: say(`access.state.${decision.state}`),
            name: hide(decision.by),
            day: formatDay(decision.at.slice(0, 10), text.locale),
            reason: hide(decision.reason),
          }),
      true,
    ),
  ];
}

async function findingTable(findings: readonly FindingLine[], { hide, pause }: ReportRequest, text: Text): Promise<Table> {
  const say = text.dynamic;
  return {
    key: 'findings',
    empty: say('report.access.noFindings'),
    columns: [
      { key: 'label', share: 1.2, width: 10, holds: 'strong' },
      { key: 'type', share: 2.4, width: 28 },
      { key: 'title', share: 4.6, width: 60 },
      { key: 'severity', share: 1.2, width: 10 },
      { key: 'state', share: 1.4, width: 12 },
      { key: 'person', share: 0, width: 26, holds: 'person' },
      { key: 'account', share: 0, width: 26, holds: 'person' },
      { key: 'asset', share: 0, width: 30 },
      { key: 'events', share: 1.1, width: 10 },
      { key: 'firstAt', share: 0, width: 22 },
      { key: 'lastAt', share: 0, width: 22 },
      { key: 'confidence', share: 0, width: 12 },
    ],
    rows: await mapInSlices(findings, pause, (finding) => [
      finding.label,
      say(`access.type.${finding.type}`),
      hide.words(finding.title),
      say(`access.severity.${finding.severity}`),
      say(`access.state.${finding.state}`),
      finding.person?.name ?? null,
      finding.account,
      finding.asset?.name ?? null,
      finding.events,
      finding.firstAt,
      finding.lastAt,
      say(`access.confidence.${finding.confidence}`),
    ]),
  };
}

function placesPart({ byCountry }: AccessOverview, text: Text): Part {
  const say = text.dynamic;
  return {
    kind: 'table',
    table: {
      key: 'places',
      empty: say('report.access.noLogs'),
      columns: [
        { key: 'country', share: 4, width: 28, holds: 'strong' },
        { key: 'events', share: 2, width: 12 },
        { key: 'people', share: 2, width: 12 },
        { key: 'findingCount', share: 2, width: 12 },
        { key: 'embargoed', share: 2, width: 12 },
      ],
      rows: byCountry.map(({ country, events, people, findings, embargoed }) => [
        countryName(text.locale, country),
        events,
        people,
        findings,
        say(`report.answer.${embargoed ? 'yes' : 'no'}`),
      ]),
    },
  };
}
