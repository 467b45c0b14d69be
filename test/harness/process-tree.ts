import { readdirSync, readFileSync } from 'node:fs';

/** The text of a file in /proc, or nothing when its process has just gone. */
export function readProc(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // Processes come and go while the tree is walked.
    return '';
  }
}

/** A process with all its descendants. */
export function processTree(root: number): readonly number[] {
  const parents = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const parent = Number(readProc(`/proc/${name}/stat`).split(') ')[1]?.split(' ')[1]);
    if (Number.isInteger(parent)) parents.set(parent, [...(parents.get(parent) ?? []), Number(name)]);
  }
  const below = (id: number): readonly number[] => [id, ...(parents.get(id) ?? []).flatMap(below)];
  return below(root);
}
