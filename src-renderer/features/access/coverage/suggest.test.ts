import { describe, expect, it } from 'vitest';
import { suggestAsset } from './suggest.ts';

const assets = ['Vault-KM', 'Vault-KM tests', 'Atlas-M', 'Probe', 'Depot Pathfinder'].map((name) => ({ assetId: name, name }));

describe('suggestAsset', () => {
  it.each([
    ['halden/vault-km', 'Vault-KM'],
    ['halden/vault-km-tests', 'Vault-KM tests'],
    ['https://api.halden.example/v1/models/atlas-m/infer', 'Atlas-M'],
    ['s3://halden-backups/DepotPathfinder/ckpt', 'Depot Pathfinder'],
    ['halden/wiki', null],
    ['s3://halden-backups/depot', null],
    ['', null],
  ])('%s means %s', (resource, name) => {
    expect(suggestAsset(resource, assets)?.name ?? null).toBe(name);
  });

  it('suggests nothing where two assets fit equally well', () => {
    expect(
      suggestAsset('kestrel', [
        { assetId: '1', name: 'Kestrel' },
        { assetId: '2', name: 'kestrel' },
      ]),
    ).toBeNull();
  });
});
