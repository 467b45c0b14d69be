import { foundIn, foundInRows, type RecordSource, titlesFrom } from '../records/index.ts';

/** Plans and their tasks, as other rooms point at them. */
export const planRecords: readonly RecordSource[] = [
  {
    kind: 'plan',
    entity: 'plan',
    titles: titlesFrom('plans', 'title'),
    // Closed plans stand in a list of their own; links to a plan lead to the one in force.
    find: foundInRows('SELECT id, title, starts_on AS detail, title AS words FROM plans WHERE ended_on IS NULL'),
  },
  {
    kind: 'task',
    entity: 'task',
    titles: titlesFrom('plan_tasks', 'title'),
    find: foundIn({
      from: 'plan_tasks t',
      ...{ id: 't.id', title: 't.title', detail: 't.owner' },
      ...{ words: "lower(t.title || ' ' || t.purpose || ' ' || t.owner)", fold: (text) => text.toLowerCase() },
    }),
  },
];
