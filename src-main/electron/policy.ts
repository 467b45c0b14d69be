/**
 * What the shell allows, as plain data and pure functions. Nothing here imports Electron, so every value is tested in
 * Node and the window tests only have to prove that it is applied.
 */

export const APP_SCHEME = 'app';
export const APP_HOST = 'workstation';
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`;

/** Where pages come from: the app's own protocol, or in development the bundler's server with hot reload. */
export interface PageSource {
  readonly origin: string;
  readonly start: string;
}

export const SHIPPED_PAGES: PageSource = { origin: APP_ORIGIN, start: `${APP_ORIGIN}/index.html` };

/** The source of pages for this start. A packaged app never looks at the address of a development server. */
export function pageSource(packaged: boolean, developmentServer: string | undefined): PageSource {
  const url = packaged || developmentServer === undefined ? undefined : parseUrl(developmentServer);
  const isLocal = url !== undefined && url.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  return isLocal ? { origin: originOf(url), start: `${originOf(url)}/index.html` } : SHIPPED_PAGES;
}

/** The one channel between page and shell, in both directions. */
export const CHANNEL = 'gatehouse';

/** Text in index.html that each page load replaces with its own nonce. */
export const NONCE_PLACEHOLDER = '__STYLE_NONCE__';

export const LIMITS = {
  /** Largest message from a page, as JSON text in UTF-16 units. Imports travel as file handles. */
  messageCharacters: 1024 * 1024,
  messageDepth: 20,
  callsInFlight: 64,
  methodNameCharacters: 80,
  droppedFiles: 20,
} as const;

export const WINDOW = { minWidth: 1024, minHeight: 700, width: 1440, height: 900 } as const;

/** Preferences of every window and of everything inside it. A window for printing has no bridge and runs no script at all. */
/** `print`: hidden, for one print. `printUnseen`: the same on a computer without a display. */
export type WindowKind = 'main' | 'print' | 'printUnseen';

export function webPreferences(kind: WindowKind, preload: string, developmentBuild: boolean) {
  return {
    ...(kind === 'main' ? { preload } : { javascript: false }),
    // Without a display Chromium can only draw into memory.
    ...(kind === 'printUnseen' ? { offscreen: true } : {}),
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    spellcheck: false,
    navigateOnDragDrop: false,
    safeDialogs: true,
    devTools: developmentBuild && kind === 'main',
  } as const;
}

/** The content policy for one page load. */
export function contentSecurityPolicy(styleNonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${styleNonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'none'",
    "worker-src 'none'",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Headers of every answer of the app's own protocol. */
export function responseHeaders(styleNonce: string, contentType: string): Record<string, string> {
  return {
    'Content-Type': contentType,
    'Content-Security-Policy': contentSecurityPolicy(styleNonce),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cache-Control': 'no-store',
  };
}

/** Headers of a document being printed: it brings its own styles, fonts and pictures, and may do nothing else. */
export function printHeaders(): Record<string, string> {
  return {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy':
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cache-Control': 'no-store',
  };
}

const contentTypes: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  woff2: 'font/woff2',
  svg: 'image/svg+xml',
  png: 'image/png',
  webp: 'image/webp',
  ico: 'image/x-icon',
  txt: 'text/plain; charset=utf-8',
};

/** Content type by file ending; undefined for endings the app does not ship, which are then not served. */
export function contentTypeOf(file: string): string | undefined {
  const ending = file.slice(file.lastIndexOf('.') + 1).toLowerCase();
  return Object.hasOwn(contentTypes, ending) ? contentTypes[ending] : undefined;
}

export type Asset =
  | { readonly serve: true; readonly file: string; readonly contentType: string }
  | { readonly serve: false; readonly status: 400 | 403 | 404 | 405 };

/**
 * Decides what an address of the app's protocol means. Only files of the build's own list are served; their names are
 * compared as they stand, so no decoding or path joining can lead elsewhere.
 */
export function resolveAsset(method: string, address: string, files: ReadonlySet<string>): Asset {
  if (method !== 'GET' && method !== 'HEAD') return { serve: false, status: 405 };
  const url = parseUrl(address);
  if (url === undefined) return { serve: false, status: 400 };
  if (originOf(url) !== APP_ORIGIN) return { serve: false, status: 403 };
  if (address.includes('..') || /%2e|%2f|%5c|\\/i.test(address)) return { serve: false, status: 400 };
  const file = url.pathname === '/' ? 'index.html' : url.pathname.slice(1);
  const contentType = contentTypeOf(file);
  if (!files.has(file) || contentType === undefined) return { serve: false, status: 404 };
  return { serve: true, file, contentType };
}

export function parseUrl(address: string): URL | undefined {
  return URL.canParse(address) ? new URL(address) : undefined;
}

/**
 * Origin by scheme, host and port. `URL.origin` says `null` for schemes that Node does not know, so it is put together
 * here and the same way for every comparison.
 */
function originOf(url: URL): string {
  const credentials = url.username !== '' || url.password !== '';
  return credentials ? 'refused' : `${url.protocol}//${url.host}`;
}

/** True for the app's own pages only; compared by parsed origin, never by prefix. */
export function isAppAddress(address: string, pages: PageSource = SHIPPED_PAGES): boolean {
  const url = parseUrl(address);
  return url !== undefined && originOf(url) === pages.origin;
}

/** Requests the session lets through. `blob:` and `data:` never leave the process; `devtools:` exists in development builds only. */
export function isRequestAllowed(address: string, developmentBuild: boolean, pages: PageSource = SHIPPED_PAGES): boolean {
  const url = parseUrl(address);
  if (url === undefined) return false;
  // Pages, and documents on their way to the printer, which come from the app's protocol in any case.
  if (originOf(url) === pages.origin || originOf(url) === APP_ORIGIN) return true;
  if (url.protocol === 'data:') return true;
  if (url.protocol === 'blob:') return url.pathname.startsWith(`${pages.origin}/`);
  if (!developmentBuild) return false;
  return url.protocol === 'devtools:' || (pages !== SHIPPED_PAGES && `http://${url.host}` === pages.origin && url.protocol === 'ws:');
}

/** The hosts of official sources that a citation can lead to. Everything else is shown as text to copy. */
export const EXTERNAL_HOSTS: readonly string[] = [
  'www.ecfr.gov',
  'www.federalregister.gov',
  'www.govinfo.gov',
  'www.bis.gov',
  'www.bis.doc.gov',
  'www.gao.gov',
  'eur-lex.europa.eu',
  'www.wassenaar.org',
  'www.legislation.gov.uk',
  'www.gov.uk',
  'wetten.overheid.nl',
  'www.government.nl',
  'www.meti.go.jp',
  'www.dgft.gov.in',
  'www.customs.gov.sg',
  'english.mofcom.gov.cn',
  'arxiv.org',
  'epoch.ai',
];

export const EXTERNAL_MAIL: readonly string[] = [];

/**
 * The full address to show and open, or undefined when the link must not leave the app. Credentials, ports and other
 * schemes are refused even for a listed host.
 */
export function externalLink(address: string): string | undefined {
  const url = parseUrl(address);
  if (url === undefined || url.username !== '' || url.password !== '' || url.port !== '') return undefined;
  if (url.protocol === 'mailto:') return EXTERNAL_MAIL.includes(url.pathname.toLowerCase()) && url.search === '' ? url.href : undefined;
  if (url.protocol !== 'https:') return undefined;
  return EXTERNAL_HOSTS.includes(url.hostname) ? url.href : undefined;
}

/** Only the page's own clipboard writing is granted; reading, devices, notifications and the rest never are. */
export function isPermissionGranted(permission: string, requestingAddress: string, pages: PageSource = SHIPPED_PAGES): boolean {
  return permission === 'clipboard-sanitized-write' && isAppAddress(requestingAddress, pages);
}
