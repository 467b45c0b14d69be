import { foundIn, foundInRows, type RecordSource, titlesFrom } from '../records/index.ts';

/** Plans and their tasks, as other rooms point at them. */
export const planRecords: readonly RecordSource[] = [
  {
    kind: 'plan',
    entity: 'plan',
    titles: titlesFrom('plans', 'title'),
    // Only the plan in force has a page.
    find: foundInRows('SELECT id, title, starts_on AS detail, title AS words FROM plans WHERE ended_on IS NULL'),
  },
  {
    kind: 'task',
    entity: 'task',
    titles: titlesFrom('plan_tasks', 'title'),
    find: foundIn({
      from: 'plan_tasks t JOIN plans p ON p.id = t.plan_id AND p.ended_on IS NULL',
      ...{ id: 't.id', title: 't.title', detail: 't.owner' },
      ...{ words: "lower(t.title || ' ' || t.purpose || ' ' || t.owner)", fold: (text) => text.toLowerCase() },
    }),
  },
];
