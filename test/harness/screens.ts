import type { Page } from '@playwright/test';
import type { AppWindow } from './app-window.ts';

/** One place a person can look at. The tour photographs each, the accessibility tests examine each. */
export interface Screen {
  readonly id: string;
  readonly title: string;
  /** Whether the workspace is closed, locked or open when the screen shows. */
  readonly when: 'start' | 'open' | 'locked';
  readonly show: (window: AppWindow, demo: DemoRecords) => Promise<void>;
}

/** Records of the demo workspace that screens are shown with. */
export interface DemoRecords {
  /** A model whose classification hangs on an open question. */
  readonly undeterminedModel: string;
  /** A model that meets an entry. */
  readonly controlledModel: string;
  readonly chip: string;
}

/** For screens that show before any workspace is open. */
export const noRecords: DemoRecords = { undeterminedModel: '', controlledModel: '', chip: '' };

/** Goes to a route of the open workspace and waits until its screen stands still. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, path);
  await settled(page);
}

/** Waits until nothing on the page is loading, its fonts are there and two frames went by. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('#root')?.childElementCount !== 0);
  await page.waitForFunction(() => document.querySelectorAll('[aria-busy="true"], [data-loading="true"]').length === 0);
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
}

const route = (id: string, title: string, path: string | ((demo: DemoRecords) => string)): Screen => ({
  id,
  title,
  when: 'open',
  show: ({ page }, demo) => goTo(page, typeof path === 'string' ? path : path(demo)),
});

/** Every screen of the product, in the order a new user meets them. */
export const screens: readonly Screen[] = [
  { id: 'start', title: 'Start', when: 'start', show: ({ page }) => settled(page) },
  route('overview', 'Overview', '/'),
  route('models', 'Models', '/models'),
  route('systems', 'Chips and systems', '/systems'),
  route('software', 'Software and technology', '/software'),
  route('model', 'Model: classification', ({ undeterminedModel }) => `/assets/${undeterminedModel}`),
  route('controlled', 'Model that meets an entry', ({ controlledModel }) => `/assets/${controlledModel}`),
  route('chip', 'Chip: classification', ({ chip }) => `/assets/${chip}`),
  route('chip-calculator', 'Chip calculator', '/chips/calculator?chip=nvidia-l20'),
  route('chip-figures', 'Chip: figures', ({ chip }) => `/assets/${chip}/figures`),
  route('model-compute', 'Model: training compute', ({ controlledModel }) => `/assets/${controlledModel}?tab=compute`),
  route('new-model', 'New model', '/assets/new/model'),
  route('check', 'Bulk check', '/check'),
  route('memo', 'Classification memo', ({ controlledModel }) => `/assets/${controlledModel}/memo`),
  route('rules', 'Rules', '/rules?show=entry&pack=us-ear&id=4E091'),
  route('rules-packs', 'Rule packs', '/rules/packs'),
  route('rules-countries', 'Countries', '/rules/countries?show=country&pack=us-ear&id=AE'),
  route('rules-changes', 'Changes of the rules', '/rules/changes'),
  route('rules-guides', 'Guide thresholds', '/rules/guides'),
  route('settings', 'Settings', '/settings'),
  { id: 'unlock', title: 'Unlock', when: 'locked', show: ({ page }) => settled(page) },
];
