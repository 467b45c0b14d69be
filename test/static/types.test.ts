import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

it('type-checks the whole project under the strict settings', () => {
  const check = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '--noEmit', '-p', '.'], { encoding: 'utf8' });
  expect(check.stdout).toBe('');
  expect(check.status).toBe(0);
});
