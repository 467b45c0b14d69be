import { expect, test } from '@playwright/test';
import { launchApp } from '../harness/app-window.ts';
import { openDemo } from '../harness/demo.ts';
import { enterAtOnce, keyboardOnly } from '../harness/keyboard.ts';
import { goTo } from '../harness/places.ts';

test('a held gate is passed by name, an incident stops a model and closes, a rule is looked up and supposed, by keys alone', async () => {
  test.setTimeout(120_000);
  const window = await launchApp({ size: { width: 1440, height: 900 } });
  const { page } = window;
  const hands = keyboardOnly(page);
  const dialog = page.getByRole('dialog');
  try {
    const { records } = await openDemo(window);

    await goTo(page, '/programme/gates');
    await expect(page.getByRole('row', { name: /Atlas-M 3\.2 Training completed Held/ })).toBeVisible();
    const { rows } = await window.call<{ rows: { id: string }[] }>('inventory.list', {
      filter: { text: 'DocReader' },
      offset: 0,
      limit: 1,
    });
    await goTo(page, `/programme/gates/${rows[0]?.id}`);
    const idea = page.getByRole('region', { name: 'Idea' });
    await expect(idea.getByText('Held')).toBeVisible();
    await hands.activate(idea.getByRole('button', { name: 'Pass this gate' }));
    const pass = dialog.getByRole('button', { name: 'Pass with open points' });
    await expect(pass).toBeDisabled();
    for (const point of await dialog.getByRole('checkbox').all()) {
      await hands.reach(point);
      await hands.press(' ');
    }
    await hands.fill(dialog.getByRole('textbox', { name: /^Reason/ }), 'Sketch only; nothing is built before the customer is known');
    await hands.activate(pass);
    await expect(idea.getByText('Passed with open points')).toBeVisible();
    await expect(idea.getByText(/Ingrid Solheim, .*: Sketch only/)).toBeVisible();

    // A training pipeline reports what it reached; one it cannot place is said, the other goes in.
    await goTo(page, '/programme/gates/reports');
    const report = (model: string) =>
      JSON.stringify({ format: 'gatehouse.stage/1', model, stage: 'idea', at: '2026-01-05T10:00:00Z', runId: 'run-7', by: 'nightly' });
    await hands.fill(page.getByRole('textbox', { name: 'Reports' }), `[${report('DocReader')},${report('Nobody')}]`);
    await hands.activate(page.getByRole('button', { name: 'Read them' }));
    await expect(page.getByRole('row', { name: /Nobody.*No model in the register has the id, number or name “Nobody”/ })).toBeVisible();
    await hands.activate(page.getByRole('button', { name: 'Take in 1 report' }));
    await expect(page.getByRole('row', { name: /DocReader.*run-7.*Is on file/ })).toBeVisible();

    await goTo(page, '/programme/incidents');
    await hands.press('n');
    await hands.fill(dialog.getByRole('textbox', { name: /^What it is called/ }), 'Demo weights sent to the wrong address');
    await hands.activate(dialog.getByRole('button', { name: 'Record an incident' }));
    await expect(page.getByRole('heading', { name: 'Demo weights sent to the wrong address' })).toBeVisible();
    const step = (name: string) => page.getByRole('region', { name, exact: true });
    await hands.activate(step('Stop').getByRole('button', { name: 'Halt something' }));
    await hands.activate(dialog.getByRole('button', { name: /^What/ }).first());
    await expect(page.getByRole('textbox', { name: 'Search' })).toBeFocused();
    await enterAtOnce(page, 'Atlas-M 3');
    await expect(dialog.getByRole('button', { name: /^What/ }).first()).toContainText('Atlas-M 3.2');
    await hands.fill(dialog.getByRole('textbox', { name: /^What is not to happen/ }), 'No downloads');
    await hands.activate(dialog.getByRole('button', { name: 'Halt it' }));
    await expect(step('Stop').getByText('In force')).toBeVisible();
    await hands.activate(step('Assess').getByRole('button', { name: 'Edit' }));
    await hands.fill(dialog.getByRole('textbox', { name: 'Assessment' }), 'One archive, opened by nobody');
    await hands.fill(dialog.getByRole('textbox', { name: 'Violations, at most' }), '2');
    await hands.fill(dialog.getByRole('textbox', { name: 'At most', exact: true }), '250000');
    await hands.activate(dialog.getByRole('button', { name: 'Save' }));
    await expect(step('Assess').getByText('At most 1,000,000 USD', { exact: true })).toBeVisible();
    await expect(step('Assess').getByText(/never a forecast/)).toBeVisible();

    // Its file speaks of this incident alone.
    await hands.activate(page.getByRole('link', { name: 'Print the file' }));
    const sheet = page.getByRole('region', { name: 'Incident file' });
    await expect(sheet.getByText(/^Incident file .*Demo weights sent to the wrong address/).first()).toBeVisible();
    await expect(page.getByText('It speaks of one record only.')).toBeVisible();

    const asset = await window.call<{ rows: { id: string }[] }>('inventory.list', { filter: { text: 'Atlas-M' }, offset: 0, limit: 1 });
    await goTo(page, `/assets/${asset.rows[0]?.id}`);
    await expect(page.getByText(/Halted since .* Demo weights sent to the wrong address/)).toBeVisible();
    await hands.press('Control+z', 'Control+z');
    await expect(page.getByText(/Halted since/)).toHaveCount(0);
    expect(records.incident).not.toBe('');

    await goTo(page, '/rules/watch?item=us-ear:affiliates-stay');
    await hands.activate(page.getByRole('button', { name: 'Record what you found' }));
    await hands.fill(dialog.getByRole('textbox', { name: /^Where/ }), 'Federal Register, November 2026');
    await hands.fill(dialog.getByRole('textbox', { name: /^What you found/ }), 'No extension published');
    await hands.activate(dialog.getByRole('button', { name: 'Record it' }));
    await expect(page.getByText(/As the pack says: No extension published/)).toBeVisible();
    await goTo(page, '/rules/impact?on=2022-01-01');
    await hands.activate(page.getByRole('button', { name: 'See what it would touch' }));
    await expect(page.getByText(/^As of 1 Jan 2022/)).toBeVisible({ timeout: 60_000 });
    await expect(page.getByRole('table', { name: 'Assets' })).toBeVisible();
    expect(window.violations).toEqual([]);
    expect(window.pageErrors).toEqual([]);
  } finally {
    await window.close();
  }
});
