import type { AccessMatrix, accessMethods } from '../../../src-shared/contract/access.ts';
import type { HandlersFor } from '../../../src-shared/contract/kernel.ts';
import { ok } from '../../../src-shared/model/result.ts';
import { writeXlsx } from '../exports/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { safeFileName } from '../files/index.ts';
import { createSlicer } from '../jobs/index.ts';
import { askWhere, contentHash, createPrinting, reportNumber, reportText, saveExportFile, withholdingFor } from '../reports/index.ts';
import { readWorkspaceSettings } from '../settings/index.ts';
import { matrixOf } from './matrix.ts';
import { matrixPage, matrixSheets } from './matrix-page.ts';
import { hiddenMatrix } from './redacted.ts';
import type { AccessJoins } from './sources.ts';

type Handlers = Pick<HandlersFor<typeof accessMethods>, 'access.exportMatrix'>;

/** Rows asked for at a time; a printed matrix holds all of them. */
const pageOfRows = 1000;

/** Saves the matrix of people and assets as PDF, HTML or XLSX, and records what left by whom with its hash. */
export function createMatrixExport(deps: FeatureDeps, joins: AccessJoins): Handlers {
  const text = reportText();
  const printing = createPrinting(deps);

  const wholeMatrix = async (filter: { team: string | null; controlledOnly: boolean; reachedOnly: boolean }): Promise<AccessMatrix> => {
    const { pause } = createSlicer();
    const first = await matrixOf(deps, joins, { ...filter, offset: 0, limit: pageOfRows }, pause);
    const rows = [...first.rows];
    while (rows.length < first.people) {
      const next = await matrixOf(deps, joins, { ...filter, offset: rows.length, limit: pageOfRows }, pause);
      if (next.rows.length === 0) break;
      rows.push(...next.rows);
    }
    return { ...first, rows };
  };

  return {
    'access.exportMatrix': async ({ as, paper, redaction, ...filter }) => {
      const known = withholdingFor(deps.session(), redaction, text);
      if (!known.ok) return known;
      const on = joins.judging(deps.session()).on;
      const name = `${safeFileName(text.dynamic('report.file.accessMatrix', { number: on }), 'matrix')}.${as}`;
      const target = await askWhere(deps, as === 'pdf' ? 'printTarget' : 'exportTarget', name, [
        { nameKey: `report.fileType.${as}`, extensions: [as] },
      ]);
      if (!target.ok) return target.error.code === 'cancelled' ? ok(null) : target;
      const whole = await wholeMatrix(filter);
      const workspace = deps.session();
      const found = withholdingFor(workspace, redaction, text);
      if (!found.ok) return found;
      const held = found.value;
      const matrix = hiddenMatrix(whole, held, text);
      const hash = contentHash(held.content({ matrix: { ...matrix, rows: matrix.rows.map(({ position: _, ...row }) => row) }, filter }));
      const number = reportNumber(workspace, 'accessMatrix', on, { assetId: null, contentHash: hash });
      const head = { number, on, team: filter.team, workspace: workspace.name, exercise: workspace.kind === 'exercise' };
      const bytes =
        as === 'xlsx'
          ? ok(await writeXlsx(held.workbook(matrixSheets(matrix, head, text))))
          : await printing.file(held.page(matrixPage(matrix, head, text)), as, paper);
      if (!bytes.ok) return bytes;
      const saved = saveExportFile(
        deps,
        'access.exportMatrix',
        {
          number,
          what: 'accessMatrix',
          format: as,
          subject: text.dynamic('report.kind.accessMatrix'),
          assetId: null,
          redaction: held.redaction.profile,
          on,
          at: deps.ports.clock.now(),
          by: readWorkspaceSettings(deps.session().db).person.name || text.dynamic('report.noPerson'),
          contentHash: hash,
        },
        target.value,
        bytes.value,
      );
      return saved.ok ? ok({ name: target.value.fileName, bytes: bytes.value.length }) : saved;
    },
  };
}
