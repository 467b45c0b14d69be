import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const output = mkdtempSync(path.join(tmpdir(), 'gatehouse-package-'));
const folder = path.join(output, 'linux-unpacked');
// A fuse is one character in the binary.
const fuseState = { off: '0'.charCodeAt(0), on: '1'.charCodeAt(0) };
const isLinux = process.platform === 'linux';

/** Runs a packaged program without a display, as a pipeline does. */
function run(program: string, args: readonly string[]) {
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...env } = process.env;
  return spawnSync(path.join(folder, program), args, { encoding: 'utf8', env, cwd: output, timeout: 60_000 });
}

// Only Linux packages are made here; other systems need signing by a person.
describe.skipIf(!isLinux)('the packaged app', () => {
  beforeAll(() => {
    const made = spawnSync(process.execPath, ['tools/package.mjs', '--unpacked', `--output=${output}`], { encoding: 'utf8' });
    expect(made.status, made.stderr).toBe(0);
  }, 600_000);

  afterAll(() => rmSync(output, { recursive: true, force: true }));

  it('has every fuse set for release [H1]', async () => {
    const wire = await getCurrentFuseWire(path.join(folder, 'gatehouse-workstation'));
    const on = [
      FuseV1Options.EnableCookieEncryption,
      FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
      FuseV1Options.OnlyLoadAppFromAsar,
    ];
    const named = Object.values(FuseV1Options).filter((value) => typeof value === 'number');
    for (const fuse of named) {
      expect(wire[fuse], FuseV1Options[fuse]).toBe(on.includes(fuse) ? fuseState.on : fuseState.off);
    }
    const numbered = Object.keys(wire).filter((key) => /^\d+$/.test(key));
    expect(numbered).toHaveLength(named.length);
  });

  it('holds no source, source map, test or launcher [H2]', () => {
    const files = listPackage(path.join(folder, 'resources', 'app.asar'), { isPack: false });
    expect(files).toContain('/out/main/main.js');
    expect(files.filter((file) => /\.map$|\.tsx?$|\.(test|spec)\.|^\/(src-|test|tools|docs)/.test(file))).toEqual([]);
    expect(existsSync(path.join(folder, 'resources', 'app'))).toBe(false);
    expect(existsSync(path.join(folder, 'resources', 'default_app.asar'))).toBe(false);
  });

  it('carries its licence and the notices of others', () => {
    expect(readFileSync(path.join(folder, 'LICENSE.gatehouse.txt'), 'utf8')).toContain('Apache License');
    expect(readFileSync(path.join(folder, 'THIRD-PARTY-NOTICES.md'), 'utf8')).toContain('Epoch AI');
  });

  it('has the gatehouse command, which answers on stdout without a display', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    const said = run('gatehouse', ['version']);
    expect(said.stdout).toBe(`${version}\n`);
    expect(said.status).toBe(0);
    expect(run('gatehouse', ['no-such-command']).status).toBe(2);
  });

  it('computes a table with the packs inside it', () => {
    writeFileSync(path.join(output, 'models.csv'), 'model,domain,parameters,dataset_size,dataset_unit\nSmall,Language,7e9,2e12,tokens\n');
    const ran = run('gatehouse', ['compute', '--in', 'models.csv', '--out', 'estimates.jsonl']);
    expect(ran.status, ran.stderr).toBe(0);
    const line = JSON.parse(readFileSync(path.join(output, 'estimates.jsonl'), 'utf8')) as { point: number };
    expect(line.point).toBeCloseTo(6 * 7e9 * 2e12, -18);
  });

  it.each(['--inspect', '--remote-debugging-port=9222', '--js-flags=--expose-gc'])('refuses to start with %s [H9]', (weakening) => {
    // As root Chromium needs --no-sandbox to get as far as our refusal, which names that switch as well.
    const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const refused = run('gatehouse-workstation', [...asRoot, '--ozone-platform=headless', weakening]);
    expect(refused.status).toBe(4);
    expect(refused.stderr).toContain(weakening.split('=')[0]);
  });
});
