import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { withLock } from './lock.mjs';
import { SetupError, step } from './log.mjs';
import { childEnv, fromRoot, node24, stateDir } from './paths.mjs';
import { capture, tail } from './run.mjs';

const manifest = fromRoot('resources', 'addresses', 'manifest.json');
const packages = ['asn', 'geo-whois-asn-country-mmdb', 'iptoasn-country-mmdb'];

/** Names the packages the tables are made from and the code that makes them. */
function wantedStamp() {
  const hash = createHash('sha256');
  for (const name of packages) hash.update(readFileSync(fromRoot('node_modules', '@ip-location-db', name, 'package.json')));
  for (const folder of ['tools/addresses', 'src-main/core/networks/read']) {
    const files = readdirSync(fromRoot(folder)).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
    for (const name of files.sort()) hash.update(name).update(readFileSync(fromRoot(folder, name)));
  }
  return hash.digest('hex');
}

/** Makes `resources/addresses` where it is missing or was made from other packages or by other code. Takes about five seconds then. */
export async function ensureAddresses() {
  const stamp = wantedStamp();
  const isCurrent = () => existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).stamp === stamp;
  if (isCurrent()) return;
  await withLock(stateDir, 'addresses', () => {
    if (isCurrent()) return;
    step('Making the address tables …');
    const script = fromRoot('tools', 'addresses', 'main.ts');
    const result = capture(node24, ['--disable-warning=ExperimentalWarning', script, stamp], { env: childEnv() });
    if (result.code !== 0)
      throw new SetupError(`The address tables could not be made:\n${tail(result.stderr, 20)}`, 'run  npm ci  and try again.');
  });
}

/** Before any test runs; vitest calls it by this name. */
export const setup = ensureAddresses;
