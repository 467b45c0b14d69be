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
export const exitCodes = { done: 0, badArguments: 2, inputRejected: 3, refused: 4, faultyRows: 5 } as const;

/** One word of the command line: `gatehouse <name> …`. */
export type CliCommand = (args: readonly string[], io: CliIo) => Promise<number>;
