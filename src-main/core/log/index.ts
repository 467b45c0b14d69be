import { createHash, randomBytes } from 'node:crypto';
import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { logFile, logLimits } from './files.ts';

export { createDiagnosticsHandlers } from './handlers.ts';

/** A line of the log: names, codes, counts and times only. No field can hold a sentence, a path or a person's words. */
export interface LogLine {
  readonly event: string;
  readonly method?: string;
  readonly code?: string;
  readonly incidentId?: string;
  readonly ms?: number;
  readonly count?: number;
}

export interface Log {
  write(line: LogLine): void;
  /** Records a defect under a new incident id: the error's class and where in our code it was thrown, never its message. */
  defect(where: string, cause: unknown): string;
}

const { bytes: mostBytes, files: mostFiles } = logLimits;

/** A log on disk, at most 5 MiB in each of 5 files. A log that cannot be written is dropped: it must never stop work. */
export function createLog(folder: string, now: () => string): Log {
  let size: number | undefined;
  const append = (line: object) => {
    const text = `${JSON.stringify(line)}\n`;
    try {
      if (size === undefined) {
        mkdirSync(folder, { recursive: true });
        size = statSync(join(folder, logFile), { throwIfNoEntry: false })?.size ?? 0;
      }
      if (size + text.length > mostBytes) {
        rotate(folder);
        size = 0;
      }
      appendFileSync(join(folder, logFile), text, { mode: 0o600 });
      size += text.length;
    } catch {
      // A full disk is reported by the command that met it; the log has nowhere left to say so.
      size = undefined;
    }
  };
  const write = (line: LogLine) => {
    append({ at: now(), ...clean(line) });
  };
  return {
    write,
    defect(where, cause) {
      const incidentId = randomBytes(6).toString('hex');
      append({ at: now(), event: 'defect', method: word(where), incidentId, ...describeError(cause) });
      return incidentId;
    },
  };
}

function rotate(folder: string): void {
  rmSync(join(folder, `${logFile}.${mostFiles - 1}`), { force: true });
  for (let number = mostFiles - 2; number >= 0; number -= 1) {
    const from = join(folder, number === 0 ? logFile : `${logFile}.${number}`);
    if (statSync(from, { throwIfNoEntry: false }) !== undefined) renameSync(from, join(folder, `${logFile}.${number + 1}`));
  }
}

function clean(line: LogLine): LogLine {
  return {
    event: word(line.event),
    ...(line.method === undefined ? {} : { method: word(line.method) }),
    ...(line.code === undefined ? {} : { code: word(line.code) }),
    ...(line.incidentId === undefined ? {} : { incidentId: word(line.incidentId) }),
    ...(line.ms === undefined ? {} : { ms: Math.round(line.ms * 10) / 10 }),
    ...(line.count === undefined ? {} : { count: line.count }),
  };
}

/** Names in our code are short and plain; anything else is not a name and is left out. */
function word(text: string): string {
  return /^[A-Za-z0-9_.:-]{1,80}$/.test(text) ? text : '(other)';
}

/**
 * An error's class, its system code, a fingerprint of its message (to tell two defects apart) and the functions on its
 * stack with file names only. Messages can quote a user's words, so they are not kept.
 */
function describeError(cause: unknown): object {
  if (!(cause instanceof Error)) return { error: typeof cause };
  const code = 'code' in cause && typeof cause.code === 'string' ? { code: word(cause.code) } : {};
  const frames = (cause.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .map(frameOf);
  return { error: word(cause.name), ...code, said: createHash('sha256').update(cause.message).digest('hex').slice(0, 12), frames };
}

function frameOf(line: string): string {
  const place = /([A-Za-z0-9_.-]+):(\d+):(\d+)\)?$/.exec(line);
  const name = /^\s+at (?:async )?([A-Za-z0-9_.<>$ ]{1,60}) \(/.exec(line)?.[1] ?? '';
  return place === null ? name : `${name}@${place[1]}:${place[2]}`;
}
