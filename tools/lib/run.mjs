import { spawn, spawnSync } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';
import { childEnv, repoRoot } from './paths.mjs';

/** Runs a program to its end with the terminal attached; resolves to its exit code. */
export function run(command, args, { env, cwd = repoRoot, stdio = 'inherit' } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: env ?? childEnv(), stdio });
    const forward = (signal) => child.kill(signal);
    process.on('SIGINT', forward);
    process.on('SIGTERM', forward);
    child.once('error', reject);
    child.once('close', (code, signal) => {
      process.removeListener('SIGINT', forward);
      process.removeListener('SIGTERM', forward);
      resolve(code ?? (signal === 'SIGINT' ? 130 : 143));
    });
  });
}

/** Runs a program to its end and keeps what it wrote. */
export function capture(command, args, { env, cwd = repoRoot } = {}) {
  const result = spawnSync(command, args, { cwd, env: env ?? childEnv(), encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  const missing = result.error !== undefined && result.error.code === 'ENOENT';
  if (result.error !== undefined && !missing) throw result.error;
  return { code: missing ? 127 : (result.status ?? 1), stdout: result.stdout ?? '', stderr: result.stderr ?? '' };
}

/** The last lines of a program's complaint, for an error message. */
export function tail(text, lines = 12) {
  return stripVTControlCharacters(text).trim().split('\n').slice(-lines).join('\n');
}
