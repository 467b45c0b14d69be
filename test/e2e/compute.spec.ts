import { expect, test } from '@playwright/test';
import { type AppWindow, launchApp } from '../harness/app-window.ts';
import { openDemo } from '../harness/demo.ts';
import { goTo } from '../harness/places.ts';

let window: AppWindow;

test.beforeEach(async () => {
  window = await launchApp({ size: { width: 1440, height: 900 } });
});
test.afterEach(async () => {
  await window.close();
});

test('a chip near a limit: change the die area, see the answer turn, keep it', async () => {
  await openDemo(window);
  const { page } = window;
  await goTo(page, '/chips/calculator?chip=nvidia-l20');
  const paragraph = page.getByRole('row', { name: /3A090\.b\.2/ });
  await expect(paragraph).toContainText('Does not meet');
  await expect(paragraph).toContainText('−1.7 %');
  await expect(page.getByText(/at a die area of 598 mm² the answer turns/)).toBeVisible();

  const area = page.getByRole('textbox', { name: 'Applicable die area' });
  await area.fill('597');
  await area.press('Enter');
  await expect(paragraph).toContainText('Meets');
  await expect(page.getByText('Meets 3A090.b', { exact: true })).toBeVisible();

  await area.fill('');
  await area.press('Enter');
  await expect(page.getByText(/The die area is not known/)).toBeVisible();
  await expect(page.getByText('unknown', { exact: true }).first()).toBeVisible();

  await area.fill('597');
  await area.press('Enter');
  await page.getByRole('button', { name: 'Add to the register' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'NVIDIA L20 PCIe' })).toBeVisible();
  expect(window.pageErrors).toEqual([]);
});

test('a sparse rate from a brochure is caught against the catalogue', async () => {
  await openDemo(window);
  const { page } = window;
  await goTo(page, '/chips/calculator?chip=nvidia-h100-sxm5');
  const rate = page.getByRole('textbox', { name: 'Tera-operations a second of fp8' });
  await rate.fill('3957.8');
  await rate.press('Enter');
  await expect(page.getByText(/fp8: .* is twice the catalogue’s dense rate/)).toBeVisible();
});

test('training compute: paste a run log, take figures over, see the methods agree', async () => {
  await openDemo(window);
  const { page } = window;
  const created = await window.call<{ row: { id: string } }>('inventory.create', {
    kind: 'model',
    name: 'Log test',
    versionLabel: '1',
    facts: { originType: { state: 'known', value: 'trained' }, architecture: { state: 'known', value: 'denseTransformer' } },
  });
  await goTo(page, `/assets/${created.row.id}?tab=compute`);
  await page.getByRole('button', { name: 'Paste a run log' }).click();
  await page
    .getByRole('textbox', { name: 'Log, trainer state or run summary' })
    .fill(
      '{"_runtime": 7711200, "world_size": 16384, "train/mfu": 0.404, "model/num_parameters": 405000000000, "total_tokens": 1.56e13, "gpu_type": "NVIDIA H100 SXM5 80GB", "precision": "bf16"}',
    );
  await page.getByRole('button', { name: 'Take over 7 figures' }).click();
  await expect(page.getByRole('region', { name: /Operation count/ })).toContainText('3.8 × 1025');
  await expect(page.getByRole('region', { name: /Hardware × time/ })).toContainText('5.1 × 1025');
  await expect(page.getByText(/The methods agree within 1\.3×/)).toBeVisible();
  await expect(page.getByRole('row', { name: /4E091/ })).toContainText('Below');
  await expect(page.getByRole('row', { name: /EU Art\. 51\(2\)/ })).toContainText('Above');
  expect(window.pageErrors).toEqual([]);
});
