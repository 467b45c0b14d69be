// Stands in for Electron's own default app, which the fallback runtime lacks: the first argument that is
// not a switch names the app's folder. An ES module, because Electron waits for one before it is ready, and the
// app has things to do before that.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const folder = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (folder === undefined) {
  process.stderr.write('Usage: electron <app folder> [arguments]\n');
  process.exit(2);
}
const root = path.resolve(folder);
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
process.defaultApp = true;
app.setName(manifest.productName ?? manifest.name);
app.setVersion(manifest.version);
app.setAppPath(root);
try {
  await import(pathToFileURL(path.join(root, manifest.main)).href);
} catch (error) {
  process.stderr.write(`${error.stack ?? error}\n`);
  process.exit(1);
}
