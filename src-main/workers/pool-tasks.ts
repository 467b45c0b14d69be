import { runAuditTask } from '../core/access/judge/audit-task.ts';
import { judgeBatch } from '../core/classification/judge/judge-batch.ts';
import { readDatabaseTask, readExitsTask, readListTask } from '../core/networks/read/tasks.ts';
import { runBuildTask, runExplainTask, runScreenTask, runSubjectTask } from '../engine/screening/index.ts';

/** What pool threads can do, by name: pure engine functions over plain data. A feature adds a line here. */
export const poolTasks: Readonly<Record<string, (input: unknown) => unknown>> = {
  'access.audit': runAuditTask,
  'classification.judge': judgeBatch,
  'networks.database': readDatabaseTask,
  'networks.exits': readExitsTask,
  'networks.list': readListTask,
  'screening.build': runBuildTask,
  'screening.explain': runExplainTask,
  'screening.screen': runScreenTask,
  'screening.subjects': runSubjectTask,
};
