import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

export const repoRoot = join(import.meta.dirname, '..', '..');

export interface Runtime {
  readonly executable: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

let resolved: Runtime | undefined;

/**
 * The Electron that tests drive. The runner names it in the environment; a test started by hand asks the same tool that
 * set-up uses.
 */
export function electronRuntime(): Runtime {
  resolved ??= fromEnvironment() ?? fromTool();
  return resolved;
}

function fromEnvironment(): Runtime | undefined {
  const executable = process.env['GATEHOUSE_ELECTRON'];
  const args = process.env['GATEHOUSE_ELECTRON_ARGS'];
  if (executable === undefined || args === undefined) return undefined;
  return { executable, args: JSON.parse(args) as string[], env: {} };
}

function fromTool(): Runtime {
  const answer = execFileSync(process.execPath, [join(repoRoot, 'tools', 'electron-runtime.mjs'), '--json'], { encoding: 'utf8' });
  return JSON.parse(answer) as Runtime;
}
