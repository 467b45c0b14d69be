import { describe, expect, it } from 'vitest';
import { runTool } from './tool.ts';

// A loop, since a table would cut the titles short, and with them the ids that `npm run security` looks for.
const checks = [
  {
    check: 'is formatted and free of lint errors [A14]',
    script: 'node_modules/@biomejs/biome/bin/biome',
    args: ['ci', '.', '--colors=off'],
  },
  { check: 'type-checks under the strict settings', script: 'node_modules/typescript/bin/tsc', args: ['--noEmit', '-p', '.'] },
  {
    check: 'keeps the dependency rules, and imports no network module [A2] [H5]',
    script: 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
    args: ['src-main', 'src-renderer', 'src-shared', '--config', '.dependency-cruiser.cjs'],
  },
  { check: 'has no unused file, export or package', script: 'node_modules/knip/bin/knip.js', args: [] },
  { check: 'uses only pinned packages under allowed licences [H3] [H4] [H6]', script: 'tools/notices.mjs', args: ['--check'] },
];

describe('the source', () => {
  for (const { check, script, args } of checks)
    it(check, () => {
      const { code, output } = runTool(script, args);
      expect(code, output).toBe(0);
    });
});
