import { expect, test } from '@playwright/test';
import { launchApp } from '../harness/app-window.ts';
import { openDemo } from '../harness/demo.ts';
import { keyboardOnly } from '../harness/keyboard.ts';
import { goTo } from '../harness/places.ts';

test('a course is put down, held, recorded for whoever is due and kept as evidence, and a cost is entered, by keys alone', async () => {
  test.setTimeout(120_000);
  const window = await launchApp({ size: { width: 1440, height: 900 } });
  const { page } = window;
  const hands = keyboardOnly(page);
  const dialog = page.getByRole('dialog');
  try {
    await openDemo(window);

    await goTo(page, '/programme/training');
    await expect(page.getByRole('cell', { name: 'Handling of controlled weights' }).first()).toBeVisible();
    await hands.press('n');
    await hands.fill(dialog.getByRole('textbox', { name: 'Title' }), 'Talking to customers');
    await hands.activate(dialog.getByRole('button', { name: 'Add a course' }));
    await expect(page.getByRole('heading', { name: 'Talking to customers' })).toBeVisible();
    // Everybody has thirty days from today: nobody is late yet.
    await expect(page.getByRole('img', { name: '0 in date, 20 not yet due, 0 overdue, of 20' })).toBeVisible();

    await hands.press('r');
    await hands.activate(dialog.getByRole('button', { name: 'Record a session' }));
    await expect(dialog.getByRole('radio', { name: /People by name/ })).toBeChecked();
    await hands.reach(dialog.getByRole('radio', { name: /People by name/ }));
    await hands.press('ArrowDown', 'ArrowDown');
    await expect(dialog.getByRole('radio', { name: /Everybody who is due/ })).toBeChecked();
    await hands.activate(dialog.getByRole('button', { name: 'Add people' }));
    await expect(page.getByText('20 people, counts for 20')).toBeVisible();
    await hands.activate(page.getByRole('button', { name: 'Take Amara Diallo off' }));
    await expect(page.getByText('19 people, counts for 19')).toBeVisible();

    await goTo(page, '/programme/training');
    await expect(page.getByRole('img', { name: '19 in date, 1 not yet due, 0 overdue, of 20' })).toBeVisible();
    await goTo(page, '/programme/training?view=coverage');
    await hands.activate(page.getByRole('button', { name: 'Name who answers for Field' }));
    await hands.activate(dialog.getByRole('button', { name: /^Answers for it/ }));
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
    await hands.type('Lena');
    await expect(page.getByRole('option', { name: /Lena Brandt/ })).toBeVisible();
    await hands.press('ArrowDown', 'Enter');
    await hands.activate(dialog.getByRole('button', { name: 'Save' }));
    await expect(page.getByText('Nobody named')).toHaveCount(0);

    await goTo(page, '/programme/figures');
    await hands.press('n');
    await hands.fill(dialog.getByRole('textbox', { name: 'For what' }), 'Sign-in sheets');
    await hands.fill(dialog.getByRole('textbox', { name: 'Hours' }), '12');
    await hands.activate(dialog.getByRole('button', { name: 'Add a cost' }));
    await expect(page.getByText('8 costs, 5 events entered')).toBeVisible();
    await expect(page.getByText('Sign-in sheets')).toBeVisible();
  } finally {
    await window.close();
  }
});
