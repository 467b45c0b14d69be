import { type BinderManifest, binderFiles, isInside, BinderManifest as Manifest, parseSums, renderSums } from './layout.ts';
import { fingerprintOf, isSignedBy, publicKeyOf, readPublicKey } from './signing.ts';
import { type BinderSource, openBinder } from './source.ts';

/** What a check of a binder found. `thing` is the first file that is not as it was signed. */
export type Verdict =
  | { readonly state: 'whole'; readonly files: number; readonly fingerprint: string; readonly manifest: BinderManifest }
  | { readonly state: 'altered'; readonly thing: string; readonly how: 'altered' | 'missing' | 'added' | 'otherKey' }
  | { readonly state: 'noBinder'; readonly why: string };

const { sums: SUMS, signature: SIGNATURE, key: KEY, manifest: MANIFEST } = binderFiles;

/**
 * Checks a binder, a folder or an archive, with nothing but itself: signature, every hash, nothing missing, nothing added.
 * With a `fingerprint` the key must be that one; without, a whole binder only proves that it is as somebody signed it.
 */
export function verifyBinder(path: string, fingerprint?: string): Verdict {
  const source = openBinder(path);
  if (source === null) return { state: 'noBinder', why: 'It is neither a folder nor an archive that this program makes.' };
  try {
    return verdictOn(source, fingerprint);
  } finally {
    source.close();
  }
}

function verdictOn(source: BinderSource, fingerprint: string | undefined): Verdict {
  if (!source.paths.some((path) => path === SUMS || path === SIGNATURE))
    return { state: 'noBinder', why: `It holds neither ${SUMS} nor ${SIGNATURE}.` };
  if (source.broken !== null) return { state: 'altered', thing: source.broken, how: 'altered' };
  for (const needed of [SUMS, SIGNATURE, KEY, MANIFEST])
    if (!source.paths.includes(needed)) return { state: 'altered', thing: needed, how: 'missing' };
  const [text, signature, pem, written] = [SUMS, SIGNATURE, KEY, MANIFEST].map((path) => source.read(path) ?? Buffer.alloc(0));
  if (text === undefined || signature === undefined || pem === undefined || written === undefined) throw new Error('A file went missing');
  const manifest = readManifest(written);
  const key = readPublicKey(pem.toString('utf8'));
  const signed = key !== null && isSignedBy(key.key, text, signature);
  if (!signed) return { state: 'altered', thing: blame(source, text, signature, manifest), how: 'altered' };
  const sums = parseSums(text.toString('utf8'));
  if (sums === null || !sums.every(({ path }) => isInside(path))) return { state: 'altered', thing: SUMS, how: 'altered' };
  for (const { path, sha256 } of sums) {
    const found = source.hash(path);
    if (found !== sha256) return { state: 'altered', thing: path, how: found === null ? 'missing' : 'altered' };
  }
  const listed = new Set([SUMS, SIGNATURE, ...sums.map(({ path }) => path)]);
  const added = source.paths.find((path) => !listed.has(path));
  if (added !== undefined) return { state: 'altered', thing: added, how: 'added' };
  const own = fingerprintOf(key.raw);
  if (manifest === null || manifest.signature.fingerprint !== own) return { state: 'altered', thing: MANIFEST, how: 'altered' };
  if (fingerprint !== undefined && fingerprint !== own) return { state: 'altered', thing: KEY, how: 'otherKey' };
  return { state: 'whole', files: sums.length, fingerprint: own, manifest };
}

/** Which of the three files around a signature that does not hold is not as it was: the key, the sums, or the signature itself. */
function blame(source: BinderSource, sums: Buffer, signature: Buffer, manifest: BinderManifest | null): string {
  const key = manifest === null ? null : publicKeyOf(Buffer.from(manifest.signature.publicKey, 'base64'));
  if (key !== null && isSignedBy(key, sums, signature)) return KEY;
  const others = source.paths.filter((path) => path !== SUMS && path !== SIGNATURE);
  const expected = renderSums(others.map((path) => ({ path, sha256: source.hash(path) ?? '' })));
  return Buffer.from(expected, 'utf8').equals(sums) ? SIGNATURE : SUMS;
}

function readManifest(bytes: Buffer): BinderManifest | null {
  try {
    const read = Manifest.safeParse(JSON.parse(bytes.toString('utf8')));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
