import { type RecordSource, titlesFrom } from '../records/index.ts';

/** Plans and their tasks, as other rooms point at them. */
export const planRecords: readonly RecordSource[] = [
  { kind: 'plan', entity: 'plan', titles: titlesFrom('plans', 'title') },
  { kind: 'task', entity: 'task', titles: titlesFrom('plan_tasks', 'title') },
];
