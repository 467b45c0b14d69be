import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchApp } from '../harness/app-window.ts';
import { accessibilityFindings } from '../harness/axe.ts';
import { openDemo } from '../harness/demo.ts';
import { keyboardOnly, saveAs } from '../harness/keyboard.ts';
import { goTo } from '../harness/places.ts';
import { openTestWorkspace } from '../harness/workspace.ts';

test('by keyboard alone: a file goes out under a profile, one of another office is looked through, chosen from and taken', async () => {
  test.setTimeout(180_000);
  const window = await launchApp({ size: { width: 1440, height: 900 } });
  const { page } = window;
  const hands = keyboardOnly(page);
  const oslo = await openTestWorkspace({ name: 'Oslo works' });
  try {
    await openDemo(window);
    for (const [name, business] of [
      ['Solvik Sensor B.V.', 'Reads depth for Oslo'],
      ['Nordlys Optics AS', 'New in Oslo'],
    ])
      await oslo.call('parties.create', { columns: { name, kind: 'organisation', business } });
    const file = join(window.folder, 'oslo.gatehouse.jsonl');
    oslo.ports.picks.saves.push(file);
    await oslo.call('exchange.save', { redaction: 'none' });

    await goTo(page, '/import/exchange');
    window.answer('saveFile', join(window.folder, 'halden.gatehouse.jsonl'));
    await hands.activate(page.getByRole('button', { name: 'Save for other offices' }));
    await saveAs(page);
    await expect(page.getByText(/records saved as halden\.gatehouse\.jsonl/)).toBeVisible();

    window.answer('openFile', file);
    await hands.activate(page.getByRole('button', { name: 'Open a file of another office' }));
    await expect(page.getByRole('heading', { name: 'File of Oslo works' })).toBeVisible();
    await expect(page.getByText('Ask the other office for its fingerprint', { exact: false })).toBeVisible();
    const conflict = page.getByRole('row', { name: /Solvik Sensor B\.V\. .*Reads depth for Oslo/ });
    await expect(conflict).toBeVisible();
    expect(await accessibilityFindings(page)).toEqual([]);
    await hands.activate(page.getByRole('button', { name: 'Theirs everywhere' }));
    await hands.activate(page.getByRole('button', { name: 'Take it in' }));
    await expect(page.getByText(/File of Oslo works taken: 1 new/)).toBeVisible();
    const { rows } = await window.call<{ rows: { id: string; name: string }[] }>('parties.list', { filter: {} });
    const solvik = rows.filter(({ name }) => name === 'Solvik Sensor B.V.');
    expect(solvik).toHaveLength(1);
    expect(rows.some(({ name }) => name === 'Nordlys Optics AS')).toBe(true);
    const { columns } = await window.call<{ columns: { business: string } }>('parties.get', { id: solvik[0]?.id });
    expect(columns.business).toBe('Reads depth for Oslo');
  } finally {
    await oslo.end();
    await window.close();
  }
});
