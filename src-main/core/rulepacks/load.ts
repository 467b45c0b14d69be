import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import {
  isPackFile,
  type PackExample,
  type PackFileName,
  type PackProblem,
  packFiles,
  requiredPackFiles,
} from '../../../src-shared/formats/rulepack.ts';
import { checkPack } from '../../../src-shared/formats/rulepack-check.ts';
import { err, ok, type Result } from '../../../src-shared/model/result.ts';
import type { RulePack } from '../../../src-shared/model/rule-pack.ts';
import { packHash } from './hash.ts';

/** Larger than any pack file that was ever reviewed by hand. */
const MAX_FILE_BYTES = 8 * 1024 * 1024;
const MAX_PROBLEMS = 50;

export interface LoadedPack {
  readonly pack: RulePack;
  readonly examples: readonly PackExample[];
}

/**
 * Loads one pack from its folder. Strict: an unknown file, an unknown field, a number without a source or a wrong hash
 * refuses the whole pack, and says where.
 */
export async function loadRulePack(folder: string): Promise<Result<LoadedPack, readonly PackProblem[]>> {
  const files = await readFolder(folder);
  return files.ok ? packFromFiles(basename(folder), files.value) : files;
}

async function readFolder(folder: string): Promise<Result<ReadonlyMap<string, string>, readonly PackProblem[]>> {
  const pack = basename(folder);
  const problem = (code: PackProblem['code'], path: string, message: string) => err([{ code, pack, path, message }]);
  let names: string[];
  try {
    names = (await readdir(folder)).filter((name) => !name.startsWith('.')).sort();
  } catch (cause) {
    return problem('pack.folderUnreadable', folder, `The folder cannot be read: ${reasonOf(cause)}.`);
  }
  const files = new Map<string, string>();
  for (const name of names) {
    if (!isPackFile(name)) return problem('pack.fileUnknown', name, `A pack has no file ${name}. Remove it, or put it beside the folder.`);
    try {
      const path = join(folder, name);
      if ((await stat(path)).size > MAX_FILE_BYTES) return problem('pack.fileTooLarge', name, `${name} is larger than 8 MB.`);
      files.set(name, await readFile(path, 'utf8'));
    } catch (cause) {
      return problem('pack.folderUnreadable', name, `${name} cannot be read: ${reasonOf(cause)}.`);
    }
  }
  return ok(files);
}

const reasonOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

/** Checks and puts together a pack from the text of its files. `folder` is the name problems are reported under. */
export function packFromFiles(folder: string, files: ReadonlyMap<string, string>): Result<LoadedPack, readonly PackProblem[]> {
  const problems: PackProblem[] = [];
  const missing = requiredPackFiles.filter((name) => !files.has(name));
  for (const name of missing) problems.push({ code: 'pack.fileMissing', pack: folder, path: name, message: `The pack has no ${name}.` });
  const read = <Name extends PackFileName>(name: Name): z.infer<(typeof packFiles)[Name]> | undefined =>
    parseFile(folder, name, files.get(name), problems);
  const manifest = read('manifest.json');
  const entries = read('entries.json');
  const scope = read('scope.json');
  const countryGroups = read('country-groups.json');
  const countryChart = read('country-chart.json');
  const release = read('release.json');
  const ownership = read('ownership.json');
  const penalties = read('penalties.json');
  const redFlags = read('red-flags.json');
  const retention = read('retention.json');
  const watch = read('watch.json');
  const rest = {
    parameters: read('parameters.json') ?? [],
    derived: read('derived.json') ?? [],
    questions: read('questions.json') ?? [],
    capabilities: read('capabilities.json') ?? [],
    glossary: read('glossary.json') ?? [],
  };
  const examples = read('examples.json') ?? [];
  if (manifest === undefined || entries === undefined || problems.length > 0) return err(problems.slice(0, MAX_PROBLEMS));
  const hash = packHash(files);
  if (hash !== manifest.hash) {
    const message = `The files do not match the pack's hash: the manifest says ${manifest.hash}, the files give ${hash}. The pack was changed after it was reviewed.`;
    return err([{ code: 'pack.hashMismatch', pack: manifest.id, path: 'manifest.json hash', message }]);
  }
  const pack: RulePack = {
    manifest,
    entries,
    ...rest,
    ...(scope === undefined ? {} : { scope }),
    ...(countryGroups === undefined ? {} : { countryGroups }),
    ...(countryChart === undefined ? {} : { countryChart }),
    ...(release === undefined ? {} : { release }),
    ...(ownership === undefined ? {} : { ownership }),
    ...(penalties === undefined ? {} : { penalties }),
    ...(redFlags === undefined ? {} : { redFlags }),
    ...(retention === undefined ? {} : { retention }),
    ...(watch === undefined ? {} : { watch }),
  };
  const found = checkPack(pack);
  return found.length > 0 ? err(found.slice(0, MAX_PROBLEMS)) : ok({ pack, examples });
}

function parseFile<Name extends PackFileName>(
  folder: string,
  name: Name,
  text: string | undefined,
  problems: PackProblem[],
): z.infer<(typeof packFiles)[Name]> | undefined {
  if (text === undefined) return undefined;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    problems.push({ code: 'pack.notJson', pack: folder, path: name, message: `${name} is not JSON: ${reasonOf(cause)}.` });
    return undefined;
  }
  const schema: z.ZodType = packFiles[name];
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data as z.infer<(typeof packFiles)[Name]>;
  for (const issue of parsed.error.issues)
    problems.push({ code: 'pack.shape', pack: folder, path: `${name}${placeOf(issue.path)}`, message: issue.message });
  return undefined;
}

const placeOf = (path: readonly PropertyKey[]): string =>
  path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');

/** Order in which packs are judged and shown: the law that classifies first, a guide's numbers last. */
const order = ['us-ear', 'eu', 'wassenaar', 'uk', 'japan', 'netherlands', 'india', 'singapore', 'china'];

const placeOfPack = (id: string): number => (id === 'guide-thresholds' ? 1000 : order.includes(id) ? order.indexOf(id) : 500);

/** Packs in the order in which they are judged and shown. */
export function sortPacks(packs: readonly RulePack[]): readonly RulePack[] {
  const place = (pack: RulePack) => placeOfPack(pack.manifest.id);
  return [...packs].sort((a, b) => place(a) - place(b) || (a.manifest.id < b.manifest.id ? -1 : 1));
}

export interface LoadedPacks {
  readonly packs: readonly LoadedPack[];
  /** Problems of the packs that were refused. The others are usable. */
  readonly refused: readonly PackProblem[];
}

/** Loads every pack folder inside a directory, in judging order. */
export async function loadRulePacks(directory: string): Promise<Result<LoadedPacks, readonly PackProblem[]>> {
  let folders: string[];
  try {
    const found = await readdir(directory, { withFileTypes: true });
    folders = found.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.')).map((entry) => entry.name);
  } catch (cause) {
    return err([
      { code: 'pack.folderUnreadable', pack: '', path: directory, message: `The folder of rule packs cannot be read: ${reasonOf(cause)}.` },
    ]);
  }
  const packs: LoadedPack[] = [];
  const refused: PackProblem[] = [];
  for (const name of folders.sort((a, b) => placeOfPack(a) - placeOfPack(b) || (a < b ? -1 : 1))) {
    const loaded = await loadRulePack(join(directory, name));
    if (loaded.ok) packs.push(loaded.value);
    else refused.push(...loaded.error);
  }
  return ok({ packs, refused });
}
