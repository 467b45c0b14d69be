import { createHash } from 'node:crypto';
import type { evidenceMethods } from '../../../src-shared/contract/evidence.ts';
import type { HandlersFor } from '../../../src-shared/contract/kernel.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import type { Text } from '../../../src-shared/text/format.ts';
import { writeCsv, writeXlsx } from '../exports/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { safeFileName, storageErrorOf, writeFileAtomically } from '../files/index.ts';
import type { Records } from '../records/index.ts';
import { askWhere, withholdingFor } from '../reports/index.ts';
import { countEvidence, evidenceRows, kindsWithEvidence } from './all.ts';
import { evidenceSheet } from './export.ts';
import { verifyEvidence } from './verify.ts';

type Handlers = Pick<HandlersFor<typeof evidenceMethods>, 'evidence.page' | 'evidence.verify' | 'evidence.export'>;

/** The evidence of the whole workspace as one list: looked through, checked against its hashes, and written out. */
export function createEvidenceRegisterHandlers(deps: FeatureDeps, records: Records, text: Text): Handlers {
  return {
    'evidence.page': ({ filter, sort, offset, limit }) => {
      const workspace = deps.session();
      const { total, bytes } = countEvidence(workspace, records, filter);
      return ok({
        rows: [...evidenceRows(workspace, records, filter, { sort, offset, limit })],
        total,
        bytes,
        kinds: kindsWithEvidence(workspace),
      });
    },

    'evidence.verify': () =>
      deps.jobs.run({ kind: 'evidence.verify', touches: ['journal'] }, async (job) => {
        const verdict = await verifyEvidence(deps.session, records, job);
        const workspace = deps.session();
        if (workspace.readOnly !== null) return ok(verdict);
        const params = { count: verdict.files, damaged: verdict.damagedCount };
        return workspace.write({ method: 'evidence.verify', params, undoable: false }, () => ok(verdict));
      }),

    'evidence.export': async ({ filter, format, redaction }) => {
      const known = withholdingFor(deps.session(), redaction, text);
      if (!known.ok) return known;
      const target = await askWhere(deps, 'exportTarget', `${safeFileName(text.dynamic('evidence.file'), 'evidence')}.${format}`, [
        { nameKey: `report.fileType.${format}`, extensions: [format] },
      ]);
      if (!target.ok) return target;
      return deps.jobs.run({ kind: 'evidence.export', touches: ['journal'] }, async (job) => {
        const held = withholdingFor(deps.session(), redaction, text);
        if (!held.ok) return held;
        const { sheet, leftOut } = await evidenceSheet(deps.session, records, filter, held.value, job, text);
        const { about, alone } = held.value;
        const bytes = format === 'csv' ? Buffer.from(writeCsv(alone(sheet)), 'utf8') : await writeXlsx([sheet, ...about]);
        await job.pause();
        const params = {
          count: sheet.rows.length,
          sha256: createHash('sha256').update(bytes).digest('hex'),
          redaction: held.value.redaction.profile,
        };
        try {
          return deps.session().write({ method: 'evidence.export', params }, () => {
            writeFileAtomically(target.value.path, bytes);
            return ok({ fileName: target.value.fileName, pieces: sheet.rows.length, leftOut });
          });
        } catch (cause) {
          const failure = storageErrorOf(cause);
          if (failure === null) throw cause;
          return err(failure);
        }
      });
    },
  };
}
