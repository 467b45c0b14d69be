import { describe, expect, it } from 'vitest';
import { readyMade } from '../../../src-shared/model/redaction.ts';
import { ClassificationMemo } from '../../../src-shared/model/report.ts';
import { ReportPage } from '../../../src-shared/model/report-page.ts';
import { english } from '../../../src-shared/text/en/index.ts';
import { createText } from '../../../src-shared/text/format.ts';
import { finding, input } from '../../../test/golden/atlas.ts';
import { buildMemo } from './build-memo.ts';
import { canonicalJson } from './content-hash.ts';
import { createHider, initialsOf } from './hide-people.ts';
import type { MemoInput } from './memo-input.ts';
import { memoPage, usualParts } from './memo-page.ts';
import { articleHtml } from './page-html.ts';
import { redactMemo } from './redact-memo.ts';
import { entryName, marginWords } from './sections/entries.ts';

const text = createText<Record<string, string>>('en', english);
const memo = buildMemo(input, text);
const page = memoPage(memo, usualParts, text);
const html = articleHtml(page);

describe('buildMemo', () => {
  it('gives a memo and a page that pass their own schemas', () => {
    expect(ClassificationMemo.safeParse(memo).error).toBeUndefined();
    expect(ReportPage.safeParse(page).error).toBeUndefined();
  });

  it('keeps guides apart from law and puts what is not export control last among law', () => {
    expect(memo.groups.map(({ kind, jurisdiction }) => `${kind}: ${jurisdiction}`)).toEqual([
      'exportControl: United States',
      'exportControl: European Union',
      'otherLaw: European Union',
      'guide: Guides',
    ]);
  });

  it('lists what is open before what is not met', () => {
    expect(memo.groups[0]?.entries.map(({ entry }) => entry)).toEqual(['9D002', '9X091', '9D004']);
  });

  it('carries the weakest confidence among the entries that keep it open', () => {
    expect(memo.conclusion).toMatchObject({ met: [], open: ['9D002', 'EU 9D002'], confidence: 'secondary' });
  });

  it('numbers each place in a source once and backs every entry with a note', () => {
    const places = memo.notes.map(({ sourceId, locator }) => `${sourceId} ${locator}`);
    expect(new Set(places).size).toBe(places.length);
    expect(memo.groups.flatMap(({ entries }) => entries).every(({ notes }) => notes.length > 0)).toBe(true);
    expect(memo.notes.find(({ sourceId }) => sourceId === 'EX-NOTICE')).toMatchObject({ standing: 'claimed', source: 'Example notice' });
  });

  it('shows an unknown fact as not known, never as a blank or a no', () => {
    expect(memo.facts.find(({ fieldId }) => fieldId === 'performsCryptography')).toMatchObject({ value: 'Not known', standing: 'unknown' });
  });

  it('lists capability questions without an answer as not known', () => {
    const answers = Object.fromEntries(memo.capabilities.map(({ id, answer }) => [id, answer]));
    expect(answers['capSurveillance']).toBe('no');
    expect(answers['capDrones']).toBe('unknown');
  });
});

describe('content hash', () => {
  const hashOf = (changed: Partial<MemoInput>) => buildMemo({ ...input, ...changed }, text).contentHash;

  it('[G6] is the same for the same content, whoever prints it when', () => {
    expect(hashOf({ prepared: { ...input.prepared, number: 'CM-2031-999', by: 'Somebody else' } })).toBe(memo.contentHash);
  });

  it.each<[string, Partial<MemoInput>]>([
    ['a fact', { facts: { ...input.facts, hardwareCount: { state: 'known', value: { value: 4097 }, sourceKind: 'contract' } } }],
    [
      'where a fact comes from',
      { facts: { ...input.facts, hardwareCount: { state: 'known', value: { value: 4096 }, sourceKind: 'rumoured' } } },
    ],
    [
      'a verdict',
      { finding: { ...finding, entries: finding.entries.map((entry, index) => (index === 0 ? { ...entry, verdict: 'meets' } : entry)) } },
    ],
    [
      'enforcement',
      {
        finding: {
          ...finding,
          entries: finding.entries.map((entry, index) => (index === 0 ? { ...entry, enforcement: 'enforced' } : entry)),
        },
      },
    ],
    ['a pack', { finding: { ...finding, packs: finding.packs.map((pack) => ({ ...pack, version: `${pack.version}.1` })) } }],
    ['a reviewer', { reviews: [] }],
  ])('[G6] changes with %s', (_what, changed) => {
    expect(hashOf(changed)).not.toBe(memo.contentHash);
  });

  it('does not depend on the order in which keys were written', () => {
    expect(canonicalJson({ b: 1, a: [{ d: 2, c: undefined }] })).toBe('{"a":[{"d":2}],"b":1}');
    expect(() => canonicalJson({ a: Number.NaN })).toThrow(RangeError);
  });
});

describe('the memo on paper', () => {
  it('says what was concluded, how sure, and that nobody has decided', () => {
    expect(html).toContain('No control entry is met. 2 cannot be decided yet: 9D002 and EU 9D002. The answer to one question is missing.');
    expect(html).toContain('Official summary or secondary source');
    expect(html).toContain('No decision has been signed.');
    expect(html).toContain('Helena Voss was asked to review on 24 Nov 2031.');
  });

  it('shows text and enforcement side by side for a rule that is printed and not enforced', () => {
    const row = html.slice(html.indexOf('<b>9X091</b>'));
    expect(row.slice(0, row.indexOf('</tr>'))).toMatch(/Does not meet<\/b><\/td><td dir="auto">In force<\/td><td dir="auto">Not enforced/);
  });

  it('calls a guide line by its name and an entry by its number', () => {
    expect(entryName({ entry: 'G1' }, text)).toBe('Guide 10²⁵');
    expect(entryName({ entry: '4E091' }, text)).toBe('4E091');
  });

  it('sets big numbers as powers of ten with the range beside them', () => {
    expect(html).toContain('6 × 1.12 × 10<sup>11</sup> × 1.34 × 10<sup>13</sup> =<b> 9.0 × 10</b><b><sup>24</sup></b>');
    expect(html).toMatch(/between .*4\.5 × 10.*<sup>24<\/sup>.* and .*1\.8 × 10.*<sup>25<\/sup>/);
  });

  it('carries packs with hashes, its own hash and "not legal advice" once on each page', () => {
    for (const { hash } of memo.packs) expect(html).toContain(hash);
    expect(html).toContain(memo.contentHash);
    expect(html).not.toMatch(/legal/i);
    expect(page.footer.left).toBe('Prepared with Gatehouse. Not legal advice.');
    expect(page.header.right).toContain('Judged as of 24 Nov 2031');
  });

  it('says a source that many facts share once', () => {
    const shared = { state: 'known', value: { value: 8 }, sourceKind: 'vendor', source: 'the long data sheet' } as const;
    const many = buildMemo({ ...input, facts: { epochs: shared, trainingHours: shared, hardwareCount: shared } }, text);
    const shown = articleHtml(memoPage(many, usualParts, text));
    expect(shown.match(/the long data sheet/g)).toHaveLength(1);
    expect(shown.match(/from the maker \(a\)/g)).toHaveLength(3);
  });

  it('leaves out what is not wanted, but never conclusion, decision or sources', () => {
    const none = { facts: false, entries: false, questions: false, trace: false, remarks: false, attorneyAdvice: false, signatures: false };
    const short = articleHtml(memoPage(memo, none, text));
    expect(short).not.toContain('Facts relied on');
    expect(short).toContain('sheet-verdict');
    expect(short).toContain('No decision has been signed.');
    expect(short).toContain('Rule packs and sources');
  });

  it('shows hostile and odd text as text', () => {
    const nasty = `<img src=x onerror="alert('1')">\u202Eevil\u200b&amp; ${'A'.repeat(10_000)}\u0000\ud800`;
    const odd = buildMemo(
      {
        ...input,
        asset: { ...input.asset, name: nasty, owner: nasty },
        facts: { ...input.facts, hardware: { state: 'known', value: nasty } },
      },
      text,
    );
    const shown = articleHtml(memoPage(odd, usualParts, text));
    expect(shown).not.toContain('<img');
    expect(shown).toContain('&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;\u202Eevil\u200b&amp;amp; AAAA');
    expect(['\u0000', '\ud800'].some((sign) => shown.includes(sign))).toBe(false);
    expect(shown).toContain('A'.repeat(10_000));
  });

  it('says on every page of an exercise that it is one', () => {
    const exercise = memoPage(buildMemo({ ...input, workspace: { ...input.workspace, kind: 'exercise' } }, text), usualParts, text);
    expect(exercise.blocks[0]).toMatchObject({ kind: 'banner' });
    expect(exercise.header.left.join(' ')).toContain('Exercise');
  });
});

describe('marginWords', () => {
  const margin = (value: number, limit: number, high?: number) =>
    marginWords({ quantity: 'tpp', value, limit, unit: 'TPP', ratio: value / limit, ...(high === undefined ? {} : { high }) }, text);

  it.each([
    [margin(2400, 4800), 'here 2× below 4,800 TPP'],
    [margin(9600, 4800), 'here 2 times the limit of 4,800 TPP'],
    [margin(5000, 4800), 'here 1.04 times the limit of 4,800 TPP'],
    [margin(4750, 4800), 'here within 2 % of 4,800 TPP'],
    [margin(4800, 4800), 'exactly at 4,800 TPP'],
    [margin(1000, 4800, 9000), 'the range crosses 4,800 TPP'],
    [margin(0, 4800), 'here below 4,800 TPP'],
  ])('%s', (said, expected) => {
    expect(said).toBe(expected);
  });
});

const nobody = { roster: [], typed: [], signs: [], advice: [] };

describe('redaction', () => {
  const hide = createHider(readyMade.initials, { ...nobody, typed: ['Priya Raman', 'Helena Solheim'] });
  const hidden = redactMemo(memo, readyMade.initials, hide);

  it('[G3] leaves no name of a person anywhere, in free text as little as in name fields', () => {
    expect(canonicalJson(hidden)).not.toMatch(/Priya|Raman|Zielinski|Solheim|Helena/);
    expect(hidden.asset.owner?.name).toBe('P. R.');
    expect(hidden.facts.find(({ fieldId }) => fieldId === 'trainingTokens')?.source).toBe('data-set sizes, estimated by P. R.');
  });

  it('has a hash of its own and says that names are hidden', () => {
    expect(hidden.contentHash).not.toBe(memo.contentHash);
    expect(articleHtml(memoPage(hidden, usualParts, text))).toContain('Names of people are shown as initials.');
  });

  it('takes mail addresses out and leaves longer words alone', () => {
    const one = createHider(readyMade.initials, { ...nobody, roster: ['Lea Al-Rabi', 'Ann Lee'], signs: ['svc-build'] });
    expect(one.words('Lea Al-Rabi ran svc-build')).toBe('L. A. ran s.');
    expect(one.words('Ann Lee <ann.lee@example.org> annotated Leeds; Ann agreed')).toBe('A. L. <–> annotated Leeds; A. agreed');
  });

  it.each([
    ['Priya Raman', 'P. R.'],
    ['李 明', '李. 明.'],
    ['van der Berg', 'v. d. B.'],
    ['', '–'],
  ])('%s becomes %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});

describe('a hider', () => {
  const roster = ['Ann Lee', 'Ann Lee Moore', 'Lea Al-Rabi', 'June Park'];
  const people = { ...nobody, roster, typed: ['Legal team', 'Engineering'], signs: ['CORP\\ann', 'alee@corp.example', 'backup'] };
  const initials = createHider(readyMade.initials, people);
  const withheld = createHider(readyMade.noPeople, people);

  it('hides whole names, longest first, whatever surrounds them, and leaves words that only begin like one', () => {
    expect(initials.rest('Ann Lee Moore met Ann Lee (Lea Al-Rabi), Ann Leeds and Anna.')).toBe(
      'A. L. M. met A. L. (L. A.), Ann Leeds and Anna.',
    );
  });

  it('leaves parts of names in words of the law alone, unless people are withheld altogether', () => {
    expect(initials.rest('Park it under Legal advice, Engineering; backup')).toBe('Park it under Legal advice, Engineering; backup');
    expect(initials.words('Engineering ran backup')).toBe('E. ran b.');
    expect(withheld.rest('Engineering ran backup')).toBe('[withheld] ran [withheld]');
    expect(initials.words('Ask Moore, or Park')).toBe('Ask M., or P.');
    expect(withheld.rest('Ask Moore')).toBe('Ask [withheld]');
  });

  it('withholds accounts and mail addresses, known or not, and leaves days alone', () => {
    expect(withheld.rest('CORP\\ann wrote to x.y@z.example on 3 June 2026, as June did')).toBe(
      '[withheld] wrote to [withheld] on 3 June 2026, as [withheld] did',
    );
  });

  it('finds names in capitals, in scripts without spaces, and however their accents are stored', () => {
    const one = createHider(readyMade.noPeople, { ...nobody, roster: ['Ingrid Sólheim', '李明'], signs: ['I.Solheim'] });
    expect(one.words('INGRID SÓLHEIM, Sólheim’s, SÓLHEIM: i.solheim')).toBe('[withheld], [withheld]’s, [withheld]: [withheld]');
    expect(one.rest('Ingrid Sólheim'.normalize('NFD'))).toBe('[withheld]');
    expect(one.rest('请联系李明确认。model李明')).toBe('请联系[withheld]确认。model[withheld]');
  });

  it('takes the version of a rule pack for no mail address', () => {
    expect(withheld.rest('us-ear@2026.11.21')).toBe('us-ear@2026.11.21');
  });

  it('withholds attorney advice word for word, and nobody, where only that is to be left out', () => {
    const { words, person } = createHider(readyMade.noAttorneyAdvice, { ...nobody, advice: ['Do not file.'] });
    expect(words('Ann Lee: Do not file. Later.')).toBe('Ann Lee: [attorney advice withheld] Later.');
    expect(person('Ann Lee')).toBe('Ann Lee');
  });

  it('takes no longer for five thousand names than for one', () => {
    const names = Array.from({ length: 5000 }, (_, place) => `First${place} Last${place}`);
    const text = Array.from({ length: 20_000 }, (_, place) => `row ${place} by First${place % 6000} Last${place % 6000}`).join('\n');
    const shown = createHider(readyMade.initials, { ...nobody, roster: names }).rest(text);
    expect(shown).not.toContain('First4999 Last4999');
    expect(shown).toContain('First5000 Last5000');
  });
});
