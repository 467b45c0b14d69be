// Writes the hash of each rule pack into its manifest after a reviewed change:  node tools/stamp-rulepacks.mjs [pack ...]
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { packHash } from '../src-main/core/rulepacks/hash.ts';

const root = path.resolve(import.meta.dirname, '../resources/rulepacks');
const wanted = process.argv.slice(2);

for (const pack of wanted.length > 0 ? wanted : readdirSync(root)) {
  const folder = path.join(root, pack);
  const files = new Map(readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]));
  const manifest = files.get('manifest.json') ?? '';
  const stamped = manifest.replace(/"hash":\s*"[^"]*"/, `"hash": "${packHash(files)}"`);
  if (stamped === manifest) continue;
  writeFileSync(path.join(folder, 'manifest.json'), stamped);
  process.stdout.write(`${pack}: stamped\n`);
}
