import { defineConfig } from 'vitest/config';
import { methodTopics } from './tools/lib/method-topics.ts';

// Where a processor guards code pages with keys, V8 can abort a process whose worker threads come and go (its register of code pages).
const execArgv = ['--no-memory-protection-keys'];
const node = { environment: 'node', pool: 'forks', execArgv, testTimeout: 30_000, hookTimeout: 60_000 };

const project = (name: string, include: string[], extra: { testTimeout?: number } = {}) => ({
  plugins: [methodTopics()],
  test: { ...node, ...extra, name, include, exclude: ['**/node_modules/**', 'out/**', 'dist/**'] },
});

// Tests that use the planning folder beside the checkout (`../shared`) skip themselves, with a reason, where it is absent.
export default defineConfig({
  test: {
    // Tables that tests of addresses read; made from packages where they are missing.
    globalSetup: ['tools/lib/addresses.mjs'],
    maxWorkers: 2,
    projects: [
      project('unit', ['src-main/**/*.test.ts', 'src-shared/**/*.test.ts', 'src-renderer/**/*.test.ts', 'tools/**/*.test.mjs']),
      project('contract', ['test/contract/**/*.test.ts']),
      project('integration', ['test/integration/**/*.test.ts', 'test/golden/**/*.test.{ts,tsx}'], { testTimeout: 120_000 }),
      project('security', ['test/security/**/*.test.ts'], { testTimeout: 120_000 }),
      project('static', ['test/static/**/*.test.ts'], { testTimeout: 300_000 }),
    ],
  },
});
