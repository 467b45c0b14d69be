import { parentPort } from 'node:worker_threads';
import type { PoolAnswer, PoolMessage, PoolRequest } from '../../src-shared/model/pool-wire.ts';
import { poolTasks } from './pool-tasks.ts';

const port = parentPort;
if (port === null) throw new Error('The pool runs as worker threads');

port.on('message', async (message: PoolMessage) => {
  if (message === 'end') port.close();
  else port.postMessage(await answer(message));
});

async function answer({ id, task, input }: PoolRequest): Promise<PoolAnswer> {
  const run = Object.hasOwn(poolTasks, task) ? poolTasks[task] : undefined;
  if (run === undefined) return { id, ok: false, message: `No task ${task}` };
  try {
    return { id, ok: true, value: await run(input) };
  } catch (cause) {
    return { id, ok: false, message: cause instanceof Error ? (cause.stack ?? cause.message) : 'failed' };
  }
}
