import { join } from 'node:path';
import type { diagnosticsMethods } from '../../../src-shared/contract/diagnostics.ts';
import type { HandlersFor } from '../../../src-shared/contract/kernel.ts';
import { ok } from '../../../src-shared/model/result.ts';
import type { Shell } from '../ports.ts';
import { logFile } from './files.ts';
import { readLog } from './read-log.ts';

/** Answers the methods that show the log. It holds no record's content, so what is shown may be passed on. */
export function createDiagnosticsHandlers(folder: string, shell: Shell): HandlersFor<typeof diagnosticsMethods> {
  return {
    'diagnostics.log': (query) => ok(readLog(folder, query)),
    'diagnostics.showFolder': async () => {
      await shell.showInFolder(join(folder, logFile));
      return ok({});
    },
  };
}
