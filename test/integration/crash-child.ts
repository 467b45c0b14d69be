import { writeSync } from 'node:fs';
import { ok } from '../../src-shared/model/result.ts';
import { crashMigrations, crashPassphrases, marker } from '../harness/crash.ts';
import { createFakePorts } from '../harness/ports.ts';
import { createProbe } from '../harness/probe.ts';
import { startTestApp } from '../harness/workspace.ts';

// Works on a workspace without pause and says on stdout what was confirmed, until its parent kills it.
const [root = '', folder = '', passphraseIndex = '0', migrationCount = '0', seed = '1'] = process.argv.slice(2);
const probe = createProbe(crashMigrations(Number(migrationCount)));
const app = startTestApp({ features: [probe.feature], seedDemo: null, ports: createFakePorts({ root }) });
const say = (line: string) => writeSync(1, `${line}\n`);
let passphrase = Number(passphraseIndex);
let random = Number(seed);
const pick = (choices: number) => {
  random = (random * 1_103_515_245 + 12_345) % 2_147_483_648;
  return Math.floor((random / 2_147_483_648) * choices);
};

const works: readonly (() => Promise<void>)[] = [edit, edit, edit, edit, bulk, backup, undo, changePassphrase, rotate];

app.app.signal({ type: 'folderOffered', path: folder });
say('starting');
await app.call('workspace.unlock', { passphrase: crashPassphrases[passphrase] });
say('ready');
for (;;) await works[pick(works.length)]?.();

async function edit() {
  const session = probe.deps().session();
  const id = `${seed}-${process.pid}-${performance.now()}`;
  const reply = session.write({ method: 'test.edit' }, () => {
    session.db.prepare('INSERT INTO notes (id, body) VALUES (?, ?)').run(id, `${marker} ${'x'.repeat(pick(4000))}`);
    return ok(null);
  });
  if (reply.ok) say(`note ${id}`);
}

async function bulk() {
  const batch = `batch-${process.pid}-${performance.now()}`;
  const reply = await probe
    .deps()
    .session()
    .writeInSlices({ method: 'test.bulk' }, async (tx) => {
      const insert = tx.db.prepare('INSERT INTO numbered (label) VALUES (?)');
      for (let row = 0; row < 400; row += 1) {
        insert.run(batch);
        await tx.pause();
      }
      return ok(null);
    });
  if (reply.ok) say(`batch ${batch}`);
}

async function backup() {
  const { id } = await app.call<{ id: string }>('backups.now');
  say(`snapshot ${id}`);
}

async function undo() {
  const session = probe.deps().session();
  session.write({ method: 'test.undone' }, () => {
    session.db.prepare('INSERT INTO loose VALUES (1)').run();
    return ok(null);
  });
  await app.call('journal.undo');
}

async function changePassphrase() {
  const next = 1 - passphrase;
  say(`changing ${next}`);
  await app.call('workspace.changePassphrase', { current: crashPassphrases[passphrase], next: crashPassphrases[next] });
  passphrase = next;
  say(`changed ${next}`);
}

async function rotate() {
  const { draftId, groups } = await app.call<{ draftId: string; groups: string[] }>('workspace.rotateDataKey', {
    passphrase: crashPassphrases[passphrase],
  });
  await app.call('workspace.confirmRecoveryKey', { draftId, typed: groups.join('') });
  say('rotated');
}
