import { describe, expect, it } from 'vitest';
import { placeLabels } from './chart/map-layout.ts';
import { labelHalf, logPosition, logTicks, spreadLabels } from './range-scale.ts';

describe('logPosition', () => {
  it('puts equal factors at equal distances', () => {
    const at = logPosition([1e22, 1e26], 400);
    expect(at(1e22)).toBeCloseTo(0);
    expect(at(1e24)).toBeCloseTo(200);
    expect(at(1e26)).toBeCloseTo(400);
  });

  it('puts nothing and less outside instead of failing', () => {
    const at = logPosition([1e22, 1e26], 400);
    expect(at(0)).toBe(Number.NEGATIVE_INFINITY);
    expect(at(-1)).toBe(Number.NEGATIVE_INFINITY);
  });
});

describe('logTicks', () => {
  it('names whole powers and marks the steps between', () => {
    const { major, minor } = logTicks([5e22, 3e24]);
    expect(major).toEqual([1e23, 1e24]);
    expect(minor[0]).toBe(5e22);
    expect(minor.at(-1)).toBe(3e24);
  });
});

describe('spreadLabels', () => {
  it('keeps the limit, and never lets two labels overlap or leave the frame', () => {
    const labels = [
      { x: 180, text: '4.5 × 10²⁴', strong: false },
      { x: 200, text: '1.8 × 10²⁵', strong: false },
      { x: 190, text: '10²⁵', strong: true },
    ];
    const placed = spreadLabels(labels, 352);
    expect(placed).toContainEqual({ x: 190, text: '10²⁵', strong: true });
    for (const one of placed) {
      expect(one.x - labelHalf(one.text)).toBeGreaterThanOrEqual(0);
      expect(one.x + labelHalf(one.text)).toBeLessThanOrEqual(352);
      for (const other of placed)
        if (other !== one) expect(Math.abs(one.x - other.x)).toBeGreaterThanOrEqual(labelHalf(one.text) + labelHalf(other.text));
    }
  });
});

describe('placeLabels', () => {
  it('names the item of the page first and lets no label cover a point', () => {
    const points = [
      { id: 'near', text: 'H20', x: 206, y: 102, strong: false },
      { id: 'own', text: 'L20 PCIe', x: 200, y: 100, strong: true },
      { id: 'far', text: 'H100', x: 400, y: 40, strong: false },
    ];
    const placed = placeLabels(points, { left: 50, right: 500, top: 0, bottom: 300 });
    expect([...placed.keys()]).toEqual(expect.arrayContaining(['own', 'far']));
    const own = placed.get('own');
    expect(own?.anchor).toBe('end');
    expect(own?.x).toBeLessThan(200);
  });
});
