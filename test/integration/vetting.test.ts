import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { read, utils } from 'xlsx';
import type { OutputOf } from '../../src-shared/contract/index.ts';
import type { PartyDetail } from '../../src-shared/contract/parties.ts';
import type { PersonDetail } from '../../src-shared/contract/people.ts';
import { defaultVettingRules } from '../../src-shared/model/vetting.ts';
import { openTestWorkspace, type TestWorkspace } from '../harness/workspace.ts';

let app: TestWorkspace;
let reseller = '';
let person = '';
const secret = 'Zimtstern reference was not confirmed';

beforeAll(async () => {
  app = await openTestWorkspace();
  const made = await app.call<PartyDetail>('parties.create', {
    columns: { name: 'Orlan Service', kind: 'organisation', tier: 'high', roles: ['reseller'] },
  });
  reseller = made.row.id;
  person = (await app.call<PersonDetail>('people.create', { columns: { name: 'Ada Berg', role: 'Engineer' }, accounts: [] })).row.id;
});
afterAll(() => app.end());

type Of = OutputOf<'vetting.of'>;
const party = () => ({ kind: 'party', id: reseller });
const of = (subject: object) => app.call<Of>('vetting.of', { subject });
const input = (subject: object, more: object = {}) => ({
  ...{ id: null, revision: 0, subject, kind: 'enhancedDueDiligence', doneOn: app.ports.clock.today(), doneBy: 'Legal', nextOn: null },
  words: { result: 'passed', matter: 'Owners and press', conditions: '' },
  ...more,
});
const save = (subject: object, more: object = {}) => app.call<OutputOf<'vetting.save'>>('vetting.save', input(subject, more));
const found = async (check: string) => {
  const { rows } = await app.call<OutputOf<'quality.records'>>('quality.records', { check, offset: 0, limit: 50 });
  return rows.map(({ ref }) => ref.id);
};
const listedBy = async (vettings: readonly string[]) =>
  (await app.call<OutputOf<'parties.list'>>('parties.list', { filter: { vettings } })).rows.map(({ id }) => id);

describe('checks of a party', () => {
  it('are missing by tier and role, everywhere it is told', async () => {
    expect((await of(party())).standings.map(({ kind, state }) => [kind, state])).toEqual([
      ['auditRight', 'missing'],
      ['enhancedDueDiligence', 'missing'],
      ['partnerAudit', 'missing'],
      ['policyUndertaking', 'missing'],
      ['resaleLimits', 'missing'],
    ]);
    expect(await found('vettingMissing')).toEqual([reseller]);
    expect(await listedBy(['missing'])).toEqual([reseller]);
    expect((await app.call<PartyDetail>('parties.get', { id: reseller })).row).toMatchObject({ vetting: 'missing', vettingsOpen: 5 });
    const actions = await app.call<OutputOf<'overview.actions'>>('overview.actions', { limit: 50 });
    expect(actions).toContainEqual(
      expect.objectContaining({ kind: 'vettingDue', detail: 'party', count: 5, route: '/vetting?who=parties' }),
    );
    expect((await app.call<OutputOf<'vetting.due'>>('vetting.due', { who: 'parties', offset: 0, limit: 10 })).total).toBe(5);
  });

  it('settle what was missing, can be undone, stand in the history of the party and in search', async () => {
    const kept = await save(party());
    expect((await of(party())).standings.find(({ kind }) => kind === 'enhancedDueDiligence')?.state).toBe('inForce');
    await app.call('journal.undo');
    expect((await of(party())).kept).toEqual([]);
    await app.call('journal.redo');
    expect((await of(party())).kept.map(({ id }) => id)).toEqual([kept.id]);
    const history = await app.call<OutputOf<'parties.history'>>('parties.history', { id: reseller });
    expect(history.map(({ method }) => method)).toContain('vetting.save');
    const hits = await app.call<OutputOf<'search.records'>>('search.records', { text: 'enhanced orlan', kinds: ['vetting'], limit: 5 });
    expect(hits.map(({ ref }) => ref)).toEqual([{ kind: 'vetting', id: kept.id }]);
    await app.call('evidence.addNote', { record: { kind: 'vetting', id: kept.id }, name: 'Register extract', note: 'Seen' });
    expect((await of(party())).kept[0]?.evidence).toBe(1);
  });

  it('are overdue after their next day, not passed when they fail, and quiet once the party is prohibited', async () => {
    await save(party(), { kind: 'partnerAudit', doneOn: '2020-01-01', nextOn: '2021-01-01' });
    await save(party(), { kind: 'auditRight', words: { result: 'refused', matter: '', conditions: '' } });
    expect(await found('vettingOverdue')).toEqual([reseller]);
    expect(await found('vettingNotPassed')).toEqual([reseller]);
    expect(await listedBy(['overdue'])).toEqual([reseller]);
    expect((await app.call<OutputOf<'overview.vettings'>>('overview.vettings', { limit: 5 }))[0]).toMatchObject({ dueOn: '2021-01-01' });
    await app.call('parties.setMany', { ids: [reseller], change: { tier: 'prohibited' } });
    expect(await found('vettingOverdue')).toEqual([]);
    expect((await of(party())).standings).toEqual([]);
    await app.call('parties.setMany', { ids: [reseller], change: { tier: 'high' } });
  });

  it('are refused where days or conditions do not hold', async () => {
    for (const more of [
      { doneOn: '2999-01-01' },
      { doneOn: '2026-01-02', nextOn: '2026-01-02' },
      { words: { result: 'passedWithConditions', matter: '', conditions: ' ' } },
    ])
      expect((await app.refusal('vetting.save', input(party(), more))).code).toBe('request.invalid');
    const [first] = (await of(party())).kept;
    const stale = input(party(), { id: first?.id, revision: 99 });
    expect((await app.refusal('vetting.save', stale)).code).toBe('record.stale');
  });

  it('leave with the register', async () => {
    const path = join(app.ports.root, 'parties.xlsx');
    app.ports.picks.saves.push(path);
    await app.call('parties.export', { filter: {}, as: 'xlsx', paper: 'A4', redaction: 'none' });
    const { Sheets } = read(readFileSync(path));
    const rows = utils.sheet_to_json<string[]>(Sheets['Checks'] ?? {}, { header: 1 });
    expect(rows.flat()).toContain('Owners and press');
  });
});

describe('what is expected', () => {
  it('is the product’s default until somebody changes it, and again after going back', async () => {
    const rules = await app.call<OutputOf<'vetting.rules'>>('vetting.rules');
    expect(rules).toEqual({ rules: defaultVettingRules, own: false, revision: 0 });
    const mine = { parties: [{ kind: 'siteVisit', tiers: ['high'], roles: [], everyMonths: 6 }], staff: [] };
    const own = await app.call<OutputOf<'vetting.rules'>>('vetting.setRules', { rules: mine, revision: 0 });
    expect(own).toEqual({ rules: mine, own: true, revision: 1 });
    expect((await of(party())).standings.filter(({ expected }) => expected).map(({ kind }) => kind)).toEqual(['siteVisit']);
    expect((await app.refusal('vetting.setRules', { rules: null, revision: 0 })).code).toBe('record.stale');
    expect(await app.call('vetting.setRules', { rules: null, revision: 1 })).toMatchObject({ own: false });
  });
});

describe('a background check', () => {
  const staff = () => ({ kind: 'person', id: person });
  const words = { result: 'failed', matter: secret, conditions: '' };

  it('tells only that it is on file; what it says is shown on purpose, and who looked is kept', async () => {
    await app.call('vetting.setRules', {
      rules: { parties: [], staff: [{ kind: 'backgroundCheck', who: 'everybody', everyMonths: 12 }] },
      revision: 2,
    });
    expect(await found('vettingMissing')).toEqual([person]);
    const kept = await save(staff(), { kind: 'backgroundCheck', words });
    expect(kept.words).toBeNull();
    const shown = await of(staff());
    expect(shown.standings.map(({ state }) => state)).toEqual(['inForce']);
    expect(JSON.stringify(shown)).not.toContain('failed');
    expect(await found('vettingNotPassed')).not.toContain(person);
    const { words: revealed } = await app.call<OutputOf<'vetting.reveal'>>('vetting.reveal', { personId: person, purpose: 'audit' });
    expect(revealed).toEqual([{ id: kept.id, ...words }]);
    const history = await app.call<OutputOf<'people.history'>>('people.history', { id: person });
    expect(history[0]).toMatchObject({ method: 'vetting.reveal', params: { purpose: 'audit' } });
    expect(JSON.stringify(history)).not.toContain(secret);
  });

  it('never enters the journal, nor the search, and a correction can be undone', async () => {
    const [kept] = (await of(staff())).kept;
    await save(staff(), { id: kept?.id, revision: kept?.revision, kind: 'backgroundCheck', words: { ...words, result: 'passed' } });
    await app.call('journal.undo');
    const { words: back } = await app.call<OutputOf<'vetting.reveal'>>('vetting.reveal', { personId: person, purpose: 'audit' });
    expect(back.map(({ result }) => result)).toEqual(['failed']);
    const changes = await app.call('journal.history', { entity: 'vettings', id: kept?.id });
    expect(JSON.stringify(changes)).not.toContain(secret);
    expect(await app.call('search.records', { text: 'background Berg', kinds: ['vetting'], limit: 5 })).toEqual([]);
  });

  it('goes with the person who is erased, and gives way where it names the person', async () => {
    const { id } = await save(party(), { kind: 'siteVisit', doneBy: 'Ada Berg' });
    const { row } = await app.call<PersonDetail>('people.get', { id: person });
    await app.call('people.erase', { id: person, revision: row.revision, reason: 'personAsked', replaceAccounts: false });
    expect((await of(staff())).kept).toEqual([]);
    const left = await app.call<OutputOf<'vetting.get'>>('vetting.get', { id });
    expect(left.doneBy).not.toContain('Berg');
  });
});
