import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Evidence } from '../../src-shared/contract/evidence.ts';
import type { AssetDetail } from '../../src-shared/contract/inventory.ts';
import { openTestWorkspace, type TestWorkspace } from '../harness/workspace.ts';

let workspace: TestWorkspace;
let assetId: string;

beforeEach(async () => {
  workspace = await openTestWorkspace();
  const model = await workspace.call<AssetDetail>('inventory.create', { kind: 'model', name: 'Rowan', versionLabel: '1', facts: {} });
  assetId = model.row.id;
});

afterEach(async () => {
  await workspace.end();
});

const fileWith = (name: string, bytes: Uint8Array): string => {
  const path = join(workspace.ports.root, name);
  writeFileSync(path, bytes);
  return path;
};

const keep = (path: string, about = '') => {
  workspace.ports.picks.files.push(path);
  return workspace.call<Evidence[]>('evidence.add', { assetId, about });
};

const everyByte = (folder: string): Buffer =>
  Buffer.concat(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      .filter((path) => statSync(path).isFile())
      .map((path) => readFileSync(path)),
  );

describe('evidence of an asset', () => {
  it('[F8] is kept as bytes with their hash, encrypted, and leaves the same when the user saves it, under a clean name', async () => {
    const marker = 'the area of the dies is 417 square millimetres';
    const bytes = Buffer.concat([Buffer.from(marker), randomBytes(2_500_000)]);
    const [kept] = await keep(fileWith('Tape-out\u202Efdp. report?.PDF', bytes), 'Area of the dies');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(kept).toMatchObject({ sha256, sizeBytes: bytes.length, about: 'Area of the dies', addedBy: 'Tess Tester' });
    expect(everyByte(workspace.folder).includes(marker)).toBe(false);

    const target = join(workspace.ports.root, 'copy.pdf');
    let suggested = '';
    const { saveFile } = workspace.ports.dialogs;
    workspace.ports.dialogs.saveFile = (options) => {
      suggested = options.suggestedName;
      return saveFile(options);
    };
    workspace.ports.picks.saves.push(target);
    await workspace.call('evidence.export', { id: kept?.id });
    expect(readFileSync(target).equals(bytes)).toBe(true);
    expect(suggested).toBe('Tape-out fdp. report.PDF');
  });

  it('keeps the same file once, and taking it off one list leaves the other, and Undo, their ground', async () => {
    const path = fileWith('contract.txt', Buffer.from('clause 12'));
    await keep(path, 'first');
    const both = await keep(path, 'second');
    expect(both.map(({ about }) => about)).toEqual(['first', 'second']);
    await workspace.call('evidence.setAside', { id: both[0]?.id });
    const save = async (id: string | undefined) => {
      const target = join(workspace.ports.root, 'out.txt');
      workspace.ports.picks.saves.push(target);
      await workspace.call('evidence.export', { id });
      return readFileSync(target, 'utf8');
    };
    expect(await save(both[1]?.id)).toBe('clause 12');
    expect(await workspace.refusal('evidence.export', { id: both[0]?.id })).toMatchObject({ code: 'record.notFound' });
  });

  it('comes back with Undo, and goes with it', async () => {
    const [kept] = await keep(fileWith('ruling.txt', Buffer.from('5A992.c')));
    await workspace.call('evidence.setAside', { id: kept?.id });
    await workspace.call('journal.undo');
    expect(await workspace.call<Evidence[]>('evidence.list', { assetId })).toMatchObject([{ name: 'ruling.txt' }]);
    await workspace.call('journal.undo');
    expect(await workspace.call<Evidence[]>('evidence.list', { assetId })).toEqual([]);
  });

  it('takes no file above the limit, nothing for an asset that is not there, and nothing when the dialog is closed', async () => {
    workspace.ports.picks.files.push(fileWith('film.mp4', Buffer.alloc(25 * 1024 * 1024 + 1)));
    expect(await workspace.refusal('evidence.add', { assetId, about: '' })).toMatchObject({ code: 'request.tooLarge' });
    workspace.ports.picks.files.push(fileWith('small.txt', Buffer.from('x')));
    expect(await workspace.refusal('evidence.add', { assetId: 'nobody', about: '' })).toMatchObject({ code: 'record.notFound' });
    expect(await workspace.refusal('evidence.add', { assetId, about: '' })).toMatchObject({ code: 'cancelled' });
    expect(await workspace.call<Evidence[]>('evidence.list', { assetId })).toEqual([]);
  });
});
