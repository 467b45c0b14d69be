import type { LogProblemView } from '../../../../src-shared/contract/access-logs.ts';
import type { LogCheck, LogProblem, LogProblemGroup, LogQuestion } from '../../../../src-shared/formats/access-log.ts';

/** Question whose answer makes rows of a problem readable. */
const settledBy = {
  ambiguousDate: 'dateOrder',
  zoneUnknown: 'zone',
  zoneWordUnknown: 'zoneWord',
  yearUnknown: 'year',
  repeatedRow: 'repeats',
} as const satisfies Partial<Record<LogProblem, LogQuestion['kind']>>;

export const problemId = ({ kind, field }: Pick<LogProblemGroup, 'kind' | 'field'>): string => `${kind}:${field ?? ''}`;

/** A question that stops the import until it is answered; repeats are kept unless somebody says otherwise. */
export const stops = (question: LogQuestion): boolean => question.kind !== 'repeats';

/** Problems of a check in the order in which they matter: what stops the import, what is left out, what is only told. */
export function problemViews(check: LogCheck, leftOut: readonly string[]): readonly LogProblemView[] {
  const rank = { blocks: 0, leftOut: 1, told: 2 };
  return check.problems
    .map((group): LogProblemView => {
      const id = problemId(group);
      const kind = Object.hasOwn(settledBy, group.kind) ? settledBy[group.kind as keyof typeof settledBy] : null;
      const question = check.questions.find((one) => one.kind === kind) ?? null;
      const standing = group.severity !== 'rejected' ? 'told' : leftOut.includes(id) ? 'leftOut' : 'blocks';
      return { id, ...group, standing, question };
    })
    .sort((a, b) => rank[a.standing] - rank[b.standing] || severities[a.severity] - severities[b.severity] || b.count - a.count);
}

const severities = { rejected: 0, warning: 1, skipped: 2 } as const;

/** Problems and questions that stop the import. */
export function openProblems(check: LogCheck, leftOut: readonly string[]): number {
  const blocking = problemViews(check, leftOut).filter((problem) => problem.standing === 'blocks');
  const asked = new Set(blocking.map((problem) => problem.question));
  return blocking.length + check.questions.filter((question) => stops(question) && !asked.has(question)).length;
}
