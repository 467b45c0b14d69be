import { defineConfig } from '@playwright/test';

// Every test drives the built app in a real Electron window; tools/test.mjs resolves the runtime and the display.
export default defineConfig({
  testDir: '.',
  testMatch: ['e2e/**/*.spec.ts', 'a11y/**/*.spec.ts', 'security/**/*.spec.ts', 'golden/**/*.spec.ts'],
  outputDir: '../test-results/electron',
  timeout: 90_000,
  expect: { timeout: 10_000 },
  // One window takes the keyboard of its display, so there are as many at once as displays.
  workers: process.env['GATEHOUSE_DISPLAYS']?.split(' ').length ?? 1,
  fullyParallel: false,
  retries: 1,
  forbidOnly: true,
  use: { trace: 'off', screenshot: 'only-on-failure' },
});
