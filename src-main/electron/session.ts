import { app, type Session, session as sessions } from 'electron';
import { logLine } from './log.ts';
import { isAppAddress, isPermissionGranted, isRequestAllowed, type PageSource, parseUrl } from './policy.ts';

/** The session of every window: in memory only, so no cache, cookie or storage outlives the process. */
export function hardenedSession(developmentBuild: boolean, pages: PageSource): Session {
  const session = sessions.fromPartition('workstation', { cache: false });

  session.setPermissionRequestHandler((_contents, permission, grant, details) =>
    grant(isPermissionGranted(permission, details.requestingUrl, pages)),
  );
  session.setPermissionCheckHandler((_contents, permission, origin) => isPermissionGranted(permission, origin, pages));
  session.setDevicePermissionHandler(() => false);
  session.setUSBProtectedClassesHandler(() => []);
  session.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }));
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  session.setCertificateVerifyProc((_request, answer) => answer(-2));
  session.setSpellCheckerEnabled(false);

  session.webRequest.onBeforeRequest((details, answer) => {
    const allowed = isRequestAllowed(details.url, developmentBuild, pages);
    if (!allowed) logLine(`refused a request outside the app (${schemeOf(details.url)}, ${details.resourceType})`);
    answer({ cancel: !allowed });
  });
  session.on('will-download', (event) => {
    // Exports are written by the core after a save dialog; a page has nothing to download.
    event.preventDefault();
    logLine('refused a download');
  });
  for (const device of ['select-serial-port', 'select-hid-device', 'select-usb-device'] as const) {
    // The three events differ in their types but agree in having a first argument to prevent.
    session.on(device as 'select-hid-device', (event) => event.preventDefault());
  }

  // Nothing is proxied because nothing is fetched; `direct` also keeps Chromium from asking the system for a proxy script.
  void session.setProxy({ mode: 'direct' });
  return session;
}

/** Applied to everything that can hold a page, as it is created, so that no later code can forget it. */
export function guardAllContents(pages: PageSource): void {
  app.on('web-contents-created', (_created, contents) => {
    contents.setWindowOpenHandler(({ url }) => {
      logLine(`refused a new window (${schemeOf(url)})`);
      return { action: 'deny' };
    });
    const stay = (event: { preventDefault: () => void }, url: string): void => {
      if (isAppAddress(url, pages)) return;
      event.preventDefault();
      logLine(`refused to leave the app (${schemeOf(url)})`);
    };
    contents.on('will-navigate', (event) => stay(event, event.url));
    contents.on('will-redirect', (event) => stay(event, event.url));
    contents.on('will-frame-navigate', (event) => stay(event, event.url));
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.on('select-bluetooth-device', (event, _devices, choose) => {
      event.preventDefault();
      choose('');
    });
  });
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, answer) => {
    event.preventDefault();
    answer(false);
  });
  app.on('select-client-certificate', (event, _contents, _url, _list, choose) => {
    event.preventDefault();
    choose();
  });
  app.on('login', (event) => event.preventDefault());
}

function schemeOf(address: string): string {
  return parseUrl(address)?.protocol ?? 'unreadable address';
}
