import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../src-shared/model/dates.ts';
import type { RulePack } from '../../../src-shared/model/rule-pack.ts';
import { english } from '../../../src-shared/text/en/index.ts';
import { createText } from '../../../src-shared/text/format.ts';
import { classifyItem } from '../../engine/classification/index.ts';
import { ownPack, withChanges } from './company-packs.ts';
import { countryTable } from './countries.ts';
import { searchRules } from './rule-search.ts';
import type { GuideChange, OwnThreshold } from './threshold-store.ts';
import { ruleChanges } from './timeline.ts';
import { entryView, parameterView } from './views.ts';

const text = createText<Record<string, string>>('en', english);
const day = isoDate('2031-06-01');
const from = isoDate('2029-01-01');
const cite = (locator: string, standing: 'verified' | 'guide' = 'verified') => ({ sourceId: 'EX', locator, standing });

/** A made-up pack in a future year, so that nobody mistakes it for law. */
const pack: RulePack = {
  manifest: {
    format: 'gatehouse-rulepack/1',
    id: 'example',
    version: '1',
    title: 'Example rules',
    jurisdiction: 'Utopia',
    regime: 'example',
    published: day,
    lastChecked: day,
    reviewer: 'Nobody',
    licence: 'none',
    coverage: { from },
    about: 'Made up.',
    caveats: [],
    hash: `sha256:${'0'.repeat(64)}`,
    sources: [{ id: 'EX', reference: 'Example Code, title 1', asOf: '2031', how: 'invented', confidence: 'text' }],
  },
  parameters: [
    {
      id: 'limit',
      title: 'Operations limit',
      unit: 'operations',
      history: [
        { from, until: isoDate('2030-06-01'), value: 1e25, citation: cite('§1 old') },
        { from: isoDate('2030-06-01'), value: 1e26, citation: cite('§1(a)') },
      ],
    },
    { id: 'guideLine', title: 'Guide line', unit: 'operations', history: [{ from, value: 1e24, citation: cite('p. 3', 'guide') }] },
  ],
  derived: [],
  entries: [
    {
      id: '9X091.a',
      title: 'Weights of very large models',
      family: '9X091',
      summary: 'Numerical parameters of a very large naïve model.',
      isExportControl: true,
      isLaw: true,
      confidence: 'text',
      itemTypes: ['model'],
      rank: 1,
      reasons: ['RS'],
      textStatus: [{ from: isoDate('2030-01-15'), value: 'inForce', citation: cite('§1') }],
      enforcement: [
        { from: isoDate('2030-01-15'), until: isoDate('2031-05-01'), value: 'enforced', citation: cite('§1') },
        { from: isoDate('2031-05-01'), value: 'notEnforced', citation: cite('notice 7'), note: 'By notice' },
      ],
      versions: [
        {
          from,
          label: 'first text',
          limbs: [
            {
              id: 'a',
              when: { all: [{ fact: 'totalOperations', atLeast: 'limit' }, { not: { fact: 'published', is: 'yes' } }] },
              citation: cite('§1(a)'),
            },
          ],
          unless: [],
        },
      ],
      citations: [cite('§1')],
    },
    {
      id: 'G1',
      title: 'Early-warning line',
      family: 'guide',
      summary: 'A number people ask about.',
      isExportControl: false,
      isLaw: false,
      confidence: 'background',
      itemTypes: ['model'],
      rank: 900,
      reasons: [],
      classification: null,
      textStatus: [{ from, value: 'guide', citation: cite('p. 3', 'guide') }],
      enforcement: [{ from, value: 'notApplicable', citation: cite('p. 3', 'guide') }],
      versions: [
        {
          from,
          label: 'as printed',
          limbs: [{ id: 'a', when: { fact: 'totalOperations', atLeast: 'guideLine' }, citation: cite('p. 3', 'guide') }],
          unless: [],
        },
      ],
      guide: 'compare',
      citations: [cite('p. 3', 'guide')],
    },
  ],
  questions: [],
  capabilities: [],
  glossary: [{ term: 'Deemed export', meaning: 'A release to a person, treated as an export.', citation: cite('§2') }],
  countryGroups: {
    asOf: day,
    citation: cite('Supp. 1'),
    groups: [{ id: 'D:1', title: 'Concern', members: ['UT', 'FR'], citation: cite('Supp. 1'), confidence: 'text' }],
    treatments: [],
  },
  countryChart: {
    asOf: day,
    citation: cite('Supp. 2'),
    columns: [{ id: 'NS1', meaning: 'national security' }],
    howToRead: [],
    footnotes: { '1': 'See §9' },
    inheritance: [],
    rows: [
      { code: 'UT', name: 'Utopia', requires: ['NS1'], footnotes: ['1'] },
      { code: 'EL', name: 'El Dorado', requires: null, pointer: 'See §5', footnotes: [] },
    ],
  },
};

describe('searchRules', () => {
  const found = (query: string) => searchRules([pack], { text: query }, day).map(({ kind, id }) => `${kind} ${id}`);

  it('finds an entry by its number, its words and its citation, the number first', () => {
    expect(found('9x091.a')[0]).toBe('entry 9X091.a');
    expect(found('large naive')).toContain('entry 9X091.a');
    expect(found('deemed')).toEqual(['term Deemed export']);
    expect(found('utopia')).toContain('country UT');
  });

  it('needs every word and matches at the start of words only', () => {
    expect(found('large zebra')).toEqual([]);
    expect(found('umerical')).toEqual([]);
  });

  it('shows the two states and the value of the day', () => {
    const on = (date: string) => searchRules([pack], { text: '' }, isoDate(date));
    const entry = (date: string) => on(date).find(({ id }) => id === '9X091.a');
    expect(entry('2031-04-30')).toMatchObject({ textStatus: 'inForce', enforcement: 'enforced' });
    expect(entry('2031-05-01')).toMatchObject({ textStatus: 'inForce', enforcement: 'notEnforced' });
    expect(on('2030-05-31').find(({ id }) => id === 'limit')).toMatchObject({ value: 1e25, unit: 'operations' });
  });
});

describe('reading pages', () => {
  it('put conditions into words with the numbers of the day', () => {
    const [entry] = pack.entries;
    if (entry === undefined) throw new Error('The pack has entries');
    const tests = entryView(pack, entry, day, text).versions[0]?.limbs[0]?.tests;
    expect(tests?.[0]).toContain('is 10²⁶ operations or more');
    expect(tests?.[1]).toMatch(/^not \(.* is yes\)$/i);
    expect(entryView(pack, entry, isoDate('2030-02-01'), text).versions[0]?.limbs[0]?.tests[0]).toContain('10²⁵');
  });

  it('show a parameter newest first with sources and the stretch in force', () => {
    const [parameter] = pack.parameters;
    if (parameter === undefined) throw new Error('The pack has parameters');
    const view = parameterView(pack, parameter, day);
    expect(view.history.map(({ value, current }) => [value, current])).toEqual([
      [1e26, true],
      [1e25, false],
    ]);
    expect(view.history[0]?.source).toMatchObject({ reference: 'Example Code, title 1', locator: '§1(a)', standing: 'verified' });
    expect(view.usedBy.map(({ id }) => id)).toEqual(['9X091.a']);
  });

  it('tell what moved and when, and leave out what held from the beginning', () => {
    const changes = ruleChanges([pack]).map(({ on, what, before, after }) => `${on} ${what} ${before ?? '–'} → ${after ?? '–'}`);
    expect(changes).toEqual([
      '2031-05-01 enforcement enforced → notEnforced',
      '2030-06-01 parameter 1e+25 → 1e+26',
      '2030-01-15 textStatus – → inForce',
      '2030-01-15 enforcement – → enforced',
    ]);
  });

  it('never read an ungraded place as needing no licence', () => {
    const rows = countryTable(pack, 'en')?.rows;
    expect(rows?.find(({ code }) => code === 'EL')).toMatchObject({ requires: null, pointer: 'See §5' });
    expect(rows?.find(({ code }) => code === 'UT')).toMatchObject({ requires: ['NS1'], groups: ['D:1'], footnotes: ['See §9'] });
    expect(rows?.find(({ code }) => code === 'FR')).toMatchObject({ name: 'France', requires: null, groups: ['D:1'] });
  });
});

describe("the company's own numbers", () => {
  const change = (part: Partial<GuideChange>): GuideChange => ({
    id: 'example:G1',
    pack: 'example',
    entry: 'G1',
    enabled: true,
    value: null,
    reason: 'We watch earlier',
    revision: 1,
    changedOn: day,
    ...part,
  });
  const model = { id: 'm', name: 'M', type: 'model' as const, trainingOperations: 5e23 };
  const verdicts = (packs: readonly RulePack[]) =>
    classifyItem(model, day, packs).entries.map(({ entry, guideResult, isLaw }) => `${entry} ${isLaw ? 'law' : (guideResult ?? '')}`);

  it('replace a guide number and can be told from the shipped pack', () => {
    const changed = withChanges(pack, [change({ value: 1e23 })]);
    expect(verdicts([pack])).toContain('G1 below');
    expect(verdicts([changed])).toContain('G1 above');
    expect(changed.manifest.hash).not.toBe(pack.manifest.hash);
    expect(changed.manifest.version).toMatch(/^1\+own\./);
    expect(changed.parameters.find(({ id }) => id === 'guideLine')?.history[0]).toMatchObject({
      value: 1e23,
      note: 'We watch earlier',
      citation: { standing: 'guide' },
    });
  });

  it('switch a guide off, and never touch law', () => {
    expect(withChanges(pack, [change({ enabled: false })]).entries.map(({ id }) => id)).toEqual(['9X091.a']);
    const law = withChanges(pack, [change({ id: 'example:9X091.a', entry: '9X091.a', enabled: false, value: 1 })]);
    expect(law).toBe(pack);
  });

  it('leave the pack as it is where nothing differs', () => {
    expect(withChanges(pack, [change({})])).toBe(pack);
  });

  it('become a pack of guides that the engine judges like any other', () => {
    const own = (part: Partial<OwnThreshold>): OwnThreshold => ({
      id: 'a',
      title: 'Board asks',
      quantity: 'totalOperations',
      value: 1e23,
      enabled: true,
      reason: 'Board decision 7',
      revision: 1,
      changedOn: day,
      ...part,
    });
    const made = ownPack([own({}), own({ id: 'b', value: 1e25 }), own({ id: 'c', enabled: false })]);
    expect(made === undefined ? [] : verdicts([made])).toEqual(['Board asks above', 'Board asks (2) below']);
    expect(made?.manifest.hash).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(ownPack([own({ enabled: false })])).toBeUndefined();
  });
});
