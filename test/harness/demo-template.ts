import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const made = new Map<string, string>();

/**
 * Puts the demo workspace into a folder for documents, where `workspace.demo` opens it as one made before. Filling it takes five seconds
 * and copying it none, so a process makes it once a day of the clock. `now` is where that clock stands, undefined for the computer's own.
 */
export function placeDemo(documents: string, now: string | undefined): void {
  const day = now ?? new Date().toDateString();
  const root = made.get(day) ?? make(now);
  made.set(day, root);
  if (!existsSync(documents)) cpSync(join(root, 'documents'), documents, { recursive: true });
}

function make(now: string | undefined): string {
  const root = mkdtempSync(join(tmpdir(), 'gatehouse-demo-'));
  process.once('exit', () => rmSync(root, { recursive: true, force: true }));
  execFileSync(process.execPath, [join(import.meta.dirname, 'make-demo.ts'), root, ...(now === undefined ? [] : [now])], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return root;
}
