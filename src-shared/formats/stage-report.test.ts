import { describe, expect, it } from 'vitest';
import { readStageReports } from './stage-report.ts';

const one = { format: 'gatehouse.stage/1', model: 'Harrier', stage: 'training-completed', at: '2031-05-01T12:00:00+02:00' };
const read = (text: string) => readStageReports(text).map(({ line, read: found }) => [line, found.ok ? found.report.gate : found.fault]);

describe('readStageReports', () => {
  it('reads one object, a list, and one a line, and passes blank lines over', () => {
    expect(read(JSON.stringify(one, null, 2))).toEqual([[1, 'trainingCompleted']]);
    expect(read(JSON.stringify([one, { ...one, stage: 'change' }]))).toEqual([
      [1, 'trainingCompleted'],
      [2, 'change'],
    ]);
    expect(read(`\uFEFF${JSON.stringify(one)}\r\n\r\n${JSON.stringify({ ...one, stage: 'idea' })}\n`)).toEqual([
      [1, 'trainingCompleted'],
      [3, 'idea'],
    ]);
  });

  it('says instants in UTC, hashes in lower case, and what was not said as nothing', () => {
    const [first] = readStageReports(JSON.stringify({ ...one, weightsSha256: 'AB'.repeat(32) }));
    expect(first?.read).toEqual({
      ok: true,
      report: {
        ...{ model: 'Harrier', version: null, gate: 'trainingCompleted', destination: '', at: '2031-05-01T10:00:00.000Z' },
        ...{ runId: '', computeFlop: null, weightsSha256: 'ab'.repeat(32), by: '', note: '' },
      },
    });
  });

  it.each([
    ['{"format":', 'notJson', ''],
    ['7', 'noReport', ''],
    [JSON.stringify({ model: 'Harrier' }), 'missingField', 'format'],
    [JSON.stringify({ ...one, format: 'gatehouse.stage/2' }), 'otherFormat', 'gatehouse.stage/2'],
    [JSON.stringify({ ...one, computeFlops: 1 }), 'unknownField', 'computeFlops'],
    [JSON.stringify({ ...one, model: undefined }), 'missingField', 'model'],
    [JSON.stringify({ ...one, at: '1 May' }), 'wrongField', 'at'],
    [JSON.stringify({ ...one, computeFlop: '3e24' }), 'wrongField', 'computeFlop'],
    [JSON.stringify({ ...one, computeFlop: -1 }), 'wrongField', 'computeFlop'],
    [JSON.stringify({ ...one, weightsSha256: 'abc' }), 'wrongField', 'weightsSha256'],
    [JSON.stringify({ ...one, stage: 'release' }), 'missingField', 'destination'],
    [JSON.stringify({ ...one, destination: 'NO' }), 'unknownField', 'destination'],
  ])('says why %s is no report', (text, code, field) => {
    expect(read(text)).toEqual([[1, { code, field }]]);
  });
});
