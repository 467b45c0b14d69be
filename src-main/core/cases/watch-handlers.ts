import type { caseMethods, Watch } from '../../../src-shared/contract/cases.ts';
import type { HandlersFor } from '../../../src-shared/contract/kernel.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import { atRevision, type OpenWorkspace, prepared } from '../db/index.ts';
import type { FeatureDeps } from '../feature.ts';
import type { CaseJoins } from './joins.ts';
import { findWatchItem, watchOf } from './watch.ts';

type Handlers = Pick<HandlersFor<typeof caseMethods>, 'cases.watch' | 'cases.recordLook' | 'cases.saveWatchItem' | 'cases.setReviewDays'>;

const mostItems = 500;

/** The watch over rule changes, and what people found when they looked. */
export function createWatchHandlers(deps: FeatureDeps, joins: CaseJoins): Handlers {
  const view = (workspace: OpenWorkspace): Watch => {
    const { packs, on, today } = joins.judging(workspace);
    return watchOf(workspace, packs, { on, today });
  };

  return {
    'cases.watch': () => ok(view(deps.session())),

    'cases.recordLook': ({ subject, checkedOn, where, found, outcome, by, nextOn }) => {
      const workspace = deps.session();
      const today = deps.ports.clock.today();
      const issues = [
        ...(checkedOn > today ? [`checkedOn: ${checkedOn} lies ahead. Write down the day you looked`] : []),
        ...(nextOn !== null && nextOn <= checkedOn ? ['nextOn: the day to look again must come after the day you looked'] : []),
      ];
      if (issues.length > 0) return err({ code: 'request.invalid', issues });
      const now = view(workspace);
      const title =
        subject.kind === 'pack'
          ? now.packs.find(({ pack }) => pack === subject.pack && subject.id === subject.pack)?.title
          : now.checks.find(
              (one) => one.subject.kind === subject.kind && one.subject.pack === subject.pack && one.subject.id === subject.id,
            )?.title;
      if (title === undefined) return err({ code: 'record.notFound', entity: 'ruleWatch', id: subject.id });
      const note = { method: 'cases.recordLook', params: { title: title.slice(0, 300) }, subject: { entity: 'ruleWatch', id: subject.id } };
      return workspace.write(note, () => {
        prepared(
          workspace.db,
          `INSERT INTO watch_looks (id, kind, pack, item_id, checked_on, looked_at, found, outcome, by_name, next_on, made_at)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        ).run(
          deps.ports.ids.next(),
          subject.kind,
          subject.pack,
          subject.id,
          checkedOn,
          where,
          found,
          outcome,
          by,
          nextOn,
          deps.ports.clock.now(),
        );
        return ok(view(workspace));
      });
    },

    'cases.saveWatchItem': ({ id, revision, title, why, look, owner, dueOn, closed }) => {
      const workspace = deps.session();
      if (id !== null) {
        const current = atRevision('ruleWatch', id, revision, findWatchItem(workspace, id));
        if (!current.ok) return current;
      } else if ((prepared<[], { n: number }>(workspace.db, 'SELECT count(*) AS n FROM watch_items').get()?.n ?? 0) >= mostItems)
        return err({ code: 'policy.refused', detail: `A workspace watches up to ${mostItems} items of its own. Close some first` });
      const key = id ?? deps.ports.ids.next();
      const note = { method: 'cases.saveWatchItem', params: { title }, subject: { entity: 'ruleWatch', id: key } };
      return workspace.write(note, () => {
        if (id === null)
          prepared(
            workspace.db,
            'INSERT INTO watch_items (id, title, why, look, owner, due, closed, made_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
          ).run(key, title, why, look, owner, dueOn, Number(closed), deps.ports.clock.now());
        else
          prepared(
            workspace.db,
            'UPDATE watch_items SET title = ?, why = ?, look = ?, owner = ?, due = ?, closed = ?, revision = revision + 1 WHERE id = ?',
          ).run(title, why, look, owner, dueOn, Number(closed), id);
        return ok(view(workspace));
      });
    },

    'cases.setReviewDays': ({ days }) => {
      const workspace = deps.session();
      return workspace.write({ method: 'cases.setReviewDays', params: { days } }, () => {
        prepared(
          workspace.db,
          'INSERT INTO watch_settings (id, review_days) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET review_days = excluded.review_days',
        ).run(days);
        return ok(view(workspace));
      });
    },
  };
}
