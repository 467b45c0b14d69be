import { describe, expect, it } from 'vitest';
import { LogField, LogProblem, LogQuestion } from '../../../../src-shared/formats/access-log.ts';
import { LogBecause } from '../../../../src-shared/formats/access-log-proposal.ts';
import { english } from '../../../../src-shared/text/en/index.ts';
import { logPresets } from './presets/presets.ts';

describe('words about reading logs', () => {
  const keys = [
    ...logPresets.map(({ id }) => `accessLogs.preset.${id}`),
    ...logPresets.flatMap(({ notes = [] }) => notes.map((note) => `accessLogs.note.${note}`)),
    ...LogField.options.map((field) => `accessLogs.field.${field}`),
    ...LogProblem.options.map((kind) => `accessLogs.problem.${kind}`),
    ...LogQuestion.shape.kind.options.map((kind) => `accessLogs.question.${kind}`),
    ...LogBecause.shape.key.options.map((key) => `accessLogs.because.${key}`),
  ];

  it('has words for every preset, note, field, problem, question and reason', () => {
    expect(keys.filter((key) => !Object.hasOwn(english, key))).toEqual([]);
  });

  it('names every preset once', () => {
    const ids = logPresets.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
