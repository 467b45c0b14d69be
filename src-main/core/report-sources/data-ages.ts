import type { ListView } from '../../../src-shared/contract/lists.ts';
import type { PackSummary } from '../../../src-shared/contract/rulelibrary.ts';
import { daysBetween } from '../../../src-shared/model/dates.ts';
import { formatDay } from '../../../src-shared/text/dates.ts';
import type { Text } from '../../../src-shared/text/format.ts';
import type { OpenWorkspace } from '../db/index.ts';
import type { ExportSheet } from '../exports/index.ts';
import { cells, type ReportSource, reportFrame, tableOr } from '../reports/index.ts';

/** What the report on ages reads. */
export interface AgeJoins {
  readonly lists: (workspace: OpenWorkspace) => readonly ListView[];
  readonly packs: (workspace: OpenWorkspace) => readonly PackSummary[];
}

/** How old the lists and rule packs are that every answer rests on. */
export function dataAgesSource(joins: AgeJoins, text: Text): ReportSource {
  const say = text.dynamic;
  const title = say('report.kind.data-and-rule-ages');
  return {
    kind: 'data-and-rule-ages',
    drawsOn: ['lists.', 'rulepacks.', 'settings.'],
    build: async (request) => {
      const lists = joins.lists(request.workspace).filter(({ current }) => current !== null);
      const packs = joins.packs(request.workspace).filter(({ own }) => !own);
      const listAge = ({ ageDays, old }: ListView) =>
        ageDays === null ? say('report.ages.noDay') : say(old ? 'report.ages.old' : 'report.ages.days', { count: ageDays });
      const listColumns = ['list', 'published', 'age', 'parties', 'hash'].map((key) => say(`report.ages.${key}`));
      const packColumns = ['pack', 'version', 'checked', 'age', 'used'].map((key) => say(`report.ages.${key}`));
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
                  listColumns.slice(0, 4).map((name, place) => [name, place === 0 ? 6 : 2] as const),
                  lists.map((list) =>
                    cells(
                      list.off ? `${list.title}, ${say('report.ages.off')}` : list.title,
                      list.current?.published == null ? say('report.ages.noDay') : formatDay(list.current.published, text.locale),
                      listAge(list),
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
                  packColumns.map((name, place) => [name, place === 0 ? 5 : 2] as const),
                  packs.map((pack) =>
                    cells(
                      pack.title,
                      pack.version,
                      formatDay(pack.lastChecked, text.locale),
                      say('report.ages.days', { count: daysBetween(pack.lastChecked, request.on) }),
                      say(`report.answer.${pack.enabled ? 'yes' : 'no'}`),
                    ),
                  ),
                  '',
                ),
              ],
            },
          ],
        },
        text,
      );
      const sheets: ExportSheet[] = [
        {
          name: say('report.ages.lists'),
          columns: listColumns.map((name, place) => ({ title: name, width: [44, 14, 14, 12, 66][place] ?? 14 })),
          rows: lists.map((list) => [
            list.title,
            list.current?.published ?? null,
            list.ageDays,
            list.current?.parties ?? null,
            list.current?.sha256 ?? null,
          ]),
        },
        {
          name: say('report.ages.packs'),
          columns: [...packColumns, say('report.ages.hash')].map((name, place) => ({
            title: name,
            width: [44, 14, 14, 12, 10, 72][place] ?? 14,
          })),
          rows: packs.map((pack) => [
            pack.title,
            pack.version,
            pack.lastChecked,
            daysBetween(pack.lastChecked, request.on),
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
          lists: lists.map(({ code, title: name, ageDays, old, off, current }) => ({
            code,
            title: name,
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
          })),
        },
      };
    },
  };
}
