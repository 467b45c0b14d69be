import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';
/** Where a command line tool writes and looks; a host or a test provides it. */
export interface CliIo {
  /** Answers only. */
  readonly stdout: (text: string) => void;
  /** Progress and complaints. */
  readonly stderr: (text: string) => void;
  /** Absolute folder of the shipped packs (`resources/` in a checkout). */
  readonly resources: string;
  /** Folder that relative file names on the command line start from. */
  readonly cwd: string;
}

/** How a command ends, as `docs/cli.md` promises. */
export const exitCodes = { done: 0, badArguments: 2, inputRejected: 3, refused: 4 } as const;

/** One word of the command line: `gatehouse <name> …`. */
export type CliCommand = (args: readonly string[], io: CliIo) => Promise<number>;

/** Why a file named on the command line cannot be read, or `undefined` when it can. A folder is no file. */
export function inputFault(file: string): string | undefined {
  try {
    if (!statSync(file).isFile()) return `--in names no file: ${path.basename(file)} is a folder.`;
    accessSync(file, constants.R_OK);
    return undefined;
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    return code === 'ENOENT' ? `--in: there is no file ${path.basename(file)}.` : `--in: ${path.basename(file)} may not be read.`;
  }
}
