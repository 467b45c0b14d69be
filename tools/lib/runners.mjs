import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { ensureBuild } from './build.mjs';
import { withDisplay } from './display.mjs';
import { ensureElectron } from './electron-runtime.mjs';
import { SetupError, step } from './log.mjs';
import { childEnv, fromRoot, node24 } from './paths.mjs';
import { readPlaywright, readVitest } from './results.mjs';
import { run } from './run.mjs';

const reports = { vitest: fromRoot('test-results', 'vitest.json'), electron: fromRoot('test-results', 'electron.json') };

/** Tests that drive a window run this many at once, each on a display of its own. */
const windowsAtOnce = 2;

function freshReport(name) {
  mkdirSync(fromRoot('test-results'), { recursive: true });
  rmSync(reports[name], { force: true });
  return reports[name];
}

/**
 * Names the built threads to tests that start many of them; see `workerFile` in test/harness/ports.ts. Sources that cannot be built are the
 * window's tests to report: these then start from sources.
 */
async function builtWorkers(projects) {
  if (!projects.includes('integration') && !projects.includes('contract')) return {};
  try {
    await ensureBuild(['main']);
    return { GATEHOUSE_WORKERS: fromRoot('out', 'main') };
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    step(`Threads start from their sources: ${error.message}`);
    return {};
  }
}

/** Runs the named vitest projects under Node 24; `extra` are further arguments for vitest. */
export async function runVitest(projects, extra = []) {
  const report = freshReport('vitest');
  const args = [
    ...[fromRoot('node_modules', 'vitest', 'vitest.mjs'), 'run', '--passWithNoTests'],
    ...projects.flatMap((project) => ['--project', project]),
    ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...extra],
  ];
  const exitCode = await run(node24, args, { env: childEnv({ NODE_ENV: 'test', ...(await builtWorkers(projects)) }) });
  return { name: 'vitest', exitCode, outcomes: readVitest(report) };
}

/** The environment every program that drives the window gets; see `docs/development.md`. */
export function electronEnv(runtime, display = {}) {
  return childEnv({ ...runtime.env, ...display, GATEHOUSE_ELECTRON_ARGS: JSON.stringify(runtime.args) });
}

/** Builds the app and drives it in a real Electron window with Playwright. */
export async function runElectronTests(extra = []) {
  try {
    return await driveWindow(extra);
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    step(`The tests in the window could not run: ${error.message}`);
    return { name: 'electron', exitCode: 1, outcomes: undefined };
  }
}

async function driveWindow(extra) {
  const runtime = await ensureElectron();
  await ensureBuild();
  const report = freshReport('electron');
  const config = fromRoot('test', 'playwright.config.ts');
  const cli = fromRoot('node_modules', '@playwright', 'test', 'cli.js');
  const exitCode = await withDisplay((display) => {
    const env = { ...electronEnv(runtime, display), GATEHOUSE_WORKERS: fromRoot('out', 'main'), PLAYWRIGHT_JSON_OUTPUT_FILE: report };
    return run(node24, [cli, 'test', '--config', config, '--pass-with-no-tests', '--reporter=list,json', ...extra], { env });
  }, windowsAtOnce);
  return { name: 'electron', exitCode, outcomes: existsSync(report) ? readPlaywright(report) : undefined };
}
