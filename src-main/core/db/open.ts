import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { err, ok, type Result } from '../../../src-shared/model/result.ts';
import { zero } from '../crypto/index.ts';
import { isDamage } from '../files/index.ts';
import { nativeBindingPath } from './driver-binding.ts';

export type OpenFailure = 'missing' | 'plaintext' | 'damaged';

export interface OpenOptions {
  readonly create?: boolean;
  readonly readOnly?: boolean;
}

/** The pinned page format: SQLCipher 4. Whatever the driver's own default becomes, files stay readable and equally strong. */
const pinned = {
  cipher: 'sqlcipher',
  legacy: 4,
  hmac_use: 1,
  kdf_iter: 256_000,
  legacy_page_size: 4096,
  plaintext_header_size: 0,
} as const;

/** Thrown when a connection is not as strong as it must be: a defect in the build, not something a user can mend. */
export class WeakConnection extends Error {}

/**
 * Opens an encrypted database with a raw key, pins and asserts cipher and pragmas, and reads once to prove the key.
 *
 * The key has already been authenticated by its wrapping, so a first page that does not decrypt is `damaged`, not a wrong
 * key. A file in plain text is refused, never opened.
 */
export function openEncrypted(file: string, key: Uint8Array, options: OpenOptions = {}): Result<Database.Database, OpenFailure> {
  const exists = existsSync(file) && statSync(file).size > 0;
  if (!exists && options.create !== true) return err('missing');
  if (exists && isPlaintext(file)) return err('plaintext');
  // Only its owner may read the file; the logs beside it take its mode.
  if (!exists) closeSync(openSync(file, 'a', 0o600));
  const binding = nativeBindingPath();
  const db = new Database(file, {
    readonly: options.readOnly === true,
    timeout: 5000,
    ...(binding === undefined ? {} : { nativeBinding: binding }),
  });
  try {
    applyKey(db, key);
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
    applyPragmas(db, options.readOnly === true);
    return ok(db);
  } catch (cause) {
    db.close();
    if (isDamage(cause)) return err('damaged');
    throw cause;
  }
}

/**
 * Re-encrypts a closed database file under another raw key, page by page and in place. For copies only: a crash in the
 * middle leaves the file to the rollback journal of whoever opens it next.
 */
export function rekeyFile(file: string, oldKey: Uint8Array, newKey: Uint8Array): void {
  const binding = nativeBindingPath();
  const db = new Database(file, { fileMustExist: true, ...(binding === undefined ? {} : { nativeBinding: binding }) });
  try {
    applyKey(db, oldKey);
    db.pragma('temp_store = MEMORY');
    // The rollback journal would hold pages under the old key after a crash.
    db.pragma('journal_mode = MEMORY');
    const literal = rawKeyLiteral(newKey);
    try {
      withKey(db).rekey(literal);
    } finally {
      zero(literal);
    }
  } finally {
    db.close();
  }
}

function applyKey(db: Database.Database, key: Uint8Array): void {
  db.pragma(`cipher = '${pinned.cipher}'`);
  db.pragma(`legacy = ${pinned.legacy}`);
  const literal = rawKeyLiteral(key);
  try {
    withKey(db).key(literal);
  } finally {
    zero(literal);
  }
  for (const [name, expected] of Object.entries(pinned)) {
    const actual: unknown = db.pragma(name, { simple: true });
    if (String(actual) !== String(expected)) throw new WeakConnection(`${name} is ${String(actual)}`);
  }
}

/** `x'…'` is the raw key itself: no second derivation. A buffer, since a string could not be erased. */
function rawKeyLiteral(key: Uint8Array): Buffer {
  const literal = Buffer.alloc(key.length * 2 + 3);
  literal.write("x'", 0, 'latin1');
  key.forEach((byte, place) => {
    literal[2 + place * 2] = hexDigit(byte >> 4);
    literal[3 + place * 2] = hexDigit(byte & 15);
  });
  literal.write("'", literal.length - 1, 'latin1');
  return literal;
}

function hexDigit(value: number): number {
  return value < 10 ? 48 + value : 87 + value;
}

interface Keyed {
  key(key: Buffer): number;
  rekey(key: Buffer): number;
}

/** The encrypting driver adds two functions that the plain driver's types do not know. */
function withKey(db: Database.Database): Database.Database & Keyed {
  return db as Database.Database & Keyed;
}

function applyPragmas(db: Database.Database, readOnly: boolean): void {
  // Sorting and temporary tables stay in memory: a spill would be a readable file.
  db.pragma('temp_store = MEMORY');
  db.pragma('foreign_keys = ON');
  db.pragma('recursive_triggers = ON');
  db.pragma('secure_delete = ON');
  db.pragma('cache_size = -32768');
  if (!readOnly) {
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    // A WAL that once grew in an import does not stay that large.
    db.pragma('journal_size_limit = 16777216');
  }
  assertPragma(db, 'temp_store', 2);
  assertPragma(db, 'foreign_keys', 1);
  assertPragma(db, 'secure_delete', 1);
  if (!readOnly) {
    assertPragma(db, 'journal_mode', 'wal');
    assertPragma(db, 'synchronous', 2);
  }
  const compiled = db.prepare<[], { compile_options: string }>('PRAGMA compile_options').all();
  if (compiled.some((option) => option.compile_options === 'TEMP_STORE=0')) throw new WeakConnection('TEMP_STORE=0');
}

function assertPragma(db: Database.Database, name: string, expected: string | number): void {
  const actual: unknown = db.pragma(name, { simple: true });
  if (actual !== expected) throw new WeakConnection(`${name} is ${String(actual)}`);
}

/** True for a file that begins as an unencrypted SQLite database does. */
export function isPlaintext(file: string): boolean {
  const start = Buffer.alloc(16);
  const handle = openSync(file, 'r');
  try {
    readSync(handle, start, 0, 16, 0);
  } finally {
    closeSync(handle);
  }
  return start.toString('latin1') === 'SQLite format 3\0';
}

/** Reads every page, and with `full` compares every index with its table. Empty when all is well. */
export function integrityProblems(db: Database.Database, depth: 'full' | 'pages' = 'full'): readonly string[] {
  try {
    const check = depth === 'full' ? 'integrity_check' : 'quick_check';
    const problems = db
      .prepare<[], string>(`PRAGMA ${check}(20)`)
      .pluck()
      .all()
      .filter((text) => text !== 'ok');
    if (problems.length > 0 || depth === 'pages') return problems;
    return db
      .prepare<[], { table: string }>('PRAGMA foreign_key_check')
      .all()
      .map((row) => `foreign key in ${row.table}`);
  } catch (cause) {
    if (isDamage(cause)) return ['a page does not authenticate'];
    throw cause;
  }
}
