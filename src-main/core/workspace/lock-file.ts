import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { uptime } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { Reply } from '../../../src-shared/contract/kernel.ts';
import { err, ok } from '../../../src-shared/model/result.ts';

const lockFile = '.lock';

const LockOwner = z.strictObject({
  pid: z.int().positive(),
  machine: z.string().max(200),
  since: z.string().max(40),
  /** When the process began, as the system counts it: process ids are used again. */
  processStart: z.string().max(60).nullable(),
  claim: z.string().max(40),
});
type LockOwner = z.infer<typeof LockOwner>;

/**
 * Claims held by this thread. A claim in this process's name that is not among them was left by a core thread that died:
 * the process restarts it, and there is only ever one.
 */
const heldHere = new Set<string>();

/** A held claim on a workspace folder. */
export interface FolderLock {
  /** The last owner had not let go: it crashed, or its claim was taken over. */
  readonly wasLeftBehind: boolean;
  /** False once somebody else has taken the claim over. */
  isStillOurs(): boolean;
  release(): void;
}

/**
 * Claims a folder for writing. A claim whose process is known to be gone from this computer is replaced; one from another
 * computer cannot be judged from here, so it is reported with `canTakeOver`, and replaced only when the user asked.
 */
export function claimFolder(folder: string, machine: string, takeOver: boolean): Reply<FolderLock> {
  const path = join(folder, lockFile);
  const mine: LockOwner = {
    pid: process.pid,
    machine,
    // The system's clock, not the clock port: it is compared with the time of the last boot.
    since: new Date().toISOString(),
    processStart: processStart(process.pid),
    claim: randomBytes(12).toString('hex'),
  };
  // A claim appears with its content: written aside, then linked, so no reader meets half of one.
  const aside = `${path}.${mine.claim}`;
  writeFileSync(aside, JSON.stringify(mine), { mode: 0o600 });
  try {
    for (let attempt = 0; attempt < 3; attempt += 1) {
      if (tryLink(aside, path)) return ok(held(path, mine, attempt > 0));
      const other = readOwner(path);
      if (other === undefined) continue;
      if (other !== null && !isGone(other, machine)) {
        const canTakeOver = other.machine !== machine;
        if (!(takeOver && canTakeOver)) return err({ code: 'workspace.inUse', machine: other.machine, since: other.since, canTakeOver });
      }
      if (!removeClaim(path, other, mine.claim)) continue;
    }
    return err({ code: 'workspace.inUse', machine: machine, since: mine.since, canTakeOver: false });
  } finally {
    rmSync(aside, { force: true });
  }
}

function held(path: string, mine: LockOwner, wasLeftBehind: boolean): FolderLock {
  heldHere.add(mine.claim);
  const isStillOurs = () => readOwner(path)?.claim === mine.claim;
  return {
    wasLeftBehind,
    isStillOurs,
    release() {
      heldHere.delete(mine.claim);
      if (isStillOurs()) rmSync(path, { force: true });
    },
  };
}

/** Moves the stale claim away, and puts it back when it turns out that somebody else replaced it in between. */
function removeClaim(path: string, expected: LockOwner | null, claim: string): boolean {
  const away = `${path}.stale.${claim}`;
  if (!tryRename(path, away)) return false;
  const moved = readOwner(away);
  const same = moved === null ? expected === null : moved?.claim === expected?.claim;
  if (!same) tryLink(away, path);
  rmSync(away, { force: true });
  return same;
}

/** The owner; null when the file makes no sense; undefined when there is none. */
function readOwner(path: string): LockOwner | null | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    if (hasCode(cause, 'ENOENT')) return undefined;
    throw cause;
  }
  try {
    const parsed = LockOwner.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    // Cut off in a power loss: nobody holds it.
    return null;
  }
}

function isGone(other: LockOwner, machine: string): boolean {
  if (other.machine !== machine) return false;
  const bootedAt = Date.now() - uptime() * 1000;
  if (Date.parse(other.since) < bootedAt - 60_000) return true;
  try {
    process.kill(other.pid, 0);
  } catch (cause) {
    // EPERM means that it lives under another user.
    return hasCode(cause, 'ESRCH');
  }
  if (other.pid === process.pid && !heldHere.has(other.claim)) return true;
  const start = processStart(other.pid);
  return start !== null && other.processStart !== null && start !== other.processStart;
}

/** Start of a process in clock ticks since boot; null where the system does not tell. */
function processStart(pid: number): string | null {
  if (process.platform !== 'linux') return null;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    // The process ended while we looked, or /proc is hidden: then the id alone has to do.
    return null;
  }
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (cause) {
    if (hasCode(cause, 'EEXIST')) return false;
    // File systems without hard links (FAT, some network drives): exclusive creation is the next best.
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].some((code) => hasCode(cause, code))) throw cause;
  }
  try {
    writeFileSync(to, readFileSync(from), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (cause) {
    if (hasCode(cause, 'EEXIST')) return false;
    throw cause;
  }
}

function tryRename(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (cause) {
    if (hasCode(cause, 'ENOENT')) return false;
    throw cause;
  }
}

function hasCode(cause: unknown, code: string): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === code;
}
