/** What a command line asks of the shell. Pure, so that first and second starts are read alike. */
export interface CommandLine {
  /** Arguments of the `gatehouse` command when the app was started as one; it then opens no window. */
  readonly cli: readonly string[] | undefined;
  /** Started by the command line of a checkout, only to print for it. */
  readonly printHost: boolean;
  readonly workspace: string | undefined;
  /** A file named on its own, as a desktop does on a double click. It only ever gets offered, never opened by itself. */
  readonly file: string | undefined;
  readonly testPorts: string | undefined;
}

/**
 * Reads the arguments after the executable. `appFolder` is the argument that names the app itself in a run from
 * sources, and is skipped.
 */
export function readCommandLine(argv: readonly string[], appFolder: string | undefined): CommandLine {
  const words = argv.slice(1);
  const appAt = appFolder === undefined ? -1 : words.findIndex((word) => !word.startsWith('-'));
  const own = words.filter((_word, index) => index !== appAt);
  const marker = own.indexOf('--cli');
  if (marker >= 0) return { cli: own.slice(marker + 1), printHost: false, workspace: undefined, file: undefined, testPorts: undefined };

  const named = (name: string): string | undefined => {
    const joined = own.find((word) => word.startsWith(`--${name}=`));
    if (joined !== undefined) return joined.slice(name.length + 3);
    const at = own.indexOf(`--${name}`);
    const next = at >= 0 ? own[at + 1] : undefined;
    return next === undefined || next.startsWith('-') ? undefined : next;
  };
  const workspace = named('workspace');
  const file = own.find((word, index) => !word.startsWith('-') && own[index - 1] !== '--workspace' && own[index - 1] !== '--test-ports');
  return { cli: undefined, printHost: own.includes('--print-host'), workspace, file, testPorts: named('test-ports') };
}
