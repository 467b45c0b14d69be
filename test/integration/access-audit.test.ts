import { describe, expect, it, vi } from 'vitest';
import type { AccessMatrix, AccessOverview } from '../../src-shared/contract/access.ts';
import { track } from '../harness/rig.ts';
import { openTestWorkspace, type TestWorkspace } from '../harness/workspace.ts';

describe('the access audit in a workspace', () => {
  it('answers every query of an empty workspace', async () => {
    const app = track(await openTestWorkspace());
    const overview = await app.call<AccessOverview>('access.overview');
    expect(overview).toMatchObject({ imports: 0, events: 0, lastRun: null });
    expect((await app.call<AccessMatrix>('access.matrix')).rows).toEqual([]);
    expect(await app.call('access.coverage')).toEqual({ firstWeek: null, rows: [] });
    expect(await app.call('access.findings')).toEqual({ total: 0, rows: [] });
    expect(await app.refusal('access.finding', { id: 'none' })).toMatchObject({ code: 'record.notFound' });
    await runAudit(app);
    expect((await app.call<AccessOverview>('access.overview')).lastRun).toMatchObject({ events: 0, changed: 0 });
  });
});

/** Runs the audit and waits for its job. */
async function runAudit(app: TestWorkspace): Promise<void> {
  const { jobId } = await app.call<{ jobId: string }>('access.run');
  const end = await vi.waitUntil(
    () => app.events.find((event) => event.type === 'job' && event.jobId === jobId && event.state !== 'running'),
    { timeout: 20_000 },
  );
  expect(end).toMatchObject({ state: 'done' });
}
