// `npm run docs` writes docs/data-dictionary.md from the schema and the asset catalogue, and checks the links of every page.
// `--check` writes nothing and fails when the page is out of date, a column has no meaning stated, or a link leads nowhere.
import { ensureDependencies } from './lib/dependencies.mjs';
import { runMain } from './lib/log.mjs';
import { fromRoot, node24 } from './lib/paths.mjs';
import { run } from './lib/run.mjs';

await runMain(async () => {
  await ensureDependencies();
  return run(node24, ['--disable-warning=ExperimentalWarning', fromRoot('tools', 'docs', 'main.ts'), ...process.argv.slice(2)]);
});
