import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OutputOf } from '../../src-shared/contract/index.ts';
import type { PartyDetail } from '../../src-shared/contract/parties.ts';
import type { FlagsOf } from '../../src-shared/contract/red-flags.ts';
import { openTestWorkspace, type TestWorkspace } from '../harness/workspace.ts';

let app: TestWorkspace;
let party = '';

beforeAll(async () => {
  app = await openTestWorkspace();
  const columns = { name: 'Dune Trading', kind: 'organisation', registrationCountry: 'NO', headquartersCountry: 'NO' };
  party = (await app.call<PartyDetail>('parties.create', { columns })).row.id;
});
afterAll(() => app.end());

const input = (flags: readonly string[], state: string, note = '') => ({
  ...{ partyId: party, flags, state, note, by: 'Ada Berg' },
  on: app.ports.clock.today(),
});
const answer = (flags: readonly string[], state: string, note = '') => app.call<FlagsOf>('redFlags.answer', input(flags, state, note));
const of = () => app.call<FlagsOf>('redFlags.of', { partyId: party });
const get = () => app.call<PartyDetail>('parties.get', { id: party });
const stateOf = (found: FlagsOf, id: string) => found.flags.find((flag) => flag.id === id)?.answer?.state;

describe('the checklist of red flags', () => {
  it('holds the flags of the pack with number, citation, and where the rule stands they hang on', async () => {
    const { flags, asOf, duties } = await of();
    expect(flags).toHaveLength(34);
    expect(asOf).toBe('2026-09-24');
    expect(duties.length).toBeGreaterThan(3);
    expect(flags.find(({ id }) => id === 'rf-09')).toMatchObject({
      text: 'Forwarder named as final destination',
      category: 'delivery',
      citation: { label: '15 CFR Part 732, Supplement No. 3, red flag 9', standing: 'verified' },
      confidence: 'text',
      answer: null,
    });
    expect(flags.find(({ id }) => id === 'rf-28')?.status).toEqual({ partOf: 'AI Diffusion rule', enforced: false });
    expect(flags.find(({ id }) => id === 'rf-29')?.status).toMatchObject({ reappliesFrom: '2026-11-10', confirmed: false });
    expect(flags.filter(({ confidence }) => confidence === 'background').map(({ category }) => category)).toEqual(
      Array(5).fill('aiDiversion'),
    );
  });

  it('raises the standing of the party until it is resolved with a reason', async () => {
    expect((await get()).row.overall).not.toBe('grave');
    expect((await app.refusal('redFlags.answer', input(['rf-09'], 'seen'))).code).toBe('request.invalid');
    await answer(['rf-09', 'rf-01'], 'seen', 'The forwarder would sign for it.');
    const { row, signs } = await get();
    expect(row).toMatchObject({ overall: 'grave', gravest: 'high' });
    expect(signs.filter(({ kind }) => kind === 'redFlag').map(({ why }) => why)).toEqual([
      expect.stringContaining('The forwarder would sign for it.'),
      expect.stringContaining('Resolve it before going on'),
    ]);
    const found = async () =>
      (await app.call<OutputOf<'quality.records'>>('quality.records', { check: 'redFlagOpen', offset: 0, limit: 5 })).rows;
    expect(await found()).toMatchObject([{ ref: { kind: 'party', id: party }, detail: { count: 2 } }]);
    const actions = await app.call<OutputOf<'overview.actions'>>('overview.actions', { limit: 50 });
    expect(actions).toContainEqual(expect.objectContaining({ kind: 'redFlagOpen', count: 2, route: `/parties/${party}?tab=flags` }));

    expect((await app.refusal('redFlags.answer', input(['rf-09'], 'noSign'))).code).toBe('policy.refused');
    expect((await app.refusal('redFlags.answer', input(['rf-09'], 'notLooked'))).code).toBe('policy.refused');
    const resolve = { partyId: party, by: 'Tess Tester', on: app.ports.clock.today() };
    expect((await app.refusal('redFlags.resolve', { ...resolve, flag: 'rf-09', reason: '  ' })).code).toBe('request.invalid');
    await app.call('redFlags.resolve', { ...resolve, flag: 'rf-09', reason: 'The end user signs; statement on file.' });
    expect((await get()).row.overall).toBe('grave');
    const last = await app.call<FlagsOf>('redFlags.resolve', { ...resolve, flag: 'rf-01', reason: 'They said so in writing.' });
    expect([last.open, stateOf(last, 'rf-09')]).toEqual([0, 'resolved']);
    expect((await get()).row.overall).not.toBe('grave');
    expect(await found()).toEqual([]);
    expect((await app.refusal('redFlags.resolve', { ...resolve, flag: 'rf-01', reason: 'Again' })).code).toBe('policy.refused');
    // The reason stays with what was seen: no other answer takes its place.
    for (const state of ['noSign', 'notLooked'])
      expect((await app.refusal('redFlags.answer', input(['rf-01'], state))).code).toBe('policy.refused');
  });

  it('undoes a resolution, keeps the history with the party, and can be seen anew', async () => {
    await app.call('journal.undo');
    expect((await of()).open).toBe(1);
    await app.call('journal.redo');
    const history = await app.call<OutputOf<'parties.history'>>('parties.history', { id: party });
    expect(history.map(({ method }) => method)).toEqual(expect.arrayContaining(['redFlags.answer', 'redFlags.resolve']));
    const again = await answer(['rf-01'], 'seen', 'They would not say it of the second order.');
    expect([again.open, stateOf(again, 'rf-01')]).toEqual([1, 'seen']);
  });

  it('takes many answers at once, and takes them away', async () => {
    const many = await answer(['rf-02', 'rf-03', 'rf-04'], 'noSign');
    expect(many.looked).toBe(5);
    expect((await answer(['rf-02'], 'notLooked')).looked).toBe(4);
    expect((await app.refusal('redFlags.answer', input(['rf-99'], 'noSign'))).code).toBe('record.notFound');
  });
});
