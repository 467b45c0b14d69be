import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../src-shared/model/dates.ts';
import type { GateKind, GatePass } from '../../../src-shared/model/gate.ts';
import { type GateDestinationFacts, type GateFacts, type GateReportFacts, type GateVersionFacts, judgeGates } from './gates.ts';

const today = isoDate('2031-05-01');
const whole: GateVersionFacts = {
  assetId: 'a',
  versionId: 'v',
  ordinal: 1,
  versionNote: '',
  versionMadeOn: isoDate('2031-01-01'),
  stage: 'releaseHeld',
  originType: 'trained',
  ownerName: 'Somebody',
  purposeKnown: true,
  useKnown: true,
  militaryAnswered: true,
  trainingPlaceKnown: true,
  reachKnown: true,
  operations: { low: 1e24, high: 2e24 },
  classification: 'EAR99',
  stale: false,
  openQuestions: 0,
  decidedUntil: '2031-12-31',
  mapReviewedOn: isoDate('2031-04-01'),
  mapEveryDays: 91,
  openHighFindings: 0,
  firstFinding: null,
  halts: [],
  reported: null,
};
const place: GateDestinationFacts = {
  country: 'NO',
  licence: 'notRequired',
  textLicence: null,
  reasons: '',
  regimes: 'United States',
  unasked: { met: [], open: [] },
  claimed: false,
  embargoed: false,
  parties: 2,
  partiesOpen: 0,
  partiesMatched: 0,
  partiesToAsk: 0,
  partiesHalted: 0,
  firstParty: null,
  redFlags: 0,
  flaggedParty: null,
};
const pass = (gate: GateKind, change: Partial<GatePass> = {}): GatePass => ({
  id: `${gate}-pass`,
  gate,
  destination: gate === 'release' ? 'NO' : '',
  versionId: 'v',
  versionLabel: '1',
  on: isoDate('2031-04-02'),
  by: 'Somebody',
  reason: 'Looked through',
  despite: [],
  ...change,
});
const before = [pass('idea'), pass('trainingPlanned'), pass('trainingCompleted')];
const facts = (change: Partial<GateVersionFacts> = {}, more: Partial<GateFacts> = {}): GateFacts => ({
  version: { ...whole, ...change },
  destinations: [place],
  reports: [],
  passes: before,
  ...more,
});
const gate = (given: GateFacts, kind: GateKind, destination = kind === 'release' ? 'NO' : '') => {
  const found = judgeGates(given, today).find((one) => one.gate === kind && one.destination === destination);
  if (found === undefined) throw new Error(`No gate ${kind}`);
  return found;
};
const missing = (given: GateFacts, kind: GateKind) =>
  gate(given, kind)
    .conditions.filter(({ state }) => state === 'missing' || state === 'open')
    .map(({ id }) => id);

describe('judgeGates', () => {
  it('is ready where all is met and nobody passed, and passed where somebody did', () => {
    expect(gate(facts(), 'release').state).toBe('ready');
    expect(gate(facts({}, { passes: [...before, pass('release')] }), 'release').state).toBe('passed');
  });

  it.each([
    [{ classification: 'undetermined' }, 'trainingCompleted', ['classified', 'classificationFresh']],
    [{ classification: '' }, 'trainingCompleted', ['classified', 'classificationFresh']],
    [{ stale: true }, 'trainingCompleted', ['classificationFresh']],
    [{ decidedUntil: '2031-04-30' }, 'trainingCompleted', ['decisionStands']],
    [{ openQuestions: 1 }, 'trainingCompleted', ['questionsAnswered']],
    [{ operations: null }, 'trainingCompleted', ['earlierGate', 'computeRecorded']],
    [{ mapReviewedOn: isoDate('2031-01-30') }, 'trainingCompleted', ['mapReviewed']],
    [{ mapReviewedOn: null }, 'trainingCompleted', ['mapReviewed']],
    [{ reachKnown: false }, 'trainingCompleted', ['reachKnown']],
    [{ openHighFindings: 2, firstFinding: 'f' }, 'release', ['findingsExplained']],
    [{ ownerName: ' ' }, 'idea', ['ownerNamed']],
    [{ stage: 'unknown' }, 'idea', ['stageKnown']],
  ] as const)('%j leaves %s waiting for %j', (change, kind, wanted) => {
    expect(missing(facts(change), kind)).toEqual(wanted);
  });

  it('holds on the last day of a decision and lets the map lapse after so many days', () => {
    expect(missing(facts({ decidedUntil: today }), 'trainingCompleted')).toEqual([]);
    expect(missing(facts({ mapReviewedOn: isoDate('2031-01-31') }), 'trainingCompleted')).toEqual([]);
  });

  it('holds a gate whose earlier gate does not stand, and all of them under a halt', () => {
    expect(missing(facts({}, { passes: [] }), 'trainingPlanned')).toEqual(['earlierGate']);
    const halted = facts({ halts: [{ incidentId: 'i', number: 'I-0001' }] });
    expect(gate(halted, 'release').conditions.find(({ id }) => id === 'nothingHalted')).toMatchObject({
      state: 'missing',
      link: { kind: 'incident', id: 'i' },
    });
    expect(gate(halted, 'trainingCompleted').state).toBe('overtaken');
  });

  it('is overtaken when what held at the time no longer does, and not by what was passed over by name', () => {
    const over = facts(
      { openQuestions: 3 },
      { passes: [...before.slice(0, 2), pass('trainingCompleted', { despite: ['questionsAnswered'] })] },
    );
    expect(gate(over, 'trainingCompleted').state).toBe('passedDespite');
    expect(gate({ ...over, version: { ...over.version, stale: true } }, 'trainingCompleted').state).toBe('overtaken');
  });

  it('judges each destination by itself and asks for one where there is none', () => {
    const two = facts(
      {},
      { destinations: [place, { ...place, country: 'CN', licence: 'required', reasons: 'RS', redFlags: 1, flaggedParty: 'p' }] },
    );
    expect(gate(two, 'release', 'NO').state).toBe('ready');
    expect(
      gate(two, 'release', 'CN')
        .conditions.filter(({ state }) => state === 'missing')
        .map(({ id }) => id),
    ).toEqual(['licenceSettled', 'redFlagsResolved']);
    const none = gate(facts({}, { destinations: [] }), 'release', '');
    expect(none.conditions.find(({ id }) => id === 'destinationNamed')?.state).toBe('missing');
  });

  it('holds a release to a place where a party is halted', () => {
    expect(missing(facts({}, { destinations: [{ ...place, partiesHalted: 1, firstParty: 'p' }] }), 'release')).toEqual(['partiesClear']);
  });

  it('leaves a text that is printed and not enforced open, and a place where nobody is known to deal', () => {
    const printed = facts({}, { destinations: [{ ...place, textLicence: 'required', parties: 0 }] });
    expect(
      gate(printed, 'release')
        .conditions.filter(({ state }) => state === 'open')
        .map(({ id }) => id),
    ).toEqual(['licenceSettled', 'partiesClear']);
    expect(gate(printed, 'release').state).toBe('held');
  });

  it.each([
    ['meets entries of a regime that was not asked', { unasked: { met: ['Japan'], open: [] } }, 'missing', 'Japan'],
    ['may meet entries of one', { unasked: { met: [], open: ['Japan', 'India'] } }, 'open', 'Japan, India'],
    ['rests on rules nobody read', { claimed: true }, 'open', ''],
  ] as const)('never says that no licence is needed where the version %s', (_, change, state, others) => {
    const [found] = gate(facts({}, { destinations: [{ ...place, ...change }] }), 'release').conditions.filter(
      ({ id }) => id === 'licenceSettled',
    );
    expect(found?.state).toBe(state);
    expect(found?.params['others']).toBe(others);
  });

  it('has no plan of training for a bought model, no change for a first version, nothing more for a retired one', () => {
    expect(gate(facts({ originType: 'bought' }), 'trainingPlanned').state).toBe('notApplicable');
    expect(gate(facts(), 'change').state).toBe('notApplicable');
    expect(judgeGates(facts({ stage: 'retired' }, { passes: [] }), today).every(({ state }) => state === 'notApplicable')).toBe(true);
  });

  it('asks of a later version what changed, and for the map since', () => {
    const later = facts({ ordinal: 2, versionMadeOn: isoDate('2031-04-02') });
    expect(missing(later, 'change')).toEqual(['changeDescribed', 'mapReviewedSince']);
  });

  it('is due once a pipeline reports its stage, whatever the register says', () => {
    const planned = { stage: 'planned' as const };
    const report = { gate: 'trainingCompleted' as const, destination: '', runId: 'r1', weightsSha256: '', afterPass: false };
    const passes = [pass('idea'), pass('trainingPlanned')];
    expect(gate(facts(planned, { passes }), 'trainingCompleted').state).toBe('notYet');
    expect(gate(facts(planned, { passes, reports: [report] }), 'trainingCompleted').state).toBe('ready');
    expect(gate(facts({ stage: 'retired' }, { passes, reports: [report] }), 'trainingCompleted').state).toBe('notApplicable');
  });

  const said = (kind: GateKind, weightsSha256: string, more: Partial<GateReportFacts> = {}): GateReportFacts => ({
    ...{ gate: kind, destination: kind === 'release' ? 'NO' : '', runId: '', weightsSha256, afterPass: false },
    ...more,
  });
  it.each([
    ['nothing was reported', [], 'notApplicable', ''],
    ['the training was reported without a hash, the release not at all', [said('trainingCompleted', '')], 'notApplicable', ''],
    ['both were reported alike', [said('trainingCompleted', 'aa'), said('release', 'aa')], 'met', 'aa'],
    ['the release is of other weights', [said('trainingCompleted', 'aa'), said('release', 'bb')], 'missing', 'aa'],
    ['the release was not reported', [said('trainingCompleted', 'aa')], 'open', 'aa'],
    ['the release was reported without a hash', [said('trainingCompleted', 'aa'), said('release', '')], 'open', 'aa'],
    ['the training was not reported', [said('release', 'bb')], 'open', ''],
    [
      'another place was sent others',
      [said('trainingCompleted', 'aa'), said('release', 'bb', { destination: 'SE' }), said('release', 'aa')],
      'met',
      'aa',
    ],
    [
      'a later run came after the pass',
      [said('trainingCompleted', 'aa'), said('trainingCompleted', 'bb', { afterPass: true }), said('release', 'bb')],
      'missing',
      'aa',
    ],
    ['only runs after the pass were reported', [said('trainingCompleted', 'bb', { afterPass: true }), said('release', 'bb')], 'met', 'bb'],
  ] as const)('compares the weights of a release with those of the training: %s', (_name, reports, state, trained) => {
    const given = facts({}, { reports });
    const found = gate(given, 'release').conditions.find(({ id }) => id === 'weightsMatch');
    expect([found?.state, found?.params['trained']]).toEqual([state, trained]);
    if (state === 'missing') expect(gate(given, 'release').state).toBe('held');
  });

  it('is held while a reported figure and the one on record differ', () => {
    const reported = { gate: 'trainingCompleted' as const, value: 3e25, onRecord: 2e24 };
    expect(missing(facts({ reported }), 'trainingCompleted')).toEqual(['reportSettled']);
    expect(gate(facts({ reported }), 'trainingCompleted').state).toBe('overtaken');
    expect(missing(facts({ reported }), 'trainingPlanned')).toEqual([]);
  });

  it.each([
    ['the first run after a pass', [{ runId: 'r1', afterPass: true }], false],
    ['the run it was given for, once more', [{ runId: 'r1' }, { runId: 'r1', afterPass: true }], false],
    ['another run', [{ runId: 'r1' }, { runId: 'r2', afterPass: true }], true],
    [
      'a second run after a pass that saw none',
      [
        { runId: 'r1', afterPass: true },
        { runId: 'r2', afterPass: true },
      ],
      true,
    ],
    [
      'another run with the same weights',
      [
        { runId: 'r1', weightsSha256: 'a' },
        { runId: 'r2', weightsSha256: 'a', afterPass: true },
      ],
      false,
    ],
    [
      'the same run with other weights',
      [
        { runId: 'r1', weightsSha256: 'a' },
        { runId: 'r1', weightsSha256: 'b', afterPass: true },
      ],
      true,
    ],
  ])('a pass and %s', (_, given, isOtherRun) => {
    const reports = given.map((one) => ({
      gate: 'trainingCompleted' as const,
      destination: '',
      weightsSha256: '',
      afterPass: false,
      ...one,
    }));
    expect(gate(facts({}, { reports }), 'trainingCompleted')).toMatchObject({ isOtherRun, state: isOtherRun ? 'overtaken' : 'passed' });
  });

  it('lets many runs start under one plan, and many releases of the same weights', () => {
    const runs = (kind: 'trainingPlanned' | 'release') =>
      ['r1', 'r2'].map((runId, at) => ({
        gate: kind,
        destination: kind === 'release' ? 'NO' : '',
        runId,
        weightsSha256: '',
        afterPass: at > 0,
      }));
    for (const kind of ['trainingPlanned', 'release'] as const)
      expect(gate(facts({}, { passes: [...before, pass('release')], reports: runs(kind) }), kind).isOtherRun).toBe(false);
  });

  it('knowing less never opens a gate, and a gate that stands never has an unnamed condition open', () => {
    const bit = fc.boolean();
    fc.assert(
      fc.property(
        fc.record({
          purposeKnown: bit,
          useKnown: bit,
          militaryAnswered: bit,
          trainingPlaceKnown: bit,
          reachKnown: bit,
          stale: bit,
          openQuestions: fc.integer({ min: 0, max: 3 }),
          classification: fc.constantFrom('', 'undetermined', 'EAR99', '4E091'),
          stage: fc.constantFrom('planned', 'inDevelopment', 'trained', 'releaseHeld', 'inUse', 'unknown'),
        }),
        fc.subarray(before),
        (known, passes) => {
          const given = facts(known, { passes });
          for (const one of judgeGates(given, today)) {
            const open = one.conditions.filter(({ state }) => state === 'missing' || state === 'open');
            if (one.state === 'ready' || one.state === 'passed') expect(open).toEqual([]);
            if (one.state === 'passedDespite') expect(open.every(({ id }) => one.pass?.despite.includes(id))).toBe(true);
          }
          const less = judgeGates(facts({ ...known, purposeKnown: false, reachKnown: false, classification: '' }, { passes }), today);
          const stands = (state: string) => state === 'ready' || state === 'passed';
          for (const [at, one] of judgeGates(given, today).entries())
            if (stands(less[at]?.state ?? '')) expect(stands(one.state)).toBe(true);
        },
      ),
    );
  });
});
