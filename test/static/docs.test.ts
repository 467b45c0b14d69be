import { expect, it } from 'vitest';
import { runTool } from './tool.ts';

it('keeps the data dictionary up to date and every link of the documents alive', () => {
  const { code, output } = runTool('tools/docs.mjs', ['--check']);
  expect(code, output).toBe(0);
});
