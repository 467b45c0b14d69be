import { createHash } from 'node:crypto';

/**
 * Hash of a pack folder: every file by name with its text, line ends made plain, and the manifest without its own hash.
 * Two copies of a pack with the same rules have the same hash on every platform.
 */
export function packHash(files: ReadonlyMap<string, string>): string {
  const hash = createHash('sha256');
  for (const name of [...files.keys()].sort()) {
    const text = (files.get(name) ?? '').replace(/\r\n?/g, '\n');
    hash.update(`${name}\n${name === 'manifest.json' ? withoutHash(text) : text}\n`);
  }
  return `sha256:${hash.digest('hex')}`;
}

const withoutHash = (text: string): string => text.replace(/"hash":\s*"[^"]*"/, '"hash": ""');
