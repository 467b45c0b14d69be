import { describe, expect, it } from 'vitest';
import { createResourceMatcher } from './asset-names.ts';

const assets = [
  { id: 'A-1', name: 'Atlas', version: '3.2', resourceNames: [] },
  { id: 'A-2', name: 'Atlas M', version: '3.2', resourceNames: [] },
  { id: 'A-10', name: 'Vault-KM', version: '1', resourceNames: ['git@host:km/vault.git', 'bucket-7/*'] },
  { id: 'A-11', name: 'Vault-KM', version: '2', resourceNames: [] },
];
const match = createResourceMatcher(assets);

describe('createResourceMatcher', () => {
  it.each([
    ['A-1', 0],
    ['a-1', 0],
    ['A-10', 2],
    ['Atlas', 0],
    ['atlas 3.2', 0],
    ['atlas-v3.2', 0],
    ['Atlas_M', 1],
    ['/v1/models/atlas-m:predict', 1],
    ['s3://weights/atlas-m-3.2/model.safetensors', 1],
    ['vault-km-2', 3],
    ['Vault-KM v2', 3],
    ['https://git.example.com/team/vault-km/blob/main/a.py', 2],
    ['bucket-7/anything', 2],
    ['git@host:km/vault.git', 2],
    ['repos/A-11/pull', 3],
    ['atlassian', -1],
    ['A-100', -1],
    ['', -1],
  ])('%s → %i', (resource, asset) => {
    expect(match(resource)).toBe(asset);
  });
});
