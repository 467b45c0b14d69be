import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { AssetAccess, Briefing, ControlPlan } from '../../src-shared/contract/access.ts';
import type { AssetDetail } from '../../src-shared/contract/inventory.ts';
import type { PersonDetail } from '../../src-shared/contract/people.ts';
import type { ExportRecord } from '../../src-shared/contract/reports.ts';
import { openTestWorkspace, type TestWorkspace } from '../harness/workspace.ts';

let open: TestWorkspace | undefined;
afterEach(async () => {
  await open?.end();
  open = undefined;
});

/** Three people, and technology for which the company needs a licence for nationals of one country. */
async function withPlan() {
  const workspace = await openTestWorkspace();
  open = workspace;
  const asset = await workspace.call<AssetDetail>('inventory.create', {
    kind: 'technology',
    name: 'Etch recipe',
    versionLabel: '3',
    ownerName: 'Priya Raman',
    facts: {},
  });
  const assetId = asset.row.id;
  const access = await workspace.call<AssetAccess>('access.asset', { assetId });
  await workspace.call('access.saveAsset', { ...access, licenceRequiredForNationalsOf: ['KP'], form: 'technology', published: false });
  const person = (name: string, team: string) => workspace.call<PersonDetail>('people.create', { columns: { name, team }, accounts: [] });
  const tied = async (made: PersonDetail, country: string) => {
    await workspace.call('people.saveTie', {
      personId: made.row.id,
      revision: made.row.revision,
      tieId: null,
      kind: 'citizenship',
      country,
      standing: null,
      since: '1990-02-03',
      source: 'Passport seen by HR',
      purpose: 'releaseCheck',
      keepUntil: '2027-01-01',
    });
    return made.row.id;
  };
  const mina = await tied(await person('Mina Park', 'Process'), 'KP');
  const jonas = await tied(await person('Jonas Weber', 'Process'), 'DE');
  const ada = (await person('Ada Okafor', 'Process')).row.id;
  const plan = () => workspace.call<ControlPlan>('access.controlPlan', { assetId });
  return { workspace, assetId, mina, jonas, ada, plan };
}

describe('technology control plan', () => {
  it('says who may, who may not and who cannot be said, without a nationality', async () => {
    const { plan } = await withPlan();
    const said = await plan();
    expect(said.may.map(({ name }) => name)).toEqual(['Jonas Weber']);
    expect(said.mayNot.map(({ name }) => name)).toEqual(['Mina Park']);
    expect(said.cannotSay.map(({ name }) => name)).toEqual(['Ada Okafor']);
    expect(said.unbriefed).toEqual([{ id: said.may[0]?.personId, name: 'Jonas Weber' }]);
    expect(said).toMatchObject({ assetName: 'Etch recipe', version: '3', owner: 'Priya Raman', judgedOn: '2026-11-21' });
    expect(JSON.stringify(said)).not.toMatch(/"KP"|"DE"|Korea|German|1990-02-03/);
  });

  it('lets a person in whom a valid authority covers, and keeps out who has left or whose role it is not for', async () => {
    const { workspace, assetId, mina, jonas, plan } = await withPlan();
    await workspace.call('people.saveAuthorisation', {
      id: null,
      revision: 0,
      kind: 'licence',
      number: 'D-1234',
      personId: mina,
      nationalities: [],
      assetIds: [assetId],
      eccns: [],
      validFrom: '2026-01-01',
      validTo: '2027-01-31',
      status: 'valid',
      note: '',
      evidence: '',
    });
    const covered = await plan();
    expect(covered.may.find(({ name }) => name === 'Mina Park')?.because).toContain('D-1234 until 2027-01-31');
    expect(covered.authorisations).toEqual(['D-1234, licence, valid, from 2026-01-01, until 2027-01-31']);
    const detail = await workspace.call<PersonDetail>('people.get', { id: jonas });
    await workspace.call('people.update', { id: jonas, revision: detail.row.revision, columns: { lastDay: '2026-06-30' } });
    expect(JSON.stringify(await plan())).not.toContain('Jonas Weber');
    const access = await workspace.call<AssetAccess>('access.asset', { assetId });
    await workspace.call('access.saveAsset', { ...access, allowedTeams: ['Design'] });
    expect((await plan()).may).toEqual([]);
  });

  it('records, changes and takes off briefings; undo brings one back', async () => {
    const { workspace, assetId, jonas, plan } = await withPlan();
    const briefing = { id: null, assetId, personId: jonas, briefedOn: '2026-11-02', signedBy: 'Priya Raman', note: '' };
    const [kept] = await workspace.call<Briefing[]>('access.saveBriefing', briefing);
    expect(kept).toMatchObject({ personId: jonas, briefedOn: '2026-11-02' });
    expect((await plan()).unbriefed).toEqual([]);
    await workspace.call('access.saveBriefing', { ...briefing, id: kept?.id, note: 'Second sheet' });
    expect((await plan()).briefings).toMatchObject([{ personName: 'Jonas Weber', note: 'Second sheet' }]);
    expect(await workspace.refusal('access.saveBriefing', { ...briefing, briefedOn: '2026-12-24' })).toMatchObject({
      code: 'request.invalid',
    });
    expect(await workspace.refusal('access.saveBriefing', { ...briefing, personId: 'nobody' })).toMatchObject({ code: 'record.notFound' });
    await workspace.call('access.removeBriefing', { id: kept?.id });
    expect((await plan()).briefings).toEqual([]);
    await workspace.call('journal.undo');
    expect((await plan()).briefings).toHaveLength(1);
  });

  it('[G3] saves a web page and a PDF with lines to sign, and records what left; a closed dialog leaves nothing', async () => {
    const { workspace, assetId, plan } = await withPlan();
    const file = join(workspace.ports.root, 'plan.html');
    workspace.ports.picks.saves.push(file);
    const saved = await workspace.call<{ name: string; bytes: number }>('access.exportControlPlan', {
      assetId,
      as: 'html',
      paper: 'A4',
      redaction: 'none',
    });
    const html = readFileSync(file, 'utf8');
    expect(saved).toEqual({ name: 'plan.html', bytes: Buffer.byteLength(html) });
    for (const words of ['Technology control plan TP-2026-001', 'Jonas Weber', 'Signature', 'Who may not', 'Export compliance'])
      expect(html).toContain(words);
    expect(html).not.toMatch(/<script|https?:|Korea/);
    workspace.ports.picks.saves.push(join(workspace.ports.root, 'plan.pdf'));
    await workspace.call('access.exportControlPlan', { assetId, as: 'pdf', paper: 'Letter', redaction: 'none' });
    expect(html).toContain('size: A4');
    expect(workspace.ports.seen.printed.at(-1)).toMatchObject({
      options: { paper: 'Letter' },
      html: expect.stringContaining('size: letter'),
    });
    expect(workspace.ports.seen.printed.at(-1)?.html).toContain('Mina Park');
    const exported = await workspace.call<ExportRecord[]>('reports.exports', { assetId, limit: 10 });
    expect(exported.map(({ what, format, number }) => `${what} ${format} ${number}`).sort()).toEqual([
      'controlPlan html TP-2026-001',
      'controlPlan pdf TP-2026-001',
    ]);
    expect(await workspace.call('access.exportControlPlan', { assetId, as: 'pdf', paper: 'A4', redaction: 'none' })).toBeNull();
    expect(await workspace.refusal('access.controlPlan', { assetId: 'gone' })).toMatchObject({ code: 'record.notFound' });
    expect((await plan()).assetId).toBe(assetId);
  });

  it('says in the report how many plans there are where it holds the first only', async () => {
    const { workspace } = await withPlan();
    for (let number = 2; number <= 61; number += 1) {
      const made = await workspace.call<AssetDetail>('inventory.create', {
        kind: 'technology',
        name: `Recipe ${number}`,
        versionLabel: '1',
        facts: {},
      });
      const access = await workspace.call<AssetAccess>('access.asset', { assetId: made.row.id });
      await workspace.call('access.saveAsset', { ...access, licenceRequiredForNationalsOf: ['KP'], form: 'technology', published: false });
    }
    const options = { paper: 'A4', redaction: 'none', recordId: null };
    const { page } = await workspace.call<{ page: object }>('reports.preview', { kind: 'people-and-control-plans', options });
    expect(JSON.stringify(page)).toContain('The first 60 of 61 control plans are in this report and its workbook.');
    expect(JSON.stringify(page)).toContain('and 61 control plans.');
  });
});
