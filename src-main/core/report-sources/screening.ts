import type { HitGroup } from '../../../src-shared/contract/screening.ts';
import { formatDay } from '../../../src-shared/text/dates.ts';
import type { Text } from '../../../src-shared/text/format.ts';
import { line, paragraph, type ReportSource } from '../reports/index.ts';
import { type Ask, everyPage } from './ask.ts';
import { composed } from './compose.ts';

const PAGE = 200;
const states = ['open', 'lapsed', 'needFacts', 'escalated', 'trueUnconfirmed', 'trueMatch', 'falsePositive'] as const;

/** Against which lists of which day everybody was screened, what was hit, and what a person decided. Staff are counted, not named. */
export function screeningSource(ask: Ask, text: Text): ReportSource {
  const say = text.dynamic;
  return {
    kind: 'screening',
    drawsOn: ['screening.', 'lists.', 'parties.'],
    async build(request) {
      const standing = await ask('screening.standing', {});
      const runs = await ask('screening.runs', { limit: 20 });
      const groups = await everyPage<HitGroup>(PAGE, request.pause, async (offset) => {
        const page = await ask('screening.queue', { filter: { states: [...states], subjects: ['party'] }, offset, limit: PAGE });
        return { total: page.subjects, rows: page.groups };
      });
      const { lastRun } = standing;
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
              table: {
                key: 'hits',
                groupBy: 'party',
                empty: say('report.screening.noHits'),
                columns: [
                  { key: 'party', share: 1, width: 34 },
                  { key: 'about', share: 0, width: 24 },
                  { key: 'entryName', share: 4, width: 40 },
                  { key: 'list', share: 3.4, width: 40 },
                  { key: 'score', share: 1.2, width: 10 },
                  { key: 'band', share: 2, width: 18 },
                  { key: 'state', share: 2.4, width: 26, holds: 'strong' },
                ],
                rows: hits.map(({ name, about, hit }) => [
                  name,
                  about,
                  hit.entryName,
                  hit.listTitle,
                  Math.round(hit.score * 100) / 100,
                  say(`screening.band.${hit.band}`),
                  say(`screening.state.${hit.state}`),
                ]),
              },
            },
            {
              kind: 'table',
              table: {
                key: 'screenedLists',
                empty: say('report.ages.noLists'),
                columns: [
                  { key: 'list', share: 7, width: 50, holds: 'strong' },
                  { key: 'ageDays', share: 2, width: 12 },
                  { key: 'old', share: 2, width: 10 },
                  { key: 'training', share: 2, width: 12 },
                ],
                rows: standing.lists.map((list) => [
                  list.title,
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
                ],
                rows: runs.map((run) => [
                  run.startedAt.slice(0, 10),
                  say(`screening.cause.${run.cause}`),
                  run.by,
                  run.subjects,
                  run.newHits,
                  run.lapsed,
                ]),
              },
            },
          ],
          figures: { screened, waiting: standing.waiting, waitingStaff: standing.waitingStaff, dueOn: standing.dueOn },
        },
        text,
      );
    },
  };
}
