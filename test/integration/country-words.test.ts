import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countryCodes } from '../../src-shared/text/countries.ts';
import { startTestApp, type TestApp } from '../harness/workspace.ts';

let demo: TestApp;
beforeAll(async () => {
  demo = startTestApp();
  await demo.call('workspace.demo', { parent: null });
});
afterAll(() => demo.end());

/** Letters that are a country's code and another word as well: the law of the US, a department, a legal form, reasons for control. */
const otherWords = new Set(['US', 'IT', 'AI', 'AS', 'AT', 'CC', 'MT', 'NP', 'RS', 'SL', 'SS']);
const codes = new Set(countryCodes.filter((code) => !otherWords.has(code)));

/** Every text of an answer with more than one word: single words are codes that a screen looks up. */
function sentences(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.includes(' ') ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(sentences);
}

const naming = (value: unknown): readonly string[] =>
  sentences(value).filter((text) =>
    [...text.replace(/\d+ FR \d+/g, '').matchAll(/(?<![\w.:/@-])[A-Z]{2}(?![\w/@-])/g)].some(([code]) => codes.has(code)),
  );

interface Listed {
  readonly rows: readonly { readonly id: string }[];
}

describe('a country inside a sentence', () => {
  it('is named, not coded, on the pages of parties', async () => {
    const { rows } = await demo.call<Listed>('parties.list', { filter: {} });
    for (const { id } of rows) expect(naming(await demo.call('parties.get', { id }))).toEqual([]);
  });

  it('is named in the screening queue and beside each entry', async () => {
    const queue = await demo.call<{ groups: readonly { readonly about: string; readonly hits: Listed['rows'] }[] }>('screening.queue', {
      filter: {},
    });
    expect(naming(queue.groups.map(({ about }) => `${about} `))).toEqual([]);
    for (const { id } of queue.groups.flatMap(({ hits }) => hits)) {
      const { subjectAbout, features } = await demo.call<{ subjectAbout: string; features: readonly { readonly name: string }[] }>(
        'screening.hit',
        { id },
      );
      // A number is shown as the list writes it, its kind included.
      expect(naming([subjectAbout, features.filter(({ name }) => name !== 'identifier')])).toEqual([]);
    }
  });

  it('is named in findings about access', async () => {
    const { rows } = await demo.call<Listed>('access.findings', {});
    expect(rows.length).toBeGreaterThan(0);
    for (const { id } of rows) expect(naming(await demo.call('access.finding', { id }))).toEqual([]);
  });

  it('is named in what comes next', async () => {
    expect(naming(await demo.call('overview.actions', { limit: 50 }))).toEqual([]);
    expect(naming(await demo.call('plan.get', {}))).toEqual([]);
  });
});
