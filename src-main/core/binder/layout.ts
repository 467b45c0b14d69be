import { z } from 'zod';

/** Files at the top of every binder. The sums name every other file but the signature; the signature is over the sums. */
export const binderFiles = {
  sums: 'SHA256SUMS',
  signature: 'SHA256SUMS.sig',
  key: 'public-key.pem',
  manifest: 'manifest.json',
  recipe: 'README.txt',
  evidence: 'evidence.xlsx',
} as const;

export const binderFormat = 'gatehouse.binder/1';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const Count = z.number().int().nonnegative();

/** A file of the binder as the manifest describes it. `path` has forward slashes and starts at the binder's folder. */
export const BinderFile = z.object({
  path: z.string().min(1).max(400),
  kind: z.enum(['report', 'evidence']),
  title: z.string().max(1000),
  sha256: Sha256,
  sizeBytes: z.number().int().nonnegative(),
  /** Of a report: its kind, number, format and the hash of what it says; pages where it has any. */
  report: z.string().max(60).optional(),
  number: z.string().max(40).optional(),
  format: z.string().max(10).optional(),
  contentHash: Sha256.optional(),
  pages: z.number().int().positive().optional(),
  /** Of evidence: what it hangs on, who added it and when. */
  about: z.string().max(1000).optional(),
  addedBy: z.string().max(300).optional(),
  addedAt: z.string().max(40).optional(),
});
export type BinderFile = z.infer<typeof BinderFile>;

/** `manifest.json`: what the binder holds, for machines. The index says the same for people. */
export const BinderManifest = z.object({
  format: z.literal(binderFormat),
  number: z.string().max(40),
  workspace: z.object({ name: z.string().max(300), kind: z.enum(['live', 'exercise']) }),
  on: z.string().max(10),
  at: z.string().max(40),
  by: z.string().max(300),
  /** Name of the redaction profile, and what it withholds, in words. Binders of earlier versions do not say the latter. */
  redaction: z.string().max(80),
  withholds: z.array(z.string().max(400)).optional(),
  program: z.object({ name: z.string().max(60), version: z.string().max(40) }),
  packs: z.array(z.object({ id: z.string().max(120), version: z.string().max(40), hash: z.string().max(100) })),
  /** Ed25519 public key that signs the sums: raw 32 bytes in base64, and its SHA-256 as the fingerprint. */
  signature: z.object({ algorithm: z.literal('Ed25519'), publicKey: z.string().max(60), fingerprint: Sha256 }),
  files: z.array(BinderFile),
  /**
   * Evidence of the workspace, which `evidence.xlsx` lists piece by piece: how many files, links and notes, how many of the files are not in the binder,
   * and how many pieces are advice of counsel, which are not listed. Binders of earlier versions do not say it.
   */
  evidence: z.object({ files: Count, links: Count, notes: Count, filesLeftOut: Count, adviceLeftOut: Count }).optional(),
  /** Files of evidence that were held back because the profile leaves them out. */
  withheld: z.number().int().nonnegative(),
});
export type BinderManifest = z.infer<typeof BinderManifest>;

/** Path and SHA-256 of one file. */
export interface Sum {
  readonly path: string;
  readonly sha256: string;
}

/** The sums as `sha256sum -c` reads them, in the order of the paths' code points. */
export function renderSums(sums: readonly Sum[]): string {
  return [...sums]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, sha256 }) => `${sha256}  ${path}\n`)
    .join('');
}

/** Reads sums; null where the text is not what `renderSums` writes, byte for byte. */
export function parseSums(text: string): Sum[] | null {
  const sums = text
    .split('\n')
    .slice(0, -1)
    .flatMap((each) => {
      const match = /^([0-9a-f]{64}) {2}(.+)$/.exec(each);
      return match?.[1] === undefined || match[2] === undefined ? [] : [{ sha256: match[1], path: match[2] }];
    });
  return renderSums(sums) === text && new Set(sums.map(({ path }) => path)).size === sums.length ? sums : null;
}

/** Whether a path stays inside the binder on every file system: relative, no `..`, no backslash, no control signs. */
export function isInside(path: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: file systems and terminals misread these signs
  if (path === '' || path.startsWith('/') || /[\\:\u0000-\u001f\u007f]/.test(path)) return false;
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}
