import type { z } from 'zod';
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import type { Reply } from '../../../src-shared/contract/kernel.ts';
import type { transferMethods } from '../../../src-shared/contract/transfers.ts';
import { ok } from '../../../src-shared/model/result.ts';
import { writeCsv, writeXlsx } from '../exports/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { safeFileName } from '../files/index.ts';
import { createSlicer } from '../jobs/index.ts';
import { askWhere, contentHash, createPrinting, reportNumber, reportText, saveExportFile, withholdingFor } from '../reports/index.ts';
import { readWorkspaceSettings } from '../settings/index.ts';
import type { TransferJoins } from './known.ts';
import { type Judged, judgeThese, transferPicture } from './picture.ts';
import { aboutSheet, registeredTransfer, registerPage, registerSheet } from './register-page.ts';

type Wanted = z.output<(typeof transferMethods)['transfers.export']['input']>;

/**
 * Saves a view of the queue as a workbook, as CSV or as PDF, and records what left by whom with its hash. The words for the checks are those of the
 * screen. Null where the dialog was left.
 */
export function createTransferExport(deps: FeatureDeps, joins: TransferJoins) {
  const text = reportText();
  const say = text.dynamic;
  const printing = createPrinting(deps);

  const gather = async ({ view, text: words }: Wanted): Promise<readonly Judged[]> => {
    const { pause } = createSlicer();
    const { find } = await transferPicture(deps.session, joins, pause);
    const rows = await find(view, words ?? '', pause);
    return judgeThese(
      deps.session,
      joins,
      rows.map(({ id }) => id),
      pause,
    );
  };

  return async (wanted: Wanted): Promise<Reply<OutputOf<'transfers.export'>>> => {
    const { as, paper, redaction, view } = wanted;
    const known = withholdingFor(deps.session(), redaction, text);
    if (!known.ok) return known;
    const { on } = joins.judging(deps.session());
    const name = `${safeFileName(say('report.file.transferRegister', { day: on }), 'transfers')}.${as}`;
    const target = await askWhere(deps, as === 'pdf' ? 'printTarget' : 'exportTarget', name, [
      { nameKey: `report.fileType.${as}`, extensions: [as] },
    ]);
    if (!target.ok) return target.error.code === 'cancelled' ? ok(null) : target;
    const judged = await gather(wanted);
    const workspace = deps.session();
    const found = withholdingFor(workspace, redaction, text);
    if (!found.ok) return found;
    const held = found.value;
    const lines = judged.map((one) => registeredTransfer(one, held, text));
    const sheet = registerSheet(lines, held, text);
    const hash = contentHash(held.content({ view, rows: sheet.rows }));
    const number = reportNumber(workspace, 'transferRegister', on, { assetId: null, contentHash: hash });
    const head = { number, hash, view, on, workspace };
    const bytes =
      as === 'pdf'
        ? await printing.file(held.page(registerPage(lines, held, head, text)), as, paper)
        : ok(
            as === 'xlsx'
              ? await writeXlsx(held.workbook([sheet, aboutSheet(head, lines.length, text)]))
              : Buffer.from(writeCsv(held.alone(sheet)), 'utf8'),
          );
    if (!bytes.ok) return bytes;
    const saved = saveExportFile(
      deps,
      'transfers.export',
      {
        number,
        what: 'transferRegister',
        format: as,
        subject: say('transfers.register.subject', { count: lines.length }),
        assetId: null,
        redaction: held.redaction.profile,
        on,
        at: deps.ports.clock.now(),
        by: readWorkspaceSettings(workspace.db).person.name || say('report.noPerson'),
        contentHash: hash,
      },
      target.value,
      bytes.value,
    );
    return saved.ok ? ok({ name: target.value.fileName, bytes: bytes.value.length, sha256: saved.value.sha256 }) : saved;
  };
}
