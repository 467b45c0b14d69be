import { expect, test } from '@playwright/test';
import { launchApp } from '../harness/app-window.ts';
import { openDemo } from '../harness/demo.ts';
import { keyboardOnly } from '../harness/keyboard.ts';
import { goTo } from '../harness/places.ts';

test('a programme is assessed, its risks are rated and signed, somebody is named and the manual is issued, by keys alone', async () => {
  test.setTimeout(120_000);
  const window = await launchApp({ size: { width: 1440, height: 900 } });
  const { page } = window;
  const hands = keyboardOnly(page);
  const dialog = page.getByRole('dialog');
  try {
    await openDemo(window);

    await goTo(page, '/programme');
    await expect(page.getByText('Audits is the weakest element, at 0.8 of 4')).toBeVisible();
    await hands.activate(page.getByRole('button', { name: 'Assess the elements' }));
    await hands.fill(dialog.getByRole('textbox', { name: 'Name' }), 'Self-assessment, winter');
    await hands.activate(dialog.getByRole('button', { name: 'Assess the elements' }));
    await expect(page.getByRole('heading', { name: 'Self-assessment, winter' })).toBeVisible();
    // The first question without an answer comes first; a digit answers it, J goes on.
    await expect(page.getByRole('heading', { name: 'Are repeat findings tracked?' })).toBeVisible();
    await hands.press('2');
    await expect(page.getByRole('radio', { name: /Written down/ })).toBeChecked();
    await expect(page.getByText('39 of 39 answered')).toBeVisible();
    await hands.press('j');
    await expect(page.getByRole('heading', { name: /raise concerns safely/ })).toBeVisible();
    await hands.press('1');
    await expect(page.getByRole('radio', { name: /Now and then/ })).toBeChecked();
    await hands.press('Control+z');
    await expect(page.getByRole('radio', { name: /Done as written/ })).toBeChecked();
    await hands.activate(page.getByRole('button', { name: 'Finish the assessment' }));
    await expect(page.getByText('Finished', { exact: true })).toBeVisible();

    await goTo(page, '/programme/risk');
    await hands.activate(page.getByRole('button', { name: 'Assess the risks' }));
    await hands.activate(dialog.getByRole('button', { name: 'Assess the risks' }));
    await expect(page.getByRole('tab', { name: 'Lines 14' })).toBeVisible();
    await hands.press('n');
    await hands.activate(dialog.getByRole('button', { name: /^Models/ }));
    await hands.type('Probe');
    await hands.press('Enter', 'Escape');
    await hands.activate(dialog.getByRole('button', { name: /^Places/ }));
    await hands.type('Canada');
    await hands.press('Enter', 'Escape');
    await hands.fill(dialog.getByRole('textbox', { name: 'Another end use' }), 'Harbour cranes');
    await hands.fill(dialog.getByRole('textbox', { name: 'Another misuse' }), 'Blocking a port');
    await hands.activate(dialog.getByRole('button', { name: 'Add 1 line' }));
    await expect(page.getByRole('tab', { name: 'Lines 15' })).toBeVisible();
    const sign = page.getByRole('button', { name: 'Sign', exact: true });
    await expect(sign).toHaveAttribute('aria-disabled', 'true');
    await expect(page.getByRole('row', { name: /Probe.*Blocking a port.*Canada.*Not rated/ })).toBeVisible();
    const line = await window.call<{ rows: { id: string; assetName: string }[] }>('programme.risk', {
      id: page.url().split('/risk/')[1] ?? '',
    });
    await goTo(page, `${new URL(page.url()).hash.slice(1)}?line=${line.rows.find(({ assetName }) => assetName === 'Probe')?.id}`);
    const panel = page.getByRole('complementary', { name: /Probe: Blocking a port/ });
    const without = panel.getByRole('region', { name: 'Without safeguards' });
    await hands.activate(without.getByRole('button', { name: 'Likelihood' }));
    await hands.choose();
    await expect(without.getByRole('button', { name: /Likelihood/ })).not.toHaveText('Choose');
    await hands.activate(without.getByRole('button', { name: 'Effect' }));
    await hands.choose();
    await expect(panel.getByText(/^(Low|Medium) /).first()).toBeVisible();
    await hands.activate(sign);
    await expect(dialog.getByRole('textbox', { name: 'Name' })).toHaveValue('Ingrid Solheim');
    await hands.activate(dialog.getByRole('button', { name: 'Sign the assessment' }));
    await expect(page.getByText(/^Signed by Ingrid Solheim on/)).toBeVisible();

    await goTo(page, '/programme/organisation');
    await hands.activate(page.getByRole('button', { name: 'Name somebody: Human resources' }));
    await hands.activate(dialog.getByRole('button', { name: /^Person/ }));
    // Letters typed before the list has opened go nowhere.
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
    await hands.type('Amara');
    await expect(page.getByRole('option', { name: /Take “Amara” as typed/ })).toBeVisible();
    await expect(page.getByRole('option', { name: /Amara Diallo/ })).toBeVisible();
    await hands.press('Enter');
    await hands.activate(dialog.getByRole('button', { name: 'Name somebody' }));
    await expect(page.getByRole('row', { name: /Human resources Amara Diallo/ })).toBeVisible();

    await goTo(page, '/programme/manual');
    await expect(page.getByText(/Human resources: Amara Diallo, for the whole company/)).toBeVisible();
    await hands.activate(page.getByRole('button', { name: 'Issue a version' }));
    await hands.activate(dialog.getByRole('button', { name: /Approved by/ }));
    await hands.type('Astrid Halden');
    await expect(page.getByRole('option', { name: /Take “Astrid Halden” as typed/ })).toBeVisible();
    await hands.press('Enter');
    await hands.activate(dialog.getByRole('button', { name: 'Issue version 2' }));
    await expect(page.getByRole('link', { name: /^Version 2/ })).toBeVisible();
    expect(window.violations).toEqual([]);
    expect(window.pageErrors).toEqual([]);
  } finally {
    await window.close();
  }
});
