import { describe, expect, it } from 'vitest';
import {
  contentSecurityPolicy,
  EXTERNAL_HOSTS,
  externalLink,
  isAppAddress,
  isPermissionGranted,
  isRequestAllowed,
  pageSource,
  resolveAsset,
  responseHeaders,
  SHIPPED_PAGES,
  webPreferences,
} from './policy.ts';

const files = new Set(['index.html', 'assets/index-abc.js', 'assets/inter.woff2', 'assets/index-abc.js.map', '../secret.js']);

describe('[A1] preferences of a window', () => {
  const release = webPreferences('main', '/app/preload.cjs', false);

  it('isolate the page, and give it no Node anywhere', () => {
    expect(release).toMatchObject({
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
    });
    expect(release).not.toHaveProperty('enableBlinkFeatures');
  });

  it('allow development tools in development builds only', () => {
    expect(release.devTools).toBe(false);
    expect(webPreferences('main', '/app/preload.cjs', true).devTools).toBe(true);
  });

  it('run no script and no bridge in a window that prints', () => {
    const print = webPreferences('print', '/app/preload.cjs', true);
    expect(print).toMatchObject({ javascript: false, sandbox: true, devTools: false });
    expect(print).not.toHaveProperty('preload');
  });
});

describe('[A4] what the app protocol serves', () => {
  const asked = (address: string, method = 'GET') => resolveAsset(method, address, files);

  it('serves listed files under their types', () => {
    expect(asked('app://workstation/')).toMatchObject({ serve: true, file: 'index.html', contentType: 'text/html; charset=utf-8' });
    expect(asked('app://workstation/assets/index-abc.js?x=1#y')).toMatchObject({ serve: true, file: 'assets/index-abc.js' });
    expect(asked('app://workstation/assets/inter.woff2', 'HEAD')).toMatchObject({ serve: true, contentType: 'font/woff2' });
  });

  it.each([
    ['another method', 'app://workstation/index.html', 'POST', 405],
    ['another host', 'app://elsewhere/index.html', 'GET', 403],
    ['a host that only begins alike', 'app://workstation.evil/index.html', 'GET', 403],
    ['credentials', 'app://me@workstation/index.html', 'GET', 403],
    ['another scheme', 'file:///index.html', 'GET', 403],
    ['a climbing path', 'app://workstation/../secret.js', 'GET', 400],
    ['an encoded climb', 'app://workstation/%2e%2e/secret.js', 'GET', 400],
    ['an encoded slash', 'app://workstation/assets%2findex-abc.js', 'GET', 400],
    ['an encoded backslash', 'app://workstation/assets%5Cindex-abc.js', 'GET', 400],
    ['a file that was not built', 'app://workstation/assets/other.js', 'GET', 404],
    ['a type that is not shipped', 'app://workstation/assets/index-abc.js.map', 'GET', 404],
    ['a name of Object.prototype', 'app://workstation/constructor', 'GET', 404],
    ['no address at all', 'index.html', 'GET', 400],
  ])('refuses %s', (_name, address, method, status) => {
    expect(asked(address, method)).toEqual({ serve: false, status });
  });
});

describe('[A5] headers of every response', () => {
  it('hold the content policy word for word', () => {
    expect(contentSecurityPolicy('abc')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-abc'; img-src 'self' data: blob:; font-src 'self'; connect-src 'none'; worker-src 'none'; frame-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
  });

  it('forbid sniffing, referrers and sharing a process', () => {
    expect(responseHeaders('abc', 'text/css')).toMatchObject({
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cross-Origin-Opener-Policy': 'same-origin',
    });
  });
});

describe('[A9] addresses of the app', () => {
  it.each(['app://workstation/index.html', 'app://workstation/?load=1#/models'])('knows its own %s', (address) => {
    expect(isAppAddress(address)).toBe(true);
  });

  it.each([
    'app://workstation.evil/',
    'app://workstation:8080/',
    'app://user@workstation/',
    'https://workstation/',
    'app:workstation',
    'javascript:alert(1)',
    'data:text/html,app://workstation/',
    'file:///app://workstation/',
    'about:blank',
    '',
  ])('does not take %s for one', (address) => {
    expect(isAppAddress(address)).toBe(false);
  });
});

describe('[A10] links that lead outside', () => {
  it('opens listed sources over https, with the address as it will be opened', () => {
    expect(externalLink('https://www.ecfr.gov/current/title-15')).toBe('https://www.ecfr.gov/current/title-15');
    for (const host of EXTERNAL_HOSTS) expect(externalLink(`https://${host}/`)).toBe(`https://${host}/`);
  });

  it.each([
    'http://www.ecfr.gov/',
    'https://www.ecfr.gov.evil.example/',
    'https://evil.example/?www.ecfr.gov',
    'https://www.ecfr.gov@evil.example/',
    'https://user:pass@www.ecfr.gov/',
    'https://www.ecfr.gov:8443/',
    'mailto:someone@example.org',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'smb://www.ecfr.gov/share',
    'ms-settings:privacy',
    'www.ecfr.gov',
  ])('refuses %s', (address) => {
    expect(externalLink(address)).toBeUndefined();
  });
});

describe('[A11] permissions', () => {
  it('grants clipboard writing to our own pages and nothing else to anybody', () => {
    expect(isPermissionGranted('clipboard-sanitized-write', SHIPPED_PAGES.start)).toBe(true);
    expect(isPermissionGranted('clipboard-sanitized-write', 'https://evil.example/')).toBe(false);
    for (const permission of [
      'clipboard-read',
      'media',
      'geolocation',
      'notifications',
      'midi',
      'hid',
      'serial',
      'usb',
      'openExternal',
      'fullscreen',
      'pointerLock',
      'display-capture',
      'fileSystem',
    ])
      expect(isPermissionGranted(permission, SHIPPED_PAGES.start), permission).toBe(false);
  });
});

describe('[A12] requests that leave the session', () => {
  it.each(['app://workstation/assets/a.js', 'data:image/png;base64,AAAA', 'blob:app://workstation/5f0c'])('lets %s through', (address) => {
    expect(isRequestAllowed(address, false)).toBe(true);
  });

  it.each([
    'https://example.org/',
    'http://localhost:5173/',
    'ws://localhost:5173/',
    'wss://example.org/',
    'file:///etc/passwd',
    'ftp://example.org/',
    'app://elsewhere/',
    'blob:https://example.org/5f0c',
    'devtools://devtools/bundled/',
    'chrome://gpu',
    'nonsense',
  ])('stops %s', (address) => {
    expect(isRequestAllowed(address, false)).toBe(false);
  });

  it('lets a development server answer in a development build only', () => {
    const pages = pageSource(false, 'http://localhost:5173');
    expect(isRequestAllowed('http://localhost:5173/main.tsx', true, pages)).toBe(true);
    expect(isRequestAllowed('ws://localhost:5173/', true, pages)).toBe(true);
    expect(isRequestAllowed('http://localhost:9999/', true, pages)).toBe(false);
    expect(pageSource(true, 'http://localhost:5173')).toEqual(SHIPPED_PAGES);
    expect(pageSource(false, 'http://evil.example:5173')).toEqual(SHIPPED_PAGES);
  });
});
