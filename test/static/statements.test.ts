import { expect, it } from 'vitest';
import { statementCounts, statements } from '../security/statements.ts';

it('lists each security statement exactly once', () => {
  const wanted = Object.entries(statementCounts).flatMap(([letter, count]) =>
    Array.from({ length: count }, (_, index) => `${letter}${index + 1}`),
  );
  expect(statements.map((one) => one.id)).toEqual(wanted);
});
