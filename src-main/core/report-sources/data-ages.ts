import type { PackReview, WatchLook } from '../../../src-shared/contract/cases.ts';
import type { ListView } from '../../../src-shared/contract/lists.ts';
import type { PackSummary } from '../../../src-shared/contract/rulelibrary.ts';
import { dayAfter, daysBetween, type IsoDate, isoDate } from '../../../src-shared/model/dates.ts';
import { oldListDays } from '../../../src-shared/model/listed-party.ts';
import { formatDay } from '../../../src-shared/text/dates.ts';
import type { Text } from '../../../src-shared/text/format.ts';
import type { OpenWorkspace } from '../db/index.ts';
import type { ExportSheet } from '../exports/index.ts';
import { cells, paragraph, type ReportRequest, type ReportSource, reportFrame, tableOr } from '../reports/index.ts';

/** What the report on ages reads. */
export interface AgeJoins {
  readonly lists: (workspace: OpenWorkspace) => readonly ListView[];
  readonly packs: (workspace: OpenWorkspace) => readonly PackSummary[];
  /** When packs in use were last looked through, and are due again. */
  readonly reviews: (workspace: OpenWorkspace) => readonly PackReview[];
}

/** Day from which a list counts as old; null for one that does not go stale with the days. */
const listDue = ({ kind, current }: Pick<ListView, 'kind' | 'current'>): IsoDate | null =>
  kind === 'official' && current !== null ? dayAfter(current.published ?? isoDate(current.importedAt.slice(0, 10)), oldListDays + 1) : null;

/** How old the lists and rule packs are that every answer rests on, when somebody last looked, and when they are due again. */
export function dataAgesSource(joins: AgeJoins, text: Text): ReportSource {
  const say = text.dynamic;
  const title = say('report.kind.data-and-rule-ages');
  return {
    kind: 'data-and-rule-ages',
    drawsOn: ['lists.', 'rulepacks.', 'settings.', 'cases.recordLook', 'cases.setReviewDays'],
    build: async (request) => {
      const lists = joins.lists(request.workspace).filter(({ current }) => current !== null);
      const packs = joins.packs(request.workspace).filter(({ own }) => !own);
      const reviews = new Map(joins.reviews(request.workspace).map((review) => [review.pack, review]));
      const dueSaid = (due: IsoDate | null, isDue: boolean) => {
        const on = due === null ? '' : formatDay(due, text.locale);
        return due === null ? say('report.ages.notDue') : isDue ? say('report.ages.isDue', { on }) : on;
      };
      /** The last look at a whole pack that somebody recorded here: when, by whom, what it came to. */
      const lookOf = (id: string) => reviews.get(id)?.standing.looks[0];
      const lookSaid = (id: string) => {
        const look = lookOf(id);
        return look === undefined
          ? say('report.ages.nobody')
          : say('report.ages.look', {
              on: formatDay(look.checkedOn, text.locale),
              by: request.hide.person(look.by),
              outcome: say(`watch.outcome.${look.outcome}`),
            });
      };
      const listAge = ({ ageDays, old }: ListView) =>
        ageDays === null ? say('report.ages.noDay') : say(old ? 'report.ages.old' : 'report.ages.days', { count: ageDays });
      const listColumns = ['list', 'published', 'imported', 'age', 'due', 'parties', 'hash'].map((key) => say(`report.ages.${key}`));
      const packColumns = ['pack', 'version', 'checked', 'age', 'looked', 'due', 'used'].map((key) => say(`report.ages.${key}`));
      const page = reportFrame(
        request,
        {
          title,
          under: say('report.ages.under'),
          sections: [
            {
              title: say('report.ages.lists'),
              blocks: [
                tableOr(
                  listColumns.slice(0, 6).map((name, place) => [name, [5, 2, 2, 1.7, 2.3, 1.4][place] ?? 2] as const),
                  lists.map((list) =>
                    cells(
                      list.off ? `${list.title}, ${say('report.ages.off')}` : list.title,
                      list.current?.published == null ? say('report.ages.noDay') : formatDay(list.current.published, text.locale),
                      list.current === null ? '–' : formatDay(list.current.importedAt.slice(0, 10), text.locale),
                      listAge(list),
                      dueSaid(listDue(list), list.old),
                      String(list.current?.parties ?? 0),
                    ),
                  ),
                  say('report.ages.noLists'),
                ),
              ],
            },
            {
              title: say('report.ages.packs'),
              blocks: [
                tableOr(
                  packColumns.map((name, place) => [name, [4, 1.9, 2, 1.5, 3, 2.3, 1][place] ?? 2] as const),
                  packs.map((pack) =>
                    cells(
                      pack.title,
                      pack.version,
                      formatDay(pack.lastChecked, text.locale),
                      say('report.ages.days', { count: daysBetween(pack.lastChecked, request.on) }),
                      lookSaid(pack.id),
                      dueSaid(reviews.get(pack.id)?.dueOn ?? null, reviews.get(pack.id)?.overdue === true),
                      say(`report.answer.${pack.enabled ? 'yes' : 'no'}`),
                    ),
                  ),
                  '',
                ),
                paragraph(say('report.ages.how', { days: oldListDays }), true),
              ],
            },
          ],
        },
        text,
      );
      const sheets: ExportSheet[] = [
        {
          name: say('report.ages.lists'),
          columns: listColumns.map((name, place) => ({ title: name, width: [44, 14, 14, 10, 14, 12, 66][place] ?? 14 })),
          rows: lists.map((list) => [
            list.title,
            list.current?.published ?? null,
            list.current?.importedAt.slice(0, 10) ?? null,
            list.ageDays,
            listDue(list),
            list.current?.parties ?? null,
            list.current?.sha256 ?? null,
          ]),
        },
        {
          name: say('report.ages.packs'),
          columns: [...packColumns, say('report.ages.hash')].map((name, place) => ({
            title: name,
            width: [44, 14, 14, 10, 44, 14, 10, 72][place] ?? 14,
          })),
          rows: packs.map((pack) => [
            pack.title,
            pack.version,
            pack.lastChecked,
            daysBetween(pack.lastChecked, request.on),
            lookSaid(pack.id),
            reviews.get(pack.id)?.dueOn ?? null,
            say(`report.answer.${pack.enabled ? 'yes' : 'no'}`),
            pack.hash,
          ]),
        },
      ];
      return {
        title,
        page,
        sheets,
        data: {
          on: request.on,
          lists: lists.map(({ code, title: name, ageDays, old, off, current, kind }) => ({
            code,
            title: name,
            due: listDue({ kind, current }),
            published: current?.published ?? null,
            importedAt: current?.importedAt ?? null,
            parties: current?.parties ?? 0,
            sha256: current?.sha256 ?? null,
            ageDays,
            old,
            off,
          })),
          packs: packs.map(({ id, title: name, version, published, lastChecked, hash, enabled }) => ({
            id,
            title: name,
            version,
            published,
            lastChecked,
            hash,
            enabled,
            lastLook: lookData(lookOf(id), request),
            dueOn: reviews.get(id)?.dueOn ?? null,
            overdue: reviews.get(id)?.overdue ?? null,
          })),
        },
      };
    },
  };
}

/** A look for data: what was found is text that people wrote. */
const lookData = (look: WatchLook | undefined, { hide }: ReportRequest) =>
  look === undefined
    ? null
    : {
        checkedOn: look.checkedOn,
        by: hide.person(look.by),
        outcome: look.outcome,
        where: hide.words(look.where),
        found: hide.words(look.found),
        nextOn: look.nextOn,
      };
