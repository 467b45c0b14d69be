import { existsSync, readFileSync } from 'node:fs';
import { fromRoot } from './paths.mjs';

/** Licences a shipped package may have; 0BSD and the rest are explained in docs/decisions/0011-runtime-packages.md. */
const allowedLicences = new Set(['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD']);
const maximumDirect = 30;
const reasonsFile = 'docs/decisions/0011-runtime-packages.md';
const exactVersion = /^(npm:(@[^/]+\/)?[^@]+@)?\d+\.\d+\.\d+$/;
// Raised at each release to the oldest Electron major that still gets security fixes.
const oldestSupportedElectron = 43;

function isAllowed(expression) {
  const plain = expression.replace(/[()]/g, '');
  if (plain.includes(' OR ')) return plain.split(' OR ').some((part) => isAllowed(part));
  return plain.split(' AND ').every((part) => allowedLicences.has(part.trim()));
}

function manifestProblems(manifest) {
  const problems = [];
  const direct = Object.keys(manifest.dependencies);
  if (direct.length > maximumDirect)
    problems.push(`package.json names ${direct.length} runtime packages; at most ${maximumDirect} are allowed`);
  for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })) {
    if (!exactVersion.test(version)) problems.push(`package.json: the version of ${name} is not exact (${version})`);
  }
  const reasons = existsSync(fromRoot(reasonsFile)) ? readFileSync(fromRoot(reasonsFile), 'utf8') : '';
  for (const name of direct) if (!reasons.includes(`\`${name}\``)) problems.push(`${reasonsFile} gives no reason for ${name}`);
  const electronMajor = Number(manifest.devDependencies.electron?.split('.')[0]);
  if (!(electronMajor >= oldestSupportedElectron))
    problems.push(`Electron ${manifest.devDependencies.electron} is older than ${oldestSupportedElectron}, the oldest supported major`);
  return problems;
}

/** Builds of development tools for other systems may lack a hash, see tools/complete-lock.mjs; nothing that ships may. */
function lockProblems(lock) {
  const isForeignTool = (entry) => entry.optional === true && entry.dev === true && entry.os !== undefined;
  return Object.entries(lock.packages)
    .filter(([place, entry]) => place !== '' && !entry.link && !entry.inBundle && entry.integrity === undefined && !isForeignTool(entry))
    .map(([place]) => `package-lock.json: ${place} has no integrity hash`);
}

function installScriptProblems(manifest, lock) {
  const npmrc = readFileSync(fromRoot('.npmrc'), 'utf8');
  const problems = /^strict-allow-scripts\s*=\s*true$/m.test(npmrc)
    ? []
    : ['.npmrc no longer refuses unlisted install scripts (strict-allow-scripts=true)'];
  const allowed = Object.entries(manifest.allowScripts)
    .filter(([, isOn]) => isOn)
    .map(([name]) => name);
  if (allowed.join() !== 'node') problems.push(`package.json allows install scripts of ${allowed.join(', ')}; only node may run one`);
  for (const [place, entry] of Object.entries(lock.packages)) {
    const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
    if (entry.hasInstallScript && !Object.hasOwn(manifest.allowScripts, name))
      problems.push(`${name} has an install script that package.json neither allows nor denies`);
  }
  return problems;
}

/** What is wrong with the packages we depend on, one sentence each: licences, versions, number, reasons, integrity, install scripts. */
export function packageProblems(shipped) {
  const manifest = JSON.parse(readFileSync(fromRoot('package.json'), 'utf8'));
  const lock = JSON.parse(readFileSync(fromRoot('package-lock.json'), 'utf8'));
  const licences = shipped
    .filter((one) => !isAllowed(one.licence))
    .map((one) => `${one.name} ${one.version} has the licence ${one.licence}, which is not on the list`);
  return [...licences, ...manifestProblems(manifest), ...lockProblems(lock), ...installScriptProblems(manifest, lock)];
}
