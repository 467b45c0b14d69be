import { describe, expect, it } from 'vitest';
import { SHIPPED_PAGES } from './policy.ts';
import { addressAfterLock, afterCrash, nextZoom, parsePlace, placeWindow, recentCrashes } from './resilience.ts';

const screen = { x: 0, y: 0, width: 1920, height: 1080 };
const second = { x: 1920, y: 0, width: 1920, height: 1080 };

describe('[E13] a page that died', () => {
  it('is loaded again the first time, and locked when it dies twice in a minute', () => {
    expect(afterCrash([], 1000)).toBe('reload');
    expect(afterCrash([1000], 60_999)).toBe('lock');
    expect(afterCrash([1000], 61_000)).toBe('reload');
    expect(recentCrashes([1000, 50_000], 61_000)).toEqual([50_000]);
  });
});

describe('[D2] the address after a lock', () => {
  const addressFor = (hash: string) => addressAfterLock(`${SHIPPED_PAGES.start}${hash}`, 7, SHIPPED_PAGES);

  it('keeps a route made of words and ids', () => {
    expect(addressFor('#/inventory/models/01J9ZK3V')).toBe(`${SHIPPED_PAGES.start}?load=7#/inventory/models/01J9ZK3V`);
  });

  it.each(['#/inventory?search=Acme+Robotics', '#/models/Acme%20Robotics', '#/a/b/c/d/e/f', '#plain', ''])(
    'forgets what a person may have typed: %s',
    (hash) => {
      expect(addressFor(hash)).toBe(`${SHIPPED_PAGES.start}?load=7`);
    },
  );

  it('forgets a foreign address', () => {
    expect(addressAfterLock('https://evil.example/#/models', 1, SHIPPED_PAGES)).toBe(`${SHIPPED_PAGES.start}?load=1`);
  });
});

describe('where a window opens', () => {
  it('is the remembered place while that is on a screen', () => {
    const there = { x: 2000, y: 100, width: 1300, height: 800 };
    expect(placeWindow(there, [screen, second])).toEqual(there);
  });

  it('is the middle of the first screen when the remembered screen is gone', () => {
    expect(placeWindow({ x: 2000, y: 100, width: 1300, height: 800 }, [screen])).toEqual({ x: 310, y: 140, width: 1300, height: 800 });
  });

  it('comes back when only its title bar is out of reach', () => {
    expect(placeWindow({ x: 100, y: -600, width: 1300, height: 800 }, [screen])).toMatchObject({ y: 140 });
  });

  it('is never smaller than the smallest supported size, nor larger than the screen', () => {
    expect(placeWindow({ x: 0, y: 0, width: 300, height: 200 }, [screen])).toMatchObject({ width: 1024, height: 700 });
    expect(placeWindow({ x: 0, y: 0, width: 5000, height: 4000 }, [screen])).toMatchObject({ width: 1920, height: 1080 });
    expect(placeWindow(undefined, [{ x: 0, y: 0, width: 800, height: 600 }])).toEqual({ x: 0, y: 0, width: 800, height: 600 });
  });
});

describe('a remembered place', () => {
  it('survives its own writing', () => {
    const place = { bounds: { x: 1, y: 2, width: 1300, height: 800 }, maximised: true, zoom: 1.25, theme: 'dark' } as const;
    expect(parsePlace(JSON.stringify(place))).toEqual(place);
  });

  it.each([
    '',
    '{',
    'null',
    '[]',
    '{"bounds":{}}',
    '{"bounds":{"x":0,"y":0,"width":"1e9","height":1},"zoom":1,"theme":"dark"}',
    '{"bounds":{"x":0,"y":0,"width":1,"height":1},"zoom":99,"theme":"dark"}',
  ])('is ignored when it reads %s', (text) => {
    expect(parsePlace(text)).toBeUndefined();
  });
});

describe('zoom', () => {
  it('steps in and out between a half and three, and returns to one', () => {
    expect(nextZoom(1, 'in')).toBe(1.1);
    expect(nextZoom(1, 'out')).toBe(0.9);
    expect(nextZoom(3, 'in')).toBe(3);
    expect(nextZoom(0.5, 'out')).toBe(0.5);
    expect(nextZoom(1.75, 'reset')).toBe(1);
  });
});
