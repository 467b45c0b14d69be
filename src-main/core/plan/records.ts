import { foundIn, foundInRows, type RecordSource, titlesFrom } from '../records/index.ts';

/** Plans and their tasks, as other rooms point at them. */
export const planRecords: readonly RecordSource[] = [
  {
    kind: 'plan',
    entity: 'plan',
    titles: titlesFrom('plans', 'title'),
    // The one in force first; a link to a closed one leads to its page.
    find: foundInRows('SELECT id, title, starts_on AS detail, title AS words FROM plans ORDER BY ended_on IS NOT NULL, ended_on DESC'),
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
