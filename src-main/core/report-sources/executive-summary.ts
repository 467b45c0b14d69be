import type { OutputOf } from '../../../src-shared/contract/index.ts';
import type { Mark, Pair } from '../../../src-shared/model/report-page.ts';
import { countryName } from '../../../src-shared/text/countries.ts';
import { formatDay } from '../../../src-shared/text/dates.ts';
import type { Text } from '../../../src-shared/text/format.ts';
import { line, paragraph, type ReportSource } from '../reports/index.ts';
import type { Ask } from './ask.ts';
import { standingChart } from './asset-register.ts';
import { composed } from './compose.ts';
import { costPart, eventPart } from './own-figures.ts';

const mostFindings = 8;
const mostActions = 8;
const mostGates = 8;

/** One or two pages for somebody who was not there: where things stand, what is open, what comes next. */
export function executiveSummarySource(ask: Ask, text: Text): ReportSource {
  const say = text.dynamic;
  return {
    kind: 'executive-summary',
    drawsOn: [
      'inventory.',
      'classification.',
      'access.',
      'screening.',
      'lists.',
      'parties.',
      'people.',
      'plan.',
      'programme.',
      'cases.',
      'quality.',
      'training.',
      'figures.',
    ],
    async build(request) {
      const overview = await ask('overview.get', {});
      const access = await ask('access.overview', {});
      const screening = await ask('screening.standing', {});
      const findings = await ask('access.findings', { states: ['open'], severities: ['high'], limit: mostFindings });
      const gates = await ask('cases.gates', { states: ['held'], gates: ['trainingCompleted', 'release'], limit: mostGates });
      const measures = await ask('measures.read', {});
      const actions = await ask('overview.actions', { limit: mostActions });
      const plan = await ask('plan.get', {});
      const { latest } = (await ask('programme.standing', {})).assessment;
      const oldLists = (await ask('lists.all', {})).filter(({ current, old, off }) => current !== null && old && !off);
      const figures = await ask('figures.get', {});
      const restricted = overview.byStanding.restricted ?? 0;
      const undetermined = overview.byStanding.review ?? 0;
      const openFindings = access.byType.reduce((sum, { open }) => sum + open, 0);
      const waiting = screening.waiting.hits + screening.waitingStaff.hits;
      const open = undetermined + overview.openQuestions + openFindings + waiting;
      const mark: Mark = findings.total > 0 || screening.waiting.strong > 0 ? 'hand' : open > 0 ? 'triangle' : 'check';
      const pairs: readonly Pair[] = [
        ['assets', overview.assets],
        ['restricted', restricted],
        ['undetermined', undetermined],
        ['questions', overview.openQuestions],
        ['findings', openFindings],
        ['hits', waiting],
      ].map(([key, value]) => ({ term: say(`report.summary.${key}`), value: line(String(value)) }));
      return composed(
        request,
        {
          kind: 'executive-summary',
          under: say('report.summary.under', { workspace: request.workspace.name }),
          lead: [
            {
              kind: 'verdict',
              mark,
              word: say(`report.summary.word.${mark}`),
              sentence: line(
                say('report.summary.sentence', { assets: overview.assets, restricted, undetermined, findings: openFindings, waiting }),
              ),
              pairs: [...pairs],
            },
          ],
          parts: [
            {
              kind: 'blocks',
              title: say('report.assets.picture'),
              blocks: [{ kind: 'chart', chart: standingChart(overview.byStanding, text) }],
            },
            {
              kind: 'table',
              table: {
                key: 'urgentFindings',
                empty: say('report.summary.noFindings'),
                columns: [
                  { key: 'label', share: 1.3, width: 10, holds: 'strong' },
                  { key: 'type', share: 3, width: 28 },
                  { key: 'title', share: 7, width: 60 },
                  { key: 'events', share: 1.2, width: 10 },
                ],
                rows: findings.rows.map((finding) => [
                  finding.label,
                  say(`access.type.${finding.type}`),
                  request.hide.words(finding.title),
                  finding.events,
                ]),
              },
            },
            {
              kind: 'table',
              ...(gates.total <= mostGates
                ? {}
                : { before: [paragraph(say('report.summary.gatesFirst', { shown: mostGates, total: gates.total }))] }),
              table: {
                key: 'heldGates',
                empty: say('report.summary.noGates'),
                columns: [
                  { key: 'asset', share: 3.5, width: 34, holds: 'strong' },
                  { key: 'gate', share: 2.5, width: 26 },
                  { key: 'lacks', share: 5, width: 60 },
                  { key: 'owner', share: 2, width: 24, holds: 'person' },
                ],
                rows: gates.rows.map(({ name, versionLabel, gate, destination, wanting, ownerName }) => [
                  `${name} ${versionLabel}`.trim(),
                  gate === 'release' && destination !== ''
                    ? say('gates.releaseTo', { place: countryName(text.locale, destination) })
                    : say(`gates.gate.${gate}`),
                  wanting.map(({ id }) => say(`gates.need.${id}`)).join('; '),
                  ownerName,
                ]),
              },
            },
            {
              kind: 'table',
              table: {
                key: 'nextActions',
                empty: say('report.summary.noActions'),
                columns: [
                  { key: 'action', share: 5, width: 44, holds: 'strong' },
                  { key: 'detail', share: 5, width: 60 },
                  { key: 'owner', share: 2.2, width: 24, holds: 'person' },
                  { key: 'due', share: 1.8, width: 14, holds: 'day' },
                ],
                rows: actions.map(({ kind, title, detail, count, ownerName, due }) => [
                  say(`overview.action.${kind}`, { name: title, count }),
                  say(`overview.action.${kind}.detail`, { detail, count }),
                  ownerName,
                  due,
                ]),
              },
            },
            {
              kind: 'table',
              before: [
                paragraph(plan === null ? say('report.summary.noPlan') : planSentence(plan, text)),
                paragraph(
                  latest === null || latest.maturity === null
                    ? say('report.summary.notAssessed')
                    : say('report.summary.assessed', {
                        day: formatDay(latest.assessedOn, text.locale),
                        maturity: Math.round(latest.maturity * 10) / 10,
                        gaps: latest.gaps,
                      }),
                ),
              ],
              table: {
                key: 'progress',
                empty: say('report.summary.noMeasures'),
                columns: [
                  { key: 'measure', share: 8, width: 52, holds: 'strong' },
                  { key: 'done', share: 2, width: 10 },
                  { key: 'of', share: 2, width: 10 },
                ],
                rows: measures.filter(({ of }) => of > 0).map(({ id, done, of }) => [say(`measure.${id}`), done, of]),
              },
            },
            // The company's own figures stand here only where it has entered some.
            ...(figures.costs.length === 0 ? [] : [costPart(figures, text)]),
            ...(figures.events.length === 0 ? [] : [eventPart(figures, text)]),
            {
              kind: 'table',
              table: {
                key: 'expiring',
                empty: say('report.summary.noExpiring'),
                columns: [
                  { key: 'asset', share: 5, width: 34, holds: 'strong' },
                  { key: 'decision', share: 4, width: 22 },
                  { key: 'expires', share: 3, width: 14, holds: 'day' },
                ],
                rows: overview.expiringDecisions.map(({ name, classification, expiresOn }) => [
                  name,
                  say(`report.classified.${classification || 'never'}`, undefined, classification),
                  expiresOn,
                ]),
              },
            },
            {
              kind: 'blocks',
              title: say('report.summary.basis'),
              blocks: [
                paragraph(say('report.summary.judged', { day: formatDay(request.on, text.locale) })),
                paragraph(
                  screening.lastRun === null
                    ? say('report.screening.never')
                    : say('report.summary.screened', {
                        day: formatDay(screening.lastRun.startedAt.slice(0, 10), text.locale),
                        lists: screening.lists.length,
                      }),
                ),
                paragraph(say('report.summary.oldLists', { count: oldLists.length })),
                ...access.stale.map((each) => paragraph(each)),
              ],
            },
          ],
          figures: { byStanding: overview.byStanding, openQuestions: overview.openQuestions, openFindings, waiting },
        },
        text,
      );
    },
  };
}

function planSentence({ week, weeks, tasks, end }: NonNullable<OutputOf<'plan.get'>>, text: Text): string {
  const counted = tasks.filter(({ state }) => state !== 'dropped');
  return text.dynamic('report.summary.plan', {
    week,
    weeks,
    closed: counted.filter(({ closed }) => closed !== null).length,
    tasks: counted.length,
    late: counted.filter(({ closed, slipDays }) => closed === null && slipDays > 0).length,
    end: end === null ? 'none' : formatDay(end.expected, text.locale),
  });
}
