// `npm run check`: everything a change must pass, fastest first; stops at the first that fails.
import { ensureDependencies } from './lib/dependencies.mjs';
import { runMain, step } from './lib/log.mjs';
import { fromRoot, node24 } from './lib/paths.mjs';
import { run } from './lib/run.mjs';

const bin = (packageName, file) => fromRoot('node_modules', packageName, file);

const checks = [
  ['format and lint', [bin('@biomejs/biome', 'bin/biome'), 'ci', '.']],
  ['types', [bin('typescript', 'bin/tsc'), '--noEmit', '-p', '.']],
  [
    'dependency rules',
    [
      bin('dependency-cruiser', 'bin/dependency-cruiser.mjs'),
      'src-main',
      'src-renderer',
      'src-shared',
      '--config',
      '.dependency-cruiser.cjs',
    ],
  ],
  ['unused code', [bin('knip', 'bin/knip.js')]],
  ['packages and licences', [fromRoot('tools', 'notices.mjs'), '--check']],
  ['documents', [fromRoot('tools', 'docs.mjs'), '--check']],
  ['tests', [fromRoot('tools', 'test.mjs'), 'unit', 'contract', 'integration', 'security', 'electron']],
];

await runMain(async () => {
  await ensureDependencies();
  for (const [name, command] of checks) {
    step(`Checking ${name} …`);
    const code = await run(node24, command);
    if (code !== 0) {
      step(`The check of ${name} failed.`);
      return code;
    }
  }
  step('All checks passed.');
  return 0;
});
