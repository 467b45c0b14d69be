import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ReleaseAnswer } from '../../../src-shared/model/release.ts';
import { loadRulePacks } from '../../core/rulepacks/index.ts';
import { cases } from './cases.fixture.ts';
import { judgeRelease, type ReleaseLaw, releaseLawOf } from './index.ts';

let law: ReleaseLaw;
beforeAll(async () => {
  const loaded = await loadRulePacks(path.resolve('resources/rulepacks'));
  if (!loaded.ok || loaded.value.refused.length > 0) throw new Error(JSON.stringify(loaded));
  law = releaseLawOf(loaded.value.packs.map(({ pack }) => pack));
});

function inShort(answer: ReleaseAnswer): string {
  const part = (prefix: string, list: readonly string[]) => (list.length === 0 ? '' : ` ${prefix}${[...list].sort().join()}`);
  const text = answer.textLicence === undefined ? '' : ` text:${answer.textLicence}`;
  const reasons = answer.reasons.length === 0 ? '' : ` ${answer.reasons.join()}`;
  return `${answer.release} ${answer.event} [${answer.toCountries.join()}] ${answer.licence}${reasons}${part('ex:', answer.excludedBy)}${text}`;
}

describe('releases and exports by access', () => {
  it.each(cases)('$name', ({ facts, on, want }) => {
    expect(inShort(judgeRelease(facts, on, law))).toBe(want);
  });

  it('names the open point and the question where a fact is missing', () => {
    const unknown = cases.find(({ name }) => name === 'status unknown CN');
    if (unknown === undefined) throw new Error('The case is gone');
    const answer = judgeRelease(unknown.facts, unknown.on, law);
    expect(answer.unknown).toEqual(['usStatus']);
    expect(answer.ask[0]).toMatch(/US person status/);
  });

  it('names failing exceptions with the condition that fails', () => {
    const answer = judgeRelease({ ...cases[4]?.facts }, cases[4]?.on ?? ('2026-11-21' as never), law);
    expect(answer.exceptions.fail).toContainEqual({ symbol: 'TSR', because: 'country not in group B' });
    expect(answer.exceptions.fail).toContainEqual({ symbol: 'STA', because: 'country not in A:5 or A:6' });
  });

  it('says in the trace which rule was used, how well it is known, and which later text was not read', () => {
    const chips = cases.find(({ name }) => name === '4E001 4A090');
    if (chips === undefined) throw new Error('The case is gone');
    const answer = judgeRelease(chips.facts, chips.on, law);
    expect(answer.trace).toContainEqual(expect.objectContaining({ step: 'chipCarveOut', citation: '15 CFR 742.6(a)(6)(iv)' }));
    expect(answer.warnings).toContainEqual(expect.stringContaining('91 FR 46260'));
  });

  it('asks nothing of a rule pack without release rules, and clears nobody by it', () => {
    const [first] = cases;
    expect(judgeRelease(first?.facts ?? {}, first?.on ?? ('2026-11-21' as never), { regimes: [] })).toMatchObject({
      licence: 'undetermined',
      release: 'undetermined',
    });
  });
});
