import type { PrintOptions } from '../core/ports.ts';

/** Makes PDFs for a command. */
export interface CliPrinter {
  readonly toPdf: (html: string, options: PrintOptions) => Promise<Uint8Array>;
  readonly close: () => void;
}

/** The computer and the person around a command. */
export interface CliHost {
  readonly version: string;
  /** Starts what makes PDFs, when a command first needs it; a text says why there is none and what to do. */
  readonly printer: () => CliPrinter | string;
  /** Reads a secret without showing it; null where nobody sits at a terminal. */
  readonly askSecret: (question: string) => Promise<string | null>;
}

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
  /** What a command needs that opens a workspace. */
  readonly host?: CliHost;
}

/** How a command ends, as `docs/cli.md` promises. */
export const exitCodes = { done: 0, defect: 1, badArguments: 2, inputRejected: 3, refused: 4, faultyRows: 5, altered: 5, held: 5 } as const;

/** One word of the command line: `gatehouse <name> …`. */
export type CliCommand = (args: readonly string[], io: CliIo) => Promise<number>;
