import { expect, test } from '@playwright/test';
import { type AppWindow, launchApp } from '../harness/app-window.ts';
import { openDemo } from '../harness/demo.ts';
import { keyboardOnly } from '../harness/keyboard.ts';
import { goTo } from '../harness/places.ts';
import { showMappingStep } from '../harness/scenes.ts';

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

test('stages and other ways to count, by keys alone: the figures change, the refusals name what is missing, undo takes back', async () => {
  test.setTimeout(150_000);
  await openDemo(window);
  const { page } = window;
  const known = (value: unknown) => ({ state: 'known', value, sourceKind: 'published' });
  const created = await window.call<{ row: { id: string } }>('inventory.create', {
    kind: 'model',
    name: 'Stages test',
    versionLabel: '1',
    facts: {
      originType: known('trained'),
      architecture: known('denseTransformer'),
      parametersTotal: known({ value: 7e10 }),
      trainingTokens: known({ value: 1.5e13 }),
      hardware: known('NVIDIA H100 SXM5 80GB'),
      numericalFormat: known('bf16'),
    },
  });
  await goTo(page, `/assets/${created.row.id}?tab=compute`);
  const hands = keyboardOnly(page);
  const ways = page.getByRole('region', { name: 'Other ways to count it' });
  const way = (title: string) => ways.locator('details').filter({ has: page.getByText(title, { exact: true }) });
  const total = page.getByRole('row', { name: /^Total/ });
  const enter = async (title: string, label: string, typed: string) => {
    await hands.fill(way(title).getByRole('textbox', { name: label, exact: true }), typed);
    await hands.press('Enter');
  };

  await hands.activate(page.getByRole('button', { name: 'Post-training and other ways' }));
  await expect(way('Reinforcement learning').locator('summary')).toBeFocused();
  await hands.press('Enter');
  await enter('Reinforcement learning', 'Rollouts', '2e9');
  await expect(page.getByText('the rollouts or the tokens of one are missing').first()).toBeVisible();
  await expect(total).not.toContainText('10');
  await enter('Reinforcement learning', 'Tokens in one', '4,000');
  await expect(way('Reinforcement learning')).toContainText('2 × 7e10 × 8e12 = 1.12e24');
  await expect(way('Reinforcement learning')).toContainText('71 % of the run itself');
  await expect(total).toContainText('1.1 × 1025');

  await hands.reach(way('Synthetic data').locator('summary'));
  await hands.press('Enter');
  await enter('Synthetic data', 'Generating model', '405B');
  await expect(way('Synthetic data')).toContainText('the tokens that were generated are missing');
  await enter('Synthetic data', 'Tokens generated', '2T');
  await expect(way('Synthetic data')).toContainText('2 × 4.05e11 × 2e12 = 1.62e24');
  await expect(total).toContainText('1.2 × 1025');

  await hands.reach(way('Attention and embeddings').locator('summary'));
  await hands.press('Enter');
  await enter('Attention and embeddings', 'Layers', '80');
  await enter('Attention and embeddings', 'Model width', '8,192');
  await enter('Attention and embeddings', 'Context length', '32,768');
  await expect(way('Attention and embeddings')).toContainText('12 × 80 × 8,192 × 32,768 × 1.5e13 = 3.87e24');
  await expect(way('Attention and embeddings')).toContainText('not applied');
  await hands.reach(page.getByRole('switch', { name: 'Add the attention scores' }));
  await hands.press('Space');
  await expect(way('Attention and embeddings')).toContainText('6.3e24 + 3.87e24 = 1.02e25');
  await expect(total).toContainText('1.6 × 1025');

  await hands.reach(way('Cost').locator('summary'));
  await hands.press('Enter');
  await enter('Cost', 'Spend', '60e6');
  await expect(way('Cost')).toContainText('The price of a chip-hour is missing');
  await enter('Cost', 'Chip-hour price', '2');
  await expect(way('Cost')).toContainText('6e7 ÷ 2 = 3e7');
  await expect(way('Cost')).toContainText(/× the operation count/);
  await expect(page.getByText('The methods differ by 3.7×')).toBeVisible();

  const stored = async () => {
    const { row } = await window.call<{ row: { compute: { likely: number } } }>('inventory.get', { id: created.row.id });
    return row.compute.likely;
  };
  expect(await stored()).toBeGreaterThan(1.5e25);
  await goTo(page, `/assets/${created.row.id}?tab=facts`);
  await expect(page.getByText('Tokens per rollout')).toBeVisible();
  await page.keyboard.press('Escape');
  for (let steps = 0; steps < 3; steps += 1) await hands.press('Control+Z');
  await expect.poll(stored).toBeLessThan(1.3e25);
  expect(window.pageErrors).toEqual([]);
});

test('the wizard keeps the further ways closed, jumps to them, and takes an unknown and an own figure', async () => {
  const { records } = await openDemo(window);
  const { page } = window;
  await showMappingStep(window, records, 'compute');
  const ways = page.getByRole('region', { name: 'Other ways to count it' });
  await expect(ways.locator('details[open]')).toHaveCount(0);
  await page.getByRole('button', { name: 'Post-training and other ways' }).click();
  await expect(page.getByRole('banner').first()).toBeInViewport();
  expect(await page.evaluate(() => document.documentElement.scrollTop)).toBe(0);

  await page.keyboard.press('Enter');
  await ways.getByRole('button', { name: 'I don’t know: Rollouts' }).click();
  await expect(ways.getByRole('textbox', { name: 'Rollouts' })).toHaveAttribute('placeholder', 'unknown');
  await ways.locator('summary').filter({ hasText: 'Synthetic data' }).click();
  const operations = ways.getByRole('textbox', { name: 'Or its operations' });
  await operations.fill('2.8e23');
  await operations.press('Enter');
  await expect(ways.locator('details').filter({ hasText: 'Synthetic data' }).locator('summary')).toContainText('2.8 × 1023');
  expect(window.pageErrors).toEqual([]);
});
