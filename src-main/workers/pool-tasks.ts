import { runAuditTask } from '../core/access/judge/audit-task.ts';
import { judgeBatch } from '../core/classification/judge/judge-batch.ts';
import { readDatabaseTask, readExitsTask, readListTask } from '../core/networks/read/tasks.ts';

// Tables of names in every script: only a thread that compares names loads them.
const screening = () => import('../engine/screening/index.ts');

/** What pool threads can do, by name: pure engine functions over plain data. A feature adds a line here. */
export const poolTasks: Readonly<Record<string, (input: unknown) => unknown>> = {
  'access.audit': runAuditTask,
  'classification.judge': judgeBatch,
  'networks.database': readDatabaseTask,
  'networks.exits': readExitsTask,
  'networks.list': readListTask,
  'screening.build': async (input) => (await screening()).runBuildTask(input),
  'screening.explain': async (input) => (await screening()).runExplainTask(input),
  'screening.screen': async (input) => (await screening()).runScreenTask(input),
  'screening.subjects': async (input) => (await screening()).runSubjectTask(input),
};
