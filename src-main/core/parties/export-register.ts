import type { z } from 'zod';
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import type { Reply } from '../../../src-shared/contract/kernel.ts';
import type { PartyExport, PartyRow } from '../../../src-shared/contract/parties.ts';
import { daysBetween } from '../../../src-shared/model/dates.ts';
import { ok } from '../../../src-shared/model/result.ts';
import type { OpenWorkspace } from '../db/index.ts';
import { writeCsv, writeXlsx } from '../exports/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { safeFileName } from '../files/index.ts';
import { createSlicer } from '../jobs/index.ts';
import { screenedLists } from '../lists/index.ts';
import { askWhere, contentHash, createPrinting, reportNumber, reportText, saveExportFile, withholdingFor } from '../reports/index.ts';
import { readWorkspaceSettings } from '../settings/index.ts';
import { type Grounds, listParties, type Standings } from './list.ts';
import { standpointsOf } from './ownership.ts';
import { hiddenRegister } from './redacted-register.ts';
import type { PartyRegister, RegisteredParty } from './register.ts';
import { registerPage } from './register-page.ts';
import { registerSheets } from './register-sheets.ts';
import { findParty, holdingsIn, holdingView } from './store.ts';

/** Far above any register; a list is asked for whole. */
const everybody = 1_000_000;

interface ExportJoins {
  readonly standings: Standings;
  readonly grounds: (workspace: OpenWorkspace) => Grounds;
  readonly vettings: (workspace: OpenWorkspace, partyId: string) => Pick<RegisteredParty, 'standings' | 'vettings'>;
}

/**
 * Saves the parties a filter finds, as a workbook, as CSV or as PDF, and records what left by whom with its hash. The words for lists, owners
 * and places are those of the screen, and the lists stand beside them with their age. Null where the dialog was left.
 */
export function createRegisterExport(deps: FeatureDeps, { standings, grounds, vettings }: ExportJoins) {
  const text = reportText();
  const printing = createPrinting(deps);

  const gather = async ({ filter, sort }: Pick<z.infer<typeof PartyExport>, 'filter' | 'sort'>): Promise<PartyRegister> => {
    const workspace = deps.session();
    const ground = grounds(workspace);
    const { pause } = createSlicer();
    const { rows } = await listParties(
      workspace,
      { filter, ...(sort === undefined ? {} : { sort }), offset: 0, limit: everybody },
      standings,
      ground,
      async () => {
        await pause();
        deps.session();
      },
    );
    const parties: RegisteredParty[] = [];
    for (const row of rows) {
      await pause();
      const registered = registeredOf(deps.session(), row, ground);
      if (registered !== null) parties.push({ ...registered, ...vettings(deps.session(), row.id) });
    }
    const today = deps.ports.clock.today();
    return {
      on: ground.on,
      filter,
      parties,
      lists: screenedLists(deps.session()).map(({ title, label, day, training }) => ({
        title,
        version: label,
        day,
        ageDays: Math.max(0, daysBetween(day, today)),
        training,
      })),
    };
  };

  return async ({ as, paper, redaction, ...wanted }: z.infer<typeof PartyExport>): Promise<Reply<OutputOf<'parties.export'>>> => {
    const known = withholdingFor(deps.session(), redaction, text);
    if (!known.ok) return known;
    const { on } = grounds(deps.session());
    const name = `${safeFileName(text.dynamic('report.file.partyRegister', { day: on }), 'parties')}.${as}`;
    const target = await askWhere(deps, as === 'pdf' ? 'printTarget' : 'exportTarget', name, [
      { nameKey: `report.fileType.${as}`, extensions: [as] },
    ]);
    if (!target.ok) return target.error.code === 'cancelled' ? ok(null) : target;
    const whole = await gather(wanted);
    const workspace = deps.session();
    const found = withholdingFor(workspace, redaction, text);
    if (!found.ok) return found;
    const held = found.value;
    const register = hiddenRegister(whole, held, (id) => findParty(workspace, id)?.kind === 'person');
    const hash = contentHash(held.content(register));
    const number = reportNumber(workspace, 'partyRegister', register.on, { assetId: null, contentHash: hash });
    const head = { number, hash, workspace: workspace.name, exercise: workspace.kind === 'exercise', redaction: held.redaction };
    const sheets = registerSheets(register, head, text);
    const bytes =
      as === 'pdf'
        ? await printing.file(held.page(registerPage(register, head, text)), as, paper)
        : ok(
            as === 'xlsx'
              ? await writeXlsx(held.workbook(sheets))
              : Buffer.from(writeCsv(held.alone(sheets[0] ?? { columns: [], rows: [] })), 'utf8'),
          );
    if (!bytes.ok) return bytes;
    const saved = saveExportFile(
      deps,
      'parties.export',
      {
        number,
        what: 'partyRegister',
        format: as,
        subject: text.dynamic('parties.register.subject', { count: register.parties.length }),
        assetId: null,
        redaction: held.redaction.profile,
        on: register.on,
        at: deps.ports.clock.now(),
        by: readWorkspaceSettings(workspace.db).person.name || text.dynamic('report.noPerson'),
        contentHash: hash,
      },
      target.value,
      bytes.value,
    );
    return saved.ok ? ok({ name: target.value.fileName, bytes: bytes.value.length, sha256: saved.value.sha256 }) : saved;
  };
}

/** Null where the party went while the others were read. */
function registeredOf(workspace: OpenWorkspace, row: PartyRow, ground: Grounds): Omit<RegisteredParty, 'standings' | 'vettings'> | null {
  const record = findParty(workspace, row.id);
  if (record === undefined) return null;
  const { signs, ultimateParents } = standpointsOf(workspace, record, ground, ground.matches);
  return { row, record, signs, ultimateParents, owners: holdingsIn(workspace, row.id).map(holdingView) };
}
