import { describe, expect, it } from 'vitest';
import { chartShape } from './chart-shape.ts';

describe('a chart of lines', () => {
  it('keeps the words under its axis inside the picture, the last ones too', () => {
    const labels = ['22 Apr 2026', '20 Oct 2026'];
    const { width, shapes } = chartShape({ form: 'lines', caption: '', labels, series: [{ name: '', values: [1, 2] }], most: 4, unit: '' });
    const [first, last] = labels.map((label) => shapes.find((shape) => shape.kind === 'words' && shape.text === label));
    expect(first).toMatchObject({ anchor: 'middle' });
    expect(last).toMatchObject({ anchor: 'end', x: width });
  });
});
