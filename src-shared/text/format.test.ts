import { describe, expect, it } from 'vitest';
import { english } from './en/index.ts';
import { createText } from './format.ts';

const catalogue = {
  plain: 'Nothing waits',
  count: '{count, plural, =0 {no rows} one {# row} other {# rows}}',
  quoted: 'It’s “{name}”',
  angle: '{name} < 10',
} as const;

describe('createText', () => {
  const t = createText('en', catalogue);

  it('fills gaps and chooses plural forms', () => {
    expect(t('count', { count: 0 })).toBe('no rows');
    expect(t('count', { count: 1 })).toBe('1 row');
    expect(t('count', { count: 10_000 })).toBe('10,000 rows');
    expect(t('quoted', { name: 'Halden' })).toBe('It’s “Halden”');
  });

  it('shows names from outside as text, whatever signs they hold', () => {
    expect(t('angle', { name: '<img src=x onerror=1>' })).toBe('<img src=x onerror=1> < 10');
    expect(t('quoted', { name: '{count}' })).toBe('It’s “{count}”');
  });

  it('falls back for keys built at run time', () => {
    expect(t.dynamic('error.some.new.code', {}, 'Something failed')).toBe('Something failed');
    expect(t.dynamic('plain')).toBe('Nothing waits');
    expect(t.has('toString')).toBe(false);
  });
});

describe('the English catalogue', () => {
  const t = createText('en', english);
  const samples = {
    count: 2,
    done: 1,
    total: 2,
    share: 0.5,
    restricted: 1,
    review: 2,
    waitSeconds: 2,
    triesBeforeWait: 1,
    minutes: 10,
    days: 3,
  };

  it('holds no message that cannot be parsed', () => {
    const broken = Object.entries(english).flatMap(([key, message]) => {
      const gaps = Object.fromEntries(
        [...message.matchAll(/\{(\w+)/g)].map(([, gap = '']) => [gap, gap in samples ? samples[gap as keyof typeof samples] : 1]),
      );
      try {
        t(key as keyof typeof english, gaps);
        return [];
      } catch (cause) {
        return [`${key}: ${String(cause)}`];
      }
    });
    expect(broken).toEqual([]);
  });

  it('avoids exclamation marks and words that blame', () => {
    const loud = Object.entries(english).filter(([, message]) => /!|\boops\b|\binvalid user\b/i.test(message));
    expect(loud).toEqual([]);
  });
});
