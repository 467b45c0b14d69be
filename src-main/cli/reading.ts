import path from 'node:path';
import { ok, type Result } from '../../src-shared/model/result.ts';
import { dayOf, pathFault } from './arguments.ts';
import type { CliIo } from './io.ts';
import { passphraseOf } from './passphrase.ts';
import { badArguments, type Refusal } from './refusal.ts';
import { type HeadlessWorkspace, openHeadless } from './workspace.ts';

/** Options of every command that only reads a workspace. */
export const readingOptions = { workspace: 'text', json: 'flag', on: 'text', 'passphrase-fd': 'text' } as const;

interface Reading {
  readonly workspace?: string | undefined;
  readonly on?: string | undefined;
  readonly 'passphrase-fd'?: string | undefined;
}

/** Opens the workspace a command names for reading only, as of the day it names, and closes it behind `body`. */
export async function readingWorkspace<T>(
  given: Reading,
  io: CliIo,
  body: (workspace: HeadlessWorkspace) => Promise<Result<T, Refusal>>,
): Promise<Result<T, Refusal>> {
  if (given.workspace === undefined) return { ok: false, error: badArguments('--workspace is needed.') };
  const folder = path.resolve(io.cwd, given.workspace);
  const fault = pathFault('workspace', folder, 'folder');
  if (fault !== undefined) return { ok: false, error: badArguments(fault) };
  const day = given.on === undefined ? ok(null) : dayOf(given.on);
  if (!day.ok) return day;
  const { host } = io;
  if (host === undefined) throw new Error('This command needs a host');
  const passphrase = await passphraseOf(given['passphrase-fd'], host);
  if (!passphrase.ok) return passphrase;
  const opened = await openHeadless({ folder, passphrase: passphrase.value, readOnly: true, on: day.value, output: null }, io, host);
  if (!opened.ok) return opened;
  try {
    return await body(opened.value);
  } finally {
    await opened.value.close();
  }
}
