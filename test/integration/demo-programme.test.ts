import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  AssessmentDetail,
  AssessmentSummary,
  Manual,
  Organisation,
  ProgrammeStanding,
  RiskDetail,
} from '../../src-shared/contract/programme.ts';
import { startTestApp, type TestApp } from '../harness/workspace.ts';

let app: TestApp;
beforeAll(async () => {
  app = startTestApp();
  await app.call('workspace.demo', { parent: null });
});
afterAll(() => app.end());

describe('the programme of the demo company', () => {
  it('has two finished self-assessments, so that a trend and what moved can be seen', async () => {
    const list = await app.call<AssessmentSummary[]>('programme.assessments', {});
    expect(list.map(({ state }) => state)).toEqual(['final', 'final']);
    expect(list[0]?.maturity ?? 0).toBeGreaterThan(list[1]?.maturity ?? 4);
    const latest = await app.call<AssessmentDetail>('programme.assessment', { id: list[0]?.id });
    expect(latest.moved.length).toBeGreaterThan(10);
    expect(latest.gaps.some(({ gap }) => gap !== '')).toBe(true);
  });

  it('has signed risk assessments of which the later one names what is new, up, down and gone', async () => {
    const { risk } = await app.call<ProgrammeStanding>('programme.standing', {});
    const detail = await app.call<RiskDetail>('programme.risk', { id: risk.latest?.id });
    expect(new Set(detail.rows.map(({ move }) => move))).toEqual(new Set(['new', 'up', 'down', 'same']));
    expect(detail.gone).toHaveLength(1);
    expect(detail.obstacles).toEqual([]);
  });

  it('names people at its sites, meets, and issued its manual once', async () => {
    const organisation = await app.call<Organisation>('programme.organisation', {});
    expect(organisation.duties.some(({ siteId }) => siteId !== null)).toBe(true);
    expect(organisation.unfilled).toEqual(['hr']);
    const { committee } = await app.call<ProgrammeStanding>('programme.standing', {});
    expect(committee.next).not.toBeNull();
    const manual = await app.call<Manual>('programme.manual', {});
    expect(manual.versions).toHaveLength(1);
    expect(manual.sections.filter(({ edited }) => edited).map(({ id }) => id)).toEqual(['training']);
  });
});
