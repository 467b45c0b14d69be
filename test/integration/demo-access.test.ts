import { describe, expect, it } from 'vitest';
import { track } from '../harness/rig.ts';
import { startTestApp } from '../harness/workspace.ts';

interface Line {
  readonly type: string;
  readonly person: { readonly name: string } | null;
  readonly account: string | null;
  readonly asset: { readonly name: string } | null;
}

describe('the demo workspace', () => {
  it('opens with people, an access log and one finding of each kind to look at', async () => {
    const app = track(startTestApp());
    await app.call('workspace.demo', { parent: null });
    const { rows } = await app.call<{ rows: Line[] }>('access.findings', { limit: 500 });
    const found = (type: string) =>
      rows.filter((row) => row.type === type).map((row) => `${row.person?.name ?? row.account} ${row.asset?.name ?? ''}`);
    expect(found('deemed_export').join()).toContain('Dariush Kamali LockBox');
    expect(found('deemed_export').join()).toContain('Chen Yuxuan HX-1 design files');
    expect(found('deemed_export').join()).toContain('Sofia Lindqvist HX-1 design files');
    expect(found('deemed_export').join()).not.toMatch(/Okafor|Zielinski|Rezaei/);
    expect(found('sanctioned_country').join()).toContain('Hamid Rezaei');
    expect(found('vpn_hosting_tor').join()).toContain('Wei Lin Tan');
    expect(found('impossible_travel').join()).toContain('Arjun Mehta');
    expect(found('unknown_account').join()).toContain('svc-legacy-ci');
    expect(found('terminated_access').join()).toContain('Daniel Weiss');
    expect(found('role_mismatch').join()).toContain('Nikhil Rao');
    expect(found('query_burst').join()).toContain('Lars Boersma');
    expect(rows.some((row) => row.type === 'coverage_gap' && row.asset?.name.startsWith('HX-1 design files'))).toBe(true);
    // An announced trip, attempts that were turned away and a registered batch account are no findings.
    expect(rows.some((row) => row.person?.name === 'Priya Raman' && row.type !== 'role_mismatch')).toBe(false);
    expect(found('sanctioned_country').join()).not.toContain('Mei Okafor');
    expect(rows.some((row) => row.account === 'svc-sim-runner')).toBe(false);
  });
});
