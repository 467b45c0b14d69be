import { expect, test } from '@playwright/test';
import { launchApp } from '../harness/app-window.ts';
import { openDemo } from '../harness/demo.ts';
import { noRecords, screens } from '../harness/screens.ts';

test('[A6] [A8] a tour of all screens breaks no policy and asks for nothing outside the app', async () => {
  const window = await launchApp();
  try {
    for (const screen of screens.filter(({ when }) => when === 'start')) await screen.show(window, noRecords);
    const { records } = await openDemo(window);
    for (const screen of screens.filter(({ when }) => when === 'open')) await screen.show(window, records);
    await window.page.keyboard.press('Control+K');
    await window.page.keyboard.type('model');
    await window.page.keyboard.press('Escape');
    await window.page.keyboard.press('?');
    await window.page.keyboard.press('Escape');
    await window.page.keyboard.press('Control+L');
    await expect(window.page.locator('input[type="password"]').first()).toBeVisible();

    expect(window.violations).toEqual([]);
    expect(window.pageErrors).toEqual([]);
    expect(window.requests.filter((address) => !/^(app:\/\/workstation\/|data:|blob:app:\/\/workstation\/)/.test(address))).toEqual([]);
    expect(window.log.filter((line) => line.includes('refused'))).toEqual([]);
    expect(window.requests.length).toBeGreaterThan(0);
  } finally {
    await window.close();
  }
});
