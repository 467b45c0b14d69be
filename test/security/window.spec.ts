import { expect, test } from '@playwright/test';
import { type AppWindow, launchApp } from '../harness/app-window.ts';

let window: AppWindow;

test.beforeAll(async () => {
  window = await launchApp();
});
test.afterAll(() => window.close());

test('[A1] every window runs with the shipped preferences and without Node', async () => {
  const preferences = await window.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((one) => {
      // Not in the published types, but the only place that says what a window really runs with.
      const contents = one.webContents as unknown as { getLastWebPreferences: () => Record<string, unknown> };
      return contents.getLastWebPreferences();
    }),
  );
  expect(preferences).toHaveLength(1);
  expect(preferences[0]).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
  });
  // These two are left out of the answer where they are off.
  expect(preferences[0]?.['nodeIntegrationInWorker'] ?? false).toBe(false);
  expect(preferences[0]?.['spellcheck'] ?? false).toBe(false);
  const reachable = await window.page.evaluate(() =>
    ['require', 'process', 'module', 'global', 'Buffer', 'ipcRenderer', 'electron'].filter((name) => name in globalThis),
  );
  expect(reachable).toEqual([]);
});

test('[A3] the sandbox was switched on for the whole app before it was ready', async () => {
  const { enabled, refusedByUs } = await window.app.evaluate(({ app }) => ({
    enabled: app.commandLine.hasSwitch('enable-sandbox'),
    refusedByUs: app.commandLine.hasSwitch('no-sandbox'),
  }));
  test.skip(
    refusedByUs,
    'This machine runs the tests as root, for whom Chromium has no sandbox; the window asks for one all the same ([A1]).',
  );
  expect(enabled).toBe(true);
});

test('[A4] [A5] the app protocol serves its own list with every header, and nothing else', async () => {
  const asked = await window.app.evaluate(async ({ session }, addresses) => {
    const own = session.fromPartition('workstation', { cache: false });
    const answers = [];
    for (const [method, address] of addresses) {
      // This fetch runs in the main process and reaches the protocol handler only.
      const response = await own.fetch(address, { method });
      answers.push({ address, status: response.status, headers: Object.fromEntries(response.headers.entries()) });
    }
    return answers;
  }, requestsToTry);
  const statusOf = Object.fromEntries(asked.map(({ address, status }, index) => [`${requestsToTry[index]?.[0]} ${address}`, status]));
  expect(statusOf).toEqual({
    'GET app://workstation/': 200,
    'GET app://workstation/index.html': 200,
    'HEAD app://workstation/index.html': 200,
    'POST app://workstation/index.html': 405,
    'GET app://workstation/%2e%2e/package.json': 404,
    'GET app://workstation/..%2fpackage.json': 400,
    'GET app://workstation/package.json': 404,
    'GET app://elsewhere/index.html': 403,
  });
  for (const { address, headers } of asked) {
    const { 'content-security-policy': policy = '', ...rest } = headers;
    expect(policy.replace(/nonce-[^']+/, 'nonce-…'), address).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-…'; img-src 'self' data: blob:; font-src 'self'; connect-src 'none'; worker-src 'none'; frame-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    expect(rest, address).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
    });
  }
});

const requestsToTry: readonly (readonly [string, string])[] = [
  ['GET', 'app://workstation/'],
  ['GET', 'app://workstation/index.html'],
  ['HEAD', 'app://workstation/index.html'],
  ['POST', 'app://workstation/index.html'],
  ['GET', 'app://workstation/%2e%2e/package.json'],
  ['GET', 'app://workstation/..%2fpackage.json'],
  ['GET', 'app://workstation/package.json'],
  ['GET', 'app://elsewhere/index.html'],
];

test('[A6] each page load has its own style nonce', async () => {
  const nonce = () => window.page.locator('meta[name="style-nonce"]').getAttribute('content');
  const first = await nonce();
  await window.page.reload();
  const second = await nonce();
  expect(first).toMatch(/^[\w+/=]{20,}$/);
  expect(second).not.toBe(first);
});

test('[A7] inline scripts, event attributes, script links and eval do nothing', async () => {
  const outcome = await window.page.evaluate(
    () =>
      new Promise<Record<string, unknown>>((resolve) => {
        const page = globalThis as unknown as Record<string, unknown>;
        const script = document.createElement('script');
        script.textContent = 'window.inlineRan = true';
        document.body.append(script);
        const image = document.createElement('img');
        image.setAttribute('onerror', 'window.attributeRan = true');
        image.src = 'data:image/png;base64,broken';
        document.body.append(image);
        const link = document.createElement('a');
        link.href = 'javascript:window.linkRan = true';
        document.body.append(link);
        link.click();
        // A timer's callback is page script: unlike the debugger's own call, it is bound by the policy.
        setTimeout(() => {
          let evaluated = 'refused';
          try {
            const run = globalThis['eval' as keyof typeof globalThis] as (text: string) => unknown;
            run('window.evalRan = true');
            evaluated = 'ran';
          } catch (cause) {
            if (!(cause instanceof EvalError)) evaluated = String(cause);
          }
          image.remove();
          link.remove();
          resolve({
            evaluated,
            inline: page['inlineRan'],
            attribute: page['attributeRan'],
            link: page['linkRan'],
            evalRan: page['evalRan'],
          });
        }, 200);
      }),
  );
  expect(outcome).toEqual({ evaluated: 'refused', inline: undefined, attribute: undefined, link: undefined, evalRan: undefined });
});

test('[A8] nothing outside can be reached from a page', async () => {
  const reached = await window.page.evaluate(async () => {
    const settled = (work: Promise<unknown>) =>
      work.then(
        () => 'reached',
        () => 'failed',
      );
    const element = (tag: 'img' | 'link' | 'script', set: (node: HTMLElement) => void) =>
      new Promise<string>((resolve) => {
        const node = document.createElement(tag);
        node.addEventListener('load', () => resolve('reached'));
        node.addEventListener('error', () => resolve('failed'));
        set(node);
        document.head.append(node);
      });
    const ask = globalThis['fetch' as keyof typeof globalThis] as typeof fetch;
    const socket = (address: string) =>
      new Promise<string>((resolve) => {
        const Socket = globalThis['WebSocket' as keyof typeof globalThis] as unknown as new (address: string) => EventTarget;
        const line = new Socket(address);
        line.addEventListener('open', () => resolve('reached'));
        line.addEventListener('error', () => resolve('failed'));
      });
    return {
      fetch: await settled(ask('https://example.org/')),
      beacon: navigator.sendBeacon('https://example.org/') ? 'queued' : 'failed',
      socket: await socket('wss://example.org/').catch(() => 'failed'),
      image: await element('img', (node) => node.setAttribute('src', 'https://example.org/a.png')),
      script: await element('script', (node) => node.setAttribute('src', 'https://example.org/a.js')),
      style: await element('link', (node) => {
        node.setAttribute('rel', 'stylesheet');
        node.setAttribute('href', 'https://example.org/a.css');
      }),
      font: await settled(new FontFace('x', 'url(https://example.org/a.woff2)').load()),
      own: await settled(ask('app://workstation/index.html')),
    };
  });
  expect(reached).toMatchObject({
    fetch: 'failed',
    socket: 'failed',
    image: 'failed',
    script: 'failed',
    style: 'failed',
    font: 'failed',
    own: 'failed',
  });
});

test('[A9] a page cannot leave the app or open another window', async () => {
  const home = window.page.url();
  const opened = await window.page.evaluate(() => globalThis.open('https://example.org/') === null);
  expect(opened).toBe(true);
  for (const address of ['https://example.org/', 'file:///etc/passwd', 'app://elsewhere/', 'app://workstation.evil/'])
    await window.page.evaluate((to) => globalThis.location.assign(to), address);
  await window.page.evaluate(() => {
    const frame = document.createElement('iframe');
    frame.src = 'https://example.org/';
    document.body.append(frame);
  });
  await expect.poll(() => window.log.filter((line) => line.includes('refused to leave the app')).length).toBeGreaterThan(0);
  expect(window.page.url()).toBe(home);
  expect(await window.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  await window.page.reload();
});

test('[A10] a link opens outside only when it is listed, shown whole and agreed to', async () => {
  await window.app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    Object.assign(shell, { openExternal: async (address: string) => void opened.push(address) });
  });
  const opened = () => window.app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened);
  const source = 'https://www.ecfr.gov/current/title-15/section-774.1?x=1#p-a';

  expect(await window.ask('window.openExternal', { url: 'https://evil.example/' })).toMatchObject({
    ok: false,
    error: { code: 'policy.refused' },
  });
  expect(await window.ask('window.openExternal', { url: 'file:///etc/passwd' })).toMatchObject({
    ok: false,
    error: { code: 'policy.refused' },
  });
  expect(window.asked().filter(({ kind }) => kind === 'confirm')).toEqual([]);

  window.answer('confirm', false);
  expect(await window.call('window.openExternal', { url: source })).toEqual({ opened: false });
  expect(await opened()).toEqual([]);

  window.answer('confirm', true);
  expect(await window.call('window.openExternal', { url: source })).toEqual({ opened: true });
  expect(await opened()).toEqual([source]);
  expect(JSON.stringify(window.asked().at(-1))).toContain(source);
});

test('[A11] permissions are denied, clipboard writing apart', async () => {
  const answers = await window.page.evaluate(async () => {
    const state = async (name: string) => (await navigator.permissions.query({ name: name as PermissionName })).state;
    const rejected = (work: Promise<unknown>) =>
      work.then(
        () => 'granted',
        () => 'denied',
      );
    return {
      clipboardRead: await state('clipboard-read'),
      clipboardWrite: await state('clipboard-write'),
      geolocation: await state('geolocation'),
      notifications: await Notification.requestPermission(),
      camera: await rejected(navigator.mediaDevices?.getUserMedia({ video: true }) ?? Promise.reject(new Error('absent'))),
      screen: await rejected(navigator.mediaDevices?.getDisplayMedia() ?? Promise.reject(new Error('absent'))),
    };
  });
  expect(answers).toEqual({
    geolocation: 'denied',
    notifications: 'denied',
    camera: 'denied',
    screen: 'denied',
    clipboardRead: 'denied',
    clipboardWrite: 'granted',
  });
});

test('[A12] the session keeps nothing and sends nothing', async () => {
  const session = await window.app.evaluate(async ({ BrowserWindow }) => {
    const own = BrowserWindow.getAllWindows()[0]?.webContents.session;
    if (own === undefined) throw new Error('There is no window');
    return {
      onDisk: own.isPersistent(),
      cookies: (await own.cookies.get({})).length,
      cacheBytes: await own.getCacheSize(),
      proxy: await own.resolveProxy('https://example.org/'),
      outside: await own.fetch('https://example.org/').then(
        () => 'reached',
        (cause: unknown) => String(cause),
      ),
    };
  });
  expect(session).toMatchObject({ onDisk: false, cookies: 0, cacheBytes: 0, proxy: 'DIRECT' });
  expect(session.outside).toContain('ERR_BLOCKED_BY_CLIENT');
  const inPage = await window.page.evaluate(async () => {
    const cookie = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie');
    cookie?.set?.call(document, 'planted=1');
    const worker = await Promise.resolve()
      .then(() => navigator.serviceWorker.register('/sw.js'))
      .then(
        () => 'registered',
        () => 'refused',
      );
    return { cookie: cookie?.get?.call(document) as string, worker };
  });
  expect(inPage).toEqual({ cookie: '', worker: 'refused' });
});
