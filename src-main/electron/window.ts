import { readFileSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { BrowserWindow, nativeTheme, type Session, screen } from 'electron';
import { logLine } from './log.ts';
import { type PageSource, WINDOW, type WindowKind, webPreferences } from './policy.ts';
import { parsePlace, placeWindow, type WindowPlace } from './resilience.ts';

export interface WindowOptions {
  readonly session: Session;
  readonly preload: string;
  readonly pages: PageSource;
  readonly developmentBuild: boolean;
  /** File that remembers size, place, zoom and theme between starts. It holds no business data. */
  readonly placeFile: string;
}

/** Every window of the app is made here and nowhere else, a hidden one for printing included. */
export function createWindow(options: WindowOptions, kind: WindowKind): BrowserWindow {
  const place = kind === 'main' ? readPlace(options.placeFile) : undefined;
  if (place !== undefined) nativeTheme.themeSource = place.theme;
  const bounds =
    kind === 'main'
      ? placeWindow(
          place?.bounds,
          screen.getAllDisplays().map((display) => display.workArea),
        )
      : { x: 0, y: 0, width: WINDOW.minWidth, height: WINDOW.minHeight };

  const window = new BrowserWindow({
    ...bounds,
    minWidth: Math.min(WINDOW.minWidth, bounds.width),
    minHeight: Math.min(WINDOW.minHeight, bounds.height),
    show: false,
    title: 'Gatehouse',
    autoHideMenuBar: true,
    // A printed page is white to its edges whatever the theme; the others match the canvas until the page has drawn it.
    backgroundColor: kind !== 'main' ? '#FFFFFF' : nativeTheme.shouldUseDarkColors ? '#12161C' : '#F7F8FA',
    ...titleBar(),
    webPreferences: { ...webPreferences(kind, options.preload, options.developmentBuild), session: options.session },
  });
  if (kind === 'main') {
    if (place?.maximised === true) window.maximize();
    window.once('ready-to-show', () => window.show());
    rememberPlace(window, options.placeFile, place?.zoom ?? 1);
  }
  return window;
}

/** The page draws the 44-pixel title bar. macOS keeps its traffic lights, Windows its overlay; on Linux the page draws the buttons too. */
function titleBar() {
  if (process.platform === 'darwin') return { titleBarStyle: 'hidden', trafficLightPosition: { x: 14, y: 14 } } as const;
  if (process.platform === 'win32') return { titleBarStyle: 'hidden', titleBarOverlay: { height: 43 } } as const;
  return { frame: false } as const;
}

export const pageDrawsControls = process.platform !== 'darwin' && process.platform !== 'win32';

function readPlace(file: string): WindowPlace | undefined {
  try {
    return parsePlace(readFileSync(file, 'utf8'));
  } catch (cause) {
    if (isMissing(cause)) return undefined;
    throw cause;
  }
}

function isMissing(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && (cause.code === 'ENOENT' || cause.code === 'EACCES');
}

/** Writes the window's place beside the other per-user settings after it changed, at most twice a second, and on close. */
function rememberPlace(window: BrowserWindow, file: string, zoom: number): void {
  window.webContents.on('did-finish-load', () => {
    window.webContents.setZoomFactor(zoomOf.get(window) ?? zoom);
  });
  zoomOf.set(window, zoom);
  let timer: NodeJS.Timeout | undefined;
  const save = (): void => {
    timer = undefined;
    if (window.isDestroyed()) return;
    const place: WindowPlace = {
      bounds: window.getNormalBounds(),
      maximised: window.isMaximized(),
      zoom: zoomOf.get(window) ?? 1,
      theme: nativeTheme.themeSource,
    };
    writePlace(file, place).catch((cause: unknown) => {
      logLine(`the window's place could not be remembered: ${cause instanceof Error ? cause.message : String(cause)}`);
    });
  };
  const soon = (): void => {
    timer ??= setTimeout(save, 500);
  };
  window.on('resize', soon);
  window.on('move', soon);
  window.on('maximize', soon);
  window.on('unmaximize', soon);
  nativeTheme.on('updated', soon);
  window.on('close', () => {
    nativeTheme.off('updated', soon);
    clearTimeout(timer);
    save();
  });
  saveSoon.set(window, soon);
}

const zoomOf = new WeakMap<BrowserWindow, number>();
const saveSoon = new WeakMap<BrowserWindow, () => void>();

export function zoomFactor(window: BrowserWindow): number {
  return zoomOf.get(window) ?? 1;
}

export function setZoom(window: BrowserWindow, zoom: number): void {
  zoomOf.set(window, zoom);
  window.webContents.setZoomFactor(zoom);
  saveSoon.get(window)?.();
}

async function writePlace(file: string, place: WindowPlace): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const aside = `${file}.new`;
  await writeFile(aside, JSON.stringify(place));
  await rename(aside, file);
}
