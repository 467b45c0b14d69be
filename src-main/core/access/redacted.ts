import type { AccessMatrix, ControlPlan } from '../../../src-shared/contract/access.ts';
import type { Text } from '../../../src-shared/text/format.ts';
import type { Withholding } from '../reports/index.ts';

type Cell = AccessMatrix['rows'][number]['cells'][number];

/** Gravest first: what a cell says that stands for many. */
const gravity: readonly Cell['mark'][] = ['finding', 'missing', 'permitted', 'none'];

/** A technology control plan for a reader who may not see everybody in it. Its page leaves whole lists of people out where nobody may be seen. */
export function hiddenControlPlan(plan: ControlPlan, { hide }: Withholding): ControlPlan {
  const people = (list: ControlPlan['may']) =>
    list.map((one) => ({ ...one, name: hide.person(one.name), team: hide.words(one.team), because: hide.words(one.because) }));
  return {
    ...plan,
    assetName: hide.words(plan.assetName),
    owner: hide.person(plan.owner),
    basis: plan.basis.map(hide.words),
    may: people(plan.may),
    mayNot: people(plan.mayNot),
    cannotSay: people(plan.cannotSay),
    safeguards: plan.safeguards.map((one) => ({ ...one, title: hide.words(one.title) })),
    authorisations: plan.authorisations.map(hide.words),
    briefings: plan.briefings.map((one) => ({ ...one, personName: hide.person(one.personName), signedBy: hide.person(one.signedBy) })),
    findings: plan.findings.map((one) => ({ ...one, title: hide.words(one.title) })),
  };
}

/**
 * The matrix for a reader who may not see everybody in it. Where nobody may be seen, one row stands for all: who has no name but a team and a list of
 * what they opened can still be told.
 */
export function hiddenMatrix(matrix: AccessMatrix, { hide, nobody }: Withholding, text: Text): AccessMatrix {
  const columns = matrix.columns.map((column) => ({ ...column, name: hide.words(column.name) }));
  if (nobody) return { ...matrix, columns, rows: matrix.rows.length === 0 ? [] : [everybody(matrix, text)] };
  return {
    ...matrix,
    columns,
    rows: matrix.rows.map((row) => ({
      ...row,
      account: row.account === null ? null : hide.person(row.account),
      name: hide.person(row.name),
      group: hide.words(row.group),
      cells: row.cells.map((cell) => ({ ...cell, says: hide.words(cell.says) })),
    })),
  };
}

function everybody({ rows }: AccessMatrix, text: Text): AccessMatrix['rows'][number] {
  const sums = new Map<number, Cell>();
  for (const { column, events, mark } of rows.flatMap(({ cells }) => cells)) {
    const before = sums.get(column);
    const graver = before === undefined || gravity.indexOf(mark) < gravity.indexOf(before.mark) ? mark : before.mark;
    sums.set(column, { column, events: (before?.events ?? 0) + events, mark: graver, findingId: null, says: '' });
  }
  const cells = [...sums.values()].sort((a, b) => a.column - b.column);
  return {
    personId: null,
    account: null,
    name: text.dynamic('report.people.count', { count: rows.length }),
    group: '',
    position: 'unknown',
    cells,
  };
}
