import { z } from 'zod';
import { IsoInstant } from '../model/dates.ts';
import { AssetId } from './inventory.ts';
import { command, query } from './kernel.ts';

/** Largest file kept as evidence, in bytes. A larger one is better named by where it lies. */
export const maxEvidenceBytes = 25 * 1024 * 1024;

/** A file kept with an asset because it proves something. Its bytes are never opened by the program. */
export const Evidence = z.strictObject({
  id: z.string().max(80),
  assetId: AssetId,
  /** Fact it proves; null for the asset as a whole. */
  field: z.string().max(60).nullable(),
  /** The file's name when it was attached, made safe for every file system. */
  name: z.string().max(200),
  sizeBytes: z.number().int().nonnegative(),
  /** SHA-256 of the bytes, hex. */
  sha256: z.string().length(64),
  note: z.string().max(600),
  addedBy: z.string().max(200),
  addedAt: IsoInstant,
  revision: z.number().int().nonnegative(),
});
export type Evidence = z.infer<typeof Evidence>;

export const evidenceMethods = {
  'evidence.list': query(z.strictObject({ assetId: AssetId }), z.array(Evidence), ['evidence']),
  /** Asks for files and keeps their bytes: all of them, or none with the reason. Errors: `cancelled`, `file.refused`. */
  'evidence.attach': command(z.strictObject({ assetId: AssetId }), z.array(Evidence), ['evidence']),
  /** Says what a file proves. */
  'evidence.describe': command(
    z.strictObject({
      id: z.string().max(80),
      revision: z.number().int().nonnegative(),
      field: z.string().max(60).nullable(),
      note: z.string().max(600),
    }),
    Evidence,
    ['evidence'],
  ),
  /** Takes a file off the asset. Its bytes stay in the workspace, so that this can be undone and the history stays true. */
  'evidence.remove': command(z.strictObject({ id: z.string().max(80), revision: z.number().int().nonnegative() }), z.strictObject({}), [
    'evidence',
  ]),
  /** Asks where to, and writes a copy. Errors: `cancelled`, `storage.failed`. */
  'evidence.saveCopy': command(z.strictObject({ id: z.string().max(80) }), z.strictObject({ fileName: z.string().max(300) }), ['journal']),
};
