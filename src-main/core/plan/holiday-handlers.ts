import type { HandlersFor } from '../../../src-shared/contract/kernel.ts';
import type { planFileMethods } from '../../../src-shared/contract/plan-files.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import type { FeatureDeps } from '../feature.ts';
import { createReaderThreads, type ReadLimits, readerEntry, readLimits, runReaderThread } from '../importers/index.ts';
import type { FromHolidays, HolidayTask } from './read/holidays.ts';

type Handlers = Pick<HandlersFor<typeof planFileMethods>, 'plan.readHolidayFile'>;

/** Somebody waits for a short list. */
const holidayLimits: ReadLimits = { ...readLimits, fileBytes: 16 * 1024 * 1024, parseMs: 20_000 };

/** Reads a file of holidays the person picks, in a thread without key, database or socket. Nothing of it is kept: what to take is chosen on screen. */
export function createHolidayFileHandlers({ ports }: FeatureDeps): Handlers {
  return {
    'plan.readHolidayFile': async (years) => {
      const picked = await ports.dialogs.pickFile('import', [
        { nameKey: 'imports.files.holidays', extensions: ['ics', 'csv', 'xlsx', 'tsv', 'txt', 'xls', 'ods'] },
      ]);
      if (picked === null) return ok(null);
      const path = ports.files.resolve(picked.handle, 'import');
      if (!path.ok) return path;
      const end = await runReaderThread<HolidayTask, never, FromHolidays>(
        createReaderThreads(readerEntry(), holidayLimits),
        { do: 'readHolidays', path: path.value, limits: holidayLimits, years },
        holidayLimits,
        () => undefined,
        undefined,
      );
      if (end === 'cancelled') return err({ code: 'cancelled' });
      if ('reason' in end) return err({ code: 'file.refused', ...end });
      return end.result.ok ? ok({ fileName: picked.name, ...end.result.value }) : err({ code: 'file.refused', ...end.result.error });
    },
  };
}
