import type { accessMethods } from '../../../../src-shared/contract/access.ts';
import type { HandlersFor } from '../../../../src-shared/contract/kernel.ts';
import { isDated, withheldTime } from '../../../../src-shared/model/access-events.ts';
import { err, ok } from '../../../../src-shared/model/result.ts';
import type { FeatureDeps } from '../../feature.ts';
import { createSlicer } from '../../jobs/index.ts';
import { eventViews } from './event-view.ts';
import { type EventJoins, queryFor } from './filter.ts';
import { countEvents, eventPage, eventsByIds } from './query.ts';
import { sourceRow } from './source.ts';
import { personDays } from './timeline.ts';

type EventHandlers = Pick<
  HandlersFor<typeof accessMethods>,
  'access.events' | 'access.countEvents' | 'access.eventSource' | 'access.timeline'
>;

/** The methods that read events. `joins` say what other rooms know of their texts. */
export function createAccessEventHandlers(deps: FeatureDeps, joins: EventJoins): EventHandlers {
  return {
    'access.events': async ({ filter, oldestFirst, after, limit }) => {
      const workspace = deps.session();
      const query = queryFor(workspace, filter, joins);
      if (query === null) return ok({ rows: [], next: null });
      const from = after === null ? null : { ts: after.at === null ? withheldTime : Date.parse(after.at), id: after.id };
      if (from !== null && Number.isNaN(from.ts)) return err({ code: 'request.invalid', issues: ['after.at: not an instant'] });
      const page = await eventPage(workspace, query, { oldestFirst, after: from, limit }, createSlicer().pause);
      const next =
        page.next === null ? null : { at: isDated(page.next.ts) ? new Date(page.next.ts).toISOString() : null, id: page.next.id };
      return ok({ rows: eventViews(workspace, page.rows, joins), next });
    },
    'access.countEvents': async ({ filter }) => {
      const workspace = deps.session();
      const query = queryFor(workspace, filter, joins);
      return ok({ events: query === null ? 0 : await countEvents(workspace, query, createSlicer().pause), exact: true });
    },
    'access.eventSource': async ({ id }) => {
      const workspace = deps.session();
      const [row] = await eventsByIds(workspace, new Set([id]), createSlicer().pause);
      const source = row === undefined ? undefined : sourceRow(workspace, row.import, row.row);
      const [event] = row === undefined ? [] : eventViews(workspace, [row], joins);
      if (source === undefined || event === undefined) return err({ code: 'record.notFound', entity: 'accessEvent', id: String(id) });
      return ok({
        event,
        fileSha256: source.fileSha256,
        header: source.header.slice(0, 512).map((title) => title.slice(0, 400)),
        cells: source.cells.slice(0, 512),
      });
    },
    'access.timeline': async ({ personId }) => {
      const workspace = deps.session();
      const days = await personDays(workspace, personId, joins, createSlicer().pause);
      // Four thousand days are eleven years; the newest matter.
      return ok({ days: days.slice(-4000) });
    },
  };
}
