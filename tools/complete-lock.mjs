// Run after changing packages where the registry at hand lacks builds for other systems: `npm ci` refuses a lockfile
// without an entry for each optional package. This adds the missing ones, by exact version, for systems other than this one.
import { readFileSync, writeFileSync } from 'node:fs';
import { runMain, step } from './lib/log.mjs';
import { fromRoot } from './lib/paths.mjs';

const lockFile = fromRoot('package-lock.json');

/** What the name of a prebuilt package says about the system it is for, as npm writes it. */
function systemOf(name) {
  const words = name.split('/').pop().split('-');
  const os = words.find((word) => ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'].includes(word));
  const cpu = words.find((word) => ['arm', 'arm64', 'ia32', 'ppc64', 'riscv64', 's390x', 'x64'].includes(word));
  const libc = words.some((word) => word.startsWith('musl')) ? 'musl' : words.some((word) => word.startsWith('gnu')) ? 'glibc' : undefined;
  return { ...(cpu && { cpu: [cpu] }), ...(os && { os: [os] }), ...(os === 'linux' && libc && { libc: [libc] }) };
}

function isPresent(packages, place, name) {
  for (let folder = place; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (packages[`${folder === '' ? '' : `${folder}/`}node_modules/${name}`] !== undefined) return true;
    if (!folder.includes('/node_modules/')) return packages[`node_modules/${name}`] !== undefined;
  }
}

await runMain(() => {
  const lock = JSON.parse(readFileSync(lockFile, 'utf8'));
  let added = 0;
  for (const [place, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const system = systemOf(name);
      if (isPresent(lock.packages, place, name) || !/^\d+\.\d+\.\d+$/.test(version) || system.os === undefined) continue;
      lock.packages[`node_modules/${name}`] = { version, ...system, ...(entry.dev && { dev: true }), optional: true };
      added += 1;
    }
  }
  if (added > 0) {
    const [root, ...others] = Object.entries(lock.packages);
    lock.packages = Object.fromEntries([root, ...others.sort(([a], [b]) => a.localeCompare(b, 'en'))]);
    writeFileSync(lockFile, `${JSON.stringify(lock, null, 2)}\n`);
  }
  step(`${added} entries for other systems added to package-lock.json.`);
});
