import { spawnSync } from 'node:child_process';

/** Runs one of the project's checks under the same Node as the tests; returns its exit code and what it wrote. */
export function runTool(script: string, args: readonly string[]): { readonly code: number | null; readonly output: string } {
  const result = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8', maxBuffer: 32 * 1024 * 1024 });
  return { code: result.status, output: `${result.stdout}${result.stderr}`.trim() };
}
