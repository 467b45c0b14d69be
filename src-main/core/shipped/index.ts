import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RulePack } from '../../../src-shared/model/rule-pack.ts';
import {
  type AcceleratorCatalogue,
  type ChipIndex,
  createChipIndex,
  loadAcceleratorCatalogue,
  loadAcceleratorCatalogueSync,
} from '../catalogues/index.ts';
import { loadRulePacks, packFromFiles, sortPacks } from '../rulepacks/index.ts';

/** Law and figures that come with the product. Read once; never written. */
export interface ShippedData {
  /** Packs in judging order. */
  packs(): readonly RulePack[];
  catalogue(): AcceleratorCatalogue;
  chips(): ChipIndex;
}

const known = new Map<string, ShippedData>();

/**
 * Shipped data of a resources folder. Reading starts in the background at once; whoever asks before it is done reads it there and then.
 * Throws when shipped data is damaged: the installation is broken then, and no answer may be given from half of the law.
 */
export function shippedData(resources: string): ShippedData {
  const found = known.get(resources);
  if (found !== undefined) return found;
  const made = createShippedData(resources);
  known.set(resources, made);
  return made;
}

function createShippedData(resources: string): ShippedData {
  const packFolder = join(resources, 'rulepacks');
  const catalogueFolder = join(resources, 'catalogues', 'accelerators');
  let packs: readonly RulePack[] | undefined;
  let catalogue: AcceleratorCatalogue | undefined;
  let chips: ChipIndex | undefined;

  const readAhead = async () => {
    const loadedPacks = await loadRulePacks(packFolder);
    if (loadedPacks.ok && loadedPacks.value.refused.length === 0) packs ??= loadedPacks.value.packs.map(({ pack }) => pack);
    const loadedCatalogue = await loadAcceleratorCatalogue(catalogueFolder);
    if (loadedCatalogue.ok) catalogue ??= loadedCatalogue.value;
  };
  // Reading ahead only saves time: whatever it could not read is reported by the reader that needs it.
  readAhead().catch(() => undefined);

  return {
    packs: () => {
      packs ??= readPacks(packFolder);
      return packs;
    },
    catalogue: () => {
      catalogue ??= readCatalogue(catalogueFolder);
      return catalogue;
    },
    chips() {
      chips ??= createChipIndex(this.catalogue().accelerators);
      return chips;
    },
  };
}

function readPacks(folder: string): readonly RulePack[] {
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'));
  const packs = names.map(({ name }) => {
    const files = new Map(
      readdirSync(join(folder, name))
        .filter((file) => !file.startsWith('.'))
        .map((file) => [file, readFileSync(join(folder, name, file), 'utf8')]),
    );
    const loaded = packFromFiles(name, files);
    if (!loaded.ok)
      throw new Error(`Rule pack ${name} is damaged: ${loaded.error.map((problem) => `${problem.path} ${problem.message}`).join('; ')}`);
    return loaded.value.pack;
  });
  return sortPacks(packs);
}

function readCatalogue(folder: string): AcceleratorCatalogue {
  const loaded = loadAcceleratorCatalogueSync(folder);
  if (!loaded.ok) throw new Error(`The accelerator catalogue is damaged: ${loaded.error.file} ${loaded.error.detail}`);
  return loaded.value;
}
