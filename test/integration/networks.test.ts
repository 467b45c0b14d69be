import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { utils, write } from 'xlsx';
import { readExits, readNetworkLists } from '../../src-main/core/networks/index.ts';
import type {
  AddressDatabaseView,
  AddressExplanation,
  AllowedNetworkView,
  CorporateExitView,
  NetworkListView,
  OpenedExits,
  OpenedList,
} from '../../src-shared/contract/networks.ts';
import { openTestWorkspace, type TestWorkspace } from '../harness/workspace.ts';

// Public lists lie in the planning folder beside the checkout, where there is one.
const sharedLists = fileURLToPath(new URL('../../../shared/imports/asn', import.meta.url));

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
});
afterEach(() => workspace.end());

/** Puts a file on the disk and answers the next open dialog with it. */
function offer(name: string, content: string | Buffer): string {
  const path = join(workspace.ports.root, name);
  writeFileSync(path, content);
  workspace.ports.picks.files.push(path);
  return path;
}

const packaged = (name: string, file: string) => readFileSync(createRequire(import.meta.url).resolve(`@ip-location-db/${name}/${file}`));
const overview = () => workspace.call<{ databases: AddressDatabaseView[]; lists: NetworkListView[] }>('networks.overview');
const lookUp = (address: string) => workspace.call<AddressExplanation>('networks.lookUp', { address });
const tagsOf = async (address: string) => (await lookUp(address)).tags.map(({ tag, list, because }) => [tag, list, because]);
const addList = async (name: string, tag: string, day: string | null = null) => {
  const opened = await workspace.call<OpenedList>('networks.openList');
  return workspace.call<NetworkListView>('networks.addList', { token: opened.token, name, tag, day });
};

describe('address look-up', () => {
  it('shows both databases, the network, and why it is of a kind', async () => {
    const found = await lookUp('[2001:4860:4860::8888]:443');
    expect(found).toMatchObject({ kind: 'public', agree: true, disputedRegion: false, operator: { asn: 15_169 }, allowedBecause: null });
    expect(found.countries.map(({ country }) => country)).toEqual(['US', 'US']);
    expect(found.tags).toMatchObject([{ tag: 'hosting', because: 'number' }]);
  });

  it('says that country data cannot tell embargoed regions apart', async () => {
    // A Kyiv address of Kyivstar.
    expect(await lookUp('46.211.0.1')).toMatchObject({ disputedRegion: true });
    expect(await lookUp('8.8.8.8')).toMatchObject({ disputedRegion: false });
  });

  it('places nothing that is inside or no address', async () => {
    expect(await lookUp('10.0.0.1')).toMatchObject({ kind: 'inside', countries: [], operator: null, tags: [] });
    expect(await lookUp('sagemaker.amazonaws.com')).toMatchObject({ kind: 'notAnAddress', countries: [], operator: null });
  });
});

describe('lists of networks', () => {
  it('are read, named, used, changed and taken away, and undo brings them back', async () => {
    offer('vpn-exits.txt', '# 2026-08-22\n8.8.4.0/24\n2001:4860::/32\nnot a network\nAS64500\n');
    const opened = await workspace.call<OpenedList>('networks.openList');
    expect(opened).toMatchObject({ networks: 1, ranges: 2, tag: 'vpn', problemCount: 1, problems: [{ row: 4, reason: 'notANetwork' }] });
    expect(await tagsOf('8.8.4.4')).toEqual([['hosting', 'Hosting and cloud', 'number']]);

    const list = await workspace.call<NetworkListView>('networks.addList', {
      token: opened.token,
      name: 'Our VPN list',
      tag: 'vpn',
      day: '2020-01-01',
    });
    expect(list).toMatchObject({ name: 'Our VPN list', old: true, networks: 1, ranges: 2 });
    expect(await tagsOf('8.8.4.4')).toContainEqual(['vpn', 'Our VPN list', 'address']);
    expect(await tagsOf('2001:4860:1::1')).toContainEqual(['vpn', 'Our VPN list', 'address']);
    expect(await tagsOf('8.8.8.8')).not.toContainEqual(['vpn', 'Our VPN list', 'address']);
    expect(await workspace.refusal('networks.addList', { token: opened.token, name: 'again', tag: 'vpn', day: null })).toMatchObject({
      code: 'file.handleExpired',
    });

    const changed = await workspace.call<NetworkListView>('networks.changeList', {
      id: list.id,
      revision: 0,
      name: 'Proxies',
      tag: 'proxy',
      day: null,
    });
    expect(changed).toMatchObject({ revision: 1, ageDays: null, old: false });
    expect(await tagsOf('8.8.4.4')).toContainEqual(['proxy', 'Proxies', 'address']);
    expect(await workspace.refusal('networks.removeList', { id: list.id, revision: 0 })).toMatchObject({ code: 'record.stale' });

    await workspace.call('networks.removeList', { id: list.id, revision: 1 });
    expect(await tagsOf('8.8.4.4')).toEqual([['hosting', 'Hosting and cloud', 'number']]);
    await workspace.call('journal.undo');
    expect(await tagsOf('8.8.4.4')).toContainEqual(['proxy', 'Proxies', 'address']);
    await workspace.call('journal.undo');
    await workspace.call('journal.undo');
    expect((await overview()).lists.filter(({ own }) => own !== null)).toEqual([]);
    expect(await tagsOf('8.8.4.4')).toEqual([['hosting', 'Hosting and cloud', 'number']]);
  });

  it('come from workbooks as well, and stay after the workspace was locked', async () => {
    const book = utils.book_new();
    utils.book_append_sheet(
      book,
      utils.aoa_to_sheet([
        ['Operator', 'Prefix'],
        ['Example', '8.8.4.0/24'],
        ['Example', '9.9.9.0/24'],
      ]),
      'Ranges',
    );
    offer('ranges.xlsx', write(book, { type: 'buffer', bookType: 'xlsx' }));
    expect(await addList('Workbook', 'relay')).toMatchObject({ ranges: 2, networks: 0 });
    await workspace.call('workspace.lock');
    await workspace.unlock();
    expect(await tagsOf('9.9.9.9')).toContainEqual(['relay', 'Workbook', 'address']);
  });

  it.each([
    ['prose', 'prose.txt', 'There is no network here.', 'networks.noNetworks'],
    ['a program', 'list.csv', Buffer.from([0x7f, 0x45, 0x4c, 0x46, ...Array.from({ length: 300 }, (_, at) => at % 7)]), 'unknownType'],
    ['a broken workbook', 'list.xlsx', Buffer.from('PK\u0003\u0004broken', 'latin1'), 'damaged'],
  ])('refuse %s', async (_, name, content, reason) => {
    offer(name, content);
    expect(await workspace.refusal('networks.openList')).toMatchObject({ code: 'file.refused', reason });
  });
});

describe('company exits and accepted networks', () => {
  it('are added one by one or from a file, asked about swapped days, and never twice', async () => {
    offer('exits.csv', 'Site,Prefix,Valid from,Valid to\nLondon,8.8.8.0/28,01/02/2025,\nParis,2001:db8::/48,,\nBad,nowhere,,\n');
    const asked = await workspace.call<OpenedExits>('networks.openExits', { token: null, dateOrder: null });
    expect(asked).toMatchObject({ exits: 1, asksDateOrder: true, problemCount: 2 });
    const opened = await workspace.call<OpenedExits>('networks.openExits', { token: asked.token, dateOrder: 'DMY' });
    expect(opened).toMatchObject({
      exits: 2,
      asksDateOrder: false,
      sample: [{ label: 'London', network: '8.8.8.0/28', from: '2025-02-01' }, {}],
    });
    expect(await workspace.call('networks.addExits', { token: opened.token })).toEqual({ added: 2, alreadyThere: 0 });
    expect((await lookUp('8.8.8.8')).exits).toEqual([{ label: 'London', from: '2025-02-01', until: null }]);

    const added = await workspace.call<CorporateExitView>('networks.addExit', {
      label: 'VPN',
      network: '10.8.0.1 - 10.8.0.9',
      from: null,
      until: '2026-01-31',
    });
    expect(added.network).toBe('10.8.0.1-10.8.0.9');
    expect((await lookUp('10.8.0.5')).exits).toMatchObject([{ label: 'VPN', until: '2026-01-31' }]);
    expect(
      await workspace.refusal('networks.addExit', { label: 'VPN', network: '10.8.0.1-10.8.0.9', from: null, until: '2026-01-31' }),
    ).toMatchObject({
      code: 'record.conflict',
    });
    expect(await workspace.refusal('networks.addExit', { label: 'X', network: 'AS64500', from: null, until: null })).toMatchObject({
      code: 'request.invalid',
    });
    await workspace.call('networks.removeExit', { id: added.id, revision: 0 });
    expect((await lookUp('10.8.0.5')).exits).toEqual([]);
  });

  it('accept networks by number and prefix, with the reason', async () => {
    const allowed = await workspace.call<AllowedNetworkView>('networks.allow', { network: 'as15169', reason: 'Our cloud' });
    expect(allowed).toMatchObject({ network: 'AS15169', operator: expect.stringContaining('Google') });
    expect((await lookUp('8.8.8.8')).allowedBecause).toBe('Our cloud');
    expect(await workspace.refusal('networks.allow', { network: 'AS15169', reason: 'again' })).toMatchObject({ code: 'record.conflict' });
    expect(await workspace.refusal('networks.allow', { network: 'example.com', reason: 'x' })).toMatchObject({ code: 'request.invalid' });
    await workspace.call('networks.disallow', { id: allowed.id, revision: 0 });
    expect((await lookUp('8.8.8.8')).allowedBecause).toBeNull();
  });
});

describe('address databases', () => {
  it('give way to a newer file of the same kind, keep it through a lock, and come back', async () => {
    const before = (await overview()).databases;
    expect(before.map(({ role, own }) => [role, own])).toEqual([
      ['country', null],
      ['country2', null],
      ['operator', null],
    ]);
    // The other shipped database stands in for a company's own file: it answers Romania and nothing for this address.
    const [first] = (await lookUp('146.70.1.1')).countries;
    offer('mine.mmdb', packaged('iptoasn-country-mmdb', 'iptoasn-country.mmdb'));
    const replaced = await workspace.call<AddressDatabaseView>('networks.replaceDatabase', { role: 'country' });
    expect(replaced).toMatchObject({ role: 'country', own: { fileName: 'mine.mmdb' }, licence: '' });
    const [now, second] = (await lookUp('146.70.1.1')).countries;
    expect(now?.country).toBe(second?.country);
    expect(now?.country).not.toBe(first?.country);
    await workspace.call('workspace.lock');
    await workspace.unlock();
    expect((await lookUp('8.8.8.8')).countries.map(({ country }) => country)).toEqual(['US', 'US']);
    expect(await workspace.call('networks.useShipped', { role: 'country' })).toMatchObject({ own: null, day: before[0]?.day });
    expect((await lookUp('146.70.1.1')).countries[0]).toEqual(first);
    await workspace.call('journal.undo');
    expect((await overview()).databases[0]?.own).toMatchObject({ fileName: 'mine.mmdb' });
  });

  it('refuse files of another kind, damaged ones and ones from the future', async () => {
    const countries = packaged('iptoasn-country-mmdb', 'iptoasn-country.mmdb');
    offer('countries.mmdb', countries);
    expect(await workspace.refusal('networks.replaceDatabase', { role: 'operator' })).toMatchObject({
      reason: 'networks.databaseOf.country',
    });
    offer('short.mmdb', countries.subarray(0, 1_000_000));
    expect(await workspace.refusal('networks.replaceDatabase', { role: 'country' })).toMatchObject({
      reason: 'networks.notAnAddressDatabase',
    });
    expect((await overview()).databases.every(({ own }) => own === null)).toBe(true);
  });
});

describe('files for the command line', () => {
  it('reads every list of a folder, says what it left out, and the exits', async () => {
    const folder = workspace.ports.root;
    const lists = join(folder, 'lists');
    mkdirSync(lists);
    writeFileSync(join(lists, 'a-vpn.txt'), 'AS64500 # one\nAS64501 # two\nx\n');
    writeFileSync(join(lists, 'b.txt'), '192.0.2.0/28\n');
    writeFileSync(join(lists, 'README.md'), '# About\nNothing here.\n');
    const found = await readNetworkLists(lists);
    expect(found.lists.map(({ name, tag, networks, ranges }) => [name, tag, networks, ranges])).toEqual([
      ['a-vpn.txt', 'vpn', 2, 0],
      ['b.txt', 'proxy', 0, 1],
    ]);
    expect(found.problems.map(({ file, reason }) => [file, reason])).toEqual([
      ['README.md', 'noNetworks'],
      ['a-vpn.txt', 'notANetwork'],
      ['b.txt', 'kindGuessed'],
    ]);
    const exits = join(folder, 'exits.json');
    writeFileSync(exits, JSON.stringify([{ site: 'HQ', cidr: ['192.0.2.0/28', '198.51.100.1'], since: '2025-01-01' }]));
    const read = await readExits(exits, { dateOrder: null });
    expect(read).toMatchObject({ ok: true, value: { exits: [{ label: 'HQ', from: '2025-01-01' }, { label: 'HQ' }], problems: [] } });
    expect(await readExits(join(folder, 'absent.csv'), { dateOrder: null })).toEqual({ ok: false, error: 'cannotRead' });
  });

  it.skipIf(!existsSync(sharedLists))('reads the public lists in circulation with the number of entries they state', async () => {
    const { lists } = await readNetworkLists(sharedLists);
    const byName = new Map(lists.map((list) => [list.name, list]));
    expect(byName.get('bad-asn-list.csv')).toMatchObject({ tag: 'hosting', networks: 723, ranges: 0 });
    expect(byName.get('x4b-datacenter-ASN.txt')).toMatchObject({ tag: 'hosting', networks: 892 });
    expect(byName.get('x4b-vpn-ASN.txt')).toMatchObject({ tag: 'vpn', networks: 15 });
    expect(byName.get('x4b-vpn-apple.txt')).toMatchObject({ tag: 'relay', ranges: 3290 });
    expect(byName.get('tor-exit-nodes-2024-02.lst')).toMatchObject({ tag: 'tor', ranges: 1746, day: '2024-02-01' });
  });
});
