import { parentPort, workerData } from 'node:worker_threads';
import { transferables } from '../core/importers/read/batch.ts';
import { batchesAhead, type FromReader, type ReaderTask } from '../core/importers/read/messages.ts';
import { read, sniff } from '../core/importers/read/reader.ts';

/** Reader thread: parses one foreign file. It has no key, no database and no socket, and its memory and time are capped by whoever starts it. */
const port = parentPort;
if (port === null) throw new Error('The reader runs as a worker thread only');
const task = workerData as ReaderTask;

let credit = batchesAhead;
let wake: (() => void) | null = null;
port.on('message', () => {
  credit += 1;
  wake?.();
});

const send = (message: FromReader, transfer: ArrayBuffer[] = []) => port.postMessage(message, transfer);

if (task.do === 'sniff') {
  send({ say: 'sniffed', result: await sniff(task.path, task.limits) });
} else {
  const result = await read(task.path, task.sniffed, task.request, task.limits, async (batch) => {
    while (credit === 0) await new Promise<void>((resolve) => (wake = resolve));
    credit -= 1;
    send({ say: 'batch', batch }, transferables(batch));
  });
  send({ say: 'read', result });
}
port.close();
