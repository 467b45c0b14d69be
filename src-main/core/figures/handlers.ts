import type { CostLine, FigureEvent, figureMethods, OwnFigures } from '../../../src-shared/contract/figures.ts';
import type { HandlersFor } from '../../../src-shared/contract/kernel.ts';
import { daysBetween, type IsoDate } from '../../../src-shared/model/dates.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import { atRevision, type Connection, prepared } from '../db/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { costSums, eventSums } from './sums.ts';

type Db = Pick<Connection, 'db'>;

const costsOf = ({ db }: Db): CostLine[] =>
  prepared<[], CostLine>(
    db,
    'SELECT id, year, activity, what, hours, amount, currency, source, revision FROM figure_costs ORDER BY year DESC, activity, what COLLATE NOCASE, id LIMIT 5000',
  ).all();

const eventsOf = ({ db }: Db): FigureEvent[] =>
  prepared<[], Omit<FigureEvent, 'days'>>(
    db,
    `SELECT id, kind, on_day AS "on", title, because, amount, currency, from_day AS "from", source, revision FROM figure_events
     ORDER BY on_day DESC, id LIMIT 5000`,
  )
    .all()
    .map((event) => ({ ...event, days: event.from === null ? null : Math.max(0, daysBetween(event.from, event.on)) }));

/** Before anything is entered. */
const firstCurrency = 'USD';

/** Everything that was entered, with its sums. */
export function ownFigures(connection: Db): OwnFigures {
  const costs = costsOf(connection);
  const events = eventsOf(connection);
  const currency =
    prepared<[], { currency: string }>(
      connection.db,
      'SELECT currency FROM (SELECT currency FROM figure_costs UNION ALL SELECT currency FROM figure_events) GROUP BY currency ORDER BY count(*) DESC, currency LIMIT 1',
    ).get()?.currency ?? firstCurrency;
  return { costs, costSums: costSums(costs), events, eventSums: eventSums(events), currency };
}

/** Answers the company's own figures. */
export function createFigureHandlers(deps: FeatureDeps): HandlersFor<typeof figureMethods> {
  const find = (table: 'figure_costs' | 'figure_events', id: string) =>
    prepared<[string], { readonly revision: number; readonly title: string }>(
      deps.session().db,
      `SELECT revision, ${table === 'figure_costs' ? 'what' : 'title'} AS title FROM ${table} WHERE id = ?`,
    ).get(id);
  const remove = (method: string, table: 'figure_costs' | 'figure_events', id: string, revision: number) => {
    const workspace = deps.session();
    const found = atRevision('figure', id, revision, find(table, id));
    if (!found.ok) return found;
    return workspace.write({ method, params: { title: found.value.title } }, () => {
      prepared(workspace.db, `DELETE FROM ${table} WHERE id = ?`).run(id);
      return ok(ownFigures(workspace));
    });
  };

  return {
    'figures.get': () => ok(ownFigures(deps.session())),

    'figures.saveCost': ({ id, revision, year, activity, what, hours, amount, currency, source }) => {
      const workspace = deps.session();
      if (hours === null && amount === null) return err({ code: 'request.invalid', issues: ['hours: give hours, an amount, or both'] });
      if (id !== null) {
        const found = atRevision('figure', id, revision, find('figure_costs', id));
        if (!found.ok) return found;
      }
      return workspace.write({ method: 'figures.saveCost', params: { title: what, year } }, () => {
        prepared(
          workspace.db,
          `INSERT INTO figure_costs (id, year, activity, what, hours, amount, currency, source) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
           ON CONFLICT (id) DO UPDATE SET year = excluded.year, activity = excluded.activity, what = excluded.what, hours = excluded.hours,
             amount = excluded.amount, currency = excluded.currency, source = excluded.source, revision = revision + 1`,
        ).run(id ?? deps.ports.ids.next(), year, activity, what, hours, amount, currency, source);
        return ok(ownFigures(workspace));
      });
    },
    'figures.removeCost': ({ id, revision }) => remove('figures.removeCost', 'figure_costs', id, revision),

    'figures.saveEvent': ({ id, revision, kind, on, title, because, amount, currency, from, source }) => {
      const workspace = deps.session();
      if (from !== null && from > on) return err({ code: 'request.invalid', issues: [order(from, on)] });
      if (on > deps.ports.clock.today()) return err({ code: 'request.invalid', issues: ['on: only what has happened is recorded'] });
      if (id !== null) {
        const found = atRevision('figure', id, revision, find('figure_events', id));
        if (!found.ok) return found;
      }
      return workspace.write({ method: 'figures.saveEvent', params: { title } }, () => {
        prepared(
          workspace.db,
          `INSERT INTO figure_events (id, kind, on_day, title, because, amount, currency, from_day, source) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
           ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, on_day = excluded.on_day, title = excluded.title, because = excluded.because,
             amount = excluded.amount, currency = excluded.currency, from_day = excluded.from_day, source = excluded.source,
             revision = revision + 1`,
        ).run(id ?? deps.ports.ids.next(), kind, on, title, because, amount, currency, from, source);
        return ok(ownFigures(workspace));
      });
    },
    'figures.removeEvent': ({ id, revision }) => remove('figures.removeEvent', 'figure_events', id, revision),
  };
}

const order = (from: IsoDate, on: IsoDate): string => `from: ${from} lies after ${on}`;
