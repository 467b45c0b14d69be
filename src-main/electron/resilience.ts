/**
 * What happens after a page died, and where a window comes back. Pure, so that the rules are tested without windows.
 */

import { isAppAddress, type PageSource, WINDOW } from './policy.ts';

const minuteMs = 60_000;

/** After a page died: reload it to the same place; lock as well when it had died already within the last minute. */
export function afterCrash(earlierMs: readonly number[], nowMs: number): 'reload' | 'lock' {
  return earlierMs.some((at) => nowMs - at < minuteMs) ? 'lock' : 'reload';
}

/** Earlier crashes that still count. */
export function recentCrashes(earlierMs: readonly number[], nowMs: number): readonly number[] {
  return earlierMs.filter((at) => nowMs - at < minuteMs);
}

/**
 * Where a page loads again after a lock: the same place when its address is made of route words and ids only. Anything
 * a person may have typed (a search, a filter) is left behind. The number makes it a new load rather than a jump within
 * the page.
 */
export function addressAfterLock(address: string, loadNumber: number, pages: PageSource): string {
  const hash = isAppAddress(address, pages) ? new URL(address).hash : '';
  const route = /^#(\/[A-Za-z0-9_-]{1,40}){0,5}\/?$/.test(hash) ? hash : '';
  return `${pages.start}?load=${loadNumber}${route}`;
}

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where the window was, as remembered between starts. */
export interface WindowPlace {
  readonly bounds: Rectangle;
  readonly maximised: boolean;
  readonly zoom: number;
  readonly theme: 'system' | 'light' | 'dark';
}

/** Enough of the window to grab it: a piece of its title bar this large must lie on a screen. */
const grip = { width: 160, height: 44 };

/**
 * Bounds to open a window with. A remembered place is kept while its title bar can be reached on a screen that is still
 * there; otherwise the window is centred on the first screen. Never smaller than the smallest supported size unless the
 * screen itself is smaller.
 */
export function placeWindow(remembered: Rectangle | undefined, workAreas: readonly Rectangle[]): Rectangle {
  const primary = workAreas[0] ?? { x: 0, y: 0, width: WINDOW.width, height: WINDOW.height };
  if (remembered !== undefined) {
    const home = workAreas.find((area) => overlap(area, { ...remembered, height: grip.height }) >= grip.width * grip.height);
    if (home !== undefined) return { x: remembered.x, y: remembered.y, ...sizeWithin(remembered, home) };
  }
  const size = sizeWithin(remembered ?? { ...WINDOW, x: 0, y: 0 }, primary);
  return {
    x: primary.x + Math.round((primary.width - size.width) / 2),
    y: primary.y + Math.round((primary.height - size.height) / 2),
    ...size,
  };
}

function sizeWithin(wanted: Rectangle, area: Rectangle): { width: number; height: number } {
  return {
    width: Math.max(Math.min(wanted.width, area.width), Math.min(WINDOW.minWidth, area.width)),
    height: Math.max(Math.min(wanted.height, area.height), Math.min(WINDOW.minHeight, area.height)),
  };
}

function overlap(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, width) * Math.max(0, height);
}

const zoomSteps = [0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3] as const;

/** The next zoom factor in the asked direction. */
export function nextZoom(now: number, change: 'in' | 'out' | 'reset'): number {
  if (change === 'reset') return 1;
  if (change === 'in') return zoomSteps.find((step) => step > now + 0.01) ?? 3;
  return [...zoomSteps].reverse().find((step) => step < now - 0.01) ?? 0.5;
}

/** A remembered place read from disk, checked; undefined when it is not one. */
export function parsePlace(text: string): WindowPlace | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    // A torn settings file is no reason not to start: the window opens at its usual place.
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { bounds, maximised, zoom, theme } = value as Record<'bounds' | 'maximised' | 'zoom' | 'theme', unknown>;
  if (typeof bounds !== 'object' || bounds === null) return undefined;
  const { x, y, width, height } = bounds as Record<keyof Rectangle, unknown>;
  if (![x, y, width, height].every((part) => Number.isSafeInteger(part))) return undefined;
  if (typeof zoom !== 'number' || !(zoom >= 0.5 && zoom <= 3)) return undefined;
  if (theme !== 'system' && theme !== 'light' && theme !== 'dark') return undefined;
  return {
    bounds: { x: Number(x), y: Number(y), width: Number(width), height: Number(height) },
    maximised: maximised === true,
    zoom,
    theme,
  };
}
