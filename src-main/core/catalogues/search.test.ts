import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createChipIndex, loadAcceleratorCatalogueSync, loadChipChecksSync, trainingRate } from './index.ts';

const resources = join(import.meta.dirname, '..', '..', '..', 'resources', 'catalogues');
const loaded = loadAcceleratorCatalogueSync(join(resources, 'accelerators'));
if (!loaded.ok) throw new Error(`${loaded.error.file}: ${loaded.error.detail}`);
const index = createChipIndex(loaded.value.accelerators);
const idsOf = (text: string) => index.resolve(text).matches.map((match) => match.accelerator.id);

describe('the shipped catalogue', () => {
  it('holds the 122 current products, names its source and carries no classification', () => {
    expect(loaded.value.manifest.files[0]).toMatchObject({ path: 'current.json', records: 122 });
    expect(loaded.value.manifest.attribution[0]?.licence).toBe('CC BY 4.0');
    expect(loaded.value.hash).toMatch(/^sha256:[0-9a-f]{64}$/);
    const words = JSON.stringify(loaded.value.accelerators);
    expect(words).not.toMatch(/3A090|3A991|4A090|ECCN/);
  });

  it('keeps the letters apart, labelled as claimed', () => {
    const letters = loadChipChecksSync(join(resources, 'chip-checks'));
    expect(letters).toMatchObject({ ok: true, value: { standing: 'claimed' } });
  });

  it('reports a folder without a catalogue by file', () => {
    expect(loadAcceleratorCatalogueSync(join(resources, 'nowhere'))).toMatchObject({
      ok: false,
      error: { code: 'catalogue.unreadable', file: 'manifest.json' },
    });
  });
});

describe('resolve', () => {
  it.each([
    ['NVIDIA H100 SXM5 80GB', 'nvidia-h100-sxm5'],
    ['h100-sxm', 'nvidia-h100-sxm5'],
    ['NVIDIA A100 SXM4 80 GB', 'nvidia-a100-80-sxm4'],
    ['NVIDIA A100-SXM4-40GB', 'nvidia-a100-40-sxm4'],
    ['RTX 4090 D', 'nvidia-rtx-4090d'],
    ['4090', 'nvidia-rtx-4090'],
    ['TPUv4', 'google-tpu-v4'],
    ['AMD Instinct MI300X', 'amd-mi300x'],
    ['NVIDIA GB300 (Blackwell Ultra)', 'nvidia-gb300'],
    ['Amazon Trainium1', 'aws-trainium1'],
    ['NVIDIA GeForce RTX 2080 Ti 11GB', 'nvidia-rtx-2080ti'],
  ])('finds one record for %s', (text, id) => {
    expect(index.resolve(text).status).toBe('one');
    expect(idsOf(text)).toEqual([id]);
  });

  it('says that H100 fits several variants, the usual one first', () => {
    expect(index.resolve('H100').status).toBe('several');
    expect(idsOf('H100')).toEqual(['nvidia-h100-sxm5', 'nvidia-h100-pcie', 'nvidia-h100-nvl']);
  });

  it('offers what a slip of the pen resembles, without taking it', () => {
    expect(index.resolve('H10O')).toMatchObject({ status: 'close' });
    expect(index.resolve('RTX 2080 Super').status).toBe('close');
  });

  it('knows nothing of other things', () => {
    for (const text of ['', 'GPU', 'potato', '!!!', 'x'.repeat(5000)]) expect(index.resolve(text).status).toBe('none');
  });

  it('lists all for an empty search and the family for its name', () => {
    expect(index.search('', 500).length).toBe(loaded.value.accelerators.length);
    expect(index.search('gaudi', 10).map((match) => match.accelerator.vendor)).toEqual(expect.arrayContaining(['Intel']));
  });
});

describe('trainingRate', () => {
  const rate = (id: string, format?: string) => {
    const chip = index.byId(id);
    return chip === undefined ? undefined : trainingRate(chip, format);
  };

  it('takes the format said, 16 bit where none is said, and 32 bit on chips without matrix units', () => {
    expect(rate('nvidia-h100-sxm5', 'BF16')).toMatchObject({ flopPerSecond: 989.4e12, isAssumed: false });
    expect(rate('nvidia-h100-sxm5', 'FP8')).toMatchObject({ format: 'fp8' });
    expect(rate('nvidia-v100-sxm2')).toMatchObject({ format: 'fp16', isAssumed: true, ifSinglePrecision: 15.7e12 });
    expect(rate('nvidia-p100-sxm2')).toMatchObject({ format: 'fp32', isAssumed: true });
    expect(rate('google-tpu-v1')).toBeUndefined();
  });
});
