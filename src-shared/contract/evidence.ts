import { z } from 'zod';
import { IsoInstant } from '../model/dates.ts';
import { AssetId } from './inventory.ts';
import { command, query } from './kernel.ts';

const Id = z.string().min(1).max(80);

/** A file kept with an asset as it was handed in, known by the hash of its bytes. */
export const Evidence = z.strictObject({
  id: Id,
  assetId: AssetId,
  /** Name of the file as it came; cleaned when it leaves. */
  name: z.string().max(300),
  sizeBytes: z.number().int().nonnegative(),
  /** SHA-256 of the bytes, in hex. */
  sha256: z.string().length(64),
  /** What it shows, in words. */
  about: z.string().max(600),
  addedBy: z.string().max(120),
  addedAt: IsoInstant,
});
export type Evidence = z.infer<typeof Evidence>;

export const evidenceMethods = {
  'evidence.list': query(z.strictObject({ assetId: AssetId }), z.array(Evidence), ['evidence']),
  /** Asks for a file and keeps its bytes. The file is never opened, parsed or run. A closed dialog is the expected failure `cancelled`. */
  'evidence.add': command(z.strictObject({ assetId: AssetId, about: z.string().trim().max(600) }), z.array(Evidence), [
    'evidence',
    'journal',
  ]),
  /** Takes it off the list. Its bytes stay in the workspace, so that Undo and the history keep their ground. */
  'evidence.setAside': command(z.strictObject({ id: Id }), z.array(Evidence), ['evidence', 'journal']),
  /** Asks for a place and writes the bytes there, after their hash was checked. */
  'evidence.export': command(z.strictObject({ id: Id }), z.strictObject({ fileName: z.string().max(300) }), ['journal']),
};
