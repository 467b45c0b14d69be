import type { HitGroup, Run } from '../../../src-shared/contract/screening.ts';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import { formatDay } from '../../../src-shared/text/dates.ts';
import type { Text } from '../../../src-shared/text/format.ts';
import type { OpenWorkspace } from '../db/index.ts';
import { line, paragraph, type ReportRequest, type ReportSource } from '../reports/index.ts';
import type { SaidOfHit } from '../screening/index.ts';
import { type Ask, everyPage } from './ask.ts';
import { composed } from './compose.ts';

const PAGE = 200;
/** Screenings that are listed, newest first. */
const mostRuns = 200;
const states = ['open', 'lapsed', 'needFacts', 'escalated', 'trueUnconfirmed', 'trueMatch', 'falsePositive'] as const;

/** What the report reads beside what the screens ask. */
export interface ScreeningReportJoins {
  /** The last decision about each hit, by the hit's id. */
  readonly decisions: (workspace: OpenWorkspace) => ReadonlyMap<string, SaidOfHit>;
  /** The day that each list spoke of when everybody was compared with it last, by the list's code. */
  readonly comparedDays: (workspace: OpenWorkspace) => ReadonlyMap<string, IsoDate | null>;
}

/** Against which lists of which day everybody was screened, what was hit, and what a person decided. Staff are counted, not named. */
export function screeningSource(ask: Ask, joins: ScreeningReportJoins, text: Text): ReportSource {
  const say = text.dynamic;
  return {
    kind: 'screening',
    drawsOn: ['screening.', 'lists.', 'parties.'],
    async build(request) {
      const standing = await ask('screening.standing', {});
      const runs = await ask('screening.runs', { limit: mostRuns });
      const groups = await everyPage<HitGroup>(PAGE, request.pause, async (offset) => {
        const page = await ask('screening.queue', { filter: { states: [...states], subjects: ['party'] }, offset, limit: PAGE });
        return { total: page.subjects, rows: page.groups };
      });
      const { lastRun } = standing;
      const decisions = joins.decisions(request.workspace);
      const comparedDays = joins.comparedDays(request.workspace);
      const unlisted = groups.reduce((sum, group) => sum + group.hitCount - group.hits.length, 0);
      const hits = groups.flatMap(({ name, about, hits: found }) => found.map((hit) => ({ name, about, hit })));
      const screened = standing.subjects.parties + standing.subjects.people;
      return composed(
        request,
        {
          kind: 'screening',
          under:
            lastRun === null
              ? say('report.screening.never')
              : say('report.screening.under', {
                  count: screened,
                  lists: standing.lists.length,
                  day: formatDay(lastRun.startedAt.slice(0, 10), text.locale),
                }),
          lead: [{ kind: 'contents', title: say('report.contents') }],
          parts: [
            {
              kind: 'blocks',
              title: say('report.screening.picture'),
              blocks: [
                {
                  kind: 'pairs',
                  columns: 2,
                  pairs: [
                    ['parties', standing.subjects.parties],
                    ['staff', standing.subjects.people],
                    ['neverCount', standing.subjects.neverScreened],
                    ['changed', standing.subjects.changedSince],
                    ['waiting', standing.waiting.hits],
                    ['waitingStaff', standing.waitingStaff.hits],
                  ].map(([key, value]) => ({ term: say(`report.screening.${key}`), value: line(String(value)) })),
                },
                paragraph(say('report.screening.limits'), true),
              ],
            },
            {
              kind: 'table',
              before: unlisted === 0 ? [] : [paragraph(say('report.screening.unlisted', { count: unlisted }), true)],
              table: {
                key: 'hits',
                groupBy: 'party',
                empty: say('report.screening.noHits'),
                columns: [
                  { key: 'party', share: 1, width: 34 },
                  { key: 'about', share: 0, width: 24 },
                  { key: 'entryName', share: 3, width: 40 },
                  { key: 'list', share: 2.6, width: 40 },
                  { key: 'score', share: 1, width: 10 },
                  { key: 'band', share: 0, width: 18 },
                  { key: 'state', share: 1.8, width: 26, holds: 'strong' },
                  { key: 'decidedBy', share: 1.8, width: 24, holds: 'person' },
                  { key: 'on', share: 1.6, width: 14, holds: 'day' },
                  { key: 'reason', share: 3.4, width: 60 },
                ],
                rows: hits.map(({ name, about, hit }) => {
                  const decision = decisions.get(hit.id);
                  return [
                    name,
                    about,
                    hit.entryName,
                    hit.listTitle,
                    Math.round(hit.score * 100) / 100,
                    say(`screening.band.${hit.band}`),
                    say(`screening.state.${hit.state}`),
                    decision?.by ?? '',
                    decision?.at.slice(0, 10) ?? null,
                    decision === undefined ? '' : reasonSaid(decision, request, text),
                  ];
                }),
              },
            },
            {
              kind: 'table',
              table: {
                key: 'screenedLists',
                empty: say('report.ages.noLists'),
                columns: [
                  { key: 'list', share: 5.6, width: 50, holds: 'strong' },
                  { key: 'comparedDay', share: 2.6, width: 22, holds: 'day' },
                  { key: 'ageDays', share: 2, width: 12 },
                  { key: 'old', share: 2, width: 10 },
                  { key: 'training', share: 2, width: 12 },
                ],
                rows: standing.lists.map((list) => [
                  list.title,
                  comparedDays.get(list.code) ?? null,
                  list.ageDays,
                  say(`report.answer.${list.old ? 'yes' : 'no'}`),
                  say(`report.answer.${list.training ? 'yes' : 'no'}`),
                ]),
              },
            },
            {
              kind: 'table',
              table: {
                key: 'runs',
                empty: say('report.screening.never'),
                columns: [
                  { key: 'on', share: 2, width: 14, holds: 'day' },
                  { key: 'cause', share: 4, width: 34 },
                  { key: 'by', share: 2.4, width: 24, holds: 'person' },
                  { key: 'subjects', share: 1.4, width: 12 },
                  { key: 'newHits', share: 1.4, width: 12 },
                  { key: 'lapsed', share: 1.4, width: 12 },
                  { key: 'lists', share: 0, width: 60 },
                ],
                rows: runs.map((run) => [
                  run.startedAt.slice(0, 10),
                  say(`screening.cause.${run.cause}`),
                  run.by,
                  run.subjects,
                  run.newHits,
                  run.lapsed,
                  run.lists.map(listOfDay).join('; '),
                ]),
              },
              before: runs.length < mostRuns ? [] : [paragraph(say('report.screening.newestRuns', { count: mostRuns }), true)],
            },
          ],
          figures: { screened, waiting: standing.waiting, waitingStaff: standing.waitingStaff, dueOn: standing.dueOn },
        },
        text,
      );
    },
  };
}

const listOfDay = ({ code, published }: Run['lists'][number]): string => (published === null ? code : `${code} ${published}`);

/** Why a hit was decided as it was, with the note, and what the second person said. */
function reasonSaid({ verdict, reason, note, second }: SaidOfHit, { hide }: ReportRequest, text: Text): string {
  const say = text.dynamic;
  const why = verdict === 'reopen' ? say('screening.verdict.reopen') : say(`screening.reason.${reason}`);
  return [
    why.charAt(0).toLocaleUpperCase(text.locale) + why.slice(1),
    hide.words(note),
    ...(second === null
      ? []
      : [
          say(`report.screening.second.${second.agree ? 'agrees' : 'disagrees'}`, {
            by: hide.person(second.by),
            on: formatDay(second.at.slice(0, 10), text.locale),
          }),
          hide.words(second.note),
        ]),
  ]
    .filter((part) => part.trim() !== '')
    .map((part) => (/[.!?]$/.test(part.trim()) ? part.trim() : `${part.trim()}.`))
    .join(' ');
}
