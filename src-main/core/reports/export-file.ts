import type { AppError, Reply } from '../../../src-shared/contract/kernel.ts';
import type { ExportRecord } from '../../../src-shared/contract/reports.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import type { FeatureDeps } from '../feature.ts';
import { storageErrorOf, writeFileAtomically } from '../files/index.ts';
import type { FileFilter, FilePurpose } from '../ports.ts';
import { sha256 } from './content-hash.ts';
import { saveExport } from './export-register.ts';

/** A place the person chose: the path stays in the core. */
export interface ExportTarget {
  readonly path: string;
  readonly fileName: string;
}

/** What an export says about itself before its bytes are known. */
export type ExportDraft = Omit<ExportRecord, 'id' | 'sha256' | 'sizeBytes' | 'fileName'>;

/** Asks where to save. A cancelled dialog is the expected failure `cancelled`. */
export async function askWhere(
  deps: FeatureDeps,
  purpose: FilePurpose,
  suggestedName: string,
  filters: readonly FileFilter[],
): Promise<Reply<ExportTarget>> {
  const picked = await deps.ports.dialogs.saveFile(purpose, suggestedName, filters);
  if (picked === null) return err({ code: 'cancelled' });
  const path = deps.ports.files.resolve(picked.handle, purpose);
  return path.ok ? ok({ path: path.value, fileName: picked.name }) : path;
}

/**
 * Writes a file and its export record in one step: without the record the file does not stay, and a file that could not be
 * written leaves no record.
 */
export function saveExportFile(
  deps: FeatureDeps,
  method: string,
  draft: ExportDraft,
  target: ExportTarget,
  bytes: Uint8Array,
): Reply<ExportRecord> {
  const record: ExportRecord = {
    ...draft,
    id: deps.ports.ids.next(),
    fileName: target.fileName,
    sizeBytes: bytes.length,
    sha256: sha256(bytes),
  };
  return recordExport(deps, method, record, () => writeFileAtomically(target.path, bytes));
}

/** Records something that was written aside and is put in its place last. `sha256` stands for the whole: of a binder, that of its sums. */
export function recordFinished(
  deps: FeatureDeps,
  method: string,
  draft: ExportDraft,
  fileName: string,
  written: { readonly sha256: string; readonly sizeBytes: number },
  finish: () => void,
): Reply<ExportRecord> {
  return recordExport(deps, method, { ...draft, id: deps.ports.ids.next(), fileName, ...written }, finish);
}

/** Records a page that went to a printer. The hash is that of the document sent. */
export function recordPrint(deps: FeatureDeps, method: string, draft: ExportDraft, html: string): Reply<ExportRecord> {
  return recordExport(
    deps,
    method,
    { ...draft, id: deps.ports.ids.next(), fileName: null, sizeBytes: null, sha256: sha256(html) },
    () => undefined,
  );
}

function recordExport(deps: FeatureDeps, method: string, record: ExportRecord, last: () => void): Reply<ExportRecord> {
  const workspace = deps.session();
  try {
    // A workspace that is open for reading only cannot keep the record; the person was told when it was opened.
    if (workspace.readOnly !== null) {
      last();
      return ok(record);
    }
    return workspace.write(
      {
        method,
        params: {
          number: record.number,
          subject: record.subject.slice(0, 200),
          format: record.format,
          sha256: record.sha256,
          redaction: record.redaction,
        },
        ...(record.assetId === null ? {} : { subject: { entity: 'assets', id: record.assetId } }),
      },
      () => {
        saveExport(workspace, record);
        last();
        return ok(record);
      },
    );
  } catch (cause) {
    const failure: AppError | null = storageErrorOf(cause);
    if (failure === null) throw cause;
    return err(failure);
  }
}
