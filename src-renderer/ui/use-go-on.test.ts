import { describe, expect, it } from 'vitest';
import { isAt } from './use-go-on.ts';

describe('isAt', () => {
  it.each([
    ['#/lists/take-in', '/lists/take-in', true],
    ['#/lists/take-in?job=1', '/lists/take-in', true],
    ['#/lists/take-in', '/lists', false],
    ['#/lists', '/lists/take-in', false],
    ['#/models/a', '/models/b', false],
    ['#/lists/US%20list?x=%20', '/lists/US list', true],
    ['#/lists/US%20list', '/lists/US%20list', true],
    ['#/lists/50%', '/lists/50%', true],
    ['', '/', true],
    ['#/', '/', true],
    ['#/', '/models', false],
  ])('%s at %s: %s', (hash, path, at) => expect(isAt(hash, path)).toBe(at));
});
