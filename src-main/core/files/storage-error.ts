import type { AppError } from '../../../src-shared/contract/kernel.ts';

type StorageReason = Extract<AppError, { code: 'storage.failed' }>['reason'];

const reasons: Readonly<Record<string, StorageReason>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'full',
  SQLITE_FULL: 'full',
  EROFS: 'readOnly',
  SQLITE_READONLY: 'readOnly',
  EACCES: 'permission',
  EPERM: 'permission',
  SQLITE_PERM: 'permission',
  SQLITE_CANTOPEN: 'removed',
  ENOENT: 'removed',
  ENODEV: 'removed',
  ENXIO: 'removed',
  ENOTCONN: 'removed',
  ESTALE: 'removed',
  ENOTDIR: 'removed',
  EIO: 'other',
  EBUSY: 'other',
  SQLITE_IOERR: 'other',
  SQLITE_BUSY: 'other',
};

function codeOf(cause: unknown): string | undefined {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined;
}

/**
 * Reads a failure of disk or database as something the user can act on, or null when it is a defect of ours.
 * `detail` is the system's code only: a message could hold a path.
 */
export function storageErrorOf(cause: unknown): Extract<AppError, { code: 'storage.failed' }> | null {
  const code = codeOf(cause);
  if (code === undefined) return null;
  const reason = reasons[code] ?? reasons[code.split('_').slice(0, 2).join('_')];
  return reason === undefined ? null : { code: 'storage.failed', reason, detail: code };
}

/** True when the database says that a page does not authenticate or does not make sense. */
export function isDamage(cause: unknown): boolean {
  const code = codeOf(cause) ?? '';
  return code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_IOERR_DATA');
}
