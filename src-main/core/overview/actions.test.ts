import { describe, expect, it } from 'vitest';
import type { IncidentStepId } from '../../../src-shared/contract/cases.ts';
import { isoDate } from '../../../src-shared/model/dates.ts';
import { incidentActions } from './actions.ts';
import { weights } from './weigh.ts';

const ids = ['stop', 'preserve', 'assess', 'decide', 'correct', 'learn'] as const satisfies readonly IncidentStepId[];

/** An open incident whose next step is the one named; null where all are taken. */
const incident = (now: IncidentStepId | null, dated: { due?: string; late?: boolean } = {}) => ({
  ...{ id: 'i', number: 'I-001', title: 'Weights abroad', owner: 'Vik', dueFor: 'decision', late: dated.late ?? false },
  due: dated.due === undefined ? null : isoDate(dated.due),
  steps: ids.map((id, place) => ({
    id,
    state: id === now ? ('now' as const) : now !== null && place > ids.indexOf(now) ? ('todo' as const) : ('done' as const),
  })),
});

const first = (one: ReturnType<typeof incident>) => incidentActions([one], isoDate('2026-11-21'))[0];

describe('what is next about an open incident', () => {
  it.each([
    { name: 'stopping comes as if late, with no day at all', of: incident('stop'), detail: 'stop', weight: weights.late },
    { name: 'and before a day that comes', of: incident('stop', { due: '2026-11-25' }), detail: 'stop', weight: weights.late },
    { name: 'a passed day', of: incident('decide', { due: '2026-11-20', late: true }), detail: 'decision', weight: weights.late },
    { name: 'a day within two weeks', of: incident('decide', { due: '2026-12-05' }), detail: 'decision', weight: weights.dueSoon },
    {
      name: 'the step, where the day is further off',
      of: incident('assess', { due: '2026-12-06' }),
      detail: 'assess',
      weight: weights.grave + 1,
    },
    { name: 'the step, where there is no day', of: incident('preserve'), detail: 'preserve', weight: weights.grave + 1 },
    { name: 'closing it, where all steps are taken', of: incident(null), detail: 'close', weight: weights.regular },
  ])('$name', ({ of, detail, weight }) => {
    expect(first(of)).toMatchObject({ kind: 'incidentStep', detail, weight, route: '/programme/incidents/i', ownerName: 'Vik' });
  });
});
