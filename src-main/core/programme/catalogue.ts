import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ProgrammeElements, RegionalNotes } from '../../../src-shared/formats/programme-catalogue.ts';

/** The elements of a programme and the notes on regions, as shipped. */
export interface ProgrammeCatalogue {
  readonly elements: ProgrammeElements;
  readonly regions: RegionalNotes;
}

const known = new Map<string, ProgrammeCatalogue>();

/** Reads both once for a resources folder. Throws where one is damaged: the installation is broken then. */
export function programmeCatalogue(resources: string): ProgrammeCatalogue {
  const found = known.get(resources);
  if (found !== undefined) return found;
  const read = (file: string): unknown => JSON.parse(readFileSync(join(resources, 'catalogues', 'programme', file), 'utf8'));
  const made = { elements: ProgrammeElements.parse(read('elements.json')), regions: RegionalNotes.parse(read('regional-notes.json')) };
  known.set(resources, made);
  return made;
}
