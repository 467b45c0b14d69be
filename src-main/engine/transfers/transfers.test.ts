import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TransferCheckId } from '../../../src-shared/model/transfer.ts';
import {
  groundChanges,
  groundOf,
  hindrances,
  judgeTransfer,
  type TransferAsset,
  type TransferFacts,
  type TransferPartyFacts,
  transferState,
} from './index.ts';

const asset: TransferAsset = {
  ...{
    id: 'a1',
    name: 'Mistral shelf 2',
    archived: false,
    versionId: 'v1',
    classification: '5A992.c',
    standing: 'restricted',
    stale: false,
  },
  ...{ openQuestions: 0, decidedUntil: '2031-06-01', decidedAs: '5A992.c', halts: [], openFindings: 0, firstFinding: null, gates: null },
};
const party: TransferPartyFacts = {
  ...{ id: 'p1', name: 'Fjordlys Hospital', archived: false, tier: 'low', screening: 'noMatch', openHits: 0, roles: ['endUser'] },
  ...{ ownership: { questions: 0 }, signs: [], halts: [], vettings: [] },
};
const facts: TransferFacts = {
  kind: 'shipment',
  items: [{ name: 'Mistral shelf 2', quantity: '4 pieces', asset }],
  parties: [{ name: 'Fjordlys Hospital', role: 'endUser', party }],
  ...{ destination: 'NO', transits: ['SE'], means: 'Carrier 7', endUse: 'Reads images of lungs' },
  authority: { kind: 'noLicence', reference: '', basis: 'Not controlled to Norway' },
  ...{ signs: [], placeRules: 'verified', lists: { official: 3, old: 0, oldest: '' }, today: '2030-11-20' },
};
const withAsset = (more: Partial<TransferAsset>): TransferFacts => ({
  ...facts,
  items: [{ name: 'x', quantity: '1', asset: { ...asset, ...more } }],
});
const withParty = (more: Partial<TransferPartyFacts>): TransferFacts => ({
  ...facts,
  parties: [{ name: 'x', role: 'endUser', party: { ...party, ...more } }],
});
const stateOf = (one: TransferFacts, id: TransferCheckId) => judgeTransfer(one).find((check) => check.id === id)?.state;
const sign = { kind: 'diversion', severity: 'medium', title: 'Run from elsewhere', question: true, citations: [] } as const;
const release = (state: string) => ({ gates: { releases: new Map([['NO', { state, missing: 2 }]]), trainingHeld: false } });

/** Facts that leave something open or hold it, with the check that has to say so. */
const notClear: readonly (readonly [string, TransferFacts, TransferCheckId, 'holds' | 'unknown'])[] = [
  ['nothing named', { ...facts, items: [] }, 'items', 'unknown'],
  ['a thing of no register', { ...facts, items: [{ name: 'Box', quantity: '1', asset: null }] }, 'items', 'unknown'],
  ['no quantity', { ...facts, items: [{ name: 'x', quantity: ' ', asset }] }, 'items', 'unknown'],
  ['never classified', withAsset({ standing: 'unassessed' }), 'classification', 'holds'],
  ['undetermined', withAsset({ standing: 'review', classification: 'undetermined', decidedAs: '' }), 'classification', 'holds'],
  ['decided against the rules', withAsset({ classification: '4E091' }), 'classification', 'unknown'],
  ['classified under earlier rules', withAsset({ stale: true }), 'classification', 'holds'],
  ['archived', withAsset({ archived: true }), 'classification', 'holds'],
  ['on rules nobody confirmed', withAsset({ standing: 'clearOnClaimedRules' }), 'classification', 'unknown'],
  ['nobody decided', withAsset({ decidedUntil: '', decidedAs: '' }), 'classification', 'unknown'],
  ['decision ran out', withAsset({ decidedUntil: '2030-11-19' }), 'classification', 'unknown'],
  ['asset halted', withAsset({ halts: [{ incidentId: 'i', number: 'I-0001' }] }), 'assetHalt', 'holds'],
  ['gate held', withAsset(release('held')), 'gate', 'holds'],
  ['gate not reached', withAsset(release('notYet')), 'gate', 'holds'],
  ['gate overtaken', withAsset(release('overtaken')), 'gate', 'holds'],
  ['gate ready', withAsset(release('ready')), 'gate', 'unknown'],
  ['gate passed over something', withAsset(release('passedDespite')), 'gate', 'unknown'],
  ['release never judged', withAsset({ gates: { releases: new Map(), trainingHeld: false } }), 'gate', 'unknown'],
  ['training gate held', withAsset({ gates: { releases: new Map(), trainingHeld: true } }), 'gate', 'holds'],
  ['open findings', withAsset({ openFindings: 1, firstFinding: 'f' }), 'openFindings', 'unknown'],
  ['nobody named', { ...facts, parties: [] }, 'receivers', 'unknown'],
  ['a name of no register', { ...facts, parties: [{ name: 'Somebody', role: 'endUser', party: null }] }, 'receivers', 'unknown'],
  ['no end user', { ...facts, parties: [{ name: 'x', role: 'freightForwarder', party }] }, 'receivers', 'unknown'],
  ['confirmed match', withParty({ screening: 'trueMatch' }), 'screening', 'holds'],
  ['open matches', withParty({ screening: 'open', openHits: 2 }), 'screening', 'holds'],
  ['passed on', withParty({ screening: 'escalated' }), 'screening', 'holds'],
  ['facts wanted', withParty({ screening: 'needFacts' }), 'screening', 'holds'],
  ['never screened', withParty({ screening: 'notScreened' }), 'screening', 'holds'],
  ['changed since', withParty({ screening: 'stale' }), 'screening', 'holds'],
  ['party archived', withParty({ archived: true }), 'screening', 'holds'],
  ['no official list', { ...facts, lists: { official: 0, old: 0, oldest: '' } }, 'screening', 'unknown'],
  ['old lists', { ...facts, lists: { official: 3, old: 1, oldest: 'A list' } }, 'screening', 'unknown'],
  ['owners unknown', withParty({ ownership: { questions: 1 } }), 'ownership', 'unknown'],
  ['red flag', withParty({ signs: [{ ...sign, kind: 'redFlag', severity: 'high', question: false }] }), 'signs', 'holds'],
  ['grave sign', withParty({ signs: [{ ...sign, kind: 'ownership', severity: 'high', question: false }] }), 'signs', 'holds'],
  ['something to ask', withParty({ signs: [sign] }), 'signs', 'unknown'],
  ['prohibited', withParty({ tier: 'prohibited' }), 'tier', 'holds'],
  ['no tier', withParty({ tier: null }), 'tier', 'unknown'],
  ['undertaking missing', withParty({ vettings: [{ kind: 'endUseStatement', state: 'missing' }] }), 'vetting', 'holds'],
  ['check not passed', withParty({ vettings: [{ kind: 'dueDiligence', state: 'notPassed' }] }), 'vetting', 'holds'],
  ['party halted', withParty({ halts: [{ incidentId: 'i', number: 'I-0001' }] }), 'partyHalt', 'holds'],
  ['no destination', { ...facts, destination: null }, 'destination', 'unknown'],
  ['embargo', { ...facts, signs: [{ ...sign, kind: 'embargoed', severity: 'high', question: false }] }, 'destination', 'holds'],
  ['a group of an arms embargo', { ...facts, signs: [{ ...sign, kind: 'controlledGroup', question: false }] }, 'destination', 'unknown'],
  ['which region', { ...facts, signs: [{ ...sign, kind: 'embargoedRegion' }] }, 'destination', 'unknown'],
  ['no rules on places', { ...facts, placeRules: 'none' }, 'destination', 'unknown'],
  ['unconfirmed rules on places', { ...facts, placeRules: 'claimed' }, 'destination', 'unknown'],
  ['no end use', { ...facts, endUse: ' ' }, 'endUse', 'unknown'],
  ['no authority', { ...facts, authority: null }, 'authority', 'unknown'],
  ['licence without a number', { ...facts, authority: { kind: 'licence', reference: '', basis: 'x' } }, 'authority', 'unknown'],
  ['no licence without a basis', { ...facts, authority: { kind: 'noLicence', reference: 'NLR', basis: '' } }, 'authority', 'unknown'],
];

describe('what is looked at before something goes', () => {
  it('is clear where everything is known and nothing holds', () => {
    expect(judgeTransfer(facts).map(({ state }) => state)).toEqual(judgeTransfer(facts).map(() => 'clear'));
    expect(stateOf(withAsset(release('passed')), 'gate')).toBe('clear');
  });

  it.each(notClear)('%s is not clear', (_, one, id, state) => {
    expect(stateOf(one, id)).toBe(state);
  });

  it('tries every check there is', () => {
    expect(new Set(notClear.map(([, , id]) => id))).toEqual(new Set(TransferCheckId.options));
  });

  it('names each check once', () => {
    const keys = judgeTransfer({ ...facts, items: [...facts.items, ...facts.items], parties: [...facts.parties, ...facts.parties] }).map(
      ({ key }) => key,
    );
    expect(new Set(keys).size).toBe(keys.length);
  });
});

const check = fc.record({ state: fc.constantFrom('holds' as const, 'unknown' as const, 'clear' as const) });
const recordState = fc.record({ ended: fc.constant(null), held: fc.boolean(), cleared: fc.boolean(), lapsed: fc.boolean() });

describe('where a transfer stands', () => {
  it('is never cleared while a check or a person holds it, nor without a clearance that stands', () => {
    fc.assert(
      fc.property(recordState, fc.array(check), (record, checks) => {
        if (transferState(record, checks) !== 'cleared') return;
        expect(record).toEqual({ ended: null, held: false, cleared: true, lapsed: false });
        expect(checks.some(({ state }) => state === 'holds')).toBe(false);
      }),
    );
  });

  it('does not become cleared by one more check that holds', () => {
    fc.assert(
      fc.property(recordState, fc.array(check), (record, checks) => {
        expect(transferState(record, [...checks, { state: 'holds' }])).toBe('held');
      }),
    );
  });

  it('may be cleared only with nothing that holds and a reason for each thing not known', () => {
    for (const [, one] of notClear) {
      const checks = judgeTransfer(one);
      expect(hindrances(checks, new Map())).not.toEqual([]);
      const reasons = new Map(checks.map(({ key }) => [key, 'Seen and discussed']));
      expect(hindrances(checks, reasons).map(({ because }) => because)).toEqual(
        checks.flatMap(({ state }) => (state === 'holds' ? ['holds'] : [])),
      );
      expect(hindrances(checks, new Map([...reasons].map(([key]) => [key, '  '])))).toHaveLength(
        checks.filter(({ state }) => state !== 'clear').length,
      );
    }
    expect(hindrances(judgeTransfer(facts), new Map())).toEqual([]);
  });
});

describe('a clearance', () => {
  const ground = (one: TransferFacts) => groundOf(one, judgeTransfer(one));

  it.each(notClear)('lapses when it turns out: %s', (_, one) => {
    expect(groundChanges(ground(facts), ground(one))).not.toEqual([]);
  });

  const otherwise: readonly (readonly [string, TransferFacts, string])[] = [
    ['another kind', { ...facts, kind: 'other' }, 'kind'],
    ['another quantity', { ...facts, items: [{ name: 'Mistral shelf 2', quantity: '40 pieces', asset }] }, 'items'],
    ['another version', withAsset({ versionId: 'v2' }), 'items'],
    ['another classification', withAsset({ classification: '4E091', decidedAs: '4E091' }), 'classification'],
    ['another role', { ...facts, parties: [{ name: 'x', role: 'customer', party }] }, 'parties'],
    ['another party', withParty({ id: 'p2' }), 'parties'],
    ['another place', { ...facts, destination: 'DK' }, 'places'],
    ['another way', { ...facts, transits: [] }, 'places'],
    ['another carrier', { ...facts, means: 'Carrier 8' }, 'means'],
    ['another end use', { ...facts, endUse: 'Trains a model' }, 'endUse'],
    ['another authority', { ...facts, authority: { kind: 'licence', reference: 'D1', basis: '' } }, 'authority'],
    ['another tier', withParty({ tier: 'high' }), 'tier'],
  ];
  it.each(otherwise)('lapses with %s, and says so', (_, one, what) => {
    expect(groundChanges(ground(facts), ground(one)).map((change) => change.what)).toContain(what);
  });

  it('stands while nothing changed, when what was open is settled, and when open work only moves', () => {
    expect(groundChanges(ground(facts), ground({ ...facts, today: '2030-12-24' }))).toEqual([]);
    for (const [, one] of notClear) {
      const changes = groundChanges(ground(one), ground(facts)).filter(({ is }) => is !== null);
      expect(changes).toEqual([]);
    }
    const hits = (openHits: number) => ground(withParty({ screening: 'open', openHits }));
    expect(groundChanges(hits(2), hits(3))).toEqual([]);
  });

  it('lapses when another question takes the place of the one it was cleared over', () => {
    const [one, other] = [withAsset({ decidedUntil: '' }), withAsset({ standing: 'clearOnClaimedRules' })];
    expect(groundChanges(ground(one), ground(other))).toMatchObject([{ what: 'classification', was: 'unknown', is: 'unknown' }]);
  });
});
