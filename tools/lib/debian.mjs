import { existsSync } from 'node:fs';
import { SetupError, step } from './log.mjs';
import { capture, tail } from './run.mjs';

const electronPackages = [
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libxss1',
  'libatk-bridge2.0-0',
  'libdrm2',
  'libxshmfence1',
  'fonts-dejavu',
  'fonts-noto-core',
  'fonts-droid-fallback',
];
const displayPackages = ['xvfb', 'xauth'];
const compilerPackages = ['g++'];

const packageGroups = { electron: electronPackages, display: displayPackages, compiler: compilerPackages };

function missingOf(packages) {
  // A newer Debian or Ubuntu renames libraries (libgtk-3-0t64 provides libgtk-3-0), so provided names count too.
  // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg-query's own placeholders
  const query = capture('dpkg-query', ['-W', '-f', '${db:Status-Status} ${Package} ${Provides}\n']);
  const present = new Set();
  for (const line of query.stdout.split('\n')) {
    if (!line.startsWith('installed ')) continue;
    for (const word of line.slice(10).split(/[\s,]+/)) if (/^[a-z0-9]/.test(word)) present.add(word);
  }
  return packages.filter((name) => !present.has(name));
}

/**
 * Makes sure the named groups of Debian packages are installed: as root it installs them, otherwise it
 * prints the one command that does. Other systems are left alone.
 */
export function ensureDebianPackages(groups) {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/dpkg-query')) return;
  const missing = missingOf(groups.flatMap((group) => packageGroups[group]));
  if (missing.length === 0) return;
  const installing = (names) => `apt-get install -y --no-install-recommends ${names.join(' ')}`;
  if (process.getuid?.() !== 0) {
    // One command for all that a later step would miss as well.
    const all = missingOf(Object.values(packageGroups).flat());
    throw new SetupError(
      `These system packages are missing: ${all.join(', ')}.`,
      `run  sudo apt-get update && sudo ${installing(all)}  and try again.`,
    );
  }
  const command = installing(missing);
  step(`Installing system packages: ${missing.join(', ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const update = capture('apt-get', ['update', '-qq'], { env });
  const install = capture('apt-get', command.split(' ').slice(1), { env });
  if (install.code !== 0) {
    throw new SetupError(
      `Installing system packages failed:\n${tail(update.code === 0 ? '' : update.stderr, 4)}\n${tail(install.stderr)}`,
      `check the package sources and the network, then run  apt-get update && ${command}`,
    );
  }
}
