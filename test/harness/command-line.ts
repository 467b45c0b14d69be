import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { productKdf } from '../../src-main/core/crypto/index.ts';
import { createFakePorts } from './ports.ts';
import { startTestApp } from './workspace.ts';

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

/** Makes the demo workspace below a folder and leaves it locked, as the command finds one: its folder, and the passphrase that opens it. */
export async function demoOnDisk(root: string): Promise<{ readonly workspace: string; readonly passphrase: string }> {
  const folder = join(root, 'computer');
  mkdirSync(folder);
  const app = startTestApp({ ports: createFakePorts({ root: folder }), kdf: productKdf });
  const status = await app.call<{ details: { demoPassphrase: string }; workspace: { folderName: string } }>('workspace.demo', {
    parent: null,
  });
  await app.app.close();
  return { workspace: join(app.ports.paths.documents, status.workspace.folderName), passphrase: status.details.demoPassphrase };
}
