import { readdirSync, readFileSync } from 'node:fs';

function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    // The process ended while we were looking.
    if (cause instanceof Error && 'code' in cause && (cause.code === 'ENOENT' || cause.code === 'ESRCH')) return '';
    throw cause;
  }
}

function parentOf(pid: number): number {
  // The second field is the program's name in parentheses and may hold spaces.
  const afterName = readOrEmpty(`/proc/${pid}/stat`).split(') ')[1] ?? '';
  return Number(afterName.split(' ')[1]);
}

/** A process and all its descendants, on Linux. */
export function processTree(root: number): readonly number[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
  const parents = new Map(all.map((pid) => [pid, parentOf(pid)]));
  const belongs = (pid: number): boolean => pid === root || (pid > 1 && belongs(parents.get(pid) ?? 0));
  return all.filter(belongs);
}

/** Memory of a process tree in MB, shared pages counted once (PSS). */
export function proportionalMemoryMb(root: number): number {
  const kilobytes = processTree(root).map((pid) => Number(/^Pss:\s+(\d+) kB/m.exec(readOrEmpty(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0));
  return kilobytes.reduce((sum, one) => sum + one, 0) / 1024;
}

/** The middle one of several measurements. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
