import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { binderFiles, binderFormat, parseSums, renderSums } from './layout.ts';
import { fingerprintOf, makeSigningKey, signBytes } from './signing.ts';
import { openSink } from './sink.ts';
import { openBinder } from './source.ts';
import { verifyBinder } from './verify.ts';

const root = mkdtempSync(join(tmpdir(), 'gatehouse-binder-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const key = makeSigningKey();
const fingerprint = fingerprintOf(key.publicKey);
const files: readonly (readonly [string, string])[] = [
  ['reports/01 Register.pdf', '%PDF-1.7 a register'],
  ['reports/02 Übersicht.json', '{"rows":[1,2,3]}'],
  ['evidence/001 note.txt', 'What the auditor asked for.\n'],
  ['evidence/002 empty.txt', ''],
];

async function write(path: string, as: 'folder' | 'zip'): Promise<void> {
  const sink = openSink(path, as);
  const written = [];
  for (const [name, content] of files) written.push(await sink.add(name, [Buffer.from(content)]));
  const manifest = {
    format: binderFormat,
    number: 'AB-2026-001',
    workspace: { name: 'Test', kind: 'live' },
    on: '2026-11-21',
    at: '2026-11-21T09:00:00.000Z',
    by: 'Tess',
    redaction: 'none',
    program: { name: 'Gatehouse', version: '0' },
    packs: [],
    signature: { algorithm: 'Ed25519', publicKey: key.publicKey.toString('base64'), fingerprint },
    files: [],
    withheld: 0,
  };
  written.push(await sink.add(binderFiles.manifest, [Buffer.from(JSON.stringify(manifest))]));
  written.push(await sink.add(binderFiles.key, [Buffer.from(key.publicPem)]));
  const sums = Buffer.from(renderSums(written));
  await sink.add(binderFiles.sums, [sums]);
  await sink.add(binderFiles.signature, [signBytes(key.privateKey, sums)]);
  sink.finish();
}

const folder = join(root, 'whole');
const archive = join(root, 'whole.zip');
beforeAll(async () => {
  await write(folder, 'folder');
  await write(archive, 'zip');
});

describe('a binder', () => {
  it.each([
    ['folder', () => folder],
    ['archive', () => archive],
  ])('is whole as a %s, and says by whose key', (_as, path) => {
    expect(verifyBinder(path())).toMatchObject({ state: 'whole', files: 6, fingerprint });
    expect(verifyBinder(path(), fingerprint).state).toBe('whole');
    expect(verifyBinder(path(), 'f'.repeat(64))).toEqual({ state: 'altered', thing: binderFiles.key, how: 'otherKey' });
  });

  it('is no binder where neither sums nor signature are', () => {
    expect(verifyBinder(root).state).toBe('noBinder');
    const other = join(root, 'other.zip');
    writeFileSync(other, 'PK\u0003\u0004 something else');
    expect(verifyBinder(other).state).toBe('noBinder');
  });

  it('names a file that is missing, one that was added, and a link', () => {
    const copy = join(root, 'changed');
    cpSync(folder, copy, { recursive: true });
    rmSync(join(copy, 'evidence', '001 note.txt'));
    expect(verifyBinder(copy)).toEqual({ state: 'altered', thing: 'evidence/001 note.txt', how: 'missing' });
    cpSync(folder, copy, { recursive: true });
    writeFileSync(join(copy, 'evidence', '003 planted.txt'), 'x');
    expect(verifyBinder(copy)).toEqual({ state: 'altered', thing: 'evidence/003 planted.txt', how: 'added' });
  });

  it('cannot be signed anew by somebody else without the fingerprint changing', async () => {
    const copy = join(root, 'resigned');
    cpSync(folder, copy, { recursive: true });
    const other = makeSigningKey();
    const sums = readFileSync(join(copy, binderFiles.sums));
    writeFileSync(join(copy, binderFiles.signature), signBytes(other.privateKey, sums));
    expect(verifyBinder(copy)).toEqual({ state: 'altered', thing: binderFiles.signature, how: 'altered' });
    expect(fingerprintOf(other.publicKey)).not.toBe(fingerprint);
  });

  it('never passes with one byte changed in any file of the folder, and names that file', () => {
    const paths = openBinder(folder)?.paths ?? [];
    const withBytes = paths.filter((path) => readFileSync(join(folder, path)).length > 0);
    fc.assert(
      fc.property(fc.constantFrom(...withBytes), fc.nat(), fc.integer({ min: 1, max: 255 }), (path, place, change) => {
        const full = join(folder, path);
        const before = readFileSync(full);
        const at = place % before.length;
        const after = Buffer.from(before);
        after[at] = (before[at] ?? 0) ^ change;
        writeFileSync(full, after);
        try {
          expect(verifyBinder(folder)).toEqual({ state: 'altered', thing: path, how: 'altered' });
        } finally {
          writeFileSync(full, before);
        }
      }),
      { numRuns: 150 },
    );
    expect(verifyBinder(folder).state).toBe('whole');
  });

  it('never passes with any one byte of the archive changed', () => {
    const before = readFileSync(archive);
    const changed = join(root, 'changed.zip');
    const heads = before.indexOf('PK\u0001\u0002', 0, 'latin1');
    // Every byte of the directory, and every third of the files and their heads.
    for (let at = 0; at < before.length; at += at < heads ? 3 : 1) {
      const after = Buffer.from(before);
      after[at] = (before[at] ?? 0) ^ (1 << (at % 8));
      writeFileSync(changed, after);
      const verdict = verifyBinder(changed);
      expect(verdict.state === 'altered' ? verdict.thing : verdict.state, `byte ${at}`).not.toMatch(/^(whole|noBinder)$/);
    }
  });

  it('never passes with bytes put after, before or between', () => {
    const before = readFileSync(archive);
    const changed = join(root, 'longer.zip');
    for (const at of [0, 40, before.length - 22, before.length]) {
      writeFileSync(changed, Buffer.concat([before.subarray(0, at), Buffer.from('x'), before.subarray(at)]));
      expect(verifyBinder(changed).state, `at ${at}`).not.toBe('whole');
    }
  });

  it('leaves nothing behind when it is abandoned', async () => {
    const path = join(root, 'given-up.zip');
    const sink = openSink(path, 'zip');
    await sink.add('a.txt', [Buffer.from('a')]);
    sink.abandon();
    expect(() => readFileSync(path)).toThrow();
  });
});

describe('the sums', () => {
  it('read back what they render, whatever the names', () => {
    const name = fc.stringMatching(/^[\p{L}\p{N} ._()-]{1,40}$/u).filter((text) => text.trim() !== '');
    fc.assert(
      fc.property(fc.uniqueArray(name, { maxLength: 12 }), (names) => {
        const sums = names.map((path) => ({ path, sha256: createHash('sha256').update(path).digest('hex') }));
        expect(new Set(parseSums(renderSums(sums))?.map(({ path }) => path))).toEqual(new Set(names));
      }),
    );
  });
});
