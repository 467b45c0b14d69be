import { expect, it } from 'vitest';
import { groupsOf } from './Exclusions.tsx';

const row = (code: string, result: 'applies' | 'doesNotApply' | 'unknown' = 'doesNotApply') => ({
  code,
  title: code,
  rule: '',
  known: '',
  result,
});
const codes = (rows: readonly { readonly code: string }[]) => rows.map(({ code }) => code);

it('puts what is open first, then what applies, then what is asked in every case, and folds the rest', () => {
  const { shown, folded } = groupsOf([
    row('patents.1'),
    row('published.734.7'),
    row('teaching'),
    row('employee', 'applies'),
    row('noInspection'),
    row('notForeignPerson.citizen', 'unknown'),
  ]);
  expect(codes(shown)).toEqual(['notForeignPerson.citizen', 'employee', 'published.734.7']);
  expect(codes(folded)).toEqual(['patents.1', 'teaching', 'noInspection']);
});

it('folds nothing where only a row or two would be gone', () => {
  const { shown, folded } = groupsOf([row('patents.1'), row('published.734.7'), row('teaching')]);
  expect(codes(shown)).toEqual(['published.734.7', 'patents.1', 'teaching']);
  expect(folded).toEqual([]);
});
