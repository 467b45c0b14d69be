import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { QualityCheckId } from '../../../src-shared/model/quality.ts';
import { qualityText } from '../../../src-shared/text/en/quality.ts';
import { qualityChecks } from './checks.ts';
import type {
  QualityAsset,
  QualityHolding,
  QualityParty,
  QualityPerson,
  QualityPicture,
  QualityReached,
  QualityVetting,
  QualityWatched,
} from './picture.ts';

const asset = (id: string, more: Partial<QualityAsset> = {}): QualityAsset => ({
  ...{
    id,
    kind: 'model',
    name: `Model ${id}`,
    version: '1',
    key: `model ${id} 1`,
    ownerName: 'Ada Berg',
    stage: 'inUse',
    standing: 'clear',
  },
  ...{ classification: 'EAR99', hasCompute: true, weightsPublished: false, accessPublished: false, watched: true, judgedBefore: false },
  ...{ decision: null, mapOldSince: null, watchedEntries: [] },
  ...more,
});
const person = (id: string, more: Partial<QualityPerson> = {}): QualityPerson => ({
  ...{ id, name: `Person ${id}`, key: `person ${id}`, externalKey: id, team: 'Core', startOn: '2024-01-01', lastDay: '' },
  ...more,
});
const party = (id: string, more: Partial<QualityParty> = {}): QualityParty => ({
  ...{ id, name: `Party ${id}`, key: `party ${id}`, country: 'NO', identifiers: [`VAT NO ${id}`], organisation: true },
  ...{ ownersKnown: 'noneFurther', screening: 'clear' },
  ...more,
});
const holding = (ownerId: string, ownedId: string, more: Partial<QualityHolding> = {}): QualityHolding => ({
  ...{ id: `${ownerId}-${ownedId}`, ownerId, ownedId, percent: 40, from: '', until: '', share: true },
  ...more,
});
const vetting = (more: Partial<QualityVetting>): QualityVetting => ({
  ...{ subject: { kind: 'party', id: '1' }, name: 'Party 1', kind: 'partnerAudit', state: 'missing', dueOn: null },
  ...more,
});
const reached = (partyId: string, test: string, confirmed = false): QualityReached => ({
  ...{ partyId, name: `Party ${partyId}`, test, confirmed },
});
/** An item of the watch about one entry, or one ownership rule. */
const look = (about: string, state: QualityWatched['state']): QualityWatched => {
  const isRule = about === 'bisAffiliates';
  return { id: `us-ear:${about}`, name: `Look up ${about}`, state, entries: isRule ? [] : [about], ownership: isRule ? about : null };
};
const inOrder: QualityPicture = {
  on: '2026-06-01',
  assets: [asset('a'), asset('b', { kind: 'chip', hasCompute: false })],
  people: [person('p'), person('q')],
  authorisations: [{ id: 'x', personId: 'p', number: 'L-1', assetIds: ['a'], from: '2026-01-01', to: '2026-12-31', valid: true }],
  accounts: [{ key: 'p@example.org', account: 'p@example.org', system: '', personId: 'p' }],
  parties: [party('1'), party('2')],
  holdings: [holding('1', '2')],
  flagged: [],
  vettings: [vetting({ state: 'soon', dueOn: '2026-06-20' })],
  findings: [{ id: 'f', title: 'F-0001', state: 'accepted', reviewOn: '2026-09-01', moved: false }],
  lapsedHits: [],
  lists: [{ code: 'EL', title: 'Entity List', ageDays: 2, training: false }],
  packsDue: [],
  watched: [{ id: 'us-ear:x', name: 'Look up 4E091', state: 'settled', entries: ['4E091'], ownership: null }],
  reached: [{ partyId: '1', name: 'Party 1', test: 'headquarters', confirmed: true }],
  incidents: [{ id: 'i', name: 'I-0001', due: '2026-06-16', dueFor: 'narrative' }],
  programmeDue: [],
  trainingDue: [],
  waitingGates: [{ assetId: 'a', name: 'Model a', gate: 'idea', since: '2026-05-02' }],
  looksDue: [{ id: 'w', name: 'Announced rule', since: '2026-06-01' }],
  transfers: [],
  lapsedTransfers: [],
};

const found = (picture: QualityPicture): Record<string, string[]> =>
  Object.fromEntries(
    qualityChecks.flatMap(({ id, find }) => {
      const rows = find(picture);
      return rows.length === 0 ? [] : [[id, rows.map(({ ref }) => ref.id)]];
    }),
  );

/** One fault for each check, planted in a workspace that is in order. */
const planted: Readonly<Record<QualityCheckId, readonly [Partial<QualityPicture>, readonly string[]]>> = {
  trainingOverdue: [{ trainingDue: [{ id: 'p', name: 'Person p', course: 'Weights', since: '2026-05-01', count: 2 }] }, ['p']],
  leaverAuthorised: [{ people: [person('p', { lastDay: '2026-03-31' })] }, ['p']],
  employmentDates: [{ people: [person('q', { startOn: '2027-01-01', lastDay: '2026-12-31' })] }, ['q']],
  authorisationDates: [
    { authorisations: [{ id: 'x', personId: 'p', number: 'L', assetIds: ['a'], from: '2026-05-01', to: '2026-04-01', valid: true }] },
    ['p'],
  ],
  authorisationAssets: [
    { authorisations: [{ id: 'x', personId: 'p', number: 'L', assetIds: ['gone'], from: '', to: '', valid: true }] },
    ['p'],
  ],
  publishedButKept: [{ assets: [asset('a', { weightsPublished: true })] }, ['a']],
  accountTwice: [{ accounts: ['p', 'q'].map((personId) => ({ key: 'shared', account: 'Shared', system: 'okta', personId })) }, ['p']],
  ownershipAboveWhole: [{ holdings: [holding('1', '2', { percent: 60 }), holding('3', '2', { percent: 41 })] }, ['2']],
  ownershipCircle: [{ holdings: [holding('1', '2'), holding('2', '1')] }, ['1', '2']],
  holdingDates: [{ holdings: [holding('1', '2', { from: '2026-02-01', until: '2026-01-01' })] }, ['2']],
  ownersKnownNone: [{ parties: [party('1', { ownersKnown: 'complete' })], holdings: [] }, ['1']],
  assetOwner: [{ assets: [asset('a', { ownerName: ' ' })] }, ['a']],
  modelCompute: [{ assets: [asset('a', { hasCompute: false })] }, ['a']],
  controlledUnwatched: [{ assets: [asset('a', { standing: 'restricted', watched: false })] }, ['a']],
  partyCountry: [{ parties: [party('1', { country: '' })] }, ['1']],
  partyNotScreened: [{ parties: [party('1', { screening: 'stale' }), party('2', { screening: 'notScreened' })] }, ['1', '2']],
  ownersUnknown: [{ parties: [party('1', { ownersKnown: 'unknown' })] }, ['1']],
  redFlagOpen: [{ flagged: [{ id: '1', name: 'Party 1', count: 2, since: '2026-05-01' }] }, ['1']],
  vettingMissing: [
    { vettings: [vetting({}), vetting({ kind: 'auditRight' }), vetting({ subject: { kind: 'person', id: 'p' }, state: 'waiting' })] },
    ['1', 'p'],
  ],
  vettingOverdue: [{ vettings: [vetting({ state: 'overdue', dueOn: '2026-05-01' })] }, ['1']],
  vettingNotPassed: [
    { vettings: [vetting({ state: 'notPassed' }), vetting({ subject: { kind: 'party', id: '2' }, state: 'refused' })] },
    ['1', '2'],
  ],
  noOfficialList: [{ lists: [{ code: 'TRAINING', title: 'Training', ageDays: 0, training: true }] }, ['TRAINING']],
  assetTwice: [{ assets: [asset('a'), asset('c', { key: 'model a 1' })] }, ['a', 'c']],
  personTwice: [{ people: [person('p'), person('r', { key: 'person p', externalKey: '' })] }, ['p', 'r']],
  partyTwice: [{ parties: [party('1'), party('2', { identifiers: ['VAT NO 1'] })] }, ['1', '2']],
  classificationOld: [{ assets: [asset('a', { judgedBefore: true })] }, ['a']],
  decisionExpired: [{ assets: [asset('a', { decision: { until: '2026-05-31', overtaken: false } })] }, ['a']],
  decisionOvertaken: [{ findings: [{ id: 'f', title: 'F', state: 'explained', reviewOn: '', moved: true }] }, ['f']],
  riskReviewDue: [{ findings: [{ id: 'f', title: 'F', state: 'accepted', reviewOn: '2026-06-01', moved: false }] }, ['f']],
  screeningLapsed: [{ lapsedHits: [{ id: 'h', name: 'A – B', list: 'EL' }] }, ['h']],
  listOld: [{ lists: [{ code: 'EL', title: 'Entity List', ageDays: 8, training: false }] }, ['EL']],
  packOld: [{ packsDue: [{ id: 'us-ear', title: 'US EAR', since: '2026-04-02' }] }, ['us-ear']],
  mapOld: [{ assets: [asset('a', { mapOldSince: '2026-01-01' })] }, ['a']],
  claimedRules: [{ assets: [asset('a', { standing: 'clearOnClaimedRules' })] }, ['a']],
  ownershipUnconfirmed: [{ reached: [reached('1', 'ofac50'), reached('2', 'headquarters', true)] }, ['1']],
  restsOnDue: [
    { assets: [asset('a', { watchedEntries: ['4E091'] }), asset('b')], watched: [look('4E091', 'due'), look('3A090.a', 'differs')] },
    ['a'],
  ],
  restsOnDiffering: [{ reached: [reached('1', 'bisAffiliates')], watched: [look('bisAffiliates', 'differs')] }, ['1']],
  undetermined: [{ assets: [asset('a', { standing: 'review' })] }, ['a']],
  transferUncleared: [{ transfers: [{ id: 't', name: 'T-0001', what: 'uncleared', day: '2026-05-01' }] }, ['t']],
  transferLapsed: [{ lapsedTransfers: [{ id: 't', name: 'T-0001', day: '' }] }, ['t']],
  transferLate: [{ transfers: [{ id: 't', name: 'T-0001', what: 'late', day: '2026-05-01' }] }, ['t']],
  incidentLate: [{ incidents: [{ id: 'i', name: 'I-0001', due: '2026-05-31', dueFor: 'action' }] }, ['i']],
  incidentNear: [
    { incidents: ['2026-06-01', '2026-06-15', '2026-06-16'].map((due) => ({ id: due, name: 'I', due, dueFor: 'narrative' })) },
    ['2026-06-01', '2026-06-15'],
  ],
  assessmentOld: [{ programmeDue: [{ kind: 'assessment', id: 's', name: 'Spring', since: '2026-05-01' }] }, ['s']],
  riskAssessmentDue: [{ programmeDue: [{ kind: 'riskAssessment', id: 'r', name: 'Q1', since: '2026-06-01' }] }, ['r']],
  gateStands: [{ waitingGates: [{ assetId: 'a', name: 'Model a', gate: 'idea', since: '2026-05-01' }] }, ['a']],
  checkUnanswered: [{ looksDue: [{ id: 'w', name: 'Announced rule', since: '2026-05-31' }] }, ['w']],
};

describe('quality checks', () => {
  it('are each listed once, with words', () => {
    expect(qualityChecks.map(({ id }) => id).sort()).toEqual([...QualityCheckId.options].sort());
    for (const id of QualityCheckId.options)
      for (const part of ['', '.why', '.fix', '.detail']) expect(qualityText).toHaveProperty([`quality.check.${id}${part}`]);
  });

  it('leave a workspace alone that is in order', () => expect(found(inOrder)).toEqual({}));

  it.each(Object.entries(planted))('%s names the records that are wrong', (id, [fault, ids]) => {
    expect(found({ ...inOrder, ...fault })[id]).toEqual(ids);
  });

  it('name what rests on the watch with its items, and say what else is unconfirmed once', () => {
    const watched = [look('4E091', 'due'), look('3A090.a', 'due'), look('bisAffiliates', 'due')];
    const assets = [asset('a', { watchedEntries: ['3A090.a', '4E091'] }), asset('r', { watchedEntries: ['4E091'], stage: 'retired' })];
    const picture = { ...inOrder, assets, watched, reached: [reached('1', 'bisAffiliates'), reached('1', 'ofac50')] };
    const rows = qualityChecks.find(({ id }) => id === 'restsOnDue')?.find(picture);
    expect(rows).toEqual([
      expect.objectContaining({
        ref: { kind: 'asset', id: 'a' },
        detail: { item: 'Look up 4E091; Look up 3A090.a' },
        mendAt: { kind: 'ruleWatch', id: 'us-ear:4E091' },
      }),
      expect.objectContaining({ ref: { kind: 'party', id: '1' }, mendAt: { kind: 'ruleWatch', id: 'us-ear:bisAffiliates' } }),
    ]);
    const unconfirmed = qualityChecks.find(({ id }) => id === 'ownershipUnconfirmed');
    expect(unconfirmed?.find(picture).map(({ detail }) => detail)).toEqual([{ test: 'ofac50' }]);
    // Once the item is settled, what it is about is confirmed.
    expect(found({ ...picture, watched: [look('bisAffiliates', 'settled')], reached: [reached('1', 'bisAffiliates')] })).not.toHaveProperty(
      'ownershipUnconfirmed',
    );
  });

  it('count shares only on days when they are held', () => {
    const holdings = [holding('1', '2', { percent: 60, until: '2026-05-31' }), holding('3', '2', { percent: 60 })];
    expect(found({ ...inOrder, holdings })).not.toHaveProperty('ownershipAboveWhole');
  });

  it('never name a record that a retired asset stands for', () => {
    const assets = [asset('a', { stage: 'retired', ownerName: '', hasCompute: false, standing: 'review' })];
    expect(Object.keys(found({ ...inOrder, assets, authorisations: [] }))).toEqual([]);
  });

  it('end on any web of holdings, and name exactly those that reach themselves', () => {
    const ids = ['1', '2', '3', '4', '5'];
    const link = fc.record({ ownerId: fc.constantFrom(...ids), ownedId: fc.constantFrom(...ids) });
    fc.assert(
      fc.property(fc.array(link, { maxLength: 12 }), (links) => {
        const holdings = links.map(({ ownerId, ownedId }) => holding(ownerId, ownedId, { percent: null }));
        const reach = new Set(links.map(({ ownerId, ownedId }) => `${ownerId}>${ownedId}`));
        for (const via of ids)
          for (const from of ids)
            for (const to of ids) if (reach.has(`${from}>${via}`) && reach.has(`${via}>${to}`)) reach.add(`${from}>${to}`);
        const expected = ids.filter((id) => reach.has(`${id}>${id}`));
        expect(found({ ...inOrder, parties: ids.map((id) => party(id)), holdings })['ownershipCircle'] ?? []).toEqual(expected);
      }),
    );
  });
});
