import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Accelerator, CatalogueManifest } from '../../../src-shared/formats/accelerator-catalogue.ts';
import { type Result, err, ok } from '../../../src-shared/model/result.ts';

/** Catalogue in memory: manifest, SHA-256 over its files, records in file order. */
export interface AcceleratorCatalogue {
  readonly manifest: CatalogueManifest;
  /** `sha256:` and 64 hex digits, over manifest and files as they stand on disk. */
  readonly hash: string;
  readonly accelerators: readonly Accelerator[];
}

/** Why a catalogue cannot be used: where, and what is wrong. */
export interface CatalogueError {
  readonly code: 'catalogue.unreadable' | 'catalogue.invalid' | 'catalogue.duplicateId' | 'catalogue.countDiffers';
  readonly file: string;
  readonly detail: string;
}

/**
 * Reads and checks the accelerator catalogue in a folder that holds `manifest.json`.
 *
 * A record that breaks the schema refuses the whole pack: a catalogue with a hole would look like "no such chip".
 */
export async function loadAcceleratorCatalogue(folder: string): Promise<Result<AcceleratorCatalogue, CatalogueError>> {
  const hash = createHash('sha256');
  const manifest = await readJson(folder, 'manifest.json', CatalogueManifest, hash);
  if (!manifest.ok) return manifest;
  const accelerators: Accelerator[] = [];
  const ids = new Set<string>();
  for (const file of manifest.value.files) {
    const records = await readJson(folder, file.path, z.array(Accelerator), hash);
    if (!records.ok) return records;
    if (records.value.length !== file.records)
      return err({ code: 'catalogue.countDiffers', file: file.path, detail: `${records.value.length} records, the manifest says ${file.records}` });
    for (const record of records.value) {
      if (ids.has(record.id)) return err({ code: 'catalogue.duplicateId', file: file.path, detail: record.id });
      ids.add(record.id);
      accelerators.push(record);
    }
  }
  return ok({ manifest: manifest.value, hash: `sha256:${hash.digest('hex')}`, accelerators });
}

async function readJson<T>(folder: string, file: string, schema: z.ZodType<T>, hash: ReturnType<typeof createHash>): Promise<Result<T, CatalogueError>> {
  let text: string;
  try {
    text = await readFile(join(folder, file), 'utf8');
  } catch (cause) {
    return err({ code: 'catalogue.unreadable', file, detail: cause instanceof Error ? cause.message : String(cause) });
  }
  hash.update(`${file}\0`).update(text);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    return err({ code: 'catalogue.invalid', file, detail: cause instanceof Error ? cause.message : String(cause) });
  }
  const checked = schema.safeParse(json);
  if (checked.success) return ok(checked.data);
  const issue = checked.error.issues[0];
  return err({ code: 'catalogue.invalid', file, detail: issue === undefined ? 'unknown fault' : `${issue.path.join('.')}: ${issue.message}` });
}
