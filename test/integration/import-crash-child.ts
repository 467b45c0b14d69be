import { writeSync } from 'node:fs';
import { basename } from 'node:path';
import { importLogFile, listLogImports, undoLogImport } from '../../src-main/core/accesslogs/index.ts';
import { eventStoreMigrations, importTools, readingFor } from '../harness/access-log.ts';
import { createFakePorts } from '../harness/ports.ts';
import { createProbe } from '../harness/probe.ts';
import { startTestApp, testPassphrase } from '../harness/workspace.ts';

// Imports a log, or takes the import of one back, until its parent kills it.
const [root = '', folder = '', resources = '', work = 'import', path = ''] = process.argv.slice(2);
const probe = createProbe(eventStoreMigrations);
const app = startTestApp({ features: [probe.feature], seedDemo: null, ports: createFakePorts({ root }) });
const say = (line: string) => writeSync(1, `${line}\n`);

app.app.signal({ type: 'folderOffered', path: folder });
await app.call('workspace.unlock', { passphrase: testPassphrase });
say('ready');
const workspace = probe.deps().session();
const tools = importTools(probe.deps(), { resources });
if (work === 'import') {
  const end = await importLogFile(workspace, { path, name: basename(path) }, readingFor(path), tools);
  say(end.ok ? 'done' : `refused ${JSON.stringify(end.error)}`);
} else {
  const taken = listLogImports(workspace).find((one) => one.fileName === basename(path) && one.state === 'committed');
  const end = await undoLogImport(workspace, taken?.id ?? '', tools);
  say(end.ok ? 'done' : `refused ${JSON.stringify(end.error)}`);
}
// The parent kills it in any case, so that every round ends alike.
setInterval(() => undefined, 1000);
