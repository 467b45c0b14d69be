import { join } from 'node:path';
import type { ChipChecks } from '../../../src-shared/formats/chip-checks.ts';
import { loadChipChecksSync } from '../catalogues/index.ts';

const known = new Map<string, ChipChecks>();

/** Reported figures of the company letters, read once. Throws when the shipped file is damaged: the installation is broken then. */
export function companyLetters(resources: string): ChipChecks {
  const found = known.get(resources);
  if (found !== undefined) return found;
  const loaded = loadChipChecksSync(join(resources, 'catalogues', 'chip-checks'));
  if (!loaded.ok) throw new Error(`The chip checks are damaged: ${loaded.error.file} ${loaded.error.detail}`);
  known.set(resources, loaded.value);
  return loaded.value;
}
