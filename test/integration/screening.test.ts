import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenedLists } from '../../src-shared/contract/lists.ts';
import type { HitDetail, HitGroup, LookUp, Profile, ProfileEffect, Run } from '../../src-shared/contract/screening.ts';
import { dayAfter } from '../../src-shared/model/dates.ts';
import { openTestWorkspace, type TestWorkspace } from '../harness/workspace.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
});
afterEach(() => workspace.end());

const person = (number: number, name: string, more: object = {}) => ({
  id: `SDN-${number}`,
  type: 'person',
  names: [{ text: name }],
  ...more,
});

async function jobDone(jobId: string): Promise<void> {
  const ended = () => workspace.events.some((event) => event.type === 'job' && event.jobId === jobId && event.state !== 'running');
  await expect.poll(ended, { timeout: 60_000, interval: 20 }).toBe(true);
  expect(workspace.events.findLast((event) => event.type === 'job' && event.jobId === jobId)).toMatchObject({ state: 'done' });
}

/** Takes a list in and waits for the screening that starts by itself. */
async function takeIn(day: string, parties: readonly object[]): Promise<Run | null> {
  const path = join(workspace.ports.root, `list-${day}.jsonl`);
  writeFileSync(
    path,
    [{ format: 'gatehouse-list/1', list: 'SDN', published: day }, ...parties].map((line) => JSON.stringify(line)).join('\n'),
  );
  workspace.ports.picks.files.push(path);
  const { jobId, token } = await workspace.call<{ jobId: string; token: string }>('lists.open', { handles: null });
  await jobDone(jobId);
  const opened = await workspace.call<OpenedLists>('lists.opened', { token });
  const before = workspace.events.length;
  await workspace.call('lists.keep', { token, versions: opened.lists.map(({ id }) => id) });
  const ended = () =>
    workspace.events
      .slice(before)
      .some((event) => event.type === 'job' && event.kind === 'screening.rescreen' && event.state !== 'running');
  await expect.poll(ended, { timeout: 60_000, interval: 20 }).toBe(true);
  return (await workspace.call<Run[]>('screening.runs', { limit: 1 }))[0] ?? null;
}

const people = ['Dmitri Vassilyev', 'Ingrid Solheim', 'Yusuf al-Hadrawi'];
async function addPeople(names: readonly string[] = people): Promise<void> {
  for (const name of names) await workspace.call('people.create', { columns: { name }, accounts: [] });
}

const queue = async (filter: object = {}) =>
  workspace.call<{ subjects: number; hits: number; groups: HitGroup[] }>('screening.queue', {
    filter: { subjects: ['person'], ...filter },
  });
async function firstHit(filter: object = {}) {
  const found = (await queue(filter)).groups[0]?.hits[0];
  if (found === undefined) throw new Error('Nothing waits');
  return found;
}
const decide = async (verdict: string, reason = 'differentBirth') => {
  const hit = await firstHit();
  await workspace.call('screening.decide', { hits: [{ id: hit.id, revision: hit.revision }], verdict, reason, note: '', seconds: 12 });
  return hit;
};

const vasilyev = person(1, 'VASILYEV, Dmitry', { births: ['03 Jan 1962'] });
const hadrawi = person(2, 'AL-HADRAWI, Yousef', { names: [{ text: 'AL-HADRAWI, Yousef' }, { text: 'يوسف الحضراوي' }] });

describe('screening people against lists', () => {
  it('finds whoever may be on a list as soon as the list is there, and leaves the others alone', async () => {
    await addPeople();
    await takeIn('2026-11-20', [vasilyev, hadrawi, person(3, 'NOBODY, Quite Different')]);
    const found = await queue();
    expect(found.groups.map(({ name }) => name).sort()).toEqual(['Dmitri Vassilyev', 'Yusuf al-Hadrawi']);
    const detail = await workspace.call<HitDetail>('screening.hit', { id: (await firstHit({ text: 'Hadrawi' })).id });
    expect(detail.entry.names.map(({ text }) => text)).toContain('يوسف الحضراوي');
    expect(detail.pairs.length).toBeGreaterThan(0);
    expect(detail.otherNames.every(({ nameScore }) => nameScore !== null)).toBe(true);
  });

  it('shows staff only when they are asked for', async () => {
    await addPeople();
    await takeIn('2026-11-20', [vasilyev]);
    expect((await workspace.call<{ hits: number }>('screening.queue', { filter: {} })).hits).toBe(0);
    expect((await queue()).hits).toBe(1);
  });

  it('counts parties and staff apart, and shows one subject alone when asked', async () => {
    await addPeople();
    await workspace.call('parties.create', { columns: { name: 'Dmitri Vassilyev', kind: 'person', registrationCountry: 'KZ' } });
    await takeIn('2026-11-20', [vasilyev, hadrawi]);
    expect(await workspace.call('screening.standing')).toMatchObject({
      waiting: { hits: 1, subjects: 1 },
      waitingStaff: { hits: 2, subjects: 2 },
    });
    const whole = await workspace.call<{ groups: HitGroup[] }>('screening.queue', { filter: {} });
    expect(whole.groups.map(({ subject }) => subject.kind)).toEqual(['party']);
    const [someone] = (await queue()).groups;
    expect((await queue({ subject: someone?.subject })).groups).toEqual([someone]);
  });

  it('pages through every group, finds the page of a hit, and stays on the last page when the queue shrinks', async () => {
    const names = Array.from({ length: 7 }, (_, at) => `Dmitri Vassilyev ${'ABCDEFG'[at]}`);
    await addPeople(names);
    await takeIn('2026-11-20', [vasilyev]);
    const page = (input: object) =>
      workspace.call<{ subjects: number; offset: number; groups: HitGroup[] }>('screening.queue', {
        filter: { subjects: ['person'] },
        limit: 3,
        ...input,
      });
    const pages = await Promise.all([0, 3, 6].map((offset) => page({ offset })));
    expect(pages.map(({ groups }) => groups.length)).toEqual([3, 3, 1]);
    expect(new Set(pages.flatMap(({ groups }) => groups.map(({ name }) => name)))).toEqual(new Set(names));
    const far = pages[2]?.groups[0]?.hits[0];
    expect(await page({ around: far?.id })).toMatchObject({ offset: 6, subjects: 7, groups: [{ hits: [{ id: far?.id }] }] });
    expect(await page({ around: 'no-such-hit', offset: 3 })).toMatchObject({ offset: 3 });
    await workspace.call('screening.decide', {
      hits: [{ id: far?.id, revision: far?.revision }],
      verdict: 'falsePositive',
      reason: 'differentBirth',
      note: '',
      seconds: null,
    });
    expect(await page({ offset: 6 })).toMatchObject({ offset: 3, subjects: 6 });
  });

  it('reminds of a screening of everybody once the days are over, and not a day before', async () => {
    await addPeople();
    await takeIn('2026-11-20', [vasilyev]);
    const standing = () => workspace.call<{ due: boolean; dueOn: string | null }>('screening.standing');
    const day = workspace.ports.clock.today();
    // The first list was the first look at everybody.
    expect(await standing()).toMatchObject({ due: false, dueOn: dayAfter(day, 30) });
    workspace.ports.clock.advance(5 * 86_400_000);
    const { jobId } = await workspace.call<{ jobId: string }>('screening.run', { cause: 'all', subjects: null });
    await jobDone(jobId);
    const profile = await workspace.call<Profile>('screening.profile');
    await workspace.call('screening.saveProfile', { ...profile, remindAfterDays: 10 });
    expect(await standing()).toMatchObject({ due: false, dueOn: dayAfter(day, 15) });
    workspace.ports.clock.advance(9 * 86_400_000);
    expect((await standing()).due).toBe(false);
    workspace.ports.clock.advance(86_400_000);
    expect((await standing()).due).toBe(true);
  });

  it('names facts that only one side holds, so that they can be asked for', async () => {
    await addPeople();
    await takeIn('2026-11-20', [vasilyev]);
    const { features } = await workspace.call<HitDetail>('screening.hit', { id: (await firstHit()).id });
    expect(features.find(({ name }) => name === 'birth')).toMatchObject({ ours: '', theirs: '03 Jan 1962', points: 0 });
  });

  it('keeps notes on a hit', async () => {
    await addPeople();
    await takeIn('2026-11-20', [vasilyev]);
    const about = { entity: 'hit', id: (await firstHit()).id };
    await workspace.call('notes.add', { about, text: 'Asked the site manager.', attorneyAdvice: false, author: 'Ada' });
    expect(await workspace.call('notes.list', { about })).toMatchObject([{ text: 'Asked the site manager.' }]);
  });

  it('looks only at what changed when the list is published anew', async () => {
    await addPeople();
    await takeIn('2026-11-01', [vasilyev]);
    const run = await takeIn('2026-11-20', [vasilyev, hadrawi]);
    expect(run).toMatchObject({ cause: 'lists', entries: 1, newHits: 1, gone: 0 });
    expect((await queue({ runId: run?.id })).groups.map(({ name }) => name)).toEqual(['Yusuf al-Hadrawi']);
  });

  it('takes away hits of entries that left the list, but not those somebody decided', async () => {
    await addPeople();
    await takeIn('2026-11-01', [vasilyev, hadrawi]);
    await decide('falsePositive');
    const run = await takeIn('2026-11-20', [person(3, 'SOMEBODY, Else')]);
    expect(run).toMatchObject({ gone: 2 });
    expect((await queue()).hits).toBe(0);
    expect((await queue({ states: ['gone'] })).hits).toBe(1);
  });
});

describe('decisions', () => {
  it('are kept, undone, and lapse by themselves when the entry says something else', async () => {
    await addPeople();
    await takeIn('2026-11-01', [vasilyev]);
    await decide('falsePositive');
    expect((await queue()).hits).toBe(0);
    await workspace.call('journal.undo');
    expect((await queue()).hits).toBe(1);
    await decide('falsePositive');

    await takeIn('2026-11-10', [{ ...vasilyev, remarks: 'A remark that changes nothing.' }]);
    expect((await queue()).hits).toBe(0);

    const run = await takeIn('2026-11-20', [{ ...vasilyev, births: ['03 Jan 1962', '1985'] }]);
    expect(run).toMatchObject({ lapsed: 1 });
    const hit = await firstHit();
    expect(hit.state).toBe('lapsed');
    const detail = await workspace.call<HitDetail>('screening.hit', { id: hit.id });
    expect(detail.decisions[0]?.lapsed?.why).toBe('the entry has another date of birth');
  });

  it('need another person before a true match stands', async () => {
    await addPeople();
    await takeIn('2026-11-20', [vasilyev]);
    const { id } = await decide('trueMatch', 'sameNameAndFacts');
    expect(await firstHit()).toMatchObject({ id, state: 'trueUnconfirmed', revision: 1 });
    const second = (by: string) => ({ id, revision: 1, agree: true, note: '', by });
    expect(await workspace.refusal('screening.second', second('tess  TESTER'))).toMatchObject({ code: 'policy.refused' });
    await workspace.call('screening.second', second('Ada Second'));
    expect((await queue()).hits).toBe(0);
    expect((await queue({ states: ['trueMatch'] })).hits).toBe(1);
  });

  it('stand in the report with who decided, when and why, the second person, and the day of the list', async () => {
    const columns = { kind: 'person', name: 'Dmitri Vassilyev', roles: ['customer'] };
    await workspace.call('parties.create', { columns });
    await addPeople(['Ingrid Solheim']);
    await takeIn('2026-11-20', [vasilyev]);
    const hit = await firstHit({ subjects: ['party'] });
    const decided = { verdict: 'trueMatch', reason: 'sameNameAndFacts', note: 'Seen by Ingrid Solheim', seconds: null };
    await workspace.call('screening.decide', { hits: [{ id: hit.id, revision: hit.revision }], ...decided });
    const second = { id: hit.id, revision: 1, agree: true, note: '', by: 'Ada Second' };
    await workspace.call('screening.second', second);
    const report = async (redaction: string) => {
      const options = { paper: 'A4', redaction, recordId: null };
      return JSON.stringify((await workspace.call<{ page: object }>('reports.preview', { kind: 'screening', options })).page);
    };
    const said = await report('none');
    expect(said).toContain('Name and facts are the same. Seen by Ingrid Solheim. Ada Second agreed as second person on 21 Nov 2026.');
    expect(said).toContain('"text":"Tess Tester"');
    // The list speaks of the day before it was compared.
    expect(said).toContain('"text":"20 Nov 2026"');
    expect(await report('initials')).not.toMatch(/Solheim|Ada Second|Tess Tester|Vassilyev/);
  });

  it('are refused when somebody else decided in between, and need words for another reason', async () => {
    await addPeople();
    await takeIn('2026-11-20', [vasilyev]);
    const hit = await firstHit();
    const input = { hits: [{ id: hit.id, revision: hit.revision }], verdict: 'falsePositive', note: '', seconds: null };
    expect(await workspace.refusal('screening.decide', { ...input, reason: 'other' })).toMatchObject({ code: 'policy.refused' });
    await workspace.call('screening.decide', { ...input, reason: 'differentName' });
    expect(await workspace.refusal('screening.decide', { ...input, reason: 'differentName' })).toMatchObject({ code: 'record.stale' });
  });

  it('are measured', async () => {
    await addPeople();
    await takeIn('2026-11-20', [vasilyev, hadrawi]);
    await decide('falsePositive');
    expect(await workspace.call('screening.measures')).toMatchObject({ screened: 3, decided: 1, shareFalse: 1, secondsPerDecision: 12 });
  });
});

describe('thresholds', () => {
  it('show what they would change before they are saved, and change it without screening anew', async () => {
    await addPeople();
    await takeIn('2026-11-20', [vasilyev, hadrawi]);
    const profile = await workspace.call<Profile>('screening.profile');
    const thresholds = { SDN: { review: 1, strong: 1 } };
    const effect = await workspace.call<ProfileEffect>('screening.tryProfile', { manner: 'default', thresholds });
    expect(effect).toMatchObject({ before: { hits: 2 }, after: { hits: 0 } });
    expect(effect.lost).toHaveLength(2);
    expect((await queue()).hits).toBe(2);
    await workspace.call('screening.saveProfile', { ...profile, thresholds });
    expect((await queue()).hits).toBe(0);
    await workspace.call('journal.undo');
    expect((await queue()).hits).toBe(2);
  });
});

describe('look-up', () => {
  it('screens pasted names at once and prints a certificate of it', async () => {
    await takeIn('2026-11-20', [vasilyev, hadrawi]);
    const names = ['Dmitrij Wassiljew', 'Jane Ordinary'].map((name) => ({ name, type: 'person', country: null }));
    const found = await workspace.call<LookUp>('screening.lookUp', { names, manner: 'default' });
    expect(found.names.map(({ hits }) => hits.length > 0)).toEqual([true, false]);
    const explained = await workspace.call<{ outcome: string }>('screening.explain', {
      name: 'Jane Ordinary',
      type: 'person',
      country: null,
      list: 'SDN',
      entryId: 'SDN-1',
    });
    expect(explained.outcome).toBe('notCandidate');
    workspace.ports.picks.saves.push(join(workspace.ports.root, 'certificate.html'));
    const saved = await workspace.call<{ sha256: string }>('screening.exportCertificate', {
      of: { kind: 'lookUp', id: found.id },
      as: 'html',
      redaction: 'none',
    });
    expect(saved.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('shows embargoed places of a name that no list holds, asks for the part of a country, and prints both on the certificate', async () => {
    await takeIn('2026-11-20', [vasilyev]);
    const found = await workspace.call<LookUp>('screening.lookUp', {
      names: [
        { name: 'Quiet Harbour Bakery', type: 'org', country: 'CU' },
        { name: 'Sevastopol Crimea Shipyard', type: 'org', country: 'UA' },
        { name: 'Plain Harbour Bakery', type: 'org', country: 'UA' },
        { name: 'Still Harbour Bakery', type: 'org', country: 'NO' },
      ],
      manner: 'default',
    });
    expect(found.names.map(({ hits }) => hits.length)).toEqual([0, 0, 0, 0]);
    const [cuba, crimea, ukraine, norway] = found.names.map(({ signs }) => signs);
    expect(cuba).toContainEqual({ severity: 'high', text: expect.stringMatching(/embargoed destination/) });
    expect(crimea).toContainEqual({ severity: 'high', text: expect.stringMatching(/Crimea/) });
    expect(ukraine).toContainEqual({ severity: 'medium', text: expect.stringMatching(/Which part of Ukraine\?/) });
    expect(ukraine?.some(({ severity }) => severity === 'high')).toBe(false);
    expect(norway).toEqual([]);
    const path = join(workspace.ports.root, 'signs.html');
    workspace.ports.picks.saves.push(path);
    await workspace.call('screening.exportCertificate', { of: { kind: 'lookUp', id: found.id }, as: 'html', redaction: 'none' });
    const page = readFileSync(path, 'utf8');
    expect(page).toContain('No open match, but signs beside the lists');
    expect(page).toContain('3 of the names have signs');
    expect(page).toContain('embargoed destination');
  });
});
