import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayAfter, isoDate } from '../../../src-shared/model/dates.ts';
import type { DueInput } from './due.ts';
import {
  type Answered,
  type AskedElement,
  bandOf,
  compareRisks,
  type DatedChange,
  dueClock,
  gapsOf,
  movedAnswers,
  overallMaturity,
  type RatedRisk,
  scoreElements,
  signObstacles,
  standingScore,
  summariseRisks,
} from './index.ts';

const elements: readonly AskedElement[] = [
  { id: 'one', questions: [{ id: 'a' }, { id: 'b' }, { id: 'c' }] },
  { id: 'two', questions: [{ id: 'd' }, { id: 'e' }] },
];
const ids = ['a', 'b', 'c', 'd', 'e'];
const answers = fc
  .tuple(
    ...ids.map((questionId) =>
      fc.record({
        questionId: fc.constant(questionId),
        applies: fc.boolean(),
        maturity: fc.option(fc.integer({ min: 0, max: 4 })),
        shown: fc.boolean(),
      }),
    ),
  )
  .map((all): Answered[] => all);
const answer = (questionId: string, maturity: number | null, more: Partial<Answered> = {}): Answered => ({
  questionId,
  applies: true,
  maturity,
  shown: true,
  ...more,
});

describe('scoring the elements', () => {
  it('takes the mean of what was answered, and never counts silence as a nought', () => {
    const [one, two] = scoreElements(elements, [answer('a', 4), answer('b', 1)]);
    expect(one).toEqual({ elementId: 'one', applicable: 3, answered: 2, maturity: 2.5, weakest: 1 });
    expect(two).toEqual({ elementId: 'two', applicable: 2, answered: 0, maturity: null, weakest: null });
    expect(overallMaturity(scoreElements(elements, []))).toBeNull();
  });

  it('leaves out what does not concern the company, however it was answered', () => {
    fc.assert(
      fc.property(answers, fc.integer({ min: 0, max: 4 }), (given, other) => {
        const changed = given.map((one) => (one.applies ? one : { ...one, maturity: other }));
        expect(scoreElements(elements, changed)).toEqual(scoreElements(elements, given));
      }),
    );
  });

  it('lies between the weakest and the strongest answer, whatever their order', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const scores = scoreElements(elements, given);
        expect(scoreElements(elements, [...given].reverse())).toEqual(scores);
        for (const { maturity, weakest } of scores) {
          if (maturity === null || weakest === null) continue;
          expect(maturity).toBeGreaterThanOrEqual(weakest);
          expect(maturity).toBeLessThanOrEqual(4);
        }
      }),
    );
  });

  it('never falls when an answer rises', () => {
    fc.assert(
      fc.property(answers, fc.constantFrom(...ids), (given, id) => {
        const raised = given.map((one) =>
          one.questionId === id && one.maturity !== null ? { ...one, maturity: Math.min(4, one.maturity + 1) } : one,
        );
        expect(overallMaturity(scoreElements(elements, raised)) ?? 0).toBeGreaterThanOrEqual(
          overallMaturity(scoreElements(elements, given)) ?? 0,
        );
        expect(gapsOf(elements, raised, 3).filter(({ kind }) => kind === 'below').length).toBeLessThanOrEqual(
          gapsOf(elements, given, 3).filter(({ kind }) => kind === 'below').length,
        );
      }),
    );
  });
});

describe('gaps', () => {
  it('name each question at most once, the farthest below the target first, unanswered ones last', () => {
    fc.assert(
      fc.property(answers, fc.integer({ min: 0, max: 4 }), (given, target) => {
        const gaps = gapsOf(elements, given, target);
        expect(new Set(gaps.map(({ questionId }) => questionId)).size).toBe(gaps.length);
        const below = gaps.filter(({ kind }) => kind === 'below').map(({ steps }) => steps);
        expect(below).toEqual([...below].sort((a, b) => b - a));
        const order = gaps.map(({ kind }) => ['below', 'notShown', 'unanswered'].indexOf(kind));
        expect(order).toEqual([...order].sort((a, b) => a - b));
      }),
    );
  });

  it('keep an answer that nothing shows, even at the target', () => {
    expect(gapsOf(elements.slice(1), [answer('d', 4, { shown: false }), answer('e', 3)], 3)).toEqual([
      { elementId: 'two', questionId: 'd', kind: 'notShown', steps: 0 },
    ]);
  });
});

describe('what moved since last time', () => {
  it('is nothing against itself, and turns round when the sides are swapped', () => {
    fc.assert(
      fc.property(answers, answers, (now, before) => {
        expect(movedAnswers(now, now)).toEqual([]);
        const there = new Map(movedAnswers(now, before).map((one) => [one.questionId, one]));
        for (const back of movedAnswers(before, now))
          expect(there.get(back.questionId)).toEqual({ questionId: back.questionId, before: back.now, now: back.before });
      }),
    );
  });

  it('shows falls before rises', () => {
    const moved = movedAnswers([answer('a', 4), answer('b', 0), answer('c', 2)], [answer('a', 1), answer('b', 3), answer('c', 3)]);
    expect(moved.map(({ questionId }) => questionId)).toEqual(['b', 'c', 'a']);
  });
});

const step = fc.integer({ min: 1, max: 5 });
const rating = fc.oneof(
  fc.record({ likelihood: step, effect: step }),
  fc.record({ likelihood: fc.option(step), effect: fc.constant(null) }),
);
const risk = (key: string) =>
  fc.record({
    key: fc.constant(key),
    before: rating,
    after: rating,
    treatment: fc.option(fc.constantFrom('accept', 'reduce', 'avoid', 'share')),
    owner: fc.constantFrom('', 'Ingrid Solheim'),
    due: fc.option(fc.constant('2031-02-01')),
  });
const risks = fc.subarray(['p', 'q', 'r', 's']).chain((keys) => fc.tuple(...keys.map(risk)).map((all) => all as RatedRisk[]));

describe('risks', () => {
  it('fall into bands that only rise with the score', () => {
    const order = ['low', 'medium', 'high', 'severe'];
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 25 }), fc.integer({ min: 1, max: 25 }), (a, b) => {
        const [less, more] = a < b ? [a, b] : [b, a];
        expect(order.indexOf(bandOf(more))).toBeGreaterThanOrEqual(order.indexOf(bandOf(less)));
      }),
    );
    expect([4, 5, 9, 10, 14, 15].map(bandOf)).toEqual(['low', 'medium', 'medium', 'high', 'high', 'severe']);
  });

  it('are all counted once: rated by band, or unrated', () => {
    fc.assert(
      fc.property(risks, (rows) => {
        const { byBand, unrated, rows: count } = summariseRisks(rows);
        expect(byBand.low + byBand.medium + byBand.high + byBand.severe + unrated).toBe(count);
      }),
    );
  });

  it('can be signed only when each is rated and each grave one has a treatment, an owner and, to be reduced, a day', () => {
    fc.assert(
      fc.property(risks, (rows) => {
        const ready =
          rows.length > 0 &&
          rows.every((row) => {
            const score = standingScore(row);
            if (score === null) return false;
            return score < 10 || (row.treatment !== null && row.owner !== '' && (row.treatment !== 'reduce' || row.due !== null));
          });
        expect(signObstacles(rows).length === 0).toBe(ready);
      }),
    );
  });

  it('are the same against themselves, and name what is gone', () => {
    fc.assert(
      fc.property(risks, risks, (now, last) => {
        expect([...compareRisks(now, now).moves.values()].every(({ move }) => move === 'same')).toBe(true);
        const { moves, gone } = compareRisks(now, last);
        expect(moves.size).toBe(now.length);
        expect(gone).toEqual(last.map(({ key }) => key).filter((key) => !now.some((row) => row.key === key)));
      }),
    );
  });
});

describe('the clock of a recurring review', () => {
  const first = isoDate('2031-03-01');
  const change = (day: number) => ({ on: dayAfter(first, day) });
  const clock = (more: Partial<DueInput<DatedChange>>) =>
    dueClock({ lastOn: first, everyDays: 91, changes: [], onChange: true, today: first, ...more });

  it('starts at once where nothing was ever done', () => {
    expect(clock({ lastOn: null })).toMatchObject({ dueOn: first, because: 'never', due: true });
  });

  it('is due on the last of its days, not the day before', () => {
    expect(clock({ today: dayAfter(first, 90) })).toMatchObject({ due: false, because: 'calendar' });
    expect(clock({ today: dayAfter(first, 91) })).toMatchObject({ due: true, because: 'calendar' });
  });

  it('takes a change on the day of the review as seen, and a later one as a reason', () => {
    expect(clock({ changes: [change(0)], today: dayAfter(first, 1) })).toMatchObject({ due: false, since: [] });
    expect(clock({ changes: [change(5)], today: dayAfter(first, 4) })).toMatchObject({ due: false, ahead: [change(5)] });
    expect(clock({ changes: [change(5)], today: dayAfter(first, 5) })).toMatchObject({
      due: true,
      because: 'ruleChange',
      dueOn: change(5).on,
    });
    expect(clock({ changes: [change(5)], today: dayAfter(first, 5), onChange: false })).toMatchObject({ due: false, because: 'calendar' });
  });

  it('is never later because a rule changed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -50, max: 200 })),
        fc.integer({ min: 7, max: 400 }),
        fc.integer({ min: 0, max: 400 }),
        (days, everyDays, on) => {
          const today = dayAfter(first, on);
          const plain = clock({ everyDays, today });
          const changed = clock({ everyDays, today, changes: days.map(change) });
          expect(changed.dueOn <= plain.dueOn).toBe(true);
          expect([...changed.since].map((one) => one.on)).toEqual([...changed.since].map((one) => one.on).sort());
        },
      ),
    );
  });
});
