import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../src-shared/model/dates.ts';
import type { ListedParty } from '../../../src-shared/model/listed-party.ts';
import type { ScreeningQuery } from '../../../src-shared/model/screening.ts';
import { partyNamed as party } from '../../../test/harness/listed-party.ts';
import { buildIndex, entryOf, explain, IndexBuilder, openIndex, readQuery, runScreenTask, screen, screeningProfiles } from './index.ts';

const year = (text: string) => ({ from: isoDate(`${text}-01-01`), until: isoDate(`${text}-12-31`), circa: false, text });
const day = (text: string) => ({ from: isoDate(text), until: isoDate(text), circa: false, text });
const passport = (value: string, country: string | null = null) => ({ kind: 'passport' as const, label: 'Passport', value, country });
const imo = (value: string) => ({ kind: 'imo' as const, label: 'Vessel Registration Identification', value, country: null });

// Fictional; the shapes are those of the official lists.
const listed: readonly ListedParty[] = [
  party('P-1', ['KARIMOVSKY, Timur Valerievich'], {
    births: [day('1971-03-05')],
    countries: [{ code: 'RU', role: 'nationality' }],
    identifiers: [passport('C 4417723')],
  }),
  party('P-2', ["AL-MASHHADI, Ghassan 'Abd al-Latif", 'ABU NASIR'], { gender: 'male' }),
  party('P-3', ['QUINTANILLA OROPEZA, Rigoberto Esteban']),
  party('P-4', ['LUO, Zhengwei']),
  party('P-5', ['OBERHAUSER, Konrad'], {
    type: 'person',
    names: [{ text: 'OBERHAUSER, Konrad', kind: 'weak', script: 'Latn', language: '', family: '', given: '' }],
  }),
  party('P-6', ['SMITH, John'], { births: [year('1950')] }),
  party('P-7', ['ZELINSKAYA, Varvara Igorevna'], { gender: 'female', until: isoDate('2020-01-01') }),
  party('O-1', ['VERKHNEVOLZHSK OPTICAL MECHANICAL PLANT JSC', 'VOMZAVOD'], { type: 'org', countries: [{ code: 'RU', role: 'address' }] }),
  party('O-2', ['KAVOSH TRADING COMPANY LLC'], { type: 'org' }),
  party('O-3', ['FACTORY 5 OF THE BRAKENSTADT WORKS'], { type: 'org' }),
  party('O-4', ['GENERAL TRADING CORP'], { type: 'org' }),
  party('O-5', ['INTERNATIONAL LOGISTICS CORPORATION'], { type: 'org' }),
  party('O-6', ['AIR CARGO VANTARA LIMITED'], { type: 'org' }),
  party('O-7', ['SHENZHEN HUAXINGTONG SEMICONDUCTOR CO., LTD.'], { type: 'unknown', list: 'EL' }),
  party('V-1', ['NORDVIK STAR'], { type: 'vessel', identifiers: [imo('IMO 9187629')] }),
  party('V-2', ['SKY'], { type: 'vessel', identifiers: [imo('9300001')] }),
];
const index = openIndex(buildIndex(listed, { versions: new Map([['SDN', '2026-11-01']]) }));

const nobody: Omit<ScreeningQuery, 'names'> = { type: 'unknown', countries: [], births: [], gender: null, identifiers: [], cities: [] };
const ask = (name: string, more: Partial<ScreeningQuery> = {}): ScreeningQuery => ({ ...nobody, names: [name], ...more });
const hits = (name: string, more: Partial<ScreeningQuery> = {}, from?: number) =>
  screen(index, readQuery(ask(name, more)), screeningProfiles.default, from === undefined ? {} : { from });
const first = (name: string, more: Partial<ScreeningQuery> = {}) => hits(name, more)[0];

describe('names that are found', () => {
  it.each([
    ['as listed', 'Karimovsky, Timur Valerievich', 'P-1'],
    ['natural order', 'Timur Valerievich Karimovsky', 'P-1'],
    ['no patronymic', 'Timur Karimovsky', 'P-1'],
    ['initial', 'Timur V. Karimovsky', 'P-1'],
    ['title in front', 'Dr. Timur Karimovsky', 'P-1'],
    ['another romanisation', 'Timour Valeryevich Karimovskii', 'P-1'],
    ['Cyrillic', 'Тимур Валерьевич Каримовский', 'P-1'],
    ['a slip', 'Timur Karimovksy', 'P-1'],
    ['accents', 'Tímur Karimóvsky', 'P-1'],
    ['Arabic elements spelled otherwise', 'Ghassan Abdul Latif El Mashhadi', 'P-2'],
    ['Arabic script', 'غسان عبد اللطيف المشهدي', 'P-2'],
    ['second surname left out', 'Rigoberto Quintanilla', 'P-3'],
    ['pinyin split', 'Luo Zheng Wei', 'P-4'],
    ['pinyin, given name first', 'Zhengwei Luo', 'P-4'],
    ['legal form written out', 'Verkhnevolzhsk Optical Mechanical Plant, Joint Stock Company', 'O-1'],
    ['no legal form', 'Verkhnevolzhsk Optical Mechanical Plant', 'O-1'],
    ['alias', 'VOMZAVOD', 'O-1'],
    ['abbreviated', 'Kavosh Trading Co.', 'O-2'],
    ['words shuffled out of their compounds', "Al 'Abd Mashhadi al-Latif Ghassan", 'P-2'],
    ['words joined', 'Aircargo Vantara Ltd', 'O-6'],
    ['slip in a company', 'Shenzhen Huaxingtogn Semiconductor Co Ltd', 'O-7'],
  ])('%s', (_, name, id) => {
    expect(hits(name).map((hit) => hit.id)).toContain(id);
  });

  it('says in a person’s words which words met and why', () => {
    const hit = first('Timour Karimovsky', { type: 'person' });
    expect(hit).toMatchObject({
      id: 'P-1',
      matchedName: 'KARIMOVSKY, Timur Valerievich',
      queryName: 'Timour Karimovsky',
      listVersion: '2026-11-01',
    });
    expect(hit?.pairs.map(({ query, listed: theirs }) => [query, theirs])).toEqual([
      ['Timour', 'Timur'],
      ['Karimovsky', 'KARIMOVSKY'],
    ]);
    expect(hit?.pairs[0]?.reason).not.toBe('equal');
    expect(hit?.pairs[1]).toMatchObject({ reason: 'equal', similarity: 1 });
    expect(hit?.unmatched.listed).toMatchObject([{ text: 'Valerievich', role: 'patronymic' }]);
    expect(hit?.unmatched.listed[0]?.points).toBeLessThan(0);
  });
});

describe('names that are left alone', () => {
  it.each([
    ['a surname alone', 'Karimovsky', 'person'],
    ['the same surname, another given name', 'Wolfgang Karimovsky', 'person'],
    ['another given name beside it', 'Timur Sergeevich Petrovsky', 'person'],
    ['common words only', 'Trading Corp', 'org'],
    ['common words and another name', 'Lisboa General Trading Corp', 'org'],
    ['a place and a trade', 'Antwerp Logistics Corporation', 'org'],
    ['a trade where theirs has a legal form', 'Kavosh Import Export Joint Stock', 'org'],
    ['another number', 'Factory 6 of the Brakenstadt Works', 'org'],
    ['another name with the same trade', 'Zurich Optical Mechanical Plant', 'org'],
    ['half of a ship’s name', 'Nordvik', 'vessel'],
    ['another ship of the fleet', 'Nordvik Moon', 'vessel'],
    ['a short ship’s name with a slip', 'Sly', 'vessel'],
    ['nothing but dress', 'The Company Ltd', 'org'],
    ['no letters', '—', 'unknown'],
  ] as const)('%s', (_, name, type) => {
    expect(hits(name, { type })).toEqual([]);
  });

  it('holds a given name that differs against a hit more than one that is missing', () => {
    const score = (name: string) => hits(name, { type: 'person' }, 0).find((hit) => hit.id === 'P-3')?.nameScore ?? 0;
    expect(score('Rigoberto Quintanilla Oropeza')).toBeGreaterThan(score('Rigoberto Anselmo Quintanilla Oropeza'));
  });
});

describe('evidence beside the name', () => {
  it('a passport decides by itself, under another name, and leads the list', () => {
    expect(first('Someone Else', { type: 'person', identifiers: [passport('c-4417723')] })).toMatchObject({
      id: 'P-1',
      band: 'strong',
      features: [{ name: 'identifier', points: 100 }],
    });
  });

  it('the IMO number finds a ship under a new name', () => {
    expect(first('Ocean Pearl', { type: 'vessel', identifiers: [imo('9187629')] })?.id).toBe('V-1');
  });

  it.each([
    ['the same day of birth', { births: [day('1971-03-05')] }, 'birth', 1],
    ['the same year of birth', { births: [year('1971')] }, 'birth', 1],
    ['another year of birth', { births: [year('1994')] }, 'birth', -1],
    ['the same country', { countries: ['RU'] }, 'country', 1],
    ['another country', { countries: ['BR'] }, 'country', -1],
  ] as const)('%s', (_, more, name, sign) => {
    const plain = first('Timur Karimovsky', { type: 'person' });
    const hit = hits('Timur Karimovsky', { type: 'person', ...more }, 0).find((one) => one.id === 'P-1');
    const feature = hit?.features.find((one) => one.name === name);
    expect(Math.sign(feature?.points ?? 0)).toBe(sign);
    expect(Math.sign((hit?.score ?? 0) - (plain?.score ?? 0))).toBe(sign);
    expect(hit?.nameScore).toBe(plain?.nameScore);
  });

  it('says that an alias is weak and that an entry has lapsed, and takes what is not said for nothing', () => {
    expect(first('Konrad Oberhauser')?.features.map(({ name }) => name)).toEqual(['weakName']);
    const lapsed = (on: string) =>
      screen(index, readQuery(ask('Varvara Zelinskaya')), screeningProfiles.default, { on, from: 0 })[0]?.features.map(({ name }) => name);
    expect(lapsed('2019-12-31')).toEqual([]);
    expect(lapsed('2026-11-22')).toEqual(['expired']);
    expect(first('Timur Karimovsky')?.features).toEqual([]);
  });

  it('never raises a score by evidence that contradicts', () => {
    const names = ['Timur Karimovsky', 'Timur Valerievich Karimovsky', 'Ghassan Mashhadi', 'Varvara Zelinskaya', 'John Smith'];
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.record({
          births: fc.constantFrom([], [year('2001')], [day('1999-09-09')]),
          countries: fc.constantFrom([], ['BR'], ['NZ', 'JP']),
          gender: fc.constantFrom(null, 'male' as const, 'female' as const),
        }),
        (name, more) => {
          const plain = new Map(hits(name, { type: 'person' }, 0).map((hit) => [hit.id, hit.score]));
          for (const hit of hits(name, { type: 'person', ...more }, 0)) expect(hit.score).toBeLessThanOrEqual(plain.get(hit.id) ?? 0);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('what never changes a hit', () => {
  const full = [
    'Timur Valerievich Karimovsky',
    'Rigoberto Esteban Quintanilla Oropeza',
    'Verkhnevolzhsk Optical Mechanical Plant',
    'Air Cargo Vantara',
  ];

  it('the order of words, their case and their marks', () => {
    fc.assert(
      fc.property(fc.constantFrom(...full), fc.infiniteStream(fc.nat(9)), fc.boolean(), fc.boolean(), (name, order, upper, marks) => {
        const words = name
          .split(' ')
          .map((word) => ({ word, rank: order.next().value as number }))
          .sort((a, b) => a.rank - b.rank)
          .map(({ word }) => word);
        let written = words.join(' ');
        if (upper) written = written.toUpperCase();
        if (marks) written = written.replace(/[ao]/g, (letter) => `${letter}\u0301`).normalize('NFC');
        expect(hits(written)[0]?.id).toBe(hits(name)[0]?.id);
      }),
      { numRuns: 80 },
    );
  });

  it('running again, or on another thread’s view of the index: the same bytes', () => {
    const queries = [...full, 'Ghassan Mashhadi', 'John Smith', 'Luo Zheng Wei'].map((name) => ask(name));
    const again = buildIndex(listed, { versions: new Map([['SDN', '2026-11-01']]) });
    expect(
      JSON.stringify(
        runScreenTask({ index: structuredClone(again), indexKey: 'a', queries, profile: screeningProfiles.wide, options: {} }),
      ),
    ).toBe(JSON.stringify(queries.map((query) => screen(index, readQuery(query), screeningProfiles.wide))));
  });

  it('how its parties were handed over: the same bytes, whole or as what the index needs of them', () => {
    const builder = new IndexBuilder();
    builder.add(listed.slice(0, 3));
    builder.addEntries(listed.slice(3, 11).map(entryOf));
    builder.addEntries(listed.slice(11).map(entryOf));
    expect(builder.finish({ versions: new Map([['SDN', '2026-11-01']]) })).toEqual(index.data);
  });
});

describe('scores and thresholds', () => {
  it('stay below 1 and are ordered, ties by list and id', () => {
    const twins = openIndex(
      buildIndex([party('B-2', ['DORANSKI, Ulrik']), party('B-1', ['DORANSKI, Ulrik']), party('A-9', ['DORANSKI, Ulrik'], { list: 'EL' })]),
    );
    const found = screen(twins, readQuery(ask('Ulrik Doranski')), screeningProfiles.default);
    expect(found.map(({ id }) => id)).toEqual(['A-9', 'B-1', 'B-2']);
    expect(found.every(({ score }) => score < 1)).toBe(true);
  });

  it('the more exact key of a profile wins', () => {
    const thresholds = { '*': { review: 0.99, strong: 0.995 }, 'SDN/person': { review: 0.5, strong: 0.6 } };
    const found = screen(index, readQuery(ask('Timur Karimovsky')), { id: 'own', manner: 'default', thresholds });
    expect(found).toMatchObject([{ id: 'P-1', band: 'strong' }]);
  });

  it('a small list of changes scores as the whole list does', () => {
    const changes = openIndex(buildIndex(listed.slice(0, 3), { raritiesOf: index.data }));
    const score = (one: typeof index) => screen(one, readQuery(ask('Timur Karimovski')), screeningProfiles.wide)[0]?.score;
    expect(score(changes)).toBe(score(index));
  });
});

describe('why, and why not', () => {
  it('names every name of the entry with its score', () => {
    const why = explain(index, readQuery(ask('Ghassan Mashhadi', { type: 'person' })), 'P-2', screeningProfiles.default);
    expect(why?.names.map(({ text }) => text).sort()).toEqual(['ABU NASIR', "AL-MASHHADI, Ghassan 'Abd al-Latif"]);
    expect(why?.names[0]?.nameScore).toBeGreaterThan(why?.names[1]?.nameScore ?? 1);
  });

  it('tells a near miss from a stranger, and an entry that is not there', () => {
    const outcome = (name: string) => explain(index, readQuery(ask(name, { type: 'person' })), 'P-1', screeningProfiles.strict)?.outcome;
    expect(outcome('Timur Valerievich Karimovsky')).toBe('hit');
    expect(outcome('Wolfgang Amadeus Brandauer')).toBe('notCandidate');
    expect(explain(index, readQuery(ask('Timur')), 'P-99', screeningProfiles.default)).toBeNull();
  });
});
