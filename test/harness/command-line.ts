import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';

const built = process.env['GATEHOUSE_WORKERS'];

/**
 * The file of the `gatehouse` command for a process of its own: as built where `npm test` says so, for stripping the types of the whole program
 * takes longer than most of its work; its source where a test is run by hand.
 */
export const commandLine = built === undefined ? resolve('src-main/cli/main.ts') : join(built, 'cli.js');

export interface CommandEnd {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the command in a process of its own, in a folder; the passphrase goes through descriptor 3. */
export function runGatehouse(args: readonly string[], cwd: string, passphrase: string): Promise<CommandEnd> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [commandLine, ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe', 'pipe'] });
    let [out, err] = ['', ''];
    child.stdout?.on('data', (data: Buffer) => (out += data.toString()));
    child.stderr?.on('data', (data: Buffer) => (err += data.toString()));
    const pipe = child.stdio[3];
    if (pipe !== null && pipe !== undefined && 'end' in pipe) {
      // A command that ends without reading closes its end first.
      pipe.on('error', () => undefined);
      pipe.end(`${passphrase}\n`);
    }
    child.on('close', (code) => done({ code, out, err }));
  });
}
