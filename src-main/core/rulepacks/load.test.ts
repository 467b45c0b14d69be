import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { loadRulePack, packFromFiles, packHash } from './index.ts';

const citation = { sourceId: 'EXAMPLE-REG', locator: '§1(a)', standing: 'verified' };
const parameter = { id: 'example.compute', title: 'Example', unit: 'operations', history: [{ from: '2030-01-15', value: 1e26, citation }] };
const entry = {
  id: '9X999',
  title: 'Made-up entry',
  family: '9X999',
  summary: 'Made up.',
  isExportControl: true,
  isLaw: true,
  confidence: 'text',
  itemTypes: ['model'],
  rank: 1,
  reasons: ['RS'],
  textStatus: [{ from: '2030-01-15', value: 'inForce', citation }],
  enforcement: [{ from: '2030-01-15', value: 'enforced', citation }],
  versions: [
    {
      from: '2030-01-15',
      label: 'first text',
      limbs: [{ id: 'a', when: { fact: 'totalOperations', atLeast: 'example.compute' }, citation }],
      unless: [],
    },
  ],
  citations: [citation],
};
const manifest = {
  format: 'gatehouse-rulepack/1',
  id: 'example',
  version: '1',
  title: 'Example',
  jurisdiction: 'Nowhere',
  regime: 'example',
  published: '2030-01-15',
  lastChecked: '2030-01-15',
  reviewer: 'nobody',
  licence: 'none',
  coverage: { from: '2030-01-01' },
  about: 'Made up for tests.',
  caveats: [],
  sources: [{ id: 'EXAMPLE-REG', reference: 'Example Regulation', how: 'made up', confidence: 'text' }],
  hash: '',
};

/** Files of a made-up pack with the hash they give; `broken` changes one of them first. */
function files(changes: Readonly<Record<string, unknown>> = {}): Map<string, string> {
  const parts: Record<string, unknown> = {
    'entries.json': [entry],
    'parameters.json': [parameter],
    'examples.json': [],
    'manifest.json': manifest,
    ...changes,
  };
  const texts = new Map(Object.entries(parts).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]));
  texts.set('manifest.json', JSON.stringify({ ...(parts['manifest.json'] as object), hash: packHash(texts) }));
  return texts;
}

const problemsOf = (pack: ReadonlyMap<string, string>) => {
  const loaded = packFromFiles('example', pack);
  return loaded.ok ? [] : loaded.error.map((problem) => `${problem.code} ${problem.path}`);
};

describe('packFromFiles', () => {
  it('takes a sound pack', () => {
    expect(problemsOf(files())).toEqual([]);
  });

  it('refuses a number without a source [I1]', () => {
    const uncited = { ...parameter, history: [{ from: '2030-01-15', value: 1e26 }] };
    expect(problemsOf(files({ 'parameters.json': [uncited] }))).toEqual(['pack.shape parameters.json[0].history[0].citation']);
  });

  it('refuses a number written into a condition, where no source could stand [I1]', () => {
    const bare = {
      ...entry,
      versions: [{ ...entry.versions[0], limbs: [{ id: 'a', when: { fact: 'totalOperations', atLeast: 1e26 }, citation }] }],
    };
    expect(problemsOf(files({ 'entries.json': [bare] }))[0]).toMatch(/^pack\.shape entries\.json\[0\]\.versions\[0\]\.limbs\[0\]\.when/);
  });

  it('refuses a source that is not in the list of sources [I1]', () => {
    const elsewhere = { ...parameter, history: [{ from: '2030-01-15', value: 1e26, citation: { ...citation, sourceId: 'HEARSAY' } }] };
    expect(problemsOf(files({ 'parameters.json': [elsewhere] }))).toEqual(['pack.unknownSource pack.parameters[0].history[0].citation']);
  });

  it('refuses release rules that lean on a rule, a group or an entry the pack does not hold', () => {
    const stretch = [{ from: '2030-01-15', value: 'inForce', citation }];
    const rule = {
      id: 'known',
      title: 'Known',
      says: 'It says so.',
      citation,
      confidence: 'text',
      textStatus: stretch,
      enforcement: [{ ...stretch[0], value: 'enforced' }],
    };
    const release = {
      namedBy: [],
      territory: ['US'],
      rules: [rule],
      exclusions: [{ test: 'published', code: 'published', title: 'Published', rule: 'hearsay' }],
      reasonColumns: [],
      embargoes: [],
      exceptions: [],
      chips: { reason: 'RS', serves: [{ patterns: ['3A090*'], scopesOf: ['nowhere'] }], rule: 'known' },
      storageBarredIn: ['D:9'],
    };
    expect(problemsOf(files({ 'release.json': release }))).toEqual([
      'pack.unknownRule release.json published',
      'pack.unknownGroup release.json',
      'pack.unknownEntry release.json chips',
    ]);
  });

  it('refuses a pack that was changed after its hash was taken', () => {
    const changed = files();
    changed.set('parameters.json', JSON.stringify([{ ...parameter, history: [{ from: '2030-01-15', value: 1e27, citation }] }]));
    expect(problemsOf(changed)).toEqual(['pack.hashMismatch manifest.json hash']);
  });

  it('has the same hash with other line ends', () => {
    const unix = new Map([['a.json', '1\n2\n']]);
    expect(packHash(new Map([['a.json', '1\r\n2\r\n']]))).toBe(packHash(unix));
  });

  it.each([
    [
      'a limit that is no parameter',
      {
        ...entry,
        versions: [{ ...entry.versions[0], limbs: [{ id: 'a', when: { fact: 'totalOperations', atLeast: 'no.such' }, citation }] }],
      },
      'pack.unknownParameter',
    ],
    [
      'a fact the engine does not know',
      { ...entry, versions: [{ ...entry.versions[0], limbs: [{ id: 'a', when: { fact: 'shoeSize', is: 'yes' }, citation }] }] },
      'pack.unknownFact',
    ],
    [
      'a fact nobody could be asked for',
      { ...entry, versions: [{ ...entry.versions[0], limbs: [{ id: 'a', when: { fact: 'weightsPublished', is: 'yes' }, citation }] }] },
      'pack.noQuestion',
    ],
    [
      'an entry that leans on itself',
      { ...entry, versions: [{ ...entry.versions[0], limbs: [{ id: 'a', when: { meets: '9X999' }, citation }] }] },
      'pack.circular',
    ],
    [
      'ranges that overlap',
      { ...entry, textStatus: [...entry.textStatus, { from: '2031-01-01', value: 'repealed', citation }] },
      'pack.overlap',
    ],
  ])('refuses %s', (_name, broken, code) => {
    expect(problemsOf(files({ 'entries.json': [broken] }))[0]).toMatch(new RegExp(`^${code} `));
  });

  it('refuses a day that does not exist, and says where', () => {
    expect(problemsOf(files({ 'manifest.json': { ...manifest, published: '2030-02-30' } }))).toEqual([
      'pack.shape manifest.json.published',
    ]);
  });

  it('says which file is missing and which is no JSON', () => {
    const without = files();
    without.delete('entries.json');
    expect(problemsOf(without)).toContain('pack.fileMissing entries.json');
    expect(problemsOf(files({ 'entries.json': '[{' }))).toContain('pack.notJson entries.json');
  });
});

describe('loadRulePack', () => {
  const made: string[] = [];
  afterEach(async () => {
    for (const folder of made.splice(0)) await rm(folder, { recursive: true, force: true });
  });
  const folderWith = async (texts: ReadonlyMap<string, string>) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'pack-'));
    made.push(folder);
    for (const [name, text] of texts) await writeFile(path.join(folder, name), text);
    return folder;
  };

  it('reads a folder, and refuses one with a file that does not belong there', async () => {
    expect(await loadRulePack(await folderWith(files()))).toMatchObject({ ok: true, value: { pack: { manifest: { id: 'example' } } } });
    const extra = await folderWith(new Map([...files(), ['run-me.js', 'process.exit()']]));
    expect(await loadRulePack(extra)).toMatchObject({ ok: false, error: [{ code: 'pack.fileUnknown', path: 'run-me.js' }] });
  });

  it('says so when the folder is not there', async () => {
    expect(await loadRulePack(path.join(tmpdir(), 'no-such-pack'))).toMatchObject({
      ok: false,
      error: [{ code: 'pack.folderUnreadable' }],
    });
  });
});
