import { actionKindsOf, type EventJoins } from '../accesslogs/index.ts';
import { prepared } from '../db/index.ts';
import { eventsOfFinding, findingsByEvent, unpackEvents } from './finding-rows.ts';
import { currentSurroundings } from './picture.ts';
import type { AccessJoins } from './sources.ts';

const dayMs = 86_400_000;

/** What the audit knows of the texts and events of the logs, for the browser of events. */
export function eventJoinsOf(joins: AccessJoins): EventJoins {
  return {
    people(workspace, accounts) {
      const { people } = currentSurroundings(workspace, joins);
      const names = new Map(people.people.map(({ id, name }) => [id, name]));
      return accounts.map(({ account, system }) => {
        const link = people.book.find(account, system || null);
        return link.kind === 'person' ? { id: link.personId, name: names.get(link.personId) ?? link.personId } : null;
      });
    },
    assets(workspace, resources) {
      const { assets, assetOf } = currentSurroundings(workspace, joins);
      return resources.map((resource) => {
        const asset = assets[assetOf(resource)];
        return asset === undefined ? null : { id: asset.id, name: asset.name };
      });
    },
    actionKinds: actionKindsOf,
    findingsOf(workspace, eventIds) {
      const all = findingsByEvent(workspace);
      return new Map(
        eventIds.flatMap((id) =>
          all.has(id) ? [[id, (all.get(id) ?? []).map(({ id: finding, label }) => ({ id: finding, label }))] as const] : [],
        ),
      );
    },
    eventsOfFinding: (workspace, findingId) => eventsOfFinding(workspace, findingId),
    findingDays(workspace, personId) {
      const rows = prepared<[string], { first_ts: number | null; last_ts: number | null; events: Buffer }>(
        workspace.db,
        'SELECT first_ts, last_ts, events FROM access_findings WHERE person_id = ? AND gone = 0',
      ).all(personId);
      const days = new Map<string, number>();
      for (const { first_ts: first, last_ts: last, events } of rows) {
        // A finding counts on its first and on its last day; what lies between is in the list of its events.
        if (unpackEvents(events).length === 0) continue;
        for (const ts of new Set([first, last].flatMap((one) => (one === null ? [] : [Math.floor(one / dayMs)])))) {
          const day = new Date(ts * dayMs).toISOString().slice(0, 10);
          days.set(day, (days.get(day) ?? 0) + 1);
        }
      }
      return days;
    },
  };
}
