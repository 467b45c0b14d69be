import { describe, expect, it } from 'vitest';
import { markedName } from './marked-name.ts';

describe('markedName', () => {
  it('marks each compared word and leaves quotation marks alone', () => {
    expect(
      markedName('ООО «Карвел Микросистемы»', [
        { text: 'Карвел', kind: 'same' },
        { text: 'Микросистемы', kind: 'similar' },
        { text: 'ООО', kind: 'left' },
      ]),
    ).toEqual([
      { text: 'ООО', kind: 'left' },
      { text: ' «', kind: null },
      { text: 'Карвел', kind: 'same' },
      { text: ' ', kind: null },
      { text: 'Микросистемы', kind: 'similar' },
      { text: '»', kind: null },
    ]);
  });

  it('does not take a short word out of the middle of a longer one where it stands by itself', () => {
    expect(markedName('Karvel Kar', [{ text: 'Kar', kind: 'same' }])).toEqual([
      { text: 'Karvel ', kind: null },
      { text: 'Kar', kind: 'same' },
    ]);
  });

  it('takes a word that stands twice once for each mark', () => {
    const twice = markedName('Ali Ali', [
      { text: 'Ali', kind: 'same' },
      { text: 'Ali', kind: 'similar' },
    ]);
    expect(twice.map(({ kind }) => kind)).toEqual(['same', null, 'similar']);
  });

  it('cuts words in scripts without blanks', () => {
    expect(markedName('联华精密仪器有限公司', [{ text: '联华', kind: 'same' }])).toEqual([
      { text: '联华', kind: 'same' },
      { text: '精密仪器有限公司', kind: null },
    ]);
  });

  it('always gives the whole name back, marked or not', () => {
    const name = 'Al-Hadrawi, Yousef';
    const marks = [
      { text: 'nowhere', kind: 'same' },
      { text: 'yousef', kind: 'same' },
    ] as const;
    expect(
      markedName(name, marks)
        .map(({ text }) => text)
        .join(''),
    ).toBe(name);
  });
});
