import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Accelerator, CatalogueManifest } from '../../../src-shared/formats/accelerator-catalogue.ts';
import { ChipChecks } from '../../../src-shared/formats/chip-checks.ts';
import { err, ok, type Result } from '../../../src-shared/model/result.ts';

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

type Loaded<T> = Result<T, CatalogueError>;

const manifestFile = 'manifest.json';

/**
 * Reads and checks the accelerator catalogue in a folder that holds `manifest.json`.
 *
 * A record that breaks the schema refuses the whole pack: a catalogue with a hole would look like "no such chip".
 */
export async function loadAcceleratorCatalogue(folder: string): Promise<Loaded<AcceleratorCatalogue>> {
  const texts = new Map<string, Loaded<string>>();
  const fetch = async (file: string): Promise<void> => {
    try {
      texts.set(file, ok(await readFile(join(folder, file), 'utf8')));
    } catch (cause) {
      texts.set(file, unreadable(file, cause));
    }
  };
  await fetch(manifestFile);
  const manifest = parse(manifestFile, texts.get(manifestFile), CatalogueManifest);
  if (!manifest.ok) return manifest;
  for (const { path } of manifest.value.files) await fetch(path);
  return assemble((file) => texts.get(file));
}

/** The same, without giving the thread away: for hosts that need the catalogue before their first answer. */
export function loadAcceleratorCatalogueSync(folder: string): Loaded<AcceleratorCatalogue> {
  return assemble((file) => {
    try {
      return ok(readFileSync(join(folder, file), 'utf8'));
    } catch (cause) {
      return unreadable(file, cause);
    }
  });
}

/** Reads the reported figures of the company letters: shown beside a chip, labelled, never part of a verdict. */
export function loadChipChecksSync(folder: string): Loaded<ChipChecks> {
  const file = 'company-letters.json';
  try {
    return parse(file, ok(readFileSync(join(folder, file), 'utf8')), ChipChecks);
  } catch (cause) {
    return unreadable(file, cause);
  }
}

function assemble(textOf: (file: string) => Loaded<string> | undefined): Loaded<AcceleratorCatalogue> {
  const hash = createHash('sha256');
  const take = <T>(file: string, schema: z.ZodType<T>): Loaded<T> => {
    const text = textOf(file);
    if (text?.ok === true) hash.update(`${file}\0`).update(text.value);
    return parse(file, text, schema);
  };
  const manifest = take(manifestFile, CatalogueManifest);
  if (!manifest.ok) return manifest;
  const accelerators: Accelerator[] = [];
  const ids = new Set<string>();
  for (const { path: file, records: promised } of manifest.value.files) {
    const records = take(file, z.array(Accelerator));
    if (!records.ok) return records;
    if (records.value.length !== promised)
      return err({ code: 'catalogue.countDiffers', file, detail: `${records.value.length} records, the manifest says ${promised}` });
    for (const record of records.value) {
      if (ids.has(record.id)) return err({ code: 'catalogue.duplicateId', file, detail: record.id });
      ids.add(record.id);
      accelerators.push(record);
    }
  }
  return ok({ manifest: manifest.value, hash: `sha256:${hash.digest('hex')}`, accelerators });
}

function parse<T>(file: string, text: Loaded<string> | undefined, schema: z.ZodType<T>): Loaded<T> {
  if (text === undefined) return err({ code: 'catalogue.unreadable', file, detail: 'not read' });
  if (!text.ok) return text;
  let json: unknown;
  try {
    json = JSON.parse(text.value);
  } catch (cause) {
    return err({ code: 'catalogue.invalid', file, detail: messageOf(cause) });
  }
  const checked = schema.safeParse(json);
  if (checked.success) return ok(checked.data);
  const issue = checked.error.issues[0];
  const detail = issue === undefined ? 'unknown fault' : `${issue.path.join('.')}: ${issue.message}`;
  return err({ code: 'catalogue.invalid', file, detail });
}

function unreadable(file: string, cause: unknown): Loaded<never> {
  return err({ code: 'catalogue.unreadable', file, detail: messageOf(cause) });
}

const messageOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));
