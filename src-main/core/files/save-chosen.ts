import type { Reply } from '../../../src-shared/contract/kernel.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import type { Ports } from '../ports.ts';
import { writeFileAtomically } from './atomic.ts';
import { storageErrorOf } from './storage-error.ts';

/** Asks where to, and writes aside and renames, so that a full disk leaves no half file. `null` when the dialog was closed without a choice. */
export async function saveWhereChosen(
  { dialogs, files }: Pick<Ports, 'dialogs' | 'files'>,
  name: string,
  extension: string,
  bytes: Uint8Array,
): Promise<Reply<{ name: string; bytes: number } | null>> {
  const picked = await dialogs.saveFile('exportTarget', name, [{ nameKey: `imports.files.${extension}`, extensions: [extension] }]);
  if (picked === null) return ok(null);
  const path = files.resolve(picked.handle, 'exportTarget');
  if (!path.ok) return path;
  try {
    writeFileAtomically(path.value, bytes);
  } catch (cause) {
    const known = storageErrorOf(cause);
    if (known === null) throw cause;
    return err(known);
  }
  return ok({ name: picked.name, bytes: bytes.length });
}
