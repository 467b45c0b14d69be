import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchApp } from '../harness/app-window.ts';
import { openDemo } from '../harness/demo.ts';
import { goTo, settled } from '../harness/places.ts';

const table = [
  'Model register;;;;;;',
  'exported 2026-11-20;;;;;;',
  '',
  'Model;Version;Parameters;Open weights;Country;Training tokens;Architecture',
  'Zephyr;1.0;405B;nein;Deutschland;15,6T;dense',
  'Boreas;2.1;70 Mrd.;ja;Korea;1,2T;MoE',
  'Cirrus;0.9;unknown;maybe;NL;abc;transformer',
  'Zephyr;1.0;405B;nein;Deutschland;15,6T;dense',
  ';3;1B;yes;US;2T;dense',
  'Total;;;;;;',
].join('\r\n');

const shots = process.env['IMPORT_SHOTS'];

test('a messy table is mapped, mended, reviewed, imported and taken back', async () => {
  test.setTimeout(180_000);
  const window = await launchApp({ size: { width: 1440, height: 900 }, theme: 'light' });
  const { page } = window;
  const shot = async (name: string) => {
    await settled(page);
    if (shots !== undefined) await page.screenshot({ path: join(shots, `${name}.png`) });
  };
  try {
    await openDemo(window);
    const file = join(window.folder, 'register.csv');
    writeFileSync(file, table);
    window.answer('openFile', file);
    await goTo(page, '/import?kind=model');
    await shot('1-file');
    await page
      .getByRole('button', { name: /choose|browse/i })
      .first()
      .click();
    await expect(page.getByRole('heading', { name: 'Where is the table?' })).toBeVisible();
    await shot('2-table');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('heading', { name: 'Which column is what?' })).toBeVisible();
    await shot('3-columns');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('heading', { name: 'What do the values mean?' })).toBeVisible();
    await shot('4-values');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('3 blocked').first()).toBeVisible();
    await shot('5-check');

    const problems = page.getByRole('navigation', { name: 'Problems' });
    await problems.getByRole('button', { name: /names? no one country/ }).click();
    await page.getByRole('button', { name: /Korea/ }).click();
    await page.getByRole('option', { name: /South Korea/ }).click();
    await page.getByRole('button', { name: 'Apply to 1 cell' }).click();
    await expect(problems.getByRole('button', { name: /names? no one country/ })).toHaveCount(0);
    await problems.getByRole('button', { name: /neither yes nor no/ }).click();
    await page.getByText('Mark as unknown').click();
    await page.getByRole('button', { name: 'Apply to 1 cell' }).click();
    await problems.getByRole('button', { name: /without Name/ }).click();
    await page.getByText('Leave these rows out').click();
    await page.getByRole('button', { name: /^Apply to/ }).click();
    await problems.getByRole('button', { name: /cannot be read as a number/ }).click();
    await page.getByRole('textbox', { name: 'Cell of row 7' }).fill('3,5T');
    await page.keyboard.press('Tab');
    await expect(page.getByText('0 blocked').first()).toBeVisible();
    await shot('6-mended');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('heading', { name: 'What will change?' })).toBeVisible();
    await shot('7-review');
    await page.getByRole('button', { name: 'Import 3 records' }).click();
    await expect(page.getByText('3 new records and no changes')).toBeVisible();
    await shot('8-done');
    const models = await window.call<{ total: number; rows: { name: string }[] }>('inventory.list', {
      filter: { kinds: ['model'], text: 'Zephyr' },
      offset: 0,
      limit: 10,
    });
    expect(models.rows.map((row) => row.name)).toContain('Zephyr');
    await page.getByRole('button', { name: 'Undo this import' }).click();
    await expect(page.getByText('This import was taken back.')).toBeVisible();
    const after = await window.call<{ rows: { name: string }[] }>('inventory.list', {
      filter: { kinds: ['model'], text: 'Zephyr' },
      offset: 0,
      limit: 10,
    });
    expect(after.rows).toEqual([]);
    expect(window.pageErrors).toEqual([]);
    expect(window.violations).toEqual([]);
  } finally {
    await window.close();
  }
});

test('a published model is read from its own files, each fact with its line', async () => {
  test.setTimeout(120_000);
  const window = await launchApp({ size: { width: 1440, height: 900 }, theme: 'dark' });
  const { page } = window;
  try {
    await openDemo(window);
    const config = join(window.folder, 'config.json');
    const card = join(window.folder, 'README.md');
    const sizes = {
      hidden_size: 4096,
      num_hidden_layers: 32,
      num_attention_heads: 32,
      num_key_value_heads: 8,
      intermediate_size: 14_336,
      vocab_size: 32_000,
    };
    writeFileSync(
      config,
      JSON.stringify(
        {
          model_type: 'mixtral',
          torch_dtype: 'bfloat16',
          num_local_experts: 8,
          num_experts_per_tok: 2,
          tie_word_embeddings: false,
          ...sizes,
        },
        null,
        2,
      ),
    );
    writeFileSync(card, '---\nlicense: apache-2.0\nlanguage: [en, fr]\n---\n# Example 8x7B\n\nTrained on 4 trillion tokens.\n');
    window.answer('openFiles', [config, card]);
    await goTo(page, '/import/model-files');
    await page.getByRole('button', { name: 'Choose files' }).click();
    await expect(page.getByRole('textbox', { name: /Name of the model/ })).toHaveValue('Example 8x7B');
    await expect(page.getByText('46,702,792,704', { exact: true })).toBeVisible();
    await expect(page.getByRole('checkbox', { name: 'Take Training tokens' })).not.toBeChecked();
    await settled(page);
    if (shots !== undefined) await page.screenshot({ path: join(shots, '9-model-files.png') });
    await page.getByRole('button', { name: /^Add the model with/ }).click();
    await expect(page.getByRole('heading', { name: /Example 8x7B/ }).first()).toBeVisible();
    expect(window.pageErrors).toEqual([]);
  } finally {
    await window.close();
  }
});
