import { describe, expect, it } from 'vitest';
import { fittingTabs } from './fitting-tabs.ts';

const row = { tabs: [100, 50, 50], gap: 10, more: 40 };

describe('fittingTabs', () => {
  it.each([
    { name: 'all of them to the pixel, without room for a button', available: 220, want: 3 },
    { name: 'one pixel less takes the button in, and with it the second tab stays', available: 219, want: 2 },
    { name: 'the last width at which the second tab and the button fit', available: 210, want: 2 },
    { name: 'one pixel less moves the second tab too', available: 209, want: 1 },
    { name: 'never none', available: 20, want: 1 },
  ])('$name', ({ available, want }) => {
    expect(fittingTabs({ ...row, available })).toBe(want);
  });

  it('has nothing to hide in an empty row', () => {
    expect(fittingTabs({ ...row, tabs: [], available: 0 })).toBe(0);
  });
});
