import type { ReadProblem } from '../../../../src-shared/formats/import-file.ts';
import { err, ok, type Result } from '../../../../src-shared/model/result.ts';
import { asProblem } from '../../importers/read/refuse.ts';
import { checkLog } from './check-log.ts';
import { eventTransferables } from './events/event-builder.ts';
import type { FromLogReader, LogTask } from './messages.ts';
import { previewLog } from './preview-log.ts';
import { readEvents } from './read-events.ts';

/** Does one task of the log reader inside its thread. `send` waits until the other side can take more. Never throws for what a file holds. */
export async function runLogTask(task: LogTask, send: (message: FromLogReader, transfer: ArrayBuffer[]) => Promise<void>): Promise<void> {
  switch (task.do) {
    case 'previewLog':
      await send({ say: 'previewed', result: await caught(() => previewLog(task.path, task.limits, task.table, task.rows)) }, []);
      return;
    case 'checkLog': {
      const onProgress = (progress: { rows: number; readBytes: number }) => send({ say: 'batch', progress }, []);
      await send({ say: 'checked', result: await caught(() => checkLog(task.path, task.limits, task.reading, task.now, onProgress)) }, []);
      return;
    }
    case 'readEvents': {
      const result = await caught(() =>
        readEvents(task.path, task.limits, task.reading, task, (batch) => send({ say: 'batch', batch }, eventTransferables(batch))),
      );
      await send({ say: 'readEvents', result }, []);
    }
  }
}

async function caught<Value>(work: () => Promise<Value>): Promise<Result<Value, ReadProblem>> {
  try {
    return ok(await work());
  } catch (cause) {
    return err(asProblem(cause));
  }
}
