import { once } from 'node:events';
import { parentPort } from 'node:worker_threads';
import type { FromLogReader, LogTask } from '../core/accesslogs/read/messages.ts';
import { runLogTask } from '../core/accesslogs/read/run-task.ts';
import type { FromPreview, PreviewTask } from '../core/evidence/read/messages.ts';
import { previewOf } from '../core/evidence/read/preview.ts';
import { transferables } from '../core/importers/read/batch.ts';
import { batchesAhead, type FromReader, type ReaderTask } from '../core/importers/read/messages.ts';
import { read, sniff } from '../core/importers/read/reader.ts';
import type { FromListReader, ListTask } from '../core/lists/read/messages.ts';
import { runListTask } from '../core/lists/read/run-task.ts';
import { type FromHolidays, type HolidayTask, readHolidays } from '../core/plan/read/holidays.ts';

/**
 * Reader thread: parses one foreign file. It has no key, no database and no socket, and its memory and time are capped by whoever starts it.
 * The first message is its task; every later one lets it send one more batch.
 */
const port = parentPort;
if (port === null) throw new Error('The reader runs as a worker thread only');
const [task] = (await once(port, 'message')) as [ReaderTask | LogTask | ListTask | PreviewTask | HolidayTask];

let credit = batchesAhead;
let wake: (() => void) | null = null;
port.on('message', () => {
  credit += 1;
  wake?.();
});

const send = (message: FromReader | FromLogReader | FromListReader | FromPreview | FromHolidays, transfer: ArrayBuffer[] = []) =>
  port.postMessage(message, transfer);
const ready = async () => {
  while (credit === 0) await new Promise<void>((resolve) => (wake = resolve));
  credit -= 1;
};

if (task.do === 'sniff') {
  send({ say: 'sniffed', result: await sniff(task.path, task.limits) });
} else if (task.do === 'read') {
  const result = await read(task.path, task.sniffed, task.request, task.limits, async (batch) => {
    await ready();
    send({ say: 'batch', batch }, transferables(batch));
  });
  send({ say: 'read', result });
} else if (task.do === 'previewEvidence') {
  send({ say: 'preview', preview: await previewOf(task) });
} else if (task.do === 'readHolidays') {
  send({ say: 'holidays', result: await readHolidays(task) });
} else if (task.do === 'recogniseLists' || task.do === 'readList') {
  await runListTask(task, async (message) => {
    if (message.say === 'batch') await ready();
    send(message);
  });
} else {
  await runLogTask(task, async (message, transfer) => {
    if (message.say === 'batch') await ready();
    send(message, transfer);
  });
}
port.close();
