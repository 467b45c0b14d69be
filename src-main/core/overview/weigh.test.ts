import { describe, expect, it } from 'vitest';
import { firstActions, type WeighedAction } from './weigh.ts';

const action = (kind: WeighedAction['kind'], weight: number, title: string): WeighedAction => ({
  ...{ kind, weight, title, detail: '', count: 1, ownerName: '', due: null, route: '/' },
});

describe('the next actions', () => {
  it('begin with what is late and never fill up with one kind', () => {
    const actions = [
      ...Array.from({ length: 9 }, (_, n) => action('answerQuestion', 50, `question ${n}`)),
      action('judgeHits', 40, 'hits'),
      action('incidentStep', 0, 'clock'),
    ];
    expect(firstActions(actions, 5).map(({ title }) => title)).toEqual(['clock', 'hits', 'question 0', 'question 1']);
    expect(firstActions(actions, 1)[0]).not.toHaveProperty('weight');
  });

  it('show the first of each kind that comes early for one reason before the second of any', () => {
    const actions = [
      action('decideFinding', 20, 'finding 1'),
      action('decideFinding', 20.1, 'finding 2'),
      action('redFlagOpen', 21.5, 'flag'),
      action('checkRun', 24, 'run'),
      action('closeTask', 40, 'task'),
      action('incidentStep', 10, 'clock'),
    ];
    expect(firstActions(actions, 4).map(({ title }) => title)).toEqual(['clock', 'finding 1', 'flag', 'run']);
    expect(firstActions(actions, 9).map(({ title }) => title)).toEqual(['clock', 'finding 1', 'flag', 'run', 'finding 2', 'task']);
  });
});
