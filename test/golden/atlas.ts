import type { MemoInput } from '../../src-main/core/reports/memo-input.ts';
import { IsoInstant, isoDate } from '../../src-shared/model/dates.ts';
import type { EntryFinding, ItemFinding } from '../../src-shared/model/finding.ts';

/** A made-up model of a made-up company, with made-up sources, so that nobody mistakes the test for law. */
const cite = (sourceId: string, locator: string, standing: 'verified' | 'claimed' | 'guide' = 'verified') => ({
  sourceId,
  locator,
  standing,
});

const entry = (part: Partial<EntryFinding> & Pick<EntryFinding, 'entry' | 'title'>): EntryFinding => ({
  pack: 'us-example',
  regime: 'us-example',
  verdict: 'doesNotMeet',
  textStatus: 'inForce',
  enforcement: 'enforced',
  confidence: 'text',
  isExportControl: true,
  isLaw: true,
  reasons: [],
  citations: [cite('EX-LIST', `list, entry ${part.entry}`)],
  missing: [],
  trace: [],
  ...part,
});

export const finding: ItemFinding = {
  engineVersion: '1.0.0',
  on: isoDate('2031-11-24'),
  packs: [
    { id: 'us-example', version: '2031.11.2', hash: 'a3f1'.repeat(16) },
    { id: 'eu-example', version: '2031.10.1', hash: '77b0'.repeat(16) },
    { id: 'guide-thresholds', version: '1.2', hash: 'c4d2'.repeat(16) },
  ],
  computed: { countedOperations: 9e24, countedOperationsLow: 4.5e24, countedOperationsHigh: 1.8e25 },
  entries: [
    entry({
      entry: '9X091',
      title: 'Weights of very large closed models',
      enforcement: 'notEnforced',
      margin: { quantity: 'countedOperations', value: 4.5e24, high: 1.8e25, limit: 1e26, unit: 'operations', ratio: 0.045 },
      citations: [cite('EX-LIST', 'list, entry 9X091, technical note 2'), cite('EX-NOTICE', 'notice of 13 May 2031', 'claimed')],
      trace: [
        {
          ruleId: '9X091.count',
          said: 'pack:Count the training operations',
          params: {},
          arithmetic: '6 × 1.12e11 × 1.34e13 = 9.0e24',
          outcome: 'yes',
          facts: ['parametersActive', 'trainingTokens'],
          citation: cite('EX-LIST', 'list, entry 9X091, technical note 2'),
        },
        {
          ruleId: '9X091.compare',
          said: 'pack:Compare the whole range with the limit',
          params: {},
          arithmetic: '1.8e25 < 1e26',
          outcome: 'no',
          facts: [],
          citation: cite('EX-LIST', 'list, entry 9X091'),
        },
      ],
    }),
    entry({
      entry: '9D002',
      title: 'Encryption software, for the loader',
      verdict: 'undetermined',
      reasons: ['NS', 'AT', 'EI'],
      licenceScope: 'A licence or an exception for every destination but one, because of EI.',
      missing: ['loaderEncryptsMore'],
    }),
    entry({ entry: '9D004', title: 'Intrusion tools' }),
    entry({
      pack: 'eu-example',
      regime: 'eu-example',
      entry: 'EU 9D002',
      title: 'Annex, information security',
      verdict: 'undetermined',
      confidence: 'secondary',
      missing: ['loaderEncryptsMore'],
    }),
    entry({
      pack: 'eu-example',
      regime: 'eu-example',
      entry: 'Act 51(2)',
      title: 'Systemic risk, above 10^25',
      verdict: 'undetermined',
      isExportControl: false,
    }),
    entry({
      pack: 'guide-thresholds',
      regime: 'guide',
      entry: 'Guide 10²⁵',
      title: 'Early-warning line',
      verdict: 'undetermined',
      textStatus: 'guide',
      enforcement: 'notApplicable',
      isLaw: false,
      isExportControl: false,
      citations: [cite('EX-GUIDE', 'page 3', 'guide')],
      margin: { quantity: 'countedOperations', value: 4.5e24, high: 1.8e25, limit: 1e25, unit: 'operations', ratio: 0.45 },
    }),
  ],
  classification: 'undetermined',
  subjectToEar: true,
  standing: 'review',
  questions: [
    {
      factId: 'loaderEncryptsMore',
      ask: 'Does the loader encrypt anything besides its own files?',
      decides: ['us-example:9D002', 'eu-example:EU 9D002'],
      effect: 2,
      answer: 'yesNo',
    },
    { factId: 'trainingTokens', ask: 'How many tokens were seen, repeats included?', decides: [], effect: 0.4, answer: 'field' },
  ],
  warnings: [
    {
      code: 'textNotEnforced',
      text: 'Entry 9X091 is printed but not enforced. The authority can change that without changing the text.',
      params: {},
    },
  ],
};

export const input: MemoInput = {
  workspace: { name: 'Halden Robotics, Inc.', kind: 'live', department: 'Trade Compliance' },
  prepared: { number: 'CM-2031-031', at: IsoInstant.parse('2031-11-24T13:45:00.000Z'), by: 'Ingrid Solheim' },
  asset: { id: 'asset-1', kind: 'model', name: 'Atlas-M', version: '3.2', owner: 'Priya Raman' },
  facts: {
    purpose: { state: 'known', value: 'Vision-language-action model for two-arm work cells' },
    architecture: { state: 'known', value: 'mixtureOfExperts' },
    parametersTotal: { state: 'known', value: { value: 4.2e11 }, sourceKind: 'measured', source: 'training log' },
    parametersActive: { state: 'known', value: { value: 1.12e11 }, sourceKind: 'measured' },
    trainingTokens: {
      state: 'known',
      value: { value: 1.34e13, low: 6.7e12, high: 2.68e13 },
      sourceKind: 'inferred',
      source: 'data-set sizes, estimated by Priya Raman',
    },
    hardware: { state: 'known', value: 'H100 SXM, rented' },
    hardwareCount: { state: 'known', value: { value: 4096 }, sourceKind: 'contract' },
    trainedIn: { state: 'known', value: 'US', sourceKind: 'stated' },
    performsCryptography: { state: 'unknown', owner: 'Tomasz Zielinski', due: isoDate('2031-11-27') },
    capSurveillance: { state: 'known', value: 'no' },
  },
  finding,
  estimates: [
    { method: 'hardwareTime', arithmetic: '4,096 chips × 1,980 h × 9.89e14/s × 0.35 = 1.0e25', low: 6.3e24, likely: 1e25, high: 1.6e25 },
  ],
  questionCare: { loaderEncryptsMore: { owner: 'Tomasz Zielinski', due: isoDate('2031-11-27') }, trainingTokens: { owner: 'Priya Raman' } },
  decisions: [],
  reviews: [{ outcome: 'waiting', by: { name: 'Helena Voss' }, on: isoDate('2031-11-24'), overtaken: false }],
  rulings: [{ authority: 'Example authority', reference: 'Z123456', submitted: isoDate('2031-11-01') }],
  remarks: [],
  evidence: [],
  packs: [
    {
      id: 'us-example',
      name: 'Example controls, United States',
      jurisdiction: 'United States',
      lastChecked: isoDate('2031-11-21'),
      sources: [
        { id: 'EX-LIST', title: 'Example control list', asOf: 'issue of 24 September 2031' },
        { id: 'EX-NOTICE', title: 'Example notice' },
      ],
    },
    { id: 'eu-example', name: 'Example controls, European Union', jurisdiction: 'European Union', sources: [] },
    { id: 'guide-thresholds', name: 'Guide thresholds', jurisdiction: 'Guides', sources: [{ id: 'EX-GUIDE', title: 'Example guide' }] },
  ],
};
