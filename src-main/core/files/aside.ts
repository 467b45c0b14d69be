import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const unfinished = new Set<string>();

/**
 * Where a file or a folder is written until it is whole: beside the place it gets, under a name that nothing else has. Say `settled` once it has its
 * own name or is gone.
 */
export function asideOf(path: string): string {
  const aside = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.part`);
  unfinished.add(aside);
  return aside;
}

/** Notes that something is to be taken away should the program be ended in the middle. */
export function unsettled(path: string): void {
  unfinished.add(path);
}

export function settled(path: string): void {
  unfinished.delete(path);
}

/** Takes away whatever was written and is not whole, for a program that is ended in the middle. */
export function dropUnfinished(): void {
  for (const path of unfinished) rmSync(path, { recursive: true, force: true });
  unfinished.clear();
}

const words: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such folder.',
  ENOTDIR: 'a part of its path is no folder.',
  EISDIR: 'a folder has that name.',
  ENOTEMPTY: 'a folder has that name.',
  EEXIST: 'it is there already.',
  EACCES: 'nothing may be written there.',
  EPERM: 'nothing may be written there.',
  EROFS: 'the disk is for reading only.',
  ENOSPC: 'the disk is full.',
  EDQUOT: 'your share of the disk is full.',
  EFBIG: 'it would be larger than the disk takes.',
  ENAMETOOLONG: 'its name is too long.',
};

/** Why something could not be written, in plain words, to stand after “cannot be written:”; what the system says where there are none. */
export function whyUnwritten(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return words[code] ?? (cause instanceof Error ? cause.message : String(cause));
}
