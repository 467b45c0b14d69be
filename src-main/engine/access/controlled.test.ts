import { describe, expect, it } from 'vitest';
import type { AuditAsset } from '../../../src-shared/model/access-audit.ts';
import { isControlled } from './deemed-export.ts';

const asset = (eccn: string | null, licenceRequiredForNationalsOf: readonly string[] | null = null): AuditAsset => ({
  id: 'a',
  version: null,
  name: 'Vault',
  kind: null,
  eccn,
  reasons: [],
  form: 'technology',
  published: false,
  fundamentalResearch: false,
  licenceRequiredForNationalsOf,
  allowedRoles: null,
});

describe('an asset is controlled', () => {
  it.each(['3E001', '5D002', '5D992', '4E091', 'Annex I technology'])('by the entry %s', (entry) => {
    expect(isControlled(asset(entry))).toBe(true);
  });

  it.each([null, '', 'EAR99', 'none', 'NLR', 'notSubjectToEar', 'Not subject to the EAR'])('by no entry where it says %s', (entry) => {
    expect(isControlled(asset(entry))).toBe(false);
  });

  it("by the company's own list, which replaces the entry", () => {
    expect(isControlled(asset('EAR99', ['CN']))).toBe(true);
    expect(isControlled(asset('3E001', []))).toBe(false);
  });
});
