import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  AssessmentDetail,
  AssessmentSummary,
  Manual,
  Organisation,
  ProgrammeStanding,
  RiskDetail,
} from '../../src-shared/contract/programme.ts';
import type { ReportPreview } from '../../src-shared/contract/reports.ts';
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

describe('what the programme of the demo company reports', () => {
  const preview = async (kind: string, more: object = {}) =>
    app.call<ReportPreview>('reports.preview', { kind, options: { paper: 'A4', redaction: 'none', recordId: null, ...more } });
  const words = (page: ReportPreview['page']) => JSON.stringify(page);

  it('prints the self-assessment with radar, trend, every question, its gaps and where the elements come from', async () => {
    const { page } = await preview('programme-assessment');
    const charts = page.blocks.flatMap((block) => (block.kind === 'chart' ? [block.chart] : []));
    expect(charts.map(({ form }) => form)).toEqual(['radar', 'lines']);
    expect(charts[0]?.series.map(({ values }) => values.length)).toEqual([8, 8, 8]);
    expect(words(page)).toContain('ECP-8.4');
    expect(words(page)).toContain('BIS Export Compliance Guidelines');
    expect(words(page)).not.toMatch(/programme\.\w+\.|report\.programme/);
  });

  it('prints the risks with the gravest first, who signed, and what they rest on', async () => {
    const { page } = await preview('risk-assessment');
    const table = page.blocks.find((block) => block.kind === 'table');
    const left = (table?.kind === 'table' ? table.rows : []).map(({ cells }) => Number(/\d+/.exec(JSON.stringify(cells[2]))?.[0]));
    expect(left.length).toBe(14);
    expect(left).toEqual([...left].sort((a, b) => b - a));
    expect(words(page)).toContain('Signed by Ingrid Solheim');
    expect(words(page)).toContain('United States: Export Administration Regulations 20');
    expect(words(page)).not.toMatch(/programme\.\w+\./);
  });

  it('prints the manual as it stands and says that it was not issued; a version as it was issued', async () => {
    const draft = await preview('policy-manual');
    expect(words(draft.page)).toContain('Draft after version 1');
    expect(words(draft.page)).toContain('the case of the silent reseller');
    const { versions } = await app.call<Manual>('programme.manual', {});
    const issued = await preview('policy-manual', { recordId: versions[0]?.id });
    expect(words(issued.page)).toContain('Version 1 of');
    expect(words(issued.page)).not.toContain('silent reseller');
  });

  it.each(['programme-assessment', 'risk-assessment', 'policy-manual'])('%s names nobody in full where names are hidden', async (kind) => {
    const { page } = await preview(kind, { redaction: 'initials' });
    expect(words(page)).not.toMatch(/Solheim|Adeyemi|Zielinski|Halden,|Brandt/);
  });
});
