import { randomBytes, randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { protocol, type Session } from 'electron';
import { APP_ORIGIN, APP_SCHEME, NONCE_PLACEHOLDER, printHeaders, resolveAsset, responseHeaders } from './policy.ts';

/** Must run before `ready`: makes `app:` a standard, secure scheme, so that pages have a real origin. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: APP_SCHEME, privileges: { standard: true, secure: true, codeCache: false } }]);
}

/**
 * Serves the built pages. The list of files is read once: what was not there at the start is never served, and the
 * request's text is only ever looked up in that list.
 */
export function servePages(session: Session, folder: string, printPages: PrintPages): void {
  const files = new Set(listFiles(folder));
  session.protocol.handle(APP_SCHEME, async (request) => {
    const nonce = randomBytes(18).toString('base64');
    const printed = request.method === 'GET' ? printPages.find(request.url) : undefined;
    if (printed !== undefined) return new Response(printed, { headers: printHeaders() });
    const asset = resolveAsset(request.method, request.url, files);
    if (!asset.serve) return new Response(null, { status: asset.status, headers: responseHeaders(nonce, 'text/plain; charset=utf-8') });
    const bytes = await readFile(join(folder, asset.file));
    const headers = responseHeaders(nonce, asset.contentType);
    if (request.method === 'HEAD') return new Response(null, { headers });
    if (asset.file !== 'index.html') return new Response(new Uint8Array(bytes), { headers });
    return new Response(bytes.toString('utf8').replaceAll(NONCE_PLACEHOLDER, nonce), { headers });
  });
}

/** Documents on their way to the printer, each under an address that cannot be guessed and lives as long as its print. */
export interface PrintPages {
  readonly publish: (html: string) => { readonly address: string; readonly withdraw: () => void };
  readonly find: (address: string) => string | undefined;
}

export function createPrintPages(): PrintPages {
  const pages = new Map<string, string>();
  return {
    publish: (html) => {
      const address = `${APP_ORIGIN}/print/${randomUUID()}`;
      pages.set(address, html);
      return { address, withdraw: () => void pages.delete(address) };
    },
    find: (address) => pages.get(address),
  };
}

/** Every file under a folder as forward-slash names, source maps left out. */
function listFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.map'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
}
